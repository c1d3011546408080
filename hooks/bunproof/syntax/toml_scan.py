"""The slow reading of TOML: every place, and where exactly a text stops being TOML.

The place of a problem is the one that wrangler prints (smol-toml 1.9.0). No call nests with the text.
"""

from __future__ import annotations

from bunproof.source import Span
from bunproof.syntax.document import Node, Problem, Scan, Stopped
from bunproof.syntax.toml_text import KeyPart, Text
from bunproof.syntax.toml_values import CLOSED, DOTTED, Values

# What else a node can be: a table that only a longer header names, a table with a header of its own, an array of
# tables, such an array's parent.
IMPLIED, HEADER, ARRAY, ARRAY_PARENT = 0, 1, 3, 4


def scan(text: str) -> Scan:
    """Read `text` to its end or its first problem; what was read before it keeps its places."""
    reader = _Reader(text)
    problem = None
    try:
        reader.read()
    except Stopped as stopped:
        problem = stopped.problem
    return Scan(reader.root, problem, (), tuple(reader.text.newer))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = Text(text)
        self.values = Values(self.text)
        self.root = Node(Span(0, 0), Span(0, len(text)), state=HEADER)
        self.root.children = {}
        self.table = self.root
        self.header: Span | None = None

    def read(self) -> None:
        text = self.text
        text.skip(lines=True)
        while not text.ended:
            if text.peek() == "[":
                self._read_header()
            else:
                self._read_pair()
            text.skip()
            text.end_of_line()
            text.skip(lines=True)

    def _read_header(self) -> None:
        text = self.text
        start = text.at
        text.at += 1
        many = text.peek() == "["
        text.at += many
        named = text.at
        parts = text.key("]")
        if many and text.peek() != "]":
            raise Stopped(Problem("`]]` must close the name of an array of tables", text.here(), "write `]]`"))
        text.at += many
        self.header = Span(start, text.at)
        self.table = self._open(parts, ARRAY if many else HEADER, named)

    def _open(self, parts: list[KeyPart], kind: int, named: int) -> Node:
        """The table that a header opens; it may not have been defined before."""
        table = self.root
        for part in parts[:-1]:
            table = self._step(table, part, ARRAY_PARENT if kind == ARRAY else IMPLIED)
            if table.state == CLOSED:
                raise Stopped(_redefined(parts, part, named))
            if isinstance(table.children, list):
                table = table.children[-1]
        last = parts[-1]
        assert isinstance(table.children, dict)
        known = table.children.get(last.name)
        if known is None:
            known = self._new(table, last, kind)
            if kind == ARRAY:
                known.children = []
        elif kind == ARRAY and known.state == ARRAY:
            pass
        elif kind == HEADER and known.state in {IMPLIED, ARRAY_PARENT}:
            known.state, known.key, known.header = HEADER, last.span, self.header
            known.value = self.header or last.span
        else:
            raise Stopped(_redefined(parts, last, named))
        if not isinstance(known.children, list):
            return known
        element = Node(last.span, self.header or last.span, header=self.header, state=HEADER)
        element.children = {}
        known.children.append(element)
        return element

    def _read_pair(self) -> None:
        text = self.text
        start = text.at
        parts = text.key("=")
        table = self.table
        for part in parts[:-1]:
            existed = isinstance(table.children, dict) and part.name in table.children
            table = self._step(table, part, DOTTED)
            if table.state == CLOSED or (existed and table.state in {IMPLIED, HEADER, ARRAY}):
                raise Stopped(_redefined(parts, part, start))
        last = parts[-1]
        assert isinstance(table.children, dict)
        if last.name in table.children:
            raise Stopped(_redefined(parts, last, start))
        text.skip(comments=False)
        node = self.values.read(last.span, self.header)
        table.children[last.name] = node

    def _step(self, table: Node, part: KeyPart, kind: int) -> Node:
        assert isinstance(table.children, dict)
        node = table.children.get(part.name)
        return self._new(table, part, kind) if node is None else node

    def _new(self, table: Node, part: KeyPart, kind: int) -> Node:
        assert isinstance(table.children, dict)
        value = part.span if kind == DOTTED or self.header is None else self.header
        node = table.children[part.name] = Node(part.span, value, header=self.header, state=kind)
        node.children = {}
        return node


def _redefined(parts: list[KeyPart], part: KeyPart, start: int) -> Problem:
    """A name that cannot be set, or opened, a second time. `start` is where the whole name begins."""
    name = ".".join(each.name for each in parts)
    return Problem(
        f"`{name}` is defined twice" if part is parts[-1] else f"`{part.name}` of `{name}` takes no more keys",
        Span(start, parts[-1].span.end), "keep one of the two",
    )  # fmt: skip
