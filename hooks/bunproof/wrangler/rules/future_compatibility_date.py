"""A `compatibility_date` that has not come yet.

## Why

Cloudflare refuses a date after today, counted in UTC. wrangler does not look, so `wrangler deploy --dry-run` passes and the
deploy fails.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2099-01-01"
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "shop", "compatibility_date": "2025-01-01", "env": {"staging": {"compatibility_date": "2199-12-31"}}}
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
```

## How we know

workerd says so itself when it is started with such a date (1.20261117.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.rules.malformed_compatibility_date import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("future-compatibility-date", "wrangler-config", "error", "a `compatibility_date` after today")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Compare every date with today."""
    for view in facts.views():
        date = view.table.get("compatibility_date")
        if isinstance(date, str) and is_plain(date) and date > facts.today:
            yield facts.report(
                RULE, (*view.path, "compatibility_date"), f"the compatibility date `{date}` has not come yet",
                label=f"Cloudflare refuses a date after today, {facts.today} in UTC",
                help=f"write a date up to `{facts.today}`",
            )  # fmt: skip
