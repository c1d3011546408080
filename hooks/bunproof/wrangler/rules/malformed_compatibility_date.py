"""A `compatibility_date` that is not written YYYY-MM-DD, or is no day of the calendar.

## Why

wrangler takes whatever JavaScript can make a date of: `2025-1-1`, `Jan 1 2025`, even `1`. Cloudflare takes four, two and two
digits and refuses the rest when the Worker is deployed. A day such as February 30 passes both and was meant otherwise.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-1-1"
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "shop", "compatibility_date": "2025-02-30"}
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
```

## How we know

workerd 1.20261117.1 was started with such dates: `Invalid compatibility date: 2025-1-1`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("malformed-compatibility-date", "wrangler-config", "error", "a `compatibility_date` that is not YYYY-MM-DD")
_PLAIN = re.compile(r"2\d{3}-\d\d-\d\d", re.ASCII)
_MEANT = re.compile(r"\s*(2\d{3})[-/.](\d\d?)[-/.](\d\d?)(?:[T ][\d:.Z+-]*)?\s*", re.ASCII)


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge the form of every date; what JavaScript makes no date of is wrangler's to say."""
    for view in facts.views():
        date = view.table.get("compatibility_date")
        if not isinstance(date, str) or (_PLAIN.fullmatch(date) and is_plain(date)):
            continue
        from bunproof.wrangler.fixes import replace_value  # few dates get here
        from bunproof.wrangler.js_date import parses

        if not parses(date):
            continue  # wrangler says so itself

        path = (*view.path, "compatibility_date")
        meant = _meant(date)
        if _PLAIN.fullmatch(date):
            message, label = f"`{date}` is no day of the calendar", "nobody means this date"
        else:
            message, label = f"`{date[:40]}` is no compatibility date", "Cloudflare takes YYYY-MM-DD and nothing else"
        yield facts.report(
            RULE, path, message, label=label, help=f"write `{meant or facts.today}`",
            fix=replace_value(facts.document, path, meant, safe=True) if meant else None,
        )  # fmt: skip


def is_plain(date: str) -> bool:
    """Whether a string is a day of the calendar as Cloudflare writes it."""
    from datetime import date as day

    if not _PLAIN.fullmatch(date):
        return False
    try:
        day.fromisoformat(date)
    except ValueError:
        return False
    return True


def _meant(date: str) -> str:
    """The plain form of a date that starts with its year, where there is one."""
    match = _MEANT.fullmatch(date)
    plain = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
    return plain if is_plain(plain) else ""
