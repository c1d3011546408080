"""A Worker imports a module of Node that its compatibility date and flags do not provide.

## Why

Modules of Node are there with the flag `nodejs_compat`, which is on by itself from the compatibility date 2026-08-04.
Without it, wrangler stops at `fs` and only warns at `node:fs`, which then fails when the Worker starts. With it,
names that Workers do not know, such as `node:test`, stop the bundle.

## Fails

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2024-01-01"
```
```ts src/index.ts
import { createHash } from "crypto";

export default { fetch: () => new Response(createHash("sha256").update("x").digest("hex")) };
```

## Passes

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2024-09-23"
compatibility_flags = ["nodejs_compat"]
```
```ts src/index.ts
import { createHash } from "node:crypto";

export default { fetch: () => new Response(createHash("sha256").update("x").digest("hex")) };
```

## How we know

`wrangler deploy --dry-run` 4.164.0, run on the projects of `tests/worker`; the names are those of
`@cloudflare/unenv-preset` 2.16.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.worker import nodejs
from bunproof.worker.files import ancestors, folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.worker.files import Files
    from bunproof.worker.graph import Reached

RULE = Rule(
    "unavailable-node-module", "bun-imports", "error", "a Node module that the Worker does not have", "wrangler"
)

_TABLES = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")


def check(files: Files, reached: Reached) -> Iterator[Diagnostic]:
    """An import of Node: an error where the bundle stops, a warning where the Worker does."""
    path, record = reached.place
    mode, specifier = reached.entry.node, record.specifier
    prefixed = specifier.startswith("node:")
    if not prefixed and _is_dependency(files, path, specifier):
        return
    if mode == "v2":
        label, help_ = "Workers have no module of Node by this name", "keep it out of what the Worker imports"
    else:
        label = "wrangler cannot resolve it" if not prefixed else "wrangler warns; the Worker fails when it starts"
        help_ = "add `nodejs_compat` to `compatibility_flags`"
        if not prefixed:
            help_ += f" with a compatibility date of {nodejs.SWITCH_TO_V2} or later"
    yield Diagnostic(
        RULE, "warning" if prefixed and mode != "v2" else "error", files.source(path).locate(record.span),
        f"`{specifier}` is not available to this Worker", label=label, help=help_, chain=reached.chain,
        environment=reached.entry.environment, mirrors="wrangler",
    )  # fmt: skip


def _is_dependency(files: Files, path: str, name: str) -> bool:
    """Whether an npm package of this name (`events`, `buffer`) is asked for: it is what the bundle would hold."""
    for folder in ancestors(folder_of(path)):
        manifest = files.manifest(folder) or {}
        if any(name in table for key in _TABLES if isinstance(table := manifest.get(key), dict)):
            return True
    return False
