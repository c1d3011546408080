"""A stand-in where a credential must be.

## Why

`your-api-key`, `changeme` or `sk_test_...` deploys without a complaint: the value is there, it is only wrong. Requests fail
later, or a default that everybody knows opens the door. Secret scanners discard such values on purpose.

## Fails

```toml wrangler.toml
name = "shop"

[vars]
JWT_SECRET = "your-jwt-secret-min-32-chars"
```

```ts src/auth.ts
const password = process.env.ADMIN_PASSWORD || "admin123";
```

## Passes

```toml wrangler.toml
name = "shop"

[vars]
API_URL = "https://api.shop.example"

[secrets]
required = ["JWT_SECRET"]
```

```sh .env.example
JWT_SECRET=your-jwt-secret
```

## What to do

Store the value with `wrangler secret put NAME` and list the name in `secrets.required`, so that a deploy without it fails.
Elsewhere, read it from the environment. A file of another kind than we think goes into `[files]` of `bunproof.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.credentials.case import Case
    from bunproof.diagnostics import Diagnostic

RULE = Rule("placeholder-credential", "placeholder-credentials", "error", "a stand-in where a credential must be")


def check(case: Case) -> Iterator[Diagnostic]:
    """The finding for a stand-in."""
    name = case.pair.key
    if case.pair.fallback:
        message = f"the fallback of `{name}` is a stand-in"
        order = "fail when the variable is missing instead of falling back"
    elif case.in_vars:
        message = f"`{name}` holds a stand-in, and a deploy would send it"
        order = case.put_secret
    else:
        message = f"`{name}` holds a stand-in"
        order = "write the real value where it is not committed, and read it from there"
    yield case.report(RULE, message, f"{case.offence.value.kind}: {case.offence.value.evidence}", order)
