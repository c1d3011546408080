"""A key that an earlier wrangler knew, and that ends this one with an error.

## Why

`node_compat` is an error since wrangler 4.0, `legacy_env` since 4.111. The verdict follows the project's own wrangler.

## Fails

```toml wrangler.toml
name = "shop"
node_compat = true
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2026-01-31"
compatibility_flags = ["nodejs_compat"]
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule("removed-wrangler-key", "wrangler-config", "error", "a key that wrangler has removed", "wrangler")
