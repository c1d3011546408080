"""How a client counts: lines that end at LF, CRLF or a lone CR, and columns in code units of an encoding."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDTHS = {"utf-8": ("utf-8", 1), "utf-32": ("utf-32-le", 4)}
_UTF16 = ("utf-16-le", 2)
_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text. `before` says how many characters of it the offsets that are asked for do not count."""

    def __init__(self, text: str, encoding: str, before: int = 0) -> None:
        self._text = text
        self._before = before
        self._codec, self._width = _WIDTHS.get(encoding, _UTF16)
        self._starts = [0, *(match.end() for match in _END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 0; one between CR and LF is before both."""
        at = min(max(offset + self._before, 0), len(self._text))
        if self._text[max(at - 1, 0) : at + 1] == "\r\n":
            at -= 1
        line = bisect_right(self._starts, at) - 1
        return line, self._units(self._text[self._starts[line] : at])

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else len(text.encode(self._codec, "surrogatepass")) // self._width


def saved(text: str) -> bytes:
    """The bytes that an editor would save. JSON can spell half a surrogate pair, which UTF-8 cannot hold."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
