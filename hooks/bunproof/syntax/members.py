"""The string members of JSON and its dialects, wherever they stand: what is left of a file that no parser takes."""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MEMBER = expression(r'"((?:[^"\\\n]|\\.){1,120})"[ \t]*:\s{0,80}"((?:[^"\\\n]|\\.)*)"')
_KEY = expression(
    r'(?m)(?:(?<=[{,\s])|^)([A-Za-z_$][\w$]*|\'[^\'\n]{1,120}\')[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
)


_COMMENT = expression(r"(?m)^\s*(?://|/\*|\*|#)")
_REACH = 400  # characters; a comment that begins further left on the line is not seen


def pairs(text: str, *, relaxed: bool = False) -> Iterator[Pair]:
    """Every `"key": "value"` outside of line comments; `relaxed` adds JSON5's bare and single-quoted ones."""
    commented = _commented if _COMMENT.search(text) else _never
    for found in _MEMBER.finditer(text):
        if not commented(text, found.start()):
            yield Pair(found[1], found[2], found.start(2), found.end(2), quoted=True)
    if relaxed:
        for found in _KEY.finditer(text):
            if not commented(text, found.start()):
                yield Pair(found[1].strip("'"), found[2][1:-1], found.start(2) + 1, found.end(2) - 1, quoted=True)


def _commented(text: str, at: int) -> bool:
    start = text.rfind("\n", max(at - _REACH, 0), at) + 1
    if not start and at > _REACH:
        return False
    return text[start:at].lstrip().startswith(("//", "/*", "*", "#"))


def _never(_text: str, _at: int) -> bool:
    return False
