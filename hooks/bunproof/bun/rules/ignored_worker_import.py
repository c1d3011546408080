"""A Worker's entry, or a file that it imports, is kept out of git.

## Why

A file that `.gitignore` matches is on the machine of whoever wrote it and nowhere else. There the Worker builds, and
everywhere else the deploy fails with a missing file. A pattern meant for something else is enough: `fire22-*` hides
`src/fire22-integration.ts`.

## Fails

```text .gitignore
secret-*
```
```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import { rotate } from "./secret-rotation";

export default { fetch: () => new Response(String(rotate)) };
```

## Passes

```text .gitignore
secret-*
!secret-rotation.ts
```
```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import { rotate } from "./secret-rotation";

export default { fetch: () => new Response(String(rotate)) };
```
```ts src/secret-rotation.ts
export const rotate = 1;
```

What a build makes may be ignored: folders such as `dist/` or `generated/` without any committed file, names with
`.gen.` or `generated` in them, and files that a script of `package.json` mentions.

```text .gitignore
src/generated/
```
```toml wrangler.toml
name = "api"
main = "src/index.ts"
compatibility_date = "2026-10-01"
```
```ts src/index.ts
import { client } from "./generated/client";

export default { fetch: () => new Response(String(client)) };
```

## What to do

Narrow the pattern, or except the file (`!src/name.ts`), and commit the file.
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
    from bunproof.worker.ignored import Ignored

RULE = Rule("ignored-worker-import", "bun-imports", "error", "a Worker imports a file that git ignores")

_HELP = "except it in `.gitignore` and commit it"


def check(files: Files, reached: Reached, ignored: Ignored) -> Iterator[Diagnostic]:
    """An import of a file that no clone has. Where wrangler runs a build first, it may be made: that is a warning."""
    path, record = reached.place
    yield Diagnostic(
        RULE, "warning" if reached.entry.builds_itself else "error", files.source(path).locate(record.span),
        f"`{record.specifier}` is kept out of git by `{ignored.pattern}`", label=_label(ignored), notes=_notes(ignored),
        help=_HELP, chain=reached.chain, environment=reached.entry.environment,
    )  # fmt: skip


def check_main(files: Files, entry: Entry, ignored: Ignored) -> Iterator[Diagnostic]:
    """An entry that no clone has."""
    source = files.source(entry.config)
    yield Diagnostic(
        RULE, RULE.severity, source.locate(read.read(source).locate(entry.key, "value")),
        f"the entry `{entry.path}` is kept out of git by `{ignored.pattern}`", label=_label(ignored),
        notes=_notes(ignored), help=_HELP, chain=(entry.origin, entry.path), environment=entry.environment,
    )  # fmt: skip


def _label(ignored: Ignored) -> str:
    return f"a fresh clone lacks `{ignored.path}`, so the deploy from it fails"


def _notes(ignored: Ignored) -> tuple[tuple[str, str], ...]:
    return (("ignored", f"by `{ignored.source}` (line {ignored.line})"),)
