"""A declaration of Bun's version that is no version, range or tag.

## Why

What cannot be understood does not count: the next declaration upward decides, or nothing does, and then the code is judged by
every release of Bun. Whoever wrote the line thinks that it is judged by theirs.

Nothing is said of what asdf and mise take besides versions (`ref:`, `path:`, `system`), nor of words in `engines` that mean
another runtime.

## Fails

```text .bun-version
1.2.x.y
```

Another one:

```json package.json
{"engines": {"bun": "=>1.2.0"}}
```

## Passes

```json package.json
{"engines": {"bun": ">=1.2.0"}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.wrangler.nearby import is_for_tests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.bun.pins import Pin
    from bunproof.project import Project

RULE = Rule("unknown-bun-version", "bun-imports", "warning", "a declared version of Bun that is none")


def check(project: Project, pins: Iterable[Pin]) -> Iterator[Diagnostic]:
    """Judge the declarations that were not understood."""
    for pin in pins:
        if not is_for_tests(pin.path):
            yield Diagnostic(
                RULE, RULE.severity, project.source(pin.path).locate(pin.span), f"`{pin.text}` is no version, range or tag of Bun",
                label="so this declaration does not count", help="write a version, `1.2.0`, or a range, `>=1.2.0`",
            )  # fmt: skip
