"""A key or an environment that a Pages project does not have.

## Why

`pages_build_output_dir` makes a configuration one of Cloudflare Pages. Pages takes some twenty of the keys that Workers
take, and knows two environments. Everything else ends the deploy.

## Fails

```toml wrangler.toml
name = "shop"
pages_build_output_dir = "dist"
main = "src/index.ts"
```

## Passes

```toml wrangler.toml
name = "shop"
pages_build_output_dir = "dist"
compatibility_date = "2026-01-31"

[env.preview]
compatibility_date = "2026-01-31"
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "unsupported-pages-key",
    "wrangler-config",
    "error",
    "a key or an environment that a Pages project does not have",
    "wrangler",
)
