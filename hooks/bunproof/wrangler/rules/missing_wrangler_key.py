"""A key that wrangler requires where it is absent.

## Why

wrangler refuses to deploy. Without `-e` it does not look inside environments, so that a binding without its name there
goes unnoticed until the day it is deployed.

## Fails

```toml wrangler.toml
name = "shop"

[[env.production.r2_buckets]]
bucket_name = "images"
```

## Passes

```toml wrangler.toml
name = "shop"

[[env.production.r2_buckets]]
binding = "IMAGES"
bucket_name = "images"
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "missing-wrangler-key", "wrangler-config", "error", "a key that wrangler requires where it is absent", "wrangler"
)
