"""A module of Bun is imported by code that wrangler bundles into a Worker.

## Why

A Worker runs on workerd, which has no module of Bun. wrangler's bundler stops at the import ("Could not resolve"), so the
deploy fails, although the same code runs with `bun`. It follows every import from `main`, also into files that are
only used elsewhere, and it does not run conditions: a test for `Bun` around the import changes nothing.

## Fails

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import { find } from "./database";

export default { fetch: () => new Response(find()) };
```
```ts src/database.ts
import { Database } from "bun:sqlite";

export const find = () => String(new Database(":memory:"));
```

## Passes

A type, an import that only Bun reaches, and one whose failure is handled:

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import type { Server } from "bun";

export default { fetch: () => new Response("ok") };
```
```ts src/local.ts
import { serve } from "bun";

serve({ fetch: () => new Response("ok") });
```

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
const sqlite = await import("bun:sqlite").catch(() => null);

export default { fetch: () => new Response(String(sqlite)) };
```

## What to do

Give the Worker what it has: a D1, KV or R2 binding. Keep the code for Bun in an entry of its own, behind a conditional
export of the package (`"workerd"` beside `"bun"`), or put a stub in its place with wrangler's `alias`.

## How we know

`wrangler deploy --dry-run` 4.164.0 (esbuild 0.28.2), run on the projects of `tests/worker`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.worker.files import Files
    from bunproof.worker.graph import Reached

RULE = Rule("bun-module-in-worker", "bun-imports", "error", "a Bun module in code bundled for a Worker", "wrangler")

_APART = "keep this for Bun in a separate entry, a conditional export, or behind an `alias` to a stub"
_INSTEAD = (
    (frozenset({"Database", "SQL", "sql", "postgres"}), "query a D1 binding here"),
    (frozenset({"S3Client", "s3"}), "use an R2 binding here"),
    (frozenset({"redis", "RedisClient"}), "use a KV binding here"),
    (frozenset({"serve"}), "export `default { fetch }` here"),
    (frozenset({"file", "write"}), "read an R2 or assets binding here"),
    (frozenset({"env"}), "read the `env` that `fetch` is given"),
)


def check(files: Files, reached: Reached) -> Iterator[Diagnostic]:
    """The import that leads out of what a Worker can have, in the repository's own file."""
    path, record = reached.place
    specifier = reached.record.specifier
    notes: tuple[tuple[str, str], ...] = ()
    if reached.record.call:
        notes = (("note", "a condition does not keep it out of the bundle; `try` or `.catch()` leaves it to run time"),)
    label = "wrangler cannot resolve it: a Worker has no module of Bun"
    if record is not reached.record:
        label = f"this package imports `{specifier}` in `{reached.files[-1]}`"
    yield Diagnostic(
        RULE, RULE.severity, files.source(path).locate(record.span), f"`{specifier}` is bundled into a Worker",
        label=label, notes=notes, help=_help(specifier, reached.record.names), chain=reached.chain,
        environment=reached.entry.environment, mirrors="wrangler",
    )  # fmt: skip


def _help(specifier: str, names: frozenset[str]) -> str:
    if specifier == "bun:test":
        return "keep tests out of what the Worker imports"
    wanted = names | {"Database"} if specifier == "bun:sqlite" else names
    instead = next((text for known, text in _INSTEAD if known & wanted), "")
    return f"{instead}; {_APART}" if instead else _APART
