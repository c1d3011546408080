"""Two keys that exclude each other, or a key that does not go with the others.

## Why

wrangler refuses to choose, and to deploy.

## Fails

```toml wrangler.toml
name = "shop"
route = "shop.example/*"
routes = ["www.shop.example/*"]
```

## Passes

```toml wrangler.toml
name = "shop"
routes = ["shop.example/*", "www.shop.example/*"]
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule("conflicting-wrangler-keys", "wrangler-config", "error", "keys that exclude each other", "wrangler")
