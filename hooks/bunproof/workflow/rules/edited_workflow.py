"""A generated workflow that was changed outside the places that are yours.

## Why

The next `bunproof workflow` would drop the change, and a gate that was loosened by hand looks like one that was not.

## Fails

```yaml .github/workflows/bunproof.yml
# bunproof: {"branch": "main", "deploy": false, "sarif": false}
# digest: 00000000000000000000000000000000
name: bunproof
on: push
jobs: {}
```

## Passes

Lines between the marks `>>> yours` and `<<< yours` are never looked at; nor is any other workflow.

```yaml .github/workflows/deploy.yml
name: deploy
on: push
jobs: {}
```

## What to do

Put steps and jobs of your own between the marks. To drop the change, run `bunproof workflow`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.workflow.existing import PATH, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project
    from bunproof.workflow.comparison import Comparison

RULE = Rule("edited-workflow", "ci-workflow", "error", "the generated workflow was edited by hand")


def check(project: Project, found: Comparison) -> Iterator[Diagnostic]:
    """The finding, at the first line that is not as it would be written."""
    source = project.source(PATH)
    line = found.first_difference()
    broken = found.existing.broken if found.existing else ""
    yield Diagnostic(
        RULE,
        RULE.severity,
        source.locate(words(source, line)),
        "this workflow was edited outside the places that are yours",
        label=broken or "it differs from here on",
        help="see `bunproof workflow --check`, move your lines between the marks, then run `bunproof workflow`",
    )
