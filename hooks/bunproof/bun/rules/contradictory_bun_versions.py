"""Declarations of the Bun version that no release can satisfy together.

## Why

A version is declared in many places, and each tool reads another one: `oven-sh/setup-bun` the workflow, mise its
`mise.toml`, a container its `FROM`. Where they contradict each other, tests run with one Bun and users with another,
and whether a name exists depends on who is asked. The same holds for a `package.json` that says `engines` twice: the
last one counts, and nothing says so.

## Fails

```json package.json
{ "engines": { "bun": ">=1.3.0" } }
```
```text .bun-version
1.2.21
```

## Passes

```json package.json
{ "engines": { "bun": ">=1.2.0" } }
```
```text .bun-version
1.2.21
```

## What to do

Keep one declaration, and let the others name it: `bun-version-file` of `oven-sh/setup-bun` reads `.bun-version` and
`package.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun.releases import intervals
from bunproof.diagnostics import Diagnostic, Label
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.pins import Pin
    from bunproof.project import Project

RULE = Rule("contradictory-bun-versions", "bun-imports", "warning", "declared Bun versions that contradict each other")


def check(project: Project, pins: list[Pin]) -> Iterator[Diagnostic]:
    """Judge the declarations that speak for one folder."""
    first = next((pin for pin in pins if any(_contradict(pin, other) for other in pins)), None)
    if first is None:
        return
    others = [pin for pin in pins if pin is not first]
    texts = list(dict.fromkeys(f"`{pin.text}`" for pin in (first, *others)))
    yield Diagnostic(
        RULE, RULE.severity, project.source(first.path).locate(first.span),
        f"{', '.join(texts[:-1])} and {texts[-1]} cannot all be this project's Bun",
        label=f"says `{first.key}`" if first.key else "says this file", help="which Bun is it? Declare one, and let the rest follow it",
        related=tuple(Label(project.source(pin.path).locate(pin.span), pin.words) for pin in others),
    )  # fmt: skip


def _contradict(one: Pin, other: Pin) -> bool:
    if (one.path, one.key) == (other.path, other.key) and one.path.endswith(".json"):
        return one.text != other.text and one.span != other.span
    mine, theirs = intervals(one.text), intervals(other.text)
    if mine is None or theirs is None:
        return False
    return not any(max(a[0], b[0]) < min(a[1], b[1]) for a in mine for b in theirs)
