"""A Worker's entry, or a file that it imports, does not exist.

## Why

wrangler stops when `main` or an import of the bundle leads to no file. On the machine of whoever forgot to commit the
file all is well; the deploy from a fresh clone is the first to fail.

## Fails

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import { routes } from "./routes";

export default { fetch: () => new Response(String(routes)) };
```

```toml wrangler.toml
name = "api"
main = "src/wroker.ts"
compatibility_date = "2026-10-01"
```

## Passes

```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import { routes } from "./routes.js";

export default { fetch: () => new Response(String(routes)) };
```
```ts src/routes.ts
export const routes = [];
```

What a build makes is not expected in a commit:

```toml wrangler.toml
name = "site"
main = ".open-next/worker.js"
compatibility_date = "2026-10-01"
```

## How we know

`wrangler deploy --dry-run` 4.164.0 (esbuild 0.28.2), run on the projects of `tests/worker`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.wrangler import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.worker.entries import Entry
    from bunproof.worker.files import Files
    from bunproof.worker.graph import Reached

RULE = Rule("missing-worker-import", "bun-imports", "error", "a Worker imports a file that does not exist", "wrangler")


def check(files: Files, reached: Reached) -> Iterator[Diagnostic]:
    """An import that leads to no file. Where wrangler runs a build first, it may be made: that is a warning."""
    path, record = reached.place
    yield Diagnostic(
        RULE, "warning" if reached.entry.builds_itself else "error", files.source(path).locate(record.span),
        f"`{record.specifier}` leads to no file", label="wrangler cannot resolve it",
        help=_help(files, reached.target.path, "commit the file, or correct the path"), chain=reached.chain,
        environment=reached.entry.environment, mirrors="wrangler",
    )  # fmt: skip


def check_main(files: Files, entry: Entry) -> Iterator[Diagnostic]:
    """An entry that does not exist."""
    source = files.source(entry.config)
    yield Diagnostic(
        RULE, RULE.severity, source.locate(read.read(source).locate(entry.key, "value")),
        f"the entry `{entry.path}` does not exist", label="wrangler finds no file here",
        help=_help(files, entry.path, "commit the file, or correct the path"), chain=(entry.origin, entry.path),
        environment=entry.environment, mirrors="wrangler",
    )  # fmt: skip


def _help(files: Files, path: str, otherwise: str) -> str:
    from difflib import get_close_matches  # on the way out

    folder, _, name = path.rpartition("/")
    beside = [each.rpartition("/")[2] for each in files.tracked if each.rpartition("/")[0] == folder]
    near = get_close_matches(name, beside, 1, 0.7)
    return f"did you mean `{near[0]}`?" if near else otherwise
