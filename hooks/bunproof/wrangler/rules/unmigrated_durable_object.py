"""A Durable Object of this Worker that no migration and no export creates.

## Why

Cloudflare creates the storage of a class when a migration or an export tells it to. Without, the deploy fails, or the
binding leads nowhere. wrangler says so only if there are no migrations at all.

## Fails

```toml wrangler.toml
name = "shop"

[[durable_objects.bindings]]
name = "CART"
class_name = "Cart"
```

## Passes

```toml wrangler.toml
name = "shop"

[[durable_objects.bindings]]
name = "CART"
class_name = "Cart"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Cart"]
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "unmigrated-durable-object",
    "wrangler-config",
    "warning",
    "a Durable Object that no migration and no export creates",
    "wrangler",
)
