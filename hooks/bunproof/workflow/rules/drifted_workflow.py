"""A generated workflow that no longer follows from the repository.

## Why

The gate's revision, the Workers and their environments, the lockfile, the pinned Bun: the workflow repeats them, and one
that was not written again judges a repository that is no more. A new environment would be deployed unbuilt.

## Fails

```yaml .github/workflows/bunproof.yml
# bunproof: {"branch": "main", "deploy": false, "sarif": false}
# digest: 04c4f5a4a660df6d5d55dfd05bdcb0ff
name: bunproof
on: push
jobs: {}
```

## Passes

```yaml .github/workflows/deploy.yml
name: deploy
on: push
jobs: {}
```

## What to do

Run `bunproof workflow` and commit the file; `bunproof workflow --check` shows the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.about import __version__
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.workflow.existing import PATH, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project
    from bunproof.workflow.comparison import Comparison

RULE = Rule("drifted-workflow", "ci-workflow", "error", "the workflow no longer follows from the repository")


def check(project: Project, found: Comparison) -> Iterator[Diagnostic]:
    """The finding, at the first line that would change."""
    source = project.source(PATH)
    line = found.first_difference()
    wanted = found.wanted.split("\n")[line - 1].strip()
    yield Diagnostic(
        RULE,
        RULE.severity,
        source.locate(words(source, line)),
        "this workflow no longer follows from the repository",
        label=f"bunproof {__version__} writes `{wanted}`" if wanted else "what follows has changed",
        help="run `bunproof workflow` and commit the file",
    )
