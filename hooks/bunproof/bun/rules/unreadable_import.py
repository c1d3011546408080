"""An import of a Bun module in a part of a file that could not be read, and so was not judged.

## Why

A gate that passes what it could not read is no gate. Where code has syntax that the parser does not know, or is broken
(a merge conflict, half a statement), an import in that part may be missed; it is reported instead.

## Fails

```ts src/db.ts
<<<<<<< HEAD
import { SQL } from "bun";
```

## Passes

```ts src/db.ts
import { file } from "bun";
for (using handle of [file("a")]) handle;
```

## What to do

Make the file valid, or name it in `exclude` of `bunproof.toml`. If it is valid, please report it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged
    from bunproof.syntax.javascript_facts import Import

RULE = Rule("unreadable-import", "bun-imports", "error", "an import of a Bun module that could not be read")

_IMPORT = re.compile(r"(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)([\"'`])(bun(?::[^\"'`\s]*)?)\1")


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge the parts of a file that the parser gave up on."""
    if not file.facts.problems:
        return
    known = {each.span.start for each in file.facts.imports if not _is_broken(file, each)}
    for match in _IMPORT.finditer(file.source.text):
        span = Span(*match.span(2))
        if span.start not in known and any(_near(file, problem.span, span) for problem in file.facts.problems):
            yield Diagnostic(
                RULE, RULE.severity, file.source.locate(span), f"this import of `{match[2]}` was not judged",
                label="the code around it cannot be read as JavaScript or TypeScript",
                help="make the file valid, or name it in `exclude` of bunproof.toml",
            )  # fmt: skip


def _is_broken(file: Judged, each: Import) -> bool:
    """Whether a part of the statement was skipped, and with it perhaps a name."""
    return any(each.statement.start <= problem.span.start < each.statement.end for problem in file.facts.problems)


def _near(file: Judged, problem: Span, span: Span) -> bool:
    """Whether an import lies in what could not be read, or on a line of it."""
    position = file.source.position
    return (
        problem.start <= span.start < problem.end
        or position(problem.start).line <= position(span.start).line <= position(problem.end).line
    )
