"""Bindings or variables of the top level that an environment lacks.

## Why

An environment inherits `main`, `routes` or `compatibility_date`, but no bindings and no variables: what it does not
repeat, it does not have. `env.DB` is `undefined` there, and the first request throws. wrangler warns, once for each
binding, when it deploys that environment.

An environment that repeats nothing at all is one finding here, not one for each binding.

## Fails

```toml wrangler.toml
name = "shop"

[[d1_databases]]
binding = "DB"
database_name = "shop"
database_id = "6bf0b7b8-8b8e-4a0e-8f46-2bf2b7f2f6a2"

[env.staging]
workers_dev = true
```

## Passes

```toml wrangler.toml
name = "shop"

[[d1_databases]]
binding = "DB"
database_name = "shop"
database_id = "6bf0b7b8-8b8e-4a0e-8f46-2bf2b7f2f6a2"

[[env.staging.d1_databases]]
binding = "DB"
database_name = "shop-staging"
database_id = "0c1c1f0e-3a4e-4a53-9df2-56f4d3a3a3b1"
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "uninherited-wrangler-key",
    "wrangler-config",
    "warning",
    "bindings or variables of the top level that an environment lacks",
    "wrangler",
)
