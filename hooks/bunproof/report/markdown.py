"""Markdown for a terminal: as much of it as the rules' pages use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.report.pages import FENCE, block
from bunproof.report.width import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.report.style import Style

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")
_INDENT = "    "


def render(text: str, style: Style, limit: int) -> Iterator[str]:
    """The lines of a text: headings bold, blocks indented under the name of their file, paragraphs `limit` wide."""
    paragraph: list[str] = []
    lines = iter(text.splitlines())
    for line in lines:
        plain = line.strip() and not line.startswith(("#", FENCE, "|"))
        if not plain or _ITEM.match(line):
            yield from _flow(paragraph, style, limit)
            paragraph = []
        if plain:
            paragraph.append(line.strip())
        elif line.startswith(FENCE):
            name, *code = _block(line, lines)
            yield from [style.paint("dim", name), *code] if name else code
        elif line.startswith("#"):
            yield style.paint("bold", line.lstrip("#").strip())
        else:
            yield line
    yield from _flow(paragraph, style, limit)


def _flow(paragraph: list[str], style: Style, limit: int) -> Iterator[str]:
    if paragraph:
        text = _LINK.sub(_link, " ".join(paragraph))
        item = _ITEM.match(text)
        yield from (style.code(line) for line in wrap(text, limit, " " * item.end() if item else ""))


def _link(match: re.Match[str]) -> str:
    return match[1] if match[1] == match[2] else f"{match[1]} ({match[2]})"


def _block(opening: str, lines: Iterator[str]) -> Iterator[str]:
    _, path, text = block(opening, lines)
    yield f"  {path}" if path else ""
    for line in text.splitlines():
        yield f"{_INDENT}{line}".rstrip()
