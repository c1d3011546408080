"""The version of Bun's types that `bun.lock` holds: a hint at which Bun the code was written for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.bun.exports_data import TYPES_PACKAGE
from bunproof.bun.pins import Pin
from bunproof.bun.releases import allowed
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source

NAME = "bun.lock"

_LOCKED = re.compile(rb'^\s*"(bun-types|@types/bun)":\s*\[\s*"(?:bun-types|@types/bun)@(\d[\w.-]*)', re.MULTILINE)


def pins(source: Source) -> Iterator[Pin]:
    """The locked `bun-types`, or else `@types/bun`, as the Bun that they describe."""
    found = {match[1].decode(): match for match in _LOCKED.finditer(source.data)}
    for name in ("bun-types", "@types/bun"):
        match = found.get(name)
        if match is None:
            continue
        text = match[2].decode()
        meaning = allowed(TYPES_PACKAGE.get(text, text) if name == "@types/bun" else text)
        if meaning is not None:
            span = Span(source.offset(match.start(2)), source.offset(match.end(2)))
            yield Pin(text, source.path, source.position(span.start).line, name, span, meaning, hint=True)
            return
