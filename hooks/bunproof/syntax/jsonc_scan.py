"""The slow reading of JSON: every place, and where exactly a text stops being JSON.

The place of a problem is the one that wrangler prints: the start of the first token that does not fit.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bunproof.source import Span
from bunproof.syntax.document import DEPTH_LIMIT, Duplicate, Node, Problem, Scan, Stopped
from bunproof.syntax.jsonc_tokens import WORDS, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSER = {"{": "}", "[": "]"}


def scan(text: str) -> Scan:
    """Read `text` to its end or its first problem; what was read before it keeps its places."""
    reader = _Reader(text)
    problem = None
    try:
        reader.read()
    except Stopped as stopped:
        problem = stopped.problem
    return Scan(reader.root, problem, tuple(reader.duplicates))


class _Reader:
    """A reader without recursion: `open` holds the containers around the place it is at, outermost first."""

    def __init__(self, text: str) -> None:
        self.tokens: Iterator[Token] = tokens(text)
        self.root = Node(Span(0, 0), Span(0, 0))
        self.duplicates: list[Duplicate] = []
        self.open: list[tuple[Node, str, str | int]] = []

    def read(self) -> None:
        token = next(self.tokens)
        if token.kind == "end":
            raise Stopped(Problem("the file holds no value", token.span, "write `{}` for an empty configuration"))
        self.root = self._value(token, "")
        self.root.key = Span(self.root.value.start, self.root.value.start)
        token = next(self.tokens)
        after = False  # whether a value has just ended, so that only a comma or a closing bracket can follow
        while self.open:
            node, closer, _ = self.open[-1]
            if token.kind == closer:
                node.value = Span(node.value.start, token.span.end)
                self.open.pop()
                after = True
            elif token.kind == "end":
                raise Stopped(Problem(f"`{closer}` is missing at the end", token.span, f"add `{closer}`"))
            elif not after:
                after = self._member(node, token).children is None
            elif token.kind == ",":
                after = False
                token = next(self.tokens)
                if token.kind != closer:
                    after = self._member(node, token).children is None
                else:
                    continue
            else:
                raise Stopped(_unseparated(token, closer))
            token = next(self.tokens)
        if token.kind != "end":
            raise Stopped(Problem("the file should end here", token.span, "keep one value in the file"))

    def _member(self, parent: Node, token: Token) -> Node:
        if isinstance(parent.children, list):
            node = self._value(token, len(parent.children))
            parent.children.append(node)
            return node
        assert parent.children is not None
        if token.kind != "string":
            wanted = "a name in double quotes must stand here"
            raise Stopped(Problem(wanted, token.span, "remove the second comma" if token.kind == "," else ""))
        name = json.loads(token.text)
        colon = next(self.tokens)
        if colon.kind != ":":
            raise Stopped(Problem(f"`:` must follow the name {token.text}", colon.span, "write `:` before the value"))
        known = parent.children.get(name)
        if known is not None:
            path = (*(key for _, _, key in self.open[1:]), name)
            self.duplicates.append(Duplicate(path, token.span, known.key))
        node = self._value(next(self.tokens), name)
        node.key = token.span
        parent.children[name] = node
        return node

    def _value(self, token: Token, key: str | int) -> Node:
        node = Node(token.span, token.span)
        if token.kind in _CLOSER:
            if len(self.open) == DEPTH_LIMIT:
                raise Stopped(Problem(f"nested deeper than {DEPTH_LIMIT:,} levels", token.span, own=True))
            node.children = {} if token.kind == "{" else []
            self.open.append((node, _CLOSER[token.kind], key))
        elif token.kind == "word":
            node.data = WORDS[token.text]
        elif token.kind in {"string", "number"}:
            node.data = json.loads(token.text)
        else:
            raise Stopped(Problem("a value must stand here", token.span))
        return node


def _unseparated(token: Token, closer: str) -> Problem:
    if token.kind in {"}", "]"}:
        return Problem(f"`{token.kind}` closes what `{closer}` must close", token.span, f"write `{closer}` first")
    return Problem("a comma is missing before this", token.span, "write `,` after the value before it")
