"""A Worker without a name or without a compatibility date, which wrangler needs to deploy it.

## Why

wrangler's validation passes without them; `wrangler deploy` stops. They can be given as options, and frameworks add them:
nothing is said where a script or a workflow gives the option, or where a framework is set up.

## Fails

```toml wrangler.toml
main = "index.ts"
compatibility_date = "2025-01-01"
```

```ts index.ts
export default { fetch: () => new Response("hello") };
```

## Passes

```toml wrangler.toml
name = "shop"
main = "index.ts"
compatibility_date = "2025-01-01"
```

```ts index.ts
export default { fetch: () => new Response("hello") };
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.builds import has_framework, is_told
from bunproof.wrangler.nearby import is_for_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("missing-deploy-setting", "wrangler-config", "warning", "a Worker without a name or a compatibility date")
_OPTIONS = {"name": (b"--name",), "compatibility_date": (b"--compatibility-date", b"--latest")}


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Look for both where the configuration has an entry: others may be no more than a part of one."""
    if "main" not in facts.data or facts.is_pages or is_for_tests(facts.path):
        return
    for key, options in _OPTIONS.items():
        views = list(facts.views())
        if any(key in view.table for view in views) or has_framework(facts) or is_told(facts, *options):
            continue
        example = "my-worker" if key == "name" else facts.today
        yield facts.report(
            RULE, ("main",), f"this Worker has no `{key}`", part="key", label=f"`wrangler deploy` stops without a `{key}`",
            help=f'add `{key} = "{example}"`' if facts.is_toml else f'add `"{key}": "{example}"`',
        )  # fmt: skip
