"""Reading a wrangler configuration: its data as wrangler sees it, and places when they are asked for."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import TYPE_CHECKING

from bunproof.source import Span
from bunproof.syntax.document import Document, Node, Problem, Scan

if TYPE_CHECKING:
    from bunproof.source import Source

Configuration = Document
_MARKS = (
    (BOM_UTF32_LE, "UTF-32 LE"), (BOM_UTF32_BE, "UTF-32 BE"), (BOM_UTF16_LE, "UTF-16 LE"), (BOM_UTF16_BE, "UTF-16 BE"),
)  # fmt: skip


def read(source: Source) -> Configuration:
    """Read a `.toml`, `.json` or `.jsonc` file. Any other file is an empty configuration, as it is to wrangler.

    What cannot be read has a `problem`, whose place is the one that wrangler prints.
    """
    for mark, name in _MARKS:
        if source.data.startswith(mark):
            problem = Problem(f"the file is encoded in {name}", Span(0, 0), "save it as UTF-8")
            return _empty(source, None, problem)
    if source.path.endswith(".toml"):
        from bunproof.syntax import toml

        return toml.read(source)
    if source.path.endswith((".json", ".jsonc")):
        from bunproof.syntax import jsonc

        return jsonc.read(source)
    return _empty(source, {}, None)


def _empty(source: Source, data: object, problem: Problem | None) -> Configuration:
    root = Node(Span(0, 0), Span(0, 0))
    root.children = {}
    return Configuration(source, data, problem, lambda: Scan(root, problem))
