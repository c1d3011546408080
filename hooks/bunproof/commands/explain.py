"""`bunproof explain RULE`: a rule's page, in the terminal. A hook's id stands for all of its rules."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from bunproof.about import rule_url
from bunproof.errors import UsageError
from bunproof.report import markdown, say
from bunproof.report.pages import load_page
from bunproof.report.style import choose
from bunproof.rules import rule_ids
from bunproof.settings import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.arguments import Options
    from bunproof.report.style import Style

_WIDEST = 100  # longer lines are hard to read


def run(options: Options) -> int:
    """Print the pages. Raises UsageError for a name that is neither a rule's nor a hook's."""
    if not options.paths:
        raise UsageError("which rule? `bunproof rules` lists them")
    wanted = [rule_id for name in options.paths for rule_id in _rules(name)]
    style = choose(options.color, sys.stdout)
    limit = min(get_terminal_size((_WIDEST, 0)).columns, _WIDEST)
    say("\n\n".join("\n".join(_page(rule_id, style, limit)) for rule_id in wanted) + "\n")
    return 0


def _rules(name: str) -> list[str]:
    known = rule_ids()
    name = name.strip("[]`")  # as copied from a report
    if name in known:
        return [name]
    of_hook = [rule_id for rule_id, hook in known.items() if hook == name]
    if not of_hook:
        raise unknown("rule", name, (*known, *dict.fromkeys(known.values())))
    return of_hook


def _page(rule_id: str, style: Style, limit: int) -> Iterator[str]:
    page = load_page(rule_id)
    rule = page.rule
    mirrors = f", {rule.mirrors}'s own verdict" if rule.mirrors else ""
    yield f"{style.paint(rule.severity, f'{rule.severity}[{rule_id}]')} of {rule.hook}{mirrors}"
    yield ""
    yield from markdown.render(f"{page.summary}\n\n{page.body}", style, limit)
    yield ""
    yield style.link(rule_url(rule_id), rule_url(rule_id))
