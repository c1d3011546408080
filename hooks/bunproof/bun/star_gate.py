"""Which files must be judged for names that come through a local `export *` of a Bun module."""

from __future__ import annotations

import os

from bunproof.bun.mentions import is_judged
from bunproof.bun.star_chains import has_star, resolve
from bunproof.errors import Unreadable
from bunproof.git import git

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.tree import Tree


def judge(project: Project, selection: Selection) -> Iterator[Diagnostic]:
    """The findings of files whose local imports may pass a Bun module on."""
    scripts = [path for path in selection.paths if is_judged(path)]
    if selection.everything:
        wanted = _importers(project, _with_stars(project.tree, scripts), scripts)
    else:
        wanted = {path for path in scripts if _reaches_star(project.tree, path)}
        changed = [path for path in scripts if _passes_bun(project.tree, path)]
        if changed:
            wanted |= _importers(project, changed, [path for path in project.tree.files() if is_judged(path)])
    if wanted:
        from bunproof.bun import star_chains
        from bunproof.bun.versions import versions_of

        for path in sorted(wanted):
            yield from star_chains.judge(project, versions_of(project), path)


def _with_stars(tree: Tree, scripts: list[str]) -> list[str]:
    """Those of all scripts that hold `export *`: git looks faster than we can read."""
    where = ("--cached",) if tree.staged else ("--untracked",)
    printed = git(tree.root, "grep", "-l", "-z", "-F", *where, "-e", "export *", "-e", "export*", ok=(0, 1))
    found = {os.fsdecode(name) for name in printed.split(b"\0")}
    return [path for path in scripts if path in found]


def _importers(project: Project, among: Iterable[str], scripts: list[str]) -> set[str]:
    """The scripts that may import, straight or over other files, one of those that pass a Bun module on."""
    if not any(_passes_bun(project.tree, path) for path in among):
        return set()
    return {path for path in scripts if _reaches_star(project.tree, path)}


def _passes_bun(tree: Tree, path: str) -> bool:
    data = _read(tree, path)
    return has_star(data) and (b"'bun" in data or b'"bun' in data)


def _reaches_star(tree: Tree, path: str) -> bool:
    data = _read(tree, path)
    if b"./" not in data:
        return False
    return any(has_star(_read(tree, target)) for target in _targets(tree, path, data))


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
