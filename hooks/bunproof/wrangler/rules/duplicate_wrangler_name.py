"""A name that is given twice where wrangler wants it once.

## Why

Bindings become properties of one object, `env`: two of one name cannot both be reached, and wrangler refuses to deploy.
Names are compared across all kinds of bindings and with `secrets.required`. Workflows, containers and ports of `connect`
have names of their own to keep apart.

## Fails

```toml wrangler.toml
name = "shop"

[vars]
CACHE = "on"

[[kv_namespaces]]
binding = "CACHE"
id = "0f2ac74b498b48028cb68387c421e279"
```

## Passes

```toml wrangler.toml
name = "shop"

[vars]
CACHE_MODE = "on"

[[kv_namespaces]]
binding = "CACHE"
id = "0f2ac74b498b48028cb68387c421e279"
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "duplicate-wrangler-name",
    "wrangler-config",
    "error",
    "a name that is given twice where wrangler wants it once",
    "wrangler",
)
