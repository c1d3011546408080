"""A `bunproof: ignore[...]` comment that silences nothing.

## Why

A suppression outlives the finding it was written for, and then hides the next one on its line.

## Fails

```ts src/db.ts
// bunproof: ignore[bun-imports] until the servers are upgraded
import { file } from "bun";
```

## Passes

```ts src/db.ts
import { file } from "bun";
```
"""

from __future__ import annotations

from bunproof.rules import Rule

RULE = Rule("unused-suppression", "bunproof", "warning", "a suppression comment that silences nothing")
