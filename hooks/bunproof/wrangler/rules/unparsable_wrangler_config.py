"""A configuration that cannot be read: it is no TOML or JSON, or newer than the project's wrangler.

## Why

Nothing in it takes effect. wrangler reads TOML 1.1 since 4.137 and TOML 1.0 before, and JSON with comments and trailing
commas and nothing more: no single quotes, no unquoted names, no `NaN`. The place is the one that wrangler names.

Files that are nested deeper than a thousand levels are not judged, and reported here too.

## Fails

```toml wrangler.toml
name = "shop"
main = src/index.ts
```

A table may be opened once:

```toml wrangler.toml
name = "shop"

[env.development.vars]
REGION = "eu"

[env.development.vars]
CURRENCY = "EUR"
```

Strings of JSON stand in double quotes:

```json wrangler.json
{ "name": "shop", "main": 'src/index.ts' }
```

## Passes

```toml wrangler.toml
name = "shop"
main = "src/index.ts"
```

Comments and a comma too many pass in JSON:

```jsonc wrangler.jsonc
{
  "name": "shop", // comments pass
  "main": "src/index.ts",
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source
    from bunproof.syntax.document import Document, Problem
    from bunproof.wrangler.releases import Version

TOML_1_1 = (4, 137, 0)  # the first release that reads it
RULE = Rule("unparsable-wrangler-config", "wrangler-config", "error", "a configuration that cannot be read", "wrangler")


def report(source: Source, problem: Problem) -> Diagnostic:
    """The finding for what ended the reading. A limit of ours is not wrangler's verdict."""
    return Diagnostic(
        RULE, RULE.severity, source.locate(problem.span), problem.message, help=problem.help,
        label="wrangler reads nothing of this file", mirrors=None if problem.own else "wrangler",
    )  # fmt: skip


def check_dialect(configuration: Document, version: Version | None) -> Iterator[Diagnostic]:
    """What only a newer wrangler can read, if the project's is older."""
    if version is None or version >= TOML_1_1 or not configuration.source.path.endswith(".toml"):
        return
    for problem in configuration.scanned.dialect[:1]:
        yield Diagnostic(
            RULE, RULE.severity, configuration.source.locate(problem.span), problem.message, help=problem.help,
            label="the project's wrangler reads TOML 1.0", mirrors="wrangler",
        )  # fmt: skip
