"""A Node.js module that is imported as `bun:fs` instead of `node:fs`.

## Why

`bun:fs` works: Bun drops the prefix and finds its own `fs`. It is documented nowhere, no types know it, no other runtime
takes it, and some of these names (`bun:ws`, `bun:undici`) have already stopped working.

## Fails

```ts src/read.ts
import { readFileSync } from "bun:fs";
export const text = readFileSync("a.txt", "utf8");
```

## Passes

```ts src/read.ts
import { readFileSync } from "node:fs";
export const text = readFileSync("a.txt", "utf8");
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import exports
from bunproof.diagnostics import Diagnostic, Fix, replace
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged

RULE = Rule("undocumented-node-alias", "bun-imports", "warning", "a Node.js module imported under the prefix `bun:`")

# Packages that Bun answers itself; they are no modules of Node.js.
_PACKAGES = frozenset(
    {"ws", "undici", "node-fetch", "isomorphic-fetch", "@vercel/fetch", "abort-controller", "utf-8-validate"}
)


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge every `bun:` specifier that Bun answers with something else."""
    for each in file.imports():
        rest = each.specifier.removeprefix("bun:")
        if each.specifier in exports.modules() or each.specifier == rest or not each.survives(verbatim=file.verbatim):
            continue
        present = exports.with_alias(rest)
        if not present or file.missing_in(present):
            continue
        better = rest if rest in _PACKAGES else f"node:{rest}"
        fix = Fix(f"write `{better}`", safe=True, edits=(replace(file.source, each.span, better),))
        yield Diagnostic(
            RULE, RULE.severity, file.source.locate(each.span), f"`{each.specifier}` is `{better}` under an undocumented name",
            label="it works, and no types, documentation or other runtime know it", help=f"write `{better}`", fix=fix,
        )  # fmt: skip
