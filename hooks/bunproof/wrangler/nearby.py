"""Folders above a file, and what may or may not lie in them."""

from __future__ import annotations

from bunproof.errors import Unreadable

TYPE_CHECKING = False  # a clean configuration comes here, and does not pay for `typing`
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.tree import Tree


_TESTS = frozenset({
    "test", "tests", "__tests__", "e2e", "fixture", "fixtures", "__fixtures__", "spec", "specs", "mock", "mocks", "vitest", "template", "templates",
})  # fmt: skip


def folders(path: str) -> Iterator[str]:
    """The folder of a path and those above it, nearest first, each with a trailing slash; the root is empty."""
    folder = path.rpartition("/")[0]
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
    yield ""


def is_for_tests(path: str) -> bool:
    """Whether a path reads like one of tests or templates, so that what it holds is not deployed as it lies there."""
    *parents, name = path.lower().split("/")
    if any(part in _TESTS for part in name.split(".")):
        return True
    return any(
        part in _TESTS or part.endswith(("-tests", "-fixtures")) or part.startswith("tests-") for part in parents
    )


def read_if_there(tree: Tree, path: str) -> bytes:
    """A file's bytes, empty where there is none or it cannot be read: a file that is consulted, not judged."""
    try:
        return tree.read(path) if tree.is_file(path) else b""
    except Unreadable:
        return b""
