"""A table, or anything else that is no string, where a cron expression must stand.

## Why

`triggers.crons` is a list of strings. wrangler checks that it is a list and nothing more, so `[[triggers.crons]]` with a
`cron` key, as other platforms write it, passes every check and is refused by Cloudflare when the Worker is already
deployed: no schedule is set.

## Fails

```toml wrangler.toml
name = "reports"

[[triggers.crons]]
cron = "0 9 * * *"
name = "daily report"

[[triggers.crons]]
cron = "0 * * * *"
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "reports", "triggers": {"crons": [5]}}
```

## Passes

```toml wrangler.toml
name = "reports"

[triggers]
crons = ["0 9 * * *", "0 * * * *"]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import dotted, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("cron-table", "wrangler-config", "error", "a table or another value where a cron string must stand")
_KEYS = ("cron", "schedule", "expression", "crons")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge every element of every list of crons."""
    for view in facts.views():
        crons = table(view.table.get("triggers")).get("crons")
        for index, each in enumerate(crons if isinstance(crons, list) else ()):
            if isinstance(each, str):
                continue
            path = (*view.path, "triggers", "crons", index)
            what = _kind(each)
            yield facts.report(
                RULE, path, f"`{dotted(path)}` is {what}, a cron expression must be a string",
                label="wrangler lets it pass, Cloudflare refuses it", help=_help(facts, view.path, crons),
            )  # fmt: skip


def _help(facts: Facts, prefix: tuple[str | int, ...], crons: object) -> str:
    found = [_expression(each) for each in (crons if isinstance(crons, list) else ())]
    strings = ", ".join(f'"{each}"' for each in found if each) or '"0 9 * * *"'
    if facts.is_toml:
        return f"write `crons = [{strings}]` below `[{dotted((*prefix, 'triggers'))}]`"
    return f'write `"crons": [{strings}]`'


def _expression(value: object) -> str:
    if isinstance(value, str):
        return value
    found = (table(value).get(key) for key in _KEYS)
    return next((each for each in found if isinstance(each, str)), "")


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    return "a number" if isinstance(value, (int, float)) else "a date"
