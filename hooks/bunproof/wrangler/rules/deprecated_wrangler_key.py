"""A key that is on its way out, experimental, or without effect.

## Why

wrangler warns of it, and a later release will refuse it or change what it does.

## Fails

```toml wrangler.toml
name = "shop"

[[queues.producers]]
binding = "ORDERS"
queue = "orders"
delivery_delay = 60
```

## Passes

```toml wrangler.toml
name = "shop"

[[queues.producers]]
binding = "ORDERS"
queue = "orders"
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "deprecated-wrangler-key",
    "wrangler-config",
    "warning",
    "a key that is deprecated, experimental or without effect",
    "wrangler",
)
