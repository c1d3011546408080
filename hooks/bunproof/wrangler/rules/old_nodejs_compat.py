"""`nodejs_compat` with a compatibility date from before the flag meant what it means today.

## Why

From 2024-09-23 on `nodejs_compat` brings Node.js's modules and globals. With an older date it is the first version of that
flag: few modules, only with the `node:` prefix, no `process` or `Buffer` globals, and packages fail when they are bundled
or when they run.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2024-01-01"
compatibility_flags = ["nodejs_compat"]
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2024-09-23"
compatibility_flags = ["nodejs_compat"]
```

Another one:

```toml wrangler.toml
name = "shop"
compatibility_date = "2024-01-01"
compatibility_flags = ["nodejs_compat_v2"]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.rules.malformed_compatibility_date import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("old-nodejs-compat", "wrangler-config", "warning", "`nodejs_compat` with a date that makes it the old one")
_SINCE = "2024-09-23"


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge the flags of each environment with the date that holds for it, and say each pair once."""
    said = set()
    for view in facts.views():
        flags, flags_path = facts.inherited(view, "compatibility_flags")
        date, date_path = facts.inherited(view, "compatibility_date")
        if not isinstance(flags, list) or "nodejs_compat" not in flags or (flags_path, date_path) in said:
            continue
        if {"nodejs_compat_v2", "no_nodejs_compat_v2"}.intersection(each for each in flags if isinstance(each, str)):
            continue
        if isinstance(date, str) and is_plain(date) and date < _SINCE:
            said.add((flags_path, date_path))
            yield facts.report(
                RULE, (*flags_path, flags.index("nodejs_compat")), f"`nodejs_compat` is the old one with the date `{date}`",
                label=f"from {_SINCE} on it brings Node.js's modules and globals",
                help=f"raise `compatibility_date` to `{_SINCE}` or later",
                related=((date_path, "the date is here"),), environment=view.name,
            )  # fmt: skip
