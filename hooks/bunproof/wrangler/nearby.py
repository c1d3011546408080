"""Folders above a file, and what may or may not lie in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.tree import Tree


def folders(path: str) -> Iterator[str]:
    """The folder of a path and those above it, nearest first, each with a trailing slash; the root is empty."""
    folder = path.rpartition("/")[0]
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
    yield ""


def read_if_there(tree: Tree, path: str) -> bytes:
    """A file's bytes, empty where there is none or it cannot be read: a file that is consulted, not judged."""
    try:
        return tree.read(path) if tree.is_file(path) else b""
    except Unreadable:
        return b""
