"""A cron expression that Cloudflare cannot read.

## Why

wrangler passes cron expressions on without a look, and Cloudflare refuses the deploy with `invalid cron string`
(code 10100), after the new version is already live: the schedule stays what it was, or stays absent. Its syntax is not
the one of Unix: there are five fields, weekdays run from 1 (Sunday) to 7 (Saturday) so that `0` is no weekday, and
there are no seconds, years, `?` or nicknames such as `@daily`.

## Fails

```toml wrangler.toml
name = "reports"

[triggers]
crons = ["0 22 * * 0"]
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "reports", "triggers": {"crons": ["*/5 * * * *", "every 5 minutes"]}}
```

Another one:

```toml wrangler.toml
name = "reports"

[env.production.triggers]
crons = ["0 0 12 * * ?"]
```

## Passes

```toml wrangler.toml
name = "reports"

[triggers]
crons = ["0 22 * * SUN", "*/5 * * * *", "59 23 LW * *", "0 9 * JAN-JUN FRI#2", "50-10/5 0 1,15 * 6L"]
```

## How we know

Cloudflare's own parser is public ([saffron](https://github.com/cloudflare/saffron)); weekday 0 is
[workers-sdk#8923](https://github.com/cloudflare/workers-sdk/issues/8923).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.cron import find_fault
from bunproof.wrangler.facts import table, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts

RULE = Rule("invalid-cron", "wrangler-config", "error", "a cron expression that Cloudflare cannot read")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge every cron string. Which parser reads those of Workflows is not public: they are warnings."""
    for path, expression in cron_strings(facts):
        fault = find_fault(expression)
        if fault is not None:
            yield facts.report(
                RULE, path, f"Cloudflare refuses the cron expression `{shortened(expression)}`", label=fault.reason,
                help=fault.help or "write five fields: minute hour day-of-month month weekday (1 is Sunday)",
                within=(fault.start, fault.end), severity="warning" if "schedules" in path else None,
            )  # fmt: skip


def cron_strings(facts: Facts) -> Iterator[tuple[KeyPath, str]]:
    """The cron expressions that are strings, with their key paths."""
    for view in facts.views():
        yield from _strings(table(view.table.get("triggers")).get("crons"), (*view.path, "triggers", "crons"))
        for index, workflow in tables(view.table.get("workflows")):
            yield from _strings(workflow.get("schedules"), (*view.path, "workflows", index, "schedules"))


def _strings(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str) and value and path[-1] == "schedules":
        yield path, value
    for index, each in enumerate(value if isinstance(value, list) else ()):
        if isinstance(each, str) and (each or path[-1] == "crons"):  # wrangler refuses empty `schedules` itself
            yield (*path, index), each


def shortened(text: str) -> str:
    """An expression that fits into a message."""
    longest = 40
    return text if len(text) <= longest else f"{text[: longest - 3]}..."
