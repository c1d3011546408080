"""Assignments in scripts: POSIX shells, fish, PowerShell, batch files and Dockerfiles."""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair, closing

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_LINE = expression(
    r"(?m)^[ \t]*(?!#|//|::|(?i:rem|echo|printf|write-|print|log|info|warn|error|cat|set[ ]/p)\b|\s)(?P<rest>[^\n]+)"
)
_ASSIGNED = expression(
    r"""(?x)(?P<power>\$(?:env:|global:|script:)?(?P<pkey>[^\W\d]\w*)[ \t]*=[ \t]*(?=["']))
    |(?P<spaced>\b(?:ENV|ARG|setx|set[ ]-[gxUl]+|SetEnvironmentVariable)[ \t(]+["']?(?P<skey>[^\W\d]\w*)["']?(?:,[ \t]*|[ \t]+)(?=[^\s=]))
    |(?P<plain>(?:^|(?<=[\s;&|("'{]))(?:--)?(?P<key>[^\W\d][\w-]*)=(?=[^=\s]))
    |(?P<colon>:[ ]+["']?\$\{(?P<ckey>\w+):?[=-])"""
)
_HEADER = expression(
    r"""(?i)(?<![\w-])(?P<key>Authorization|X-[\w-]{0,60}?(?:Key|Token|Secret)[\w-]{0,60}):[ ]*(?P<value>[^"'\n\\]+)\\?["']"""
)
_END = expression(r"[\s;&|)]")


def pairs(text: str) -> Iterator[Pair]:
    """Every assignment outside of comments and printed text."""
    for line in _LINE.finditer(text):
        start, end = line.span("rest")
        at = start
        while found := _ASSIGNED.search(text, at, end):
            key = found["pkey"] or found["skey"] or found["key"] or found["ckey"]
            first, last, quoted = _value(text, found, start, end)
            yield Pair(key, text[first:last], first, last, fallback=bool(found["ckey"]), quoted=quoted)
            at = max(last, found.end(), at + 1)
        for found in _HEADER.finditer(text, start, end):
            yield Pair(found["key"], found["value"], *found.span("value"), quoted=True)


def _value(text: str, found: re.Match[str], start: int, end: int) -> tuple[int, int, bool]:
    first = found.end()
    if found["ckey"]:
        close = _closing_brace(text, first, end, 1)
        return first, end if close < 0 else close, False
    if text[first : first + 1] in {'"', "'"}:
        close = closing(text, first, end)
        return (first + 1, close, True) if close > 0 else (first + 1, end, True)
    if text[start : start + 4].lower() == "set " or " set " in text[max(start, first - 80) : first].lower():
        close = text.find('"', first, end)  # a batch file's value goes on to the end of the line
        return first, end if close < 0 else close, False
    opener = text[found.start() - 1 : found.start()]
    if opener in {'"', "'"}:
        close = text.find(opener, first, end)
        return first, end if close < 0 else close, True
    if text.startswith(("$(", "${"), first):
        close = text.find(")", first, end) if text[first + 1] == "(" else _closing_brace(text, first, end, 0)
        return first, end if close < 0 else close + 1, False
    stop = _END.search(text, first, end)
    return first, end if stop is None else stop.start(), False


def _closing_brace(text: str, at: int, limit: int, depth: int) -> int:
    """Where the brace closes that is open at `depth`: `${A:-${B}}` has another inside; -1 if it does not."""
    for place in range(at, limit):
        if text[place] == "{":
            depth += 1
        elif text[place] == "}":
            depth -= 1
            if depth == 0:
                return place
    return -1
