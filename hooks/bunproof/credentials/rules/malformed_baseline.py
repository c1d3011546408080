"""A `.secrets.baseline` that cannot be read.

## Why

What is recorded in it would be reported again, and detect-secrets stops at it. A merge that went wrong is the usual cause.

## Fails

```json .secrets.baseline
{"version": "1.5.0", "results": [
```

## Passes

```json .secrets.baseline
{"version": "1.5.0", "plugins_used": [], "filters_used": [], "results": {}}
```

## What to do

Repair it, or write a new one with `bunproof baseline`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.credentials import baseline
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source

RULE = Rule("malformed-baseline", "placeholder-credentials", "error", "a `.secrets.baseline` that cannot be read")


def check(source: Source) -> Iterator[Diagnostic]:
    """The finding for a baseline that nothing can read."""
    try:
        baseline.parse(source.data)
    except baseline.Malformed as problem:
        line = source.line_span(min(problem.line, max(source.line_count(), 1)))
        start = min(line.start + problem.column - 1, len(source.text))
        yield Diagnostic(
            RULE, RULE.severity, source.locate(Span(start, start)), f"`{baseline.FILE}` cannot be read: {problem.reason}",
            label="nothing that it records is silenced", help="repair it, or write a new one with `bunproof baseline`",
        )  # fmt: skip
