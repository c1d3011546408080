"""TOML's values: scalars, arrays and inline tables, without recursion. Positions of problems are smol-toml 1.9.0's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.source import Span
from bunproof.syntax.document import DEPTH_LIMIT, Node, Problem, Stopped
from bunproof.syntax.toml_scalars import scalar

if TYPE_CHECKING:
    from bunproof.syntax.toml_text import KeyPart, Text

_CLOSERS = {"[": "]", "{": "}"}
CLOSED = 5  # the state of a node that takes no more keys
DOTTED = 2  # the state of a table that dotted keys made


class _Open:
    """An array or inline table whose end has not been met, and the key that its next value is for."""

    __slots__ = ("closer", "key", "node", "table")

    def __init__(self, node: Node, closer: str) -> None:
        self.node = node
        self.closer = closer
        self.table = node
        self.key: KeyPart | None = None


class Values:
    """Reads one value after the other from a text."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def read(self, key: Span, header: Span | None) -> Node:
        """The value that starts here. `key` is the place of the name that it is set by."""
        around: list[_Open] = []
        while True:
            node = self._start(header, around)
            if node.children is not None:
                if self._member(around[-1], first=True):
                    continue
                around.pop()
            while True:
                node.value = Span(node.value.start, self.text.at)
                if not around:
                    node.key = key
                    return node
                _put(around[-1], node)
                if self._another(around[-1]):
                    break
                node = around.pop().node

    def _start(self, header: Span | None, around: list[_Open]) -> Node:
        text = self.text
        start = text.at
        node = Node(Span(start, start + 1), Span(start, start + 1), header=header, state=CLOSED)
        closer = _CLOSERS.get(text.peek())
        if closer is None:
            node.data = scalar(text, around[-1].closer if around else "")
            return node
        if len(around) == DEPTH_LIMIT:
            raise Stopped(Problem(f"nested deeper than {DEPTH_LIMIT:,} levels", text.here()))
        node.children = [] if closer == "]" else {}
        around.append(_Open(node, closer))
        text.at += 1
        return node

    def _member(self, inside: _Open, *, first: bool) -> bool:
        """Step to the next value of a container; False where the container ends instead."""
        text = self.text
        if text.ended:
            raise Stopped(Problem(f"`{inside.closer}` is missing", _opener(inside), f"add `{inside.closer}`"))
        self._skip(inside)
        if text.peek() == inside.closer:
            if not first and inside.closer == "}":
                text.newer.append(
                    Problem("TOML 1.0 takes no comma before `}`", text.here(), "remove the comma before it")
                )
            text.at += 1
            return False
        if inside.closer == "}":
            self._key(inside)
        return True

    def _another(self, inside: _Open) -> bool:
        """After a value: whether another one follows."""
        text = self.text
        self._skip(inside)
        here = text.peek()
        if here == inside.closer:
            text.at += 1
            return False
        if here != ",":
            message = f"`,` or `{inside.closer}` must follow a value here"
            raise Stopped(Problem(message, text.here(), f"add `,` or `{inside.closer}`"))
        text.at += 1
        return self._member(inside, first=False)

    def _skip(self, inside: _Open) -> None:
        text = self.text
        start = text.at
        text.skip(lines=True)
        if inside.closer == "}" and "\n" in text.text[start : text.at]:
            text.newer.append(Problem("an inline table of TOML 1.0 stands on one line", _opener(inside)))

    def _key(self, inside: _Open) -> None:
        text = self.text
        start = text.at
        parts = text.key("=")
        table = inside.node
        for part in parts[:-1]:
            assert isinstance(table.children, dict)
            known = table.children.get(part.name)
            if known is None:
                known = table.children[part.name] = Node(part.span, part.span, header=inside.node.header, state=DOTTED)
                known.children = {}
            elif known.state == CLOSED:
                raise Stopped(_repeated(parts, start))
            table = known
        assert isinstance(table.children, dict)
        if parts[-1].name in table.children:
            raise Stopped(_repeated(parts, start))
        inside.table, inside.key = table, parts[-1]
        text.skip(comments=False)


def _put(inside: _Open, node: Node) -> None:
    if isinstance(inside.node.children, list):
        start = node.value.start
        node.key = node.value if node.children is None else Span(start, start + 1)
        inside.node.children.append(node)
        return
    assert isinstance(inside.table.children, dict)
    assert inside.key is not None
    node.key = inside.key.span
    inside.table.children[inside.key.name] = node


def _opener(inside: _Open) -> Span:
    start = inside.node.value.start
    return Span(start, start + 1)


def _repeated(parts: list[KeyPart], start: int) -> Problem:
    name = ".".join(part.name for part in parts)
    return Problem(f"`{name}` is set twice in one inline table", Span(start, parts[-1].span.end), "keep one of the two")
