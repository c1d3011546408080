"""An empty credential in `vars`, which overwrites the deployed secret.

## Why

A deploy replaces the Worker's variables by those in the configuration. An empty one under the name of a secret takes its place,
and the Worker runs without it.

## Fails

```toml wrangler.toml
name = "shop"

[vars]
API_TOKEN = ""
```

## Passes

```toml wrangler.toml
name = "shop"

[vars]
PUBLIC_PATH = ""
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.credentials.case import Case
    from bunproof.diagnostics import Diagnostic

RULE = Rule("empty-credential-in-vars", "placeholder-credentials", "error", "an empty credential in `vars`")


def check(case: Case) -> Iterator[Diagnostic]:
    """The finding for an empty variable."""
    yield case.report(
        RULE,
        f"`{case.pair.key}` is empty in `vars`",
        "the next deploy puts this in place of the secret",
        case.put_secret,
    )
