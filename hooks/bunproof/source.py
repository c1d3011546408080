"""Text and places in it: the only code that turns an offset into a line and a column.

Offsets are 0-based code points of `Source.text` (which has no byte order mark), ends are exclusive. Lines and columns
are 1-based; a column counts code points. Lines end at LF, as git and GitHub count them.
"""

from __future__ import annotations

from bisect import bisect_right
from codecs import BOM_UTF8
from typing import NamedTuple

_BLOCK = 1024  # bytes; a place costs a count over at most this many
_CONTINUATION = bytes(range(0x80, 0xC0))


class Span(NamedTuple):
    """A half-open range of code point offsets."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count: both 1-based, the column in code points."""

    line: int
    column: int


class Location(NamedTuple):
    """A span that has been looked up: all a report needs, so that the file need not be read again.

    `excerpt` is the whole first line of the span, without its line ending. Reports mask secrets in it.
    """

    path: str
    span: Span
    start: Position
    end: Position
    excerpt: str


class Source:
    """One file as it was judged: its path below the repository (with `/`), its bytes and its text.

    Invalid UTF-8 becomes U+FFFD, as in Bun and wrangler; such a source is `lossy` and must not be rewritten. `foreign`
    says that `data` is a translation of the file's bytes: it is lossy too.
    """

    __slots__ = ("_ascii", "_foreign", "_marks", "_starts", "_text", "_utf8", "bom", "data", "path")

    def __init__(self, path: str, data: bytes, *, foreign: bool = False) -> None:
        self.path = path
        self._foreign = foreign
        self.bom = data.startswith(BOM_UTF8)
        self.data = data[len(BOM_UTF8) :] if self.bom else data
        self._ascii = self.data.isascii()
        self._text: str | None = None
        self._utf8: bytes | None = None
        self._starts: list[int] | None = None
        self._marks: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.data)} bytes)"

    @property
    def text(self) -> str:
        """The file as code points, without a byte order mark, line endings as they are."""
        if self._text is None:
            self._text = self.data.decode("utf-8", "replace")
        return self._text

    @property
    def lossy(self) -> bool:
        """Whether the file's bytes are not valid UTF-8."""
        return self._foreign or (not self._ascii and self.text.encode("utf-8", "replace") != self.data)

    @property
    def utf8(self) -> bytes:
        """`text` as UTF-8: what to hand to a parser that speaks bytes, for `offset` to translate back."""
        if self._utf8 is None:
            self._utf8 = self.data if self._ascii else self.text.encode()
        return self._utf8

    def offset(self, byte: int) -> int:
        """The code point offset of a byte offset into `utf8`."""
        if self._ascii:
            return byte
        marks = self._byte_marks()
        block = min(byte // _BLOCK, len(marks) - 1)
        return marks[block] + len(self.utf8[block * _BLOCK : byte].translate(None, _CONTINUATION))

    def position(self, offset: int) -> Position:
        """Line and column of a code point offset; the end of the text is a valid place."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line_count(self) -> int:
        """How many lines there are; text after the last line feed is a line, an empty rest is not."""
        return len(self._line_starts()) - (self.text.endswith("\n") or not self.text)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line ending. Raises IndexError for a line that is not there."""
        starts = self._line_starts()
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def locate(self, span: Span) -> Location:
        """Look a span up. Offsets outside the text are pulled to its edges."""
        size = len(self.text)
        start = min(max(span[0], 0), size)
        end = min(max(span[1], start), size)
        first = self.position(start)
        bounds = self.line_span(first.line)
        return Location(self.path, Span(start, end), first, self.position(end), self.text[bounds.start : bounds.end])

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            starts = [0]
            at = self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def _byte_marks(self) -> list[int]:
        """How many code points start before each block of `utf8`."""
        if self._marks is None:
            self._marks = [0]
            for at in range(0, len(self.utf8) - _BLOCK, _BLOCK):
                self._marks.append(self._marks[-1] + len(self.utf8[at : at + _BLOCK].translate(None, _CONTINUATION)))
        return self._marks
