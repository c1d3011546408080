"""How wide text is on a terminal, so that a caret stands under its token."""

from __future__ import annotations

import unicodedata

TAB = 4
_WIDE = frozenset("WF")
_JAMO = range(0x1160, 0x1200)  # vowels and finals, drawn into the syllable before them


def width(text: str) -> int:
    """Columns that text takes; it holds no tab (see `cells`)."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cells(text: str) -> tuple[list[str], list[int]]:
    """What to print for each code point, tabs as spaces, and the column (0-based) where each starts, with the end."""
    shown: list[str] = []
    starts = [0]
    for character in text:
        size = TAB - starts[-1] % TAB if character == "\t" else _width(character)
        shown.append(" " * size if character == "\t" else character)
        starts.append(starts[-1] + size)
    return shown, starts


def wrap(text: str, limit: int, indent: str = "") -> list[str]:
    """Text in lines of at most `limit` columns, broken at spaces; lines after the first start with `indent`."""
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        joined = f"{current} {word}" if current else word
        if current.strip() and width(joined) > limit:
            lines.append(current)
            current = indent + word
        else:
            current = joined
    return [*lines, current]


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if ord(character) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
