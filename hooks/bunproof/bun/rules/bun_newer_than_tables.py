"""A declared Bun that is newer than every release this version of bunproof knows.

## Why

What each release exports is known by running it, so nothing is known of a release that came later. Names that no known
release has are then not reported, and this says so: silence about them is no proof.

## Fails

```text .bun-version
99.1.0
```

## Passes

```text .bun-version
1.4.5
```

## What to do

Update bunproof (`pre-commit autoupdate`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun.releases import NEWEST
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.bun.pins import Pin
    from bunproof.project import Project

RULE = Rule("bun-newer-than-tables", "bun-imports", "warning", "a declared Bun that bunproof does not know yet")


def check(project: Project, pins: Iterable[Pin]) -> Iterator[Diagnostic]:
    """Judge declarations."""
    for pin in pins:
        if pin.path and pin.allowed.newer and not pin.hint:
            yield Diagnostic(
                RULE, RULE.severity, project.source(pin.path).locate(pin.span),
                f"Bun {pin.text} is newer than bunproof's tables, which end at {NEWEST}",
                label="names that no known release has are not reported", help="update bunproof",
            )  # fmt: skip
