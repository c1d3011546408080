"""Who answers for a file, from CODEOWNERS, as GitHub reads it: the first file found, and in it the last match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bunproof.errors import Unreadable

if TYPE_CHECKING:
    from bunproof.tree import Tree

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


class Line(NamedTuple):
    """A pattern as a regular expression over whole paths, and its owners, of whom there may be none."""

    pattern: re.Pattern[str]
    owners: tuple[str, ...]


def load(tree: Tree) -> list[Line]:
    """The lines of the repository's CODEOWNERS; none where there is no such file."""
    for place in PLACES:
        if tree.is_file(place):
            try:
                return parse(tree.read(place).decode("utf-8-sig", "replace"))
            except Unreadable:
                return []
    return []


def parse(text: str) -> list[Line]:
    """The lines of a CODEOWNERS file. GitHub skips what it cannot read (`!`, `[`), and so do we."""
    lines = []
    for line in text.splitlines():
        pattern, *owners = re.split(r"(?<!\\)\s+", line.partition("#")[0].strip())
        if pattern and not pattern.startswith("!") and "[" not in pattern:
            lines.append(Line(re.compile(_expression(pattern.replace("\\ ", " "))), tuple(owners)))
    return lines


def owners(lines: list[Line], path: str) -> tuple[str, ...]:
    """The owners of a path below the repository's root."""
    for line in reversed(lines):
        if line.pattern.fullmatch(path):
            return line.owners
    return ()


def _expression(pattern: str) -> str:
    """A pattern of gitignore's kind: with a slash inside it is rooted, and a folder stands for all below it."""
    anywhere = "/" not in pattern.rstrip("/")
    folder = pattern.endswith("/")
    parts = pattern.strip("/").split("/")
    expression = "(?:.*/)?" if anywhere else ""
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            expression += ".*" if last else "(?:.*/)?"
        else:
            expression += _part(part) + ("" if last else "/")
    if folder:
        return f"{expression}/.*"
    # `docs/*` owns the files in docs, not those in folders below it.
    return expression if parts[-1] in {"*", "**"} and not anywhere else f"{expression}(?:/.*)?"


def _part(part: str) -> str:
    return "".join({"*": "[^/]*", "?": "[^/]"}.get(character, re.escape(character)) for character in part)
