"""A project's wrangler of a major version that this version of bunproof does not know.

## Why

What wrangler takes was recorded from its releases, and a new major version is where keys are removed and meanings change. A
configuration is then judged by the newest release that is known, and this says so: silence about it is no proof.

Of a newer release of a known major version this rule says nothing, for there are several a week. It may know a key that the
tables do not: a key that looks mistyped is then called unknown, a warning. Findings and `bunproof versions` tell how far the
tables go.

## Fails

```json package.json
{"devDependencies": {"wrangler": "^99.1.0"}}
```

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
```

## Passes

```json package.json
{"devDependencies": {"wrangler": "^4.999.0"}}
```

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
```

## What to do

Update bunproof (`pre-commit autoupdate`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Span
from bunproof.wrangler.releases import NEWEST
from bunproof.wrangler.versions import NEWEST as NO_BOUND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.wrangler.read import Configuration
    from bunproof.wrangler.versions import Pinned

RULE = Rule(
    "wrangler-newer-than-tables", "wrangler-config", "warning", "a wrangler of a major version that is not known yet"
)


def check(configuration: Configuration, pinned: Pinned | None) -> Iterator[Diagnostic]:
    """Judge the version that a configuration is deployed with."""
    if pinned is None or not int(NEWEST.partition(".")[0]) < pinned.release[0] < NO_BOUND:
        return
    yield Diagnostic(
        RULE, RULE.severity, configuration.source.locate(Span(0, 0)),
        f"wrangler {pinned.version} is newer than bunproof's tables, which end at {NEWEST}",
        label=f"judged as wrangler {NEWEST} would", notes=(("wrangler", pinned.words),), help="update bunproof",
    )  # fmt: skip
