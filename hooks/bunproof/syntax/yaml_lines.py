"""Line by line, the scalars of YAML: mappings, lists of `NAME=value`, one-line flow mappings, and shell in block scalars."""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair, unquote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = expression(r"(?m)^[ \t]*(?:-[ \t]+)*(?![#\s])(?P<rest>[^\n]+)")
_MAPPING = expression(r"""(?P<q>["']?)(?P<key>[^\W\d][\w.\-/]{0,120})(?P=q)[ \t]*:(?:[ \t]+|$)(?P<value>[^\n]*)""")
_ASSIGNED = expression(r"""["']?(?:export[ \t]+)?(?P<key>[A-Za-z_][\w.]*)=(?P<value>[^\n]*)""")
_FLOW = expression(r"""[{,][ \t]*["']?([^\W\d][\w.\-]*)["']?[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^,}\n"']+)""")


def pairs(text: str) -> Iterator[Pair]:
    """Every scalar of a mapping, with its key; comments are left out."""
    for line in _LINE.finditer(text):
        start, end = line.span("rest")
        found = _MAPPING.match(text, start, end)
        if found is None:
            found = _ASSIGNED.match(text, start, end)
            if found is None:
                if text[start] == "{":
                    yield from _flow(text, start, end)
                continue
            last = end
            if text[start] in "\"'":
                last = max(text.find(text[start], found.start("value"), end), found.start("value"))
                last = end if last == found.start("value") else last
            yield _pair(text, found["key"], found.start("value"), last)
            continue
        first = found.start("value")
        if text[first : first + 1] == "{" and text[first : first + 2] != "{{":
            yield from _flow(text, first, end)
        else:
            yield _pair(text, found["key"], first, end)


def _pair(text: str, key: str, start: int, end: int) -> Pair:
    tag = text.startswith(("!!str ", "!!binary "), start)
    start = text.find(" ", start) if tag else start
    while text[start : start + 1] in {" ", "\t"}:
        start += 1
    if text[start : start + 1] == "&":
        start = max(text.find(" ", start, end), start)
    if text[start : start + 1] in {'"', "'"}:
        close = text.find(text[start], start + 1, end)
        if close > 0:
            return Pair(key, text[start + 1 : close], start + 1, close, quoted=True)
    cut = text.find(" #", start, end)
    start, end, quoted = unquote(text, start, end if cut < 0 else cut)
    value = text[start:end]
    if value in {"|", ">", "|-", ">-", "|+", ">+"} or value.startswith(("*", "[")):
        value = ""
    return Pair(key, value, start, start + len(value), quoted=quoted)


def _flow(text: str, start: int, end: int) -> Iterator[Pair]:
    for found in _FLOW.finditer(text, start, end):
        first, last, quoted = unquote(text, *found.span(2))
        yield Pair(found[1], text[first:last], first, last, quoted=quoted)
