"""A name that is both in `vars` and in `secrets.required`.

## Why

wrangler refuses such a configuration: a name is either a plain variable or a secret.

## Fails

```toml wrangler.toml
name = "shop"

[vars]
API_TOKEN = "https://tokens.shop.example"

[secrets]
required = ["API_TOKEN"]
```

## Passes

```toml wrangler.toml
name = "shop"

[secrets]
required = ["API_TOKEN"]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.credentials.case import Case
    from bunproof.diagnostics import Diagnostic

RULE = Rule(
    "secret-in-vars-and-required",
    "placeholder-credentials",
    "error",
    "a name in both `vars` and `secrets.required`",
    "wrangler",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """The finding for a name that is both."""
    found = case.report(
        RULE,
        f"`{case.pair.key}` is in `vars` and in `secrets.required`",
        "a secret cannot be a variable too",
        case.put_secret,
    )
    yield found._replace(mirrors="wrangler")
