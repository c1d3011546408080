"""A name that the project's Bun does not have: `undefined` at run time, and no error until it is used.

## Why

Bun turns `import { SQL } from "bun"` into a read of the global `Bun`. A name that the running release does not have is
silently `undefined`: start-up, tests that do not reach it, and `bun build` all pass, and the first `new SQL()` throws a
TypeError. The same holds for `Bun.name`, for namespaces, `require` and `import()`.

Which release counts is what the project itself declares. Of a range, every release counts: `>=1.1.0` promises that
1.1.0 will do.

## Fails

```json package.json
{ "engines": { "bun": ">=1.1.0" } }
```
```ts src/db.ts
import { SQL } from "bun";
export const db = new SQL("postgres://localhost");
```

## Passes

```json package.json
{ "engines": { "bun": ">=1.2.0" } }
```
```ts src/db.ts
import { SQL, type Server } from "bun";
export const db = new SQL("postgres://localhost");
```

A release that may lack it is asked first:

```json package.json
{ "engines": { "bun": ">=1.1.0" } }
```
```ts src/db.ts
export const db = typeof Bun.SQL === "function" ? new Bun.SQL() : null;
```

## How we know

By running all releases from 1.0.0 on; the tables say which name came, and went, with which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import advice, exports
from bunproof.bun.judged import Judged, history, release_names
from bunproof.bun.semantics import hollow, missing_member, missing_reads
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.star_chains import Star
    from bunproof.syntax.javascript_facts import Import, Name

RULE = Rule("missing-bun-export", "bun-imports", "error", "a name that the project's Bun does not have")


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge every name whose absence goes unnoticed until it is used."""
    for each in file.imports():
        for name, missing in missing_reads(file, each):
            if not name.guarded and file.is_used(each, name):
                yield _report(file, each, name, missing)
    for name in file.facts.members:
        missing = missing_member(file, "bun", name)
        if missing and not name.guarded and not (name.tested and not name.uses):
            yield _report(file, None, name, missing)


def check_star(file: Judged, each: Import, star: Star) -> Iterator[Diagnostic]:
    """Judge the names imported from a local file that passes Bun modules on by `export *`."""
    for name in each.names:
        for module, _ in star.modules:
            missing = hollow(file, module, name.imported)
            if missing and file.is_used(each, name):
                yield _report(file, None, name, missing)


def _report(file: Judged, each: Import | None, name: Name, missing: tuple[int, ...]) -> Diagnostic:
    module = "bun" if each is None else each.specifier
    present = exports.with_name(module, name.imported)
    unused = each is not None and not each.typescript and not name.is_value
    only_type = not present and exports.is_type(module, name.imported)
    label = "it exists as a type only" if only_type else history(present, missing)
    if missing[0] in present:
        label = f"the default export of `{module}` does not have it"
    before = " before" if label.startswith("added") else ""
    macro = each is not None and ("type", "macro") in each.attributes
    fate = "the build fails" if macro else f"it is `undefined`{before}, and nothing fails until it is used"
    return Diagnostic(
        RULE, "warning" if unused else "error", file.source.locate(file.token(name)),
        f"`{name.imported}` is missing from `{module}` in Bun {release_names(missing)}", label=f"{label}; {fate}",
        notes=file.bun.notes, help=f'import it by name: `import {{ {name.imported} }} from "{module}"`' if missing[0] in present else advice.help_for(file, module, name.imported, missing),
        mirrors="bun" if macro else None, fix=None if present or only_type else advice.rename(file, module, name),
    )  # fmt: skip
