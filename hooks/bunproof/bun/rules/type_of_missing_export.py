"""A name that the project's Bun does not have, imported as if it were there and used as a type alone.

## Why

TypeScript and Bun drop an import that is used as a type alone, so nothing fails today. But `import { SQL }` without
`type` claims a value that the declared Bun does not have: the first `new SQL()` that somebody adds finds `undefined`, the
types of that Bun do not know the name, and a compiler with `verbatimModuleSyntax` keeps the import.

## Fails

```json package.json
{ "engines": { "bun": ">=1.1.0" } }
```
```ts src/db.ts
import { SQL } from "bun";
export class Tasks {
  constructor(private readonly db: SQL) {}
}
```

## Passes

```json package.json
{ "engines": { "bun": ">=1.1.0" } }
```
```ts src/db.ts
import type { SQL } from "bun";
import { Server } from "bun";
export class Tasks {
  constructor(private readonly db: SQL, private readonly server: Server) {}
}
```

## What to do

Raise the declared version, or write `import type`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import advice, exports
from bunproof.bun.judged import history, release_names
from bunproof.diagnostics import Diagnostic, Fix, replace
from bunproof.rules import Rule
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged
    from bunproof.syntax.javascript_facts import Import, Name

RULE = Rule("type-of-missing-export", "bun-imports", "warning", "a type whose value the project's Bun does not have")


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge the names that TypeScript drops, where the project says itself which Bun it needs."""
    if not any(not pin.hint for pin in file.bun.pins):
        return
    for each in file.imports():
        for name in each.names if each.kind == "import" else ():
            if name.form == "named" and name.types and not name.type_only and not file.is_used(each, name):
                yield from _judge(file, each, name)


def _judge(file: Judged, each: Import, name: Name) -> Iterator[Diagnostic]:
    present = exports.with_name(each.specifier, name.imported)
    missing = file.missing_in(present)
    if not present or not missing or exports.is_type(each.specifier, name.imported):
        return
    start = name.span.start
    yield Diagnostic(
        RULE, RULE.severity, file.source.locate(file.token(name)),
        f"`{name.imported}` is imported as a value, and missing from `{each.specifier}` in Bun {release_names(missing)}",
        label=f"{history(present, missing)}; it is used as a type alone, so the import is dropped",
        notes=file.bun.notes,
        help=f"write `import type`, or {advice.help_for(file, each.specifier, name.imported, missing)}",
        fix=Fix(f"write `type {name.imported}`", safe=True, edits=(replace(file.source, Span(start, start), "type "),)),
    )  # fmt: skip
