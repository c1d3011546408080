"""The examples in a rule's docstring: consecutive fenced blocks are the files of one repository."""

from __future__ import annotations

import re
from importlib import import_module
from typing import NamedTuple

from bunproof.rules import RULES

_FENCE = re.compile(r"^```(?P<language>\S+) (?P<path>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """One repository of a rule's page, and whether it is shown to fail."""

    rule: str
    fails: bool
    number: int
    files: dict[str, str]

    @property
    def id(self) -> str:
        """How a test run names it."""
        return f"{self.rule}-{'fails' if self.fails else 'passes'}-{self.number}"


def docstrings() -> dict[str, str]:
    """Every rule's docstring, by id."""
    modules = {
        name.replace("_", "-"): import_module(f"{package}.{name}")
        for package, names in RULES.values()
        for name in names
    }
    return {rule_id: module.__doc__ or "" for rule_id, module in modules.items()}


def examples() -> list[Example]:
    """All examples of all rules."""
    return [example for rule_id, text in docstrings().items() for example in _examples(rule_id, text)]


def section(text: str, title: str) -> str:
    """The text below a heading of a docstring, up to the next heading outside of a fenced block."""
    lines: list[str] = []
    inside = fenced = False
    for line in text.splitlines(keepends=True):
        if line.startswith("```"):
            fenced = not fenced
        if line.startswith("## ") and not fenced:
            inside = line.strip() == f"## {title}"
        elif inside:
            lines.append(line)
    return "".join(lines)


def _examples(rule_id: str, text: str) -> list[Example]:
    found = []
    for title in ("Fails", "Passes"):
        groups: list[dict[str, str]] = []
        body = section(text, title)
        end = None
        for match in _FENCE.finditer(body):
            if end is None or body[end : match.start()].strip():
                groups.append({})
            groups[-1][match["path"]] = match["text"]
            end = match.end()
        found += [Example(rule_id, title == "Fails", number, files) for number, files in enumerate(groups, 1)]
    return found
