"""Names and values in XML configuration: attributes, `key`/`value` attributes, and elements with text."""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ELEMENT = expression(r"<([A-Za-z_][\w.\-]{0,120})>([^<>\n]{1,4096})</")
_NAMED = expression(r'\b(?:key|name)="([^"\n]{1,200})"[^<>\n]{0,200}?\bvalue="([^"\n]*)"')
_ATTRIBUTE = expression(r'\b([A-Za-z_][\w.\-]{0,120})="([^"\n]*)"')
_PLIST = expression(r"<key>([^<\n]{1,200})</key>\s{0,40}<string>([^<\n]*)<")


def pairs(text: str) -> Iterator[Pair]:
    """Every named text of a document."""
    for pattern in (_ELEMENT, _NAMED, _ATTRIBUTE, _PLIST):
        for found in pattern.finditer(text):
            yield Pair(found[1], found[2], *found.span(2), quoted=True)
