"""JSON and JSONC as wrangler's reader (jsonc-parser 3.2.0, trailing commas allowed) takes them.

Comments and trailing commas, and nothing more: `{,}`, single quotes, `NaN`, hexadecimal numbers and unquoted names are
errors. The last of several equal keys wins.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bunproof.syntax.document import Document, Node, Scan, depth_exceeds, plain

if TYPE_CHECKING:
    from bunproof.source import Source

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)'
_COMMENT = re.compile(rf"{_STRING}|(?P<comment>//[^\r\n]*|/\*.*?(?:\*/|\Z))", re.DOTALL)
_COMMA = re.compile(rf"{_STRING}|(?P<stray>[\[{{,:][ \t\r\n]*,)|(?P<trailing>,)(?=[ \t\r\n]*[\]}}])", re.DOTALL)
_VISIBLE = re.compile(r"[^\r\n]")
_FAILED = object()


def read(source: Source) -> Document:
    """Read a JSON file that may hold comments and trailing commas."""

    def scan() -> Scan:
        from bunproof.syntax.jsonc_scan import scan as scan_  # only where there is something to say

        return scan_(source.text)

    doubled: list[bool] = []
    if b"__proto__" not in source.data:
        data = _quick(source.text, doubled)
        if data is not _FAILED and not depth_exceeds(data):
            return Document(source, data, None, scan, doubled=bool(doubled))
    scanned = scan()
    data = None if scanned.problem else plain(_without_prototypes(scanned.root))
    return Document(source, data, scanned.problem, lambda: scanned, doubled=bool(scanned.duplicates))


def _quick(text: str, doubled: list[bool]) -> object:
    """The data by the interpreter's own strict reader, or `_FAILED`. `doubled` is filled where a key stands twice."""

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        table = dict(items)
        if len(table) < len(items):
            doubled.append(True)
        return table

    for lenient in (False, True):
        doubled.clear()
        try:
            strict = _COMMA.sub(_comma, _COMMENT.sub(_comment, text)) if lenient else text
            return json.loads(strict, object_pairs_hook=pairs, parse_constant=_refuse)
        except (ValueError, RecursionError):
            continue
    return _FAILED


def _comment(match: re.Match[str]) -> str:
    found = match["comment"]
    if found is None:
        return match[0]
    if found.startswith("/*") and not (found.endswith("*/") and len(found) > len("/*/")):
        raise ValueError(found)
    return _VISIBLE.sub(" ", found)


def _comma(match: re.Match[str]) -> str:
    if match["stray"] is not None:
        raise ValueError(match[0])
    return match[0] if match["trailing"] is None else " "


def _refuse(name: str) -> object:
    raise ValueError(name)


def _without_prototypes(root: Node) -> Node:
    """Drop the keys `__proto__`: the original sets an object's prototype by them, and they are not seen again."""
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node.children, dict):
            node.children.pop("__proto__", None)
            stack.extend(node.children.values())
        elif node.children is not None:
            stack.extend(node.children)
    return root
