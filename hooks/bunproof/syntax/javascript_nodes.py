"""From one node of a parsed script to others: around it, after it, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

TRANSPARENT = frozenset({"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"})
DEEPEST = 2_000  # levels around a name; scripts that people or programs write have a tenth
_MOST = 5_000  # pieces


def is_in_pieces(node: Node) -> bool:
    """Whether the grammar gave something up in so many pieces that to find what is around one takes too long."""
    pending = [node] if node.has_error else []
    while pending:
        broken = pending.pop()
        if broken.is_error and broken.child_count > _MOST:
            return True
        if broken.end_byte - broken.start_byte > _MOST:
            pending.extend(child for child in broken.children if child.has_error)
    return False


def depth(root: Node, node: Node) -> int:
    """How many nodes lie around a node, counted no further than is read."""
    levels = 0
    around: Node | None = root
    while around is not None and around != node and levels <= DEEPEST:
        around = around.child_with_descendant(node)
        levels += 1
    return levels


class Walk:
    """Look-ups in ascending order, each of which goes on where the one before ended."""

    def __init__(self, root: Node) -> None:
        self._cursor = root.walk()

    @property
    def depth(self) -> int:
        """How many nodes lie around the last one."""
        return self._cursor.depth

    def at(self, start: int, end: int) -> Node | None:
        """The smallest node around a range of bytes that does not begin before the last one asked for."""
        cursor = self._cursor
        node = cursor.node
        while node is not None and not node.start_byte <= start < end <= node.end_byte:
            if not (node.end_byte <= start and cursor.goto_next_sibling()) and not cursor.goto_parent():
                return None
            node = cursor.node
        while node is not None and cursor.goto_first_child():
            inner = cursor.node
            while inner is not None and inner.end_byte <= start and cursor.goto_next_sibling():
                inner = cursor.node
            if inner is None or not inner.start_byte <= start < end <= inner.end_byte:
                cursor.goto_parent()
                break
            node = inner
        return node


class _Path:
    """The way from the last node that was asked about to its root: most of it is that of the next one, too.

    To ask a node for its parent takes as long as the node is deep. The nodes kept here keep their tree, and so their ids, alive.
    """

    def __init__(self) -> None:
        self._nodes: list[Node] = []  # the root first
        self._places: dict[int, int] = {}

    def to(self, node: Node) -> list[Node]:
        """The node and all around it, the root first."""
        climbed: list[Node] = []
        each: Node | None = node
        while each is not None and self._places.get(each.id) is None:
            climbed.append(each)
            each = each.parent
        shared = 0 if each is None else self._places[each.id] + 1
        for gone in self._nodes[shared:]:
            del self._places[gone.id]
        del self._nodes[shared:]
        for new in reversed(climbed):
            self._places[new.id] = len(self._nodes)
            self._nodes.append(new)
        return self._nodes


_path = _Path()


def ancestors(node: Node) -> Iterator[Node]:
    """The nodes around a node, innermost first."""
    parent = node.parent
    return iter(()) if parent is None else reversed(_path.to(parent)[:])


def is_field(parent: Node, name: str, child: Node) -> bool:
    """Whether `child` is its parent's field of this name."""
    return parent.child_by_field_name(name) == child


def outward(node: Node) -> tuple[Node, Node | None]:
    """A node's value through parentheses and casts: the outermost such node, and the parent that uses it."""
    parent = node.parent
    while parent is not None and parent.type in TRANSPARENT:
        node, parent = parent, parent.parent
    return node, parent
