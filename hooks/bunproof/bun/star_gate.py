"""Which files must be judged for names that come through a local `export *` of a Bun module."""

from __future__ import annotations

import os

from bunproof.bun.mentions import has_star, is_judged, passes_bun
from bunproof.bun.star_chains import resolve
from bunproof.check import Part
from bunproof.errors import Unreadable
from bunproof.git import git

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bunproof.check import Found
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.tree import Tree

_MANY = 200  # scripts whose imports are followed without asking first whether there is any such file


def judge(project: Project, selection: Selection, passing: Collection[str]) -> Iterator[Found]:
    """The findings of files whose local imports may pass a Bun module on; `passing` are the selected files that do so."""
    scripts = [path for path in (project.tree.files() if passing else selection.paths) if is_judged(path)]
    if not passing and len(scripts) > _MANY and not any(_passing(project.tree)):
        return
    for path in scripts:
        yield Part(path, _judge, project, path)


def _judge(project: Project, path: str) -> Iterable[Found]:
    if not project.shared(_Chains).reach_bun(path):
        return ()
    from bunproof.bun import star_chains
    from bunproof.bun.versions import versions_of

    return star_chains.judge(project, versions_of(project), path)


def _passing(tree: Tree) -> Iterator[bool]:
    """Whether each script of the repository passes a Bun module on; git finds those that may faster than we can read."""
    where = ("--cached",) if tree.staged else ("--untracked",)
    plain = ("--no-color", "--no-recurse-submodules", "-l", "-z", "-F")
    printed = git(tree.root, "grep", *plain, *where, "-e", "export *", "-e", "export*", ok=(0, 1))
    for name in printed.split(b"\0"):
        path = os.fsdecode(name)
        yield is_judged(path) and passes_bun(_read(tree, path))


class _Chains:
    """Files that pass something on by `export *`, followed by their bytes: most chains end at files of the project."""

    def __init__(self, project: Project) -> None:
        self._tree = project.tree
        self._harmless: set[str] = set()  # from them, no chain leads to Bun

    def reach_bun(self, path: str) -> bool:
        """Whether a local file that a file imports may pass a Bun module on, or one that this passes on, and so on."""
        seen = {path}
        pending = [path]
        while pending:
            each = pending.pop()
            data = _read(self._tree, each)
            if each != path:
                if passes_bun(data):
                    return True
                if not has_star(data):
                    continue
            if b"./" in data:
                for target in _targets(self._tree, each, data):
                    if target not in seen and target not in self._harmless:
                        seen.add(target)
                        pending.append(target)
        self._harmless |= seen - {path}
        return False


def _targets(tree: Tree, path: str, data: bytes) -> Iterator[str]:
    """The local files that the strings of a file may mean."""
    for quote in (b'"', b"'"):
        for piece in data.split(quote + b".")[1:]:
            specifier = b"." + piece[: piece.find(quote)]
            if specifier.startswith((b"./", b"../")) and len(specifier) < 200 and b"\n" not in specifier:  # noqa: PLR2004 - no path is longer
                target = resolve(tree, path, specifier.decode("utf-8", "replace"))
                if target is not None:
                    yield target


def _read(tree: Tree, path: str) -> bytes:
    try:
        return tree.read(path)
    except Unreadable:
        return b""
