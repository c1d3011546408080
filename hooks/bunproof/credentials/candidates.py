"""Places in program text where a credential's name stands before a string, found as bytes.

This runs over every file of a repository that has such a word at all: patterns begin with literal text, which a byte search
finds several times faster than anything else, and look no further than a bounded window.
"""

from __future__ import annotations

from bunproof.credentials import suspicion
from bunproof.expression import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.spotting import Spotted

_GIVEN = rb"""[\w$\-]{0,40}["'`\\)\]!]{0,4}\s{0,8}(?:(?<=\s)(?=[\"'])|[:=,(]|\|\||\?\?|\?:|or\s)[^\n"'`]{0,240}(?:["'`]|\n\s{0,60}["'`])"""
_BEFORE = {b"key": rb"(?<=[a-z0-9_\-]key)", b"pass": rb"(?:w|_|phrase|code|(?=[\"'`\s:=|?,)\]]))"}
_PATTERNS = {name: expression(name + _BEFORE.get(name, b"") + _GIVEN) for name in suspicion.NAMES}
_PATTERNS[suspicion.LOGIN] = expression(rb"""://[^\s/:@"'`<>]{0,64}:[^\s/@"'`]{1,200}@""")
_REACH_BEFORE, _REACH_AFTER = 240, 600
_LONG_LINE = 2_000


def windows(data: bytes, found: Spotted | None = None) -> Iterator[tuple[int, int]]:
    """The byte ranges worth reading, in order and apart: whole lines, or parts of very long ones.

    `found` is as in `Check.visit`.
    """
    lowered = data.lower()
    starts = sorted(_starts(lowered, found if found and found.lowered == lowered else None))
    done = 0
    for at in starts:
        if at < done:
            continue
        start = data.rfind(b"\n", max(done, at - _LONG_LINE), at) + 1
        start = max(start or at - _REACH_BEFORE, done) if start or at - done > _LONG_LINE else done
        end = _end(data, at)
        while end < len(data) and 0x80 <= data[end] <= 0xBF:  # noqa: PLR2004 - inside a character
            end += 1
        while start > done and 0x80 <= data[start] <= 0xBF:  # noqa: PLR2004
            start -= 1
        yield start, end
        done = end


def _starts(lowered: bytes, found: Spotted | None) -> Iterator[int]:
    """Where a pattern matches, none of them within a match of itself: each begins with a name."""
    done: dict[bytes, int] = {}
    for at, name in sorted(found.places() if found else suspicion.places(lowered)):
        pattern = _PATTERNS.get(name)
        if pattern and at >= done.get(name, 0):
            given = pattern.match(lowered, at)
            if given:
                done[name] = given.end()
                yield at


def _end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at, at + _LONG_LINE)
    if end < 0:
        return min(at + _REACH_AFTER, len(data))
    if data[max(at, end - 12) : end].rstrip().endswith(suspicion.OPEN):
        following = data.find(b"\n", end + 1, end + 400)
        return following if following > 0 else min(len(data), end + 400)
    return end
