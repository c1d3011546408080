"""A key that is one typing mistake away from one that wrangler knows.

## Why

wrangler ignores a key that it does not know. A mistyped name is always meant otherwise, so what is a warning to wrangler
is an error here. Nothing is reported for a wrangler that is newer than our tables.

## Fails

```toml wrangler.toml
name = "shop"
compatability_date = "2026-01-31"
```

In JSON:

```json wrangler.json
{ "name": "shop", "kv_namespace": [] }
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2026-01-31"
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "misspelled-wrangler-key", "wrangler-config", "error", "a key that is one typing mistake away from a known one"
)
