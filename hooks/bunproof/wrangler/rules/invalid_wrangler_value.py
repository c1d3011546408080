"""A value of the wrong type, or one that wrangler does not take.

## Why

wrangler refuses to deploy, and says so without a line number. It looks only at the environment that it deploys.

## Fails

```toml wrangler.toml
name = "My Shop"
workers_dev = "yes"
```

In an environment:

```toml wrangler.toml
name = "shop"

[env.production]
placement = { mode = "fast" }
```

## Passes

```toml wrangler.toml
name = "my-shop"
workers_dev = true

[env.production]
placement = { mode = "smart" }
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "invalid-wrangler-value",
    "wrangler-config",
    "error",
    "a value of the wrong type, or one that wrangler does not take",
    "wrangler",
)
