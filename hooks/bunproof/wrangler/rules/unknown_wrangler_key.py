"""A key that wrangler does not know where it stands: it is ignored, with a warning.

## Why

wrangler warns of unknown keys only when it deploys, and only of those in the environment it deploys. The setting that
was meant stays at its default. In routes, in exports of Durable Objects and in their containers an unknown key is an error.

A key of the top level alone, such as `dev` or `site`, is unknown in an environment. Which keys are known follows the
project's own wrangler, as its lockfile or `package.json` names it.

## Fails

```toml wrangler.toml
name = "shop"
main = "src/index.ts"
usage_model = "bundled"
```

A key of the top level in an environment:

```toml wrangler.toml
name = "shop"

[env.staging.dev]
port = 8080
```

## Passes

```toml wrangler.toml
name = "shop"
main = "src/index.ts"

[dev]
port = 8080
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "unknown-wrangler-key",
    "wrangler-config",
    "warning",
    "a key that wrangler does not know where it stands",
    "wrangler",
)
