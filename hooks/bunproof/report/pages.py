"""A rule's documentation page: its module's docstring, in parts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from bunproof.rules import load_rule, rule_module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.rules import Rule

_FENCE = "```"


class Page(NamedTuple):
    """`summary` is the docstring's first line, `body` the Markdown after it."""

    rule: Rule
    summary: str
    body: str

    def section(self, title: str) -> str:
        """The Markdown below a second-level heading, empty where the page has none of this title."""
        _, found, rest = f"\n{self.body}\n".partition(f"\n## {title}\n")
        return rest.partition("\n## ")[0].strip() if found else ""


class Block(NamedTuple):
    """A fenced block of an example: the language and the path of its info string, and the file's text."""

    language: str
    path: str
    text: str


def load_page(rule_id: str) -> Page:
    """The page of a rule. Raises KeyError for an id that is not in `rules.rule_ids()`."""
    rule = load_rule(rule_id)
    docstring = sys.modules[rule_module(rule_id)].__doc__ or rule.title  # `python -OO` strips docstrings
    summary, _, body = docstring.strip().partition("\n")
    return Page(rule, summary.strip(), body.strip())


def examples(section: str) -> Iterator[list[Block]]:
    """The examples of a *Fails* or *Passes* section: blocks directly after one another are the files of one."""
    example: list[Block] = []
    lines = iter(section.splitlines())
    for line in lines:
        if line.startswith(_FENCE):
            language, _, path = line.strip("`").strip().partition(" ")
            example.append(Block(language, path.strip(), _content(lines)))
        elif line.strip() and example:
            yield example
            example = []
    if example:
        yield example


def _content(lines: Iterator[str]) -> str:
    """The lines up to the closing fence."""
    content = []
    for line in lines:
        if line.rstrip() == _FENCE:
            break
        content.append(line + "\n")
    return "".join(content)
