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
from bunproof.settings import FILES
from bunproof.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.bun.pins import Pin
    from bunproof.project import Project
    from bunproof.source import Location

RULE = Rule("bun-newer-than-tables", "bun-imports", "warning", "a declared Bun that bunproof does not know yet")


def check(project: Project, pins: Iterable[Pin]) -> Iterator[Diagnostic]:
    """Judge declarations that count together."""
    said = list(pins)
    some_known = any(not pin.allowed.newer for pin in said)
    for pin in said:
        # A matrix that tries the canary too asks for nothing that we could know.
        if pin.allowed.newer and not (some_known and pin.hint and pin.text.lower() == "canary"):
            yield Diagnostic(
                RULE, RULE.severity, _place(project, pin),
                f"Bun {pin.text} is newer than bunproof's tables, which end at {NEWEST}",
                label="names that no known release has are not reported", help="update bunproof",
            )  # fmt: skip


def _place(project: Project, pin: Pin) -> Location:
    """Where a declaration stands; for the settings' own, in their file, or nowhere if an argument says it."""
    if pin.path:
        return project.source(pin.path).locate(pin.span)
    for name in FILES:
        source = project.source(name) if project.tree.is_file(name) else None
        at = source.text.find(pin.text) if source is not None else -1
        if source is not None and at >= 0:
            return source.locate(Span(at, at + len(pin.text)))
    return Source(".", b"").locate(Span(0, 0))
