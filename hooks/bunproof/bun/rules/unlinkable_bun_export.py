"""A name that keeps the whole file from loading: Bun stops with a SyntaxError before anything runs.

## Why

`bun:sqlite`, `bun:ffi`, `bun:jsc` and, since Bun 1.3.1, `bun:test` are linked like any module: a name that the release
does not have is a SyntaxError, in whatever file imports it. `export { name } from "bun"` is linked too, unlike
`import { name } from "bun"`; before Bun 1.2.2 it fails even for names that exist.

## Fails

```json package.json
{ "engines": { "bun": "1.2.21" } }
```
```ts src/db.ts
import { Database, SQLiteDatabase } from "bun:sqlite";
export const db = new SQLiteDatabase(new Database());
```

```json package.json
{ "engines": { "bun": ">=1.2.1" } }
```
```ts src/index.ts
export { file } from "bun";
```

## Passes

```json package.json
{ "engines": { "bun": ">=1.2.2" } }
```
```ts src/index.ts
import { Database } from "bun:sqlite";
export { file } from "bun";
export const db = new Database();
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import advice, exports
from bunproof.bun.judged import history, release_names
from bunproof.bun.semantics import missing_link
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged
    from bunproof.bun.star_chains import Star
    from bunproof.syntax.javascript_facts import Import, Name

RULE = Rule("unlinkable-bun-export", "bun-imports", "error", "a missing name that keeps a file from loading", "bun")


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge every name that Bun links."""
    for each in file.imports():
        for name in each.names:
            if file.is_used(each, name) and not (
                each.kind == "re-export" and exports.is_type(each.specifier, name.imported)
            ):
                yield from _judge(file, each, name)


def check_star(file: Judged, each: Import, star: Star) -> Iterator[Diagnostic]:
    """Judge the names imported from a local file that passes Bun modules on by `export *`."""
    for name in each.names:
        if name.form != "named" or name.imported in star.names or not file.is_used(each, name):
            continue
        missing = tuple(
            index for index in file.bun.allowed.releases
            if not any(index in exports.passed_on(module, name.imported) for module, _ in star.modules)
        )  # fmt: skip
        known = any(exports.passed_on(module, name.imported) for module, _ in star.modules)
        if missing and (known or not file.bun.allowed.newer):
            module, path = star.modules[0]
            yield Diagnostic(
                RULE, RULE.severity, file.source.locate(file.token(name)),
                f"`{name.imported}` cannot be linked through `{each.specifier}` in Bun {release_names(missing)}",
                label=f"{path} exports all of `{module}`, which does not have it; this file does not load",
                notes=file.bun.notes, help=advice.help_for(file, module, name.imported, missing), mirrors="bun",
            )  # fmt: skip


def _judge(file: Judged, each: Import, name: Name) -> Iterator[Diagnostic]:
    missing = missing_link(file, each, name)
    if not missing:
        return
    module = each.specifier
    present = exports.with_name(module, name.imported)
    label = history(present, missing)
    help_ = advice.help_for(file, module, name.imported, missing)
    if missing[0] in present:
        label = f"it can be imported, but `{module}` hides it from `export` in this release"
        help_ = "import it, and export the local name"
    yield Diagnostic(
        RULE, RULE.severity, file.source.locate(file.token(name)),
        f"`{name.imported}` cannot be linked from `{module}` in Bun {release_names(missing)}",
        label=f"{label}; this file does not load", notes=file.bun.notes, help=help_, mirrors="bun",
        fix=None if present else advice.rename(file, module, name),
    )  # fmt: skip
