"""A key that is set twice in one JSON object: the last one wins, in silence.

## Why

wrangler reads the last of several equal keys and says nothing of the others. Bindings that were merged from two branches
vanish that way.

## Fails

```json wrangler.json
{ "name": "shop", "vars": { "REGION": "eu" }, "vars": { "CURRENCY": "EUR" } }
```

## Passes

```json wrangler.json
{ "name": "shop", "vars": { "REGION": "eu", "CURRENCY": "EUR" } }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic, Label
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.syntax.document import Document

_ENVIRONMENT = 2  # `env.NAME` and a key below it
RULE = Rule("duplicate-json-key", "wrangler-config", "error", "a key that is set twice in one JSON object")


def check(configuration: Document) -> Iterator[Diagnostic]:
    """One finding for each key that a later one overrides."""
    locate = configuration.source.locate
    for duplicate in configuration.duplicates:
        name = duplicate.path[-1]
        environment = (
            str(duplicate.path[1]) if len(duplicate.path) > _ENVIRONMENT and duplicate.path[0] == "env" else None
        )
        yield Diagnostic(
            RULE, RULE.severity, locate(duplicate.key), f"`{name}` is set twice in one object",
            label="this one counts, the one before it is lost", help="keep one of them, or merge them",
            related=(Label(locate(duplicate.first), "lost"),), environment=environment,
        )  # fmt: skip
