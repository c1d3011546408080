"""A configuration file as data with places: what the TOML and the JSON reader have in common.

The data comes from a fast parser. Places come from a second, slower reading that happens when the first place is asked
for, so that a file without findings never pays for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bunproof.source import Source, Span

KeyPath: TypeAlias = tuple[str | int, ...]
Part: TypeAlias = Literal["key", "value"]

# Deeper than this, nothing is judged: wrangler's own TOML reader stops at the same depth.
DEPTH_LIMIT = 1000


class Problem(NamedTuple):
    """Why a text cannot be read: what is wrong, where, and what to do. `own` marks a limit that is ours alone."""

    message: str
    span: Span
    help: str = ""
    own: bool = False


class Stopped(Exception):  # noqa: N818 - it carries a problem, it is none
    """A reader met a problem that ends the reading."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Node:
    """A value with its places.

    `key` is the name it is set by: for a table the last part of its header, for an element of an array the element
    itself, or its opening bracket. `header` is the TOML table header (with brackets) that it stands under.

    `children` is None for a scalar, whose value is `data`. `state` belongs to the reader.
    """

    __slots__ = ("children", "data", "header", "key", "state", "value")

    def __init__(self, key: Span, value: Span, data: object = None, header: Span | None = None, state: int = 0) -> None:
        self.key = key
        self.value = value
        self.header = header
        self.data = data
        self.children: dict[str, Node] | list[Node] | None = None
        self.state = state


class Entry(NamedTuple):
    """One key or element with its places. `data` is the value of a scalar, None for a table or an array."""

    path: KeyPath
    key: Span
    value: Span
    header: Span | None
    scalar: bool
    data: object


class Duplicate(NamedTuple):
    """A key that is set twice in one JSON object: the last one wins, in silence."""

    path: KeyPath
    key: Span
    first: Span


class Scan(NamedTuple):
    """A second reading: the tree with places, or the problem that ended it."""

    root: Node
    problem: Problem | None
    duplicates: tuple[Duplicate, ...] = ()
    dialect: tuple[Problem, ...] = ()


class Document:
    """A file that was read. `data` is what it says, or None with a `problem`.

    Dates of TOML are `datetime` objects, JSON numbers are `int` or `float`.
    """

    def __init__(
        self, source: Source, data: object, problem: Problem | None, scan: Callable[[], Scan], *, doubled: bool = False
    ) -> None:
        self.source = source
        self.data = data
        self.problem = problem
        self._scan = scan
        self._scanned: Scan | None = None
        self._doubled = doubled

    @property
    def scanned(self) -> Scan:
        """The second reading, made when first asked for."""
        if self._scanned is None:
            self._scanned = self._scan()
        return self._scanned

    @property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """Keys set more than once in one object (JSON only: in TOML that is a problem)."""
        return self.scanned.duplicates if self._doubled else ()

    def node(self, path: KeyPath) -> Node | None:
        """The node of a key path, or None where there is nothing."""
        node: Node | None = self.scanned.root
        for step in path:
            node = _child(node, step)
            if node is None:
                return None
        return node

    def locate(self, path: KeyPath, part: Part = "key") -> Span:
        """Where a key path stands; for one that is absent, the nearest thing above it that is there.

        The root is the first character of the file.
        """
        node = self.scanned.root
        for step in path:
            child = _child(node, step)
            if child is None:
                part = "key"
                break
            node = child
        return node.key if part == "key" else node.value

    def header(self, path: KeyPath) -> Span | None:
        """The TOML table header, with its brackets, that a key path stands under; None above the first one."""
        node = self.node(path)
        return node.header if node else None

    def entries(self) -> Iterator[Entry]:
        """Every key and element below the root, outer before inner, in the order of first mention."""
        stack: list[tuple[KeyPath, Node]] = [((), self.scanned.root)]
        while stack:
            path, node = stack.pop()
            if path:
                yield Entry(path, node.key, node.value, node.header, node.children is None, node.data)
            if isinstance(node.children, dict):
                stack.extend(((*path, key), child) for key, child in reversed(node.children.items()))
            elif node.children is not None:
                stack.extend(((*path, index), node.children[index]) for index in range(len(node.children) - 1, -1, -1))

    def scalars(self) -> Iterator[Entry]:
        """Every value that is no table and no array, with its key path and places."""
        return (entry for entry in self.entries() if entry.scalar)


def _child(node: Node | None, step: str | int) -> Node | None:
    if node is None or node.children is None:
        return None
    if isinstance(node.children, dict):
        return node.children.get(step) if isinstance(step, str) else None
    if isinstance(step, int) and not isinstance(step, bool) and 0 <= step < len(node.children):
        return node.children[step]
    return None


def plain(root: Node) -> object:
    """The data of a tree of nodes, without recursion."""
    holder: list[object] = []
    stack: list[tuple[Node, dict[str, object] | list[object], str | None]] = [(root, holder, None)]
    while stack:
        node, parent, key = stack.pop()
        value: object = node.data
        if isinstance(node.children, dict):
            table: dict[str, object] = dict.fromkeys(node.children)
            value = table
            stack.extend((child, table, name) for name, child in node.children.items())
        elif node.children is not None:
            items: list[object] = []
            value = items
            stack.extend((child, items, None) for child in reversed(node.children))
        if isinstance(parent, dict):
            parent[str(key)] = value
        else:
            parent.append(value)
    return holder[0]


def depth_exceeds(data: object, limit: int = DEPTH_LIMIT) -> bool:
    """Whether tables and arrays are nested deeper than `limit`, without recursion."""
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(limit):
        level = [child for each in level for child in _members(each) if isinstance(child, (dict, list))]
        if not level:
            return False
    return True


def _members(container: object) -> Iterable[object]:
    if isinstance(container, dict):
        return container.values()
    return container if isinstance(container, list) else ()
