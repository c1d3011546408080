"""A file in the place of the workflow that bunproof did not write.

## Why

The hook cannot say whether someone else's workflow runs the same gate, and `bunproof workflow` never overwrites it.

It is an error where `ci-workflow` alone is run, and a warning otherwise.

## Fails

```yaml .github/workflows/bunproof.yml
name: bunproof
on: push
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - run: bunproof check
```

## Passes

```yaml .github/workflows/checks.yml
name: checks
on: push
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - run: bunproof check
```

## What to do

Rename the file and run `bunproof workflow`, or leave the hook `ci-workflow` out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.workflow.existing import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project

RULE = Rule("foreign-workflow", "ci-workflow", "error", "a file that is not ours is in the workflow's place")


def check(project: Project, *, asked: bool) -> Iterator[Diagnostic]:
    """The finding, at the first line."""
    source = project.source(PATH)
    yield Diagnostic(
        RULE,
        "error" if asked else "warning",
        source.locate(source.line_span(1)),
        "this workflow was not written by bunproof",
        label="so whether it runs the gate cannot be told",
        help="rename it and run `bunproof workflow`",
    )
