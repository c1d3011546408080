"""Compatibility flags that exclude each other, or one that is given twice.

## Why

Cloudflare refuses a Worker that switches a behaviour on and off, and one that names a flag twice. wrangler checks one such
pair at deploy (`nodejs_compat` with `nodejs_compat_v2`) and none in its configuration.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
compatibility_flags = ["nodejs_compat", "no_nodejs_compat"]
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "shop", "compatibility_flags": ["nodejs_compat", "nodejs_compat"]}
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
compatibility_flags = ["nodejs_compat", "no_nodejs_compat_v2"]
```

## How we know

workerd 1.20261117.1 was started with such flags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.flags import known_flags
from bunproof.wrangler.rules.unknown_compatibility_flag import flags_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts

RULE = Rule(
    "contradictory-compatibility-flags", "wrangler-config", "error", "compatibility flags that exclude each other"
)
_EXCLUSIVE = {"nodejs_compat": "nodejs_compat_v2", "nodejs_compat_v2": "nodejs_compat"}


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Compare each flag with those before it."""
    opposites = known_flags().opposites
    for view in facts.views():
        seen: dict[str, KeyPath] = {}
        for path, flag in flags_of(view):
            for other in (flag, opposites.get(flag), _EXCLUSIVE.get(flag)):
                if other in seen:
                    message = f"`{flag}` is given twice" if other == flag else f"`{flag}` contradicts `{other}`"
                    yield facts.report(
                        RULE, path, message, label="Cloudflare refuses the Worker",
                        help=f"remove one of the two `{flag}`" if other == flag else f"remove `{flag}` or `{other}`",
                        related=((seen[other], "the other one is here"),),
                    )  # fmt: skip
            seen.setdefault(flag, path)
