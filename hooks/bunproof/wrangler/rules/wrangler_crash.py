"""A value that ends wrangler itself with an error of its own.

## Why

wrangler looks into some values before it has looked at their type. What follows is not a message about the configuration
but a TypeError from the middle of wrangler, without the name of the key.

## Fails

```json wrangler.json
{ "name": "shop", "site": "public" }
```

A variable with the name of a property that every object has:

```toml wrangler.toml
name = "shop"

[vars]
constructor = "Acme"
```

## Passes

```json wrangler.json
{ "name": "shop", "main": "src/index.ts", "site": { "bucket": "public" } }
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "wrangler-crash", "wrangler-config", "error", "a value that ends wrangler with an error of its own", "wrangler"
)
