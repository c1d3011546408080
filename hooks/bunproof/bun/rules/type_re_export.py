"""A type that is re-exported from `bun` as if it were a value: the file does not load.

## Why

`import { Server } from "bun"` is dropped where `Server` is used as a type alone. `export { Server } from "bun"` is not: no
compiler that reads one file can know that it is a type, so Bun looks for a value, finds none, and stops with a
SyntaxError.

## Fails

```ts src/index.ts
export { Server } from "bun";
```

## Passes

```ts src/index.ts
export { type Server } from "bun";
export type { BunFile } from "bun";
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import exports
from bunproof.bun.semantics import missing_link
from bunproof.diagnostics import Diagnostic, Fix, replace
from bunproof.rules import Rule
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged

RULE = Rule("type-re-export", "bun-imports", "error", "a type of Bun that is re-exported as a value", "bun")


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge every `export { Type } from`."""
    for each in file.imports():
        for name in each.names if each.kind == "re-export" else ():
            if (
                name.type_only
                or not exports.is_type(each.specifier, name.imported)
                or not missing_link(file, each, name)
            ):
                continue
            start = name.span.start
            title = f"write `type {name.imported}`"
            fix = Fix(title, safe=True, edits=(replace(file.source, Span(start, start), "type "),))
            yield Diagnostic(
                RULE, RULE.severity, file.source.locate(file.token(name)),
                f"`{name.imported}` of `{each.specifier}` is a type, and is re-exported as a value",
                label="Bun looks for a value, and this file does not load", notes=file.bun.notes,
                help=title if each.typescript else "remove it: JavaScript has no types to export", mirrors="bun",
                fix=fix if each.typescript else None,
            )  # fmt: skip
