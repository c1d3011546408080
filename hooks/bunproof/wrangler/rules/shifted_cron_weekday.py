"""The weekdays `1-5`, which are Sunday to Thursday on Cloudflare.

## Why

In Unix `1-5` is Monday to Friday. Cloudflare counts from 1 for Sunday, accepts the expression, and runs the job on
Sundays and never on Fridays. Names mean the same everywhere.

## Fails

```toml wrangler.toml
name = "reports"

[triggers]
crons = ["0 9 * * 1-5"]
```

## Passes

```toml wrangler.toml
name = "reports"

[triggers]
crons = ["0 9 * * MON-FRI", "0 10 * * 2-6", "0 11 * * SUN-THU"]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.rules.invalid_cron import cron_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("shifted-cron-weekday", "wrangler-config", "warning", "weekdays `1-5` run from Sunday to Thursday")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Look for the one range of numbers that nearly everybody means otherwise."""
    for path, expression in cron_strings(facts):
        fields = expression.split()
        if len(fields) == 5 and fields[4] == "1-5":  # noqa: PLR2004 - minute hour day month weekday
            yield facts.report(
                RULE, path, "`1-5` is Sunday to Thursday on Cloudflare", label="weekdays count from 1 for Sunday",
                within=(expression.rindex("1-5"), expression.rindex("1-5") + 3),
                help=f"write `{' '.join([*fields[:4], 'MON-FRI'])}`, or `SUN-THU` where that is meant",
            )  # fmt: skip
