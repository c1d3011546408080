"""TOML 1.1 as wrangler's reader (smol-toml 1.9.0) takes it.

`tomli` reads the same language but for three things, which the slow reading judges instead: a day that its month does
not have rolls over into the next month (`2025-02-30` is accepted), an integer beyond 2^53 - 1 is an error, and nesting
is possible to a depth of a thousand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tomli

from bunproof.source import Span
from bunproof.syntax.document import Document, Problem, Scan, depth_exceeds, plain

if TYPE_CHECKING:
    from bunproof.source import Source

# A number that may be too big: sixteen digits, or another base with at least fourteen of them.
_LONG_NUMBER = re.compile(r"[0-9](?:_?[0-9]){15}|0[xob][0-9A-Fa-f](?:_?[0-9A-Fa-f]){12}")


def read(source: Source) -> Document:
    """Read a TOML file."""
    text = source.text
    if text.startswith("\ufeff"):  # a second byte order mark: wrangler takes one off the file, and one off the text
        text = f" {text[1:]}"

    def scan() -> Scan:
        from bunproof.syntax.toml_scan import scan as scan_  # only where there is something to say

        return scan_(text)

    refused: tomli.TOMLDecodeError | None = None
    try:
        data = tomli.loads(text)
        if not _LONG_NUMBER.search(text) and not depth_exceeds(data):
            return Document(source, data, None, scan)
    except RecursionError:
        pass
    except tomli.TOMLDecodeError as error:
        refused = error
    scanned = scan()
    problem = scanned.problem
    if problem is None and refused is not None and "date" not in refused.msg:
        problem = Problem(_first_lower(refused.msg), Span(refused.pos, refused.pos + 1))
    return Document(source, None if problem else plain(scanned.root), problem, lambda: scanned)


def _first_lower(message: str) -> str:
    return message[:1].lower() + message[1:]
