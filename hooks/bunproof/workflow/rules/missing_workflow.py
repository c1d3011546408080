"""A repository that asks for the workflow and does not have it.

## Why

Hooks run where they are installed. A commit from a fresh clone, from the web editor or with `--no-verify` meets none of
them; a required check meets every one.

It is an error where the hook `ci-workflow` is named, in the hook configuration or with `--only ci-workflow`. Otherwise
it is a warning in a repository that has other workflows and a package or a Worker to build, and nothing elsewhere.

## Fails

```yaml .pre-commit-config.yaml
repos:
  - repo: https://github.com/bunproof/bunproof
    rev: v0.1.0
    hooks:
      - id: ci-workflow
```

## Passes

```yaml .pre-commit-config.yaml
repos:
  - repo: https://github.com/bunproof/bunproof
    rev: v0.1.0
    hooks:
      - id: bun-imports
```

## What to do

Run `bunproof workflow`, commit what it writes, and require the check `required` (`bunproof init` prints how).
"""

from __future__ import annotations

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Source, Span

RULE = Rule("missing-workflow", "ci-workflow", "error", "the workflow that runs the gate is missing")


def report(path: str, *, asked: bool) -> Diagnostic:
    """The finding, at the place where the file would be."""
    return Diagnostic(
        RULE,
        "error" if asked else "warning",
        Source(path, b"").locate(Span(0, 0)),
        "nothing runs these checks where nobody can skip them",
        help="run `bunproof workflow` and commit the file",
    )
