"""`.env`, `.dev.vars` and the like: `NAME=value`, `export NAME="value"`, with comments. Keeps the last line's value."""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair, closing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = expression(r"(?m)^[ \t]*(?:export[ \t]+)?([^\W\d][\w.\-]*)[ \t]*[=:][ \t]*")
_LONGEST = 65_536  # no credential is longer; a quote that never closes must not swallow the file again for every line


def pairs(text: str) -> Iterator[Pair]:
    """Every assignment, in order. Quoted values may span lines."""
    at = 0
    while found := _NAME.search(text, at):
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        start = found.end()
        close = (
            closing(text, start, min(start + _LONGEST, len(text))) if text[start : start + 1] in {'"', "'", "`"} else -1
        )
        if close > 0:
            yield Pair(found[1], text[start + 1 : close], start + 1, close, quoted=True)
            at = max(close, start)
            at = max(at, end)
            continue
        value = _uncommented(text[start:end])
        yield Pair(found[1], value, start, start + len(value))
        at = end


def _uncommented(value: str) -> str:
    at = value.find(" #")
    tab = value.find("\t#")
    cut = min(each for each in (at, tab, len(value)) if each >= 0)
    return "" if value.startswith("#") else value[:cut].rstrip()
