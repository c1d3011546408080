"""Reports: the findings of a run, for people and for machines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bunproof.arguments import Options
    from bunproof.run import Outcome


def write(outcome: Outcome, options: Options) -> None:
    """Write the report that the options ask for to stdout."""
    if options.format == "json":
        from bunproof.report import json  # each format imports its own

        sys.stdout.write(json.render(outcome.diagnostics) + "\n")
        return
    from bunproof.report import text

    lines = map(text.concise, outcome.diagnostics) if options.format == "concise" else text.full(outcome.diagnostics)
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.write(text.summary(outcome.diagnostics, outcome.files) + "\n")
