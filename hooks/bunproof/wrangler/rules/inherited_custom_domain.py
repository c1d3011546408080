"""An environment that takes over the custom domain of the top level.

## Why

Environments inherit `routes`. A custom domain belongs to one Worker: deploying the environment takes the domain away from
the Worker of the top level, which is production as a rule.

## Fails

```toml wrangler.toml
name = "shop"
routes = [{ pattern = "shop.example", custom_domain = true }]

[env.staging]
workers_dev = true
```

## Passes

```toml wrangler.toml
name = "shop"
routes = [{ pattern = "shop.example", custom_domain = true }]

[env.staging]
workers_dev = true
routes = []
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "inherited-custom-domain",
    "wrangler-config",
    "warning",
    "an environment that takes over the custom domain of the top level",
    "wrangler",
)
