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
_FOR_PEOPLE = frozenset({"full", "concise"})


def write(outcome: Outcome, options: Options) -> None:
    """Write the report that the options ask for: to stdout, to `--output`, and to what GitHub Actions offers."""
    from bunproof.report import github

    in_actions = github.in_actions()
    for part in _parts(outcome, options, _page(outcome, options)):
        say(github.disarmed(part) if in_actions and options.format in _FOR_PEOPLE else part)
    if in_actions and options.format in _FOR_PEOPLE:
        for command in github.commands(outcome.diagnostics, outcome.project.root):
            say(command + "\n")
    if options.output is not None:
        from bunproof.report import output
        from bunproof.report.text import Page

        output.write(options.output, "".join(_parts(outcome, options, Page(limit=_WIDTH))))
    if in_actions and outcome.diagnostics and (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        from bunproof.report import summary

        summary.append(path, outcome)


def say(text: str) -> None:
    """Write to stdout: UTF-8 whatever the locale, except that a terminal keeps its encoding and must not break."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper) and stream.errors != "replace":
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    stream.write(text)


def _parts(outcome: Outcome, options: Options, page: Page) -> Iterator[str]:
    """The report in pieces that end with a line feed. Each format imports its own."""
    found = outcome.diagnostics
    if options.format == "json":
        from bunproof.report import json

        yield json.render(found) + "\n"
    elif options.format == "sarif":
        from bunproof.report import sarif

        yield sarif.render(found, outcome.project) + "\n"
    elif options.format == "github":
        from bunproof.report import github

        yield from (command + "\n" for command in github.commands(found, outcome.project.root))
    else:
        yield from _for_people(outcome, options, page)


def _for_people(outcome: Outcome, options: Options, page: Page) -> Iterator[str]:
    from bunproof.report import text

    yield from (text.concise(each, page, "fixed") + "\n" for each in outcome.fixed)
    if options.format == "concise":
        yield from (text.concise(each, page) + "\n" for each in outcome.diagnostics)
    else:
        yield from (block + "\n" for block in text.full(outcome.diagnostics, page))
    if options.diff:
        yield from (line + "\n" for line in _diff(outcome, options, page))
    if options.format == "full":
        yield page.style.code(text.summary(outcome.diagnostics, outcome.files, outcome.fixed)) + "\n"


def _diff(outcome: Outcome, options: Options, page: Page) -> Iterator[str]:
    from bunproof import fixes
    from bunproof.report import diff

    chosen = fixes.choose(outcome.diagnostics, outcome.project, unsafe=options.unsafe_fixes)
    yield from diff.render(fixes.rewrites(chosen, outcome.project), page.style)


def _page(outcome: Outcome, options: Options) -> Page:
    from shutil import get_terminal_size

    from bunproof.report.style import choose
    from bunproof.report.text import Page

    limit = max(_LEAST, get_terminal_size((_WIDTH, 0)).columns - 10) if sys.stdout.isatty() else _WIDTH
    folder = os.path.realpath(os.getcwd()).replace(os.sep, "/")
    return Page(choose(options.color, sys.stdout), limit, outcome.project.root, folder)
