"""Reports: the findings of a run, for people and for machines."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.arguments import Options
    from bunproof.report.text import Page
    from bunproof.run import Outcome

_WIDTH = 120  # of a line of source where no terminal says its own; what GitHub's log shows without scrolling
_LEAST = 40


def write(outcome: Outcome, options: Options) -> None:
    """Write the report that the options ask for: to stdout, to `--output`, and to what GitHub Actions offers."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A report is UTF-8 whatever the locale; a terminal keeps its own encoding and must not break the run.
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    for part in _parts(outcome, options, _page(outcome, options)):
        sys.stdout.write(part)


def _parts(outcome: Outcome, options: Options, page: Page) -> Iterator[str]:
    """The report in pieces that end with a line feed."""
    found = outcome.diagnostics
    if options.format == "json":
        from bunproof.report import json  # each format imports its own

        yield json.render(found) + "\n"
        return
    from bunproof.report import text

    if options.format == "concise":
        for each in found:
            yield text.concise(each, page) + "\n"
        return
    for block in text.full(found, page):
        yield block + "\n"
    yield page.style.code(text.summary(found, outcome.files)) + "\n"


def _page(outcome: Outcome, options: Options) -> Page:
    from shutil import get_terminal_size

    from bunproof.report.style import choose
    from bunproof.report.text import Page

    limit = max(_LEAST, get_terminal_size((_WIDTH, 0)).columns - 10) if sys.stdout.isatty() else _WIDTH
    folder = os.path.realpath(os.getcwd()).replace(os.sep, "/")
    return Page(choose(options.color, sys.stdout), limit, outcome.project.root, folder)
