"""Changes to a configuration that keep its comments and its layout: the smallest edits of the text itself.

Every fix takes a key path of a document that could be read, and is None where no small edit does it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.diagnostics import Edit, Fix
from bunproof.source import Span
from bunproof.syntax.toml_scan import HEADER
from bunproof.syntax.toml_values import DOTTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bunproof.syntax.document import Document, KeyPath, Node

_PART = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+")


def quote_value(document: Document, path: KeyPath) -> Fix:
    """Put a bare value, such as a TOML date, into quotes."""
    span = document.locate(path, "value")
    written = document.source.text[span.start : span.end]
    return Fix(
        f'write `"{written}"`', safe=True, edits=(Edit(document.source.path, span.start, span.end, f'"{written}"'),)
    )


def replace_value(document: Document, path: KeyPath, value: str, *, safe: bool) -> Fix:
    """Put another string in the place of a value."""
    span = document.locate(path, "value")
    return Fix(f'write `"{value}"`', safe, (Edit(document.source.path, span.start, span.end, f'"{value}"'),))


def rename_key(document: Document, path: KeyPath, name: str) -> Fix | None:
    """Write another name for a key, in all the headers that hold it; `name` is a bare key.

    None where the new name is already there, or where the key is spread over several dotted keys.
    """
    node, parent = document.node(path), document.node(path[:-1])
    if node is None or parent is None or not isinstance(parent.children, dict) or name in parent.children:
        return None
    if node.state == DOTTED:
        return None
    spans = {node.key} if node.header is None or not _in_header(node) else set(_header_parts(document, path, node))
    text = document.source.text
    edits = []
    for span in sorted(spans):
        quote = text[span.start] if text[span.start] in "\"'" else ""
        edits.append(Edit(document.source.path, span.start, span.end, f"{quote}{name}{quote}"))
    return Fix(f"write `{name}`", safe=True, edits=tuple(edits))


def move_up(document: Document, paths: Sequence[KeyPath], scope: KeyPath) -> Fix | None:
    """Move TOML keys out of the one table that took them, to the end of the keys of `scope` (empty, or `env.NAME`).

    All of them in one change, with the comments above them. None if one of them cannot be moved.
    """
    nodes = [document.node(path) for path in paths]
    table, target = document.node(paths[0][:-1]), document.node(scope)
    if table is None or target is None:
        return None
    text = document.source.text
    at, before, after = _end_of_keys(document, scope, target)
    moved, edits = "", []
    for node in nodes:
        if node is None or node.state == DOTTED:
            return None
        lines = _lines(text, node, table)
        if lines.start < at:
            return None
        part = text[lines.start : lines.end]
        moved += part if part.endswith("\n") else part + "\n"
        edits.append(Edit(document.source.path, lines.start, lines.end, ""))
    where = f"`[{'.'.join(map(_key, scope))}]`" if scope else "the top level"
    names = " and ".join(f"`{path[-1]}`" for path in paths)
    insertion = Edit(document.source.path, at, at, before + moved + after)
    return Fix(f"move {names} to {where}", safe=True, edits=(insertion, *edits))


def _in_header(node: Node) -> bool:
    """Whether a node's name stands in a table header and not before an equals sign."""
    if isinstance(node.children, list) and node.children:
        return _in_header(node.children[0])
    return node.header is not None and node.header.start <= node.key.start < node.header.end


def _header_parts(document: Document, path: KeyPath, node: Node) -> Iterator[Span]:
    """The key in its own headers and in those of all tables below it."""
    text = document.source.text
    depth = sum(isinstance(step, str) for step in path) - 1
    for header in {each.header for each in _below(node) if each.header is not None}:
        parts = list(_PART.finditer(text, header.start, header.end))
        yield Span(*parts[depth].span())


def _below(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        each = stack.pop()
        yield each
        children = each.children or ()
        stack.extend(children.values() if isinstance(children, dict) else children)


def _lines(text: str, node: Node, table: Node) -> Span:
    """The whole lines of a key of a table and its value, with the comment lines directly above."""
    before = max((each.value.end for each in _below(table) if each.value.end <= node.key.start), default=0)
    start = text.rfind("\n", 0, node.key.start) + 1
    above = text.rfind("\n", 0, start - 1) + 1
    while above > before and text[above:start].lstrip().startswith("#"):
        start, above = above, text.rfind("\n", 0, above - 1) + 1
    end = text.find("\n", node.value.end)
    return Span(start, len(text) if end < 0 else end + 1)


def _end_of_keys(document: Document, scope: KeyPath, target: Node) -> tuple[int, str, str]:
    """Where a key of `scope` can be added, and what to write before and after it."""
    text = document.source.text
    assert isinstance(target.children, dict)
    if scope and target.state != HEADER:
        first = min(each.header.start for each in _below(target) if each.header is not None)
        line = text.rfind("\n", 0, first) + 1
        return line, f"[{'.'.join(map(_key, scope))}]\n", "\n"
    direct = [each for each in target.children.values() if each.header == target.header and not _in_header(each)]
    ends = [each.value.end for child in direct for each in _below(child)] + (
        [target.header.end] if target.header else []
    )
    if not ends:
        return 0, "", "\n"
    end = text.find("\n", max(ends))
    return (len(text), "\n", "") if end < 0 else (end + 1, "", "")


def _key(part: str | int) -> str:
    return str(part) if re.fullmatch(r"[A-Za-z0-9_-]+", str(part)) else f'"{part}"'
