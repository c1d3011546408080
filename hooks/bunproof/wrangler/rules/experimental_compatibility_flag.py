"""A compatibility flag that works in `wrangler dev` only.

## Why

Flags that workerd marks as experimental are refused for Workers deployed to Cloudflare, unless Cloudflare has opened
one for the account. Local development takes them.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
compatibility_flags = ["experimental"]
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
compatibility_flags = ["nodejs_compat"]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.flags import WORKERD, known_flags
from bunproof.wrangler.rules.unknown_compatibility_flag import flags_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("experimental-compatibility-flag", "wrangler-config", "warning", "a compatibility flag for local use only")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Look for flags that workerd marks as experimental."""
    experimental = known_flags().experimental
    for view in facts.views():
        for path, flag in flags_of(view):
            if flag in experimental:
                yield facts.report(
                    RULE, path, f"the compatibility flag `{flag}` is experimental",
                    label=f"workerd {WORKERD} takes it locally, Cloudflare refuses it in a deploy",
                    help="remove it, or keep it in an environment that is never deployed",
                )  # fmt: skip
