"""A real credential in a file that is committed.

## Why

Whoever can read the repository, its clones or the Worker's settings can read the value. `vars` are deployed in plain text and shown
in the dashboard.

## Fails

```toml wrangler.toml
name = "shop"

[vars]
SESSION_SECRET = "f3Kq9vXz27LmPwR8tYb4"
```

## Passes

```toml wrangler.toml
name = "shop"

[secrets]
required = ["SESSION_SECRET"]
```

## What to do

Take it as known to others: make a new one, store it with `wrangler secret put NAME`, and name it in `secrets.required`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.credentials.case import Case
    from bunproof.diagnostics import Diagnostic

RULE = Rule("plain-text-secret", "placeholder-credentials", "error", "a real credential in a file that is committed")


def check(case: Case) -> Iterator[Diagnostic]:
    """The finding for a secret in plain text."""
    name = case.pair.key
    order = case.put_secret if case.in_vars else "replace it at its issuer, and read the new one from the environment"
    yield case.report(RULE, f"`{name}` holds a secret in plain text", "committed files are read by many", order)
