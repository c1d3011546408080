"""A compatibility flag that Cloudflare does not have, most often a mistyped one.

## Why

wrangler passes flags on without a look; Cloudflare refuses the deploy with `No such compatibility flag`. A flag one slip
away from a known one is an error. Any other unknown flag is a warning, for it may be newer than our list.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
compatibility_flags = ["nodejs-compat"]
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "shop", "compatibility_flags": ["nodejs_compact", "global_fetch_strictly_public"]}
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
compatibility_flags = ["nodejs_compat", "global_fetch_strictly_public"]
```

## How we know

The list is read out of the workerd that wrangler ships with, and was held against the running workerd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.flags import WORKERD, known_flags, nearest_flag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts, View

RULE = Rule(
    "unknown-compatibility-flag", "wrangler-config", "error", "a compatibility flag that Cloudflare does not have"
)
_NODE = ("node_compat", "nodejs", "node", "node_js_compat")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Look up every flag."""
    known = known_flags().opposites
    for view in facts.views():
        for path, flag in flags_of(view):
            if flag in known:
                continue
            from bunproof.wrangler.fixes import replace_value  # only where there is something to say

            meant = "nodejs_compat" if flag in _NODE else nearest_flag(flag)
            yield facts.report(
                RULE, path, f"there is no compatibility flag `{flag}`", severity="error" if meant else "warning",
                label="Cloudflare refuses it" if meant else f"workerd {WORKERD} does not know it",
                help=f"did you mean `{meant}`?" if meant else "check its spelling, or remove it",
                fix=replace_value(facts.document, path, meant, safe=True) if meant else None,
            )  # fmt: skip


def flags_of(view: View) -> Iterator[tuple[KeyPath, str]]:
    """The flags written in one environment, with their key paths."""
    flags = view.table.get("compatibility_flags")
    for index, flag in enumerate(flags if isinstance(flags, list) else ()):
        if isinstance(flag, str):
            yield (*view.path, "compatibility_flags", index), flag
