"""A file for local secrets that git tracks.

## Why

`.env` and `.dev.vars` hold what must not be shared; once committed, a value stays in the history whatever is done later. Some
projects commit such a file on purpose, with nothing secret in it, so this is a warning.

## Fails

```sh .dev.vars
MODE=local
```

## Passes

```sh .dev.vars.example
MODE=local
```

## What to do

Add the file to `.gitignore`, run `git rm --cached` for it, and replace the values it held. If it is committed on purpose, say so
in the file: `# bunproof: ignore[tracked-secrets-file] only public settings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project

RULE = Rule("tracked-secrets-file", "placeholder-credentials", "warning", "a file for local secrets that git tracks")


def check(project: Project, path: str) -> Iterator[Diagnostic]:
    """The finding for one such file, which git tracks or would track."""
    name = path[path.rfind("/") + 1 :]
    yield Diagnostic(
        RULE, RULE.severity, project.source(path).locate(Span(0, 0)), f"git tracks `{name}`",
        label="such a file is for secrets of one machine",
        help=f"add the line `{name}` to .gitignore and run `git rm --cached {path}`",
    )  # fmt: skip
