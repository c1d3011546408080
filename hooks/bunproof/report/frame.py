"""A line of source with carets under it, aligned under tabs and wide characters, cropped around the caret."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bunproof.report import safe
from bunproof.report.width import cells, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bunproof.report.style import Style
    from bunproof.source import Location

_CUT = "…"


class Mark(NamedTuple):
    """What to underline: where, with which character, in which colour, and what to say beside it."""

    location: Location
    character: str
    kind: str
    label: str


def frame(marks: Sequence[Mark], gutter: int, limit: int, style: Style) -> Iterator[str]:
    """The lines of a frame for marks that stand on one line of one file, the first of them the one to keep in sight.

    `gutter` is how wide the line numbers are, `limit` how wide the source may get before it is cropped.
    """
    first = marks[0].location
    shown, starts = cells(safe.line(first.excerpt))
    spans = [_columns(mark.location, starts) for mark in marks]
    left, right = _window(spans[0], starts, limit)
    empty = bar(gutter, style)
    yield empty
    text = _cropped(shown, starts, left, right)
    yield f"{style.paint('gutter', f'{first.start.line:>{gutter}} |')} {text}".rstrip()
    offset = left - (width(_CUT) if left else 0)
    for mark, (start, end) in zip(marks, spans, strict=True):
        at = max(start - offset, 0)
        size = max(1, min(end, right) - max(start, left))
        line = style.paint(mark.kind, mark.character * size)
        label = style.paint(mark.kind, safe.words(mark.label)) if mark.label else ""
        yield f"{empty} {' ' * at}{line} {label}".rstrip()
    yield empty


def bar(gutter: int, style: Style) -> str:
    """The gutter of a line that has no number."""
    return style.paint("gutter", f"{' ' * gutter} |")


def _columns(location: Location, starts: list[int]) -> tuple[int, int]:
    """The columns (0-based, exclusive end) that a location takes on its first line."""
    last = len(starts) - 1
    start = min(location.start.column - 1, last)
    end = min(location.end.column - 1, last) if location.end.line == location.start.line else last
    return starts[start], starts[max(end, start)]


def _window(span: tuple[int, int], starts: list[int], limit: int) -> tuple[int, int]:
    """Which columns of a line to show: all if they fit, else those around the span's start."""
    total = starts[-1]
    if total <= limit:
        return 0, total
    before = max(limit // 3, limit - (total - span[0]))
    left = starts[bisect_left(starts, span[0] - before)]  # never through the middle of a wide character
    return left, min(total, left + limit)


def _cropped(shown: list[str], starts: list[int], left: int, right: int) -> str:
    kept = "".join(
        text for text, start, end in zip(shown, starts, starts[1:], strict=False) if start >= left and end <= right
    )
    return f"{_CUT if left else ''}{kept}{_CUT if right < starts[-1] else ''}"
