"""A `bunproof: ignore` comment that names no rule, an unknown rule, or gives no reason.

## Why

A suppression without a reason cannot be reviewed, and one with a mistyped rule silences nothing while it seems to. Both
leave the finding in place and are findings themselves.

## Fails

```ts src/db.ts
// bunproof: ignore
import { file } from "bun";
```

```ts src/db.ts
// bunproof: ignore[missing-bun-exprt] the servers run Bun 1.3
import { file } from "bun";
```

## Passes

```ts src/db.ts
import { file } from "bun";
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule(
    "malformed-suppression", "bunproof", "error", "a suppression comment without a known rule or without a reason"
)
