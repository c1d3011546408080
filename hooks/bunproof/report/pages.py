"""A rule's documentation page: its module's docstring, in parts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from bunproof.rules import load_rule, rule_module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.rules import Rule

FENCE = "```"


class Block(NamedTuple):
    """A fenced block: the language and the path of its info string, and its text."""

    language: str
    path: str
    text: str


class Page(NamedTuple):
    """`summary` is the docstring's first line, `body` the Markdown after it."""

    rule: Rule
    summary: str
    body: str

    def section(self, title: str) -> str:
        """The Markdown below a second-level heading, empty where the page has none of this title."""
        lines: list[str] = []
        inside = fenced = False
        for line in self.body.splitlines(keepends=True):
            fenced ^= line.startswith(FENCE)
            if line.startswith("## ") and not fenced:
                inside = line.strip() == f"## {title}"
            elif inside:
                lines.append(line)
        return "".join(lines).strip()


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
        if line.startswith(FENCE):
            example.append(block(line, lines))
        elif line.strip() and example:
            yield example
            example = []
    if example:
        yield example


def block(opening: str, rest: Iterator[str]) -> Block:
    """The block that an opening fence starts; takes its lines from the rest, its closing fence too."""
    content = []
    for line in rest:
        if line.rstrip() == FENCE:
            break
        content.append(line + "\n")
    language, _, path = opening.strip("`").strip().partition(" ")
    return Block(language, path.strip(), "".join(content))
