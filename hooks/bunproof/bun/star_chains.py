"""Names imported from a local file that passes a Bun module on by `export *`: the only way past the file's own imports.

Followed through relative specifiers, as Bun resolves them; a chain that leaves for a package is not judged.
"""

from __future__ import annotations

import os

from bunproof.bun.mentions import has_star
from bunproof.check import Part
from bunproof.errors import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.versions import Versions
    from bunproof.check import Found
    from bunproof.project import Project
    from bunproof.syntax.javascript_facts import Module
    from bunproof.tree import Tree

_ENDINGS = ("", ".tsx", ".jsx", ".ts", ".mts", ".cts", ".js", ".mjs", ".cjs")


class Star:
    """What a file passes on: its own names, and Bun modules with the files that name them.

    `open` says that more may come through, from where nothing is read.
    """

    __slots__ = ("modules", "names", "open")

    def __init__(self, names: frozenset[str], modules: tuple[tuple[str, str], ...], *, is_open: bool) -> None:
        self.names = names
        self.modules = modules
        self.open = is_open


def judge(project: Project, versions: Versions, path: str) -> Iterator[Found]:
    """The names that a file imports from local files, and that no `export *` of a Bun module provides."""
    from bunproof.bun.judged import Judged
    from bunproof.bun.rules import missing_bun_export, unlinkable_bun_export  # only where a chain may reach Bun
    from bunproof.syntax import javascript

    source = project.source(path)
    facts = javascript.read(source)
    file = Judged(project, source, facts, versions.of(path))
    for each in facts.imports:
        target = (
            resolve(project.tree, path, each.specifier)
            if each.kind in {"import", "re-export"} and not each.type_only
            else None
        )
        star = read_star(project, target, set()) if target is not None else None
        if star is not None and star.modules and not star.open:
            yield Part(path, unlinkable_bun_export.check_star, file, each, star)
            yield Part(path, missing_bun_export.check_star, file, each, star)


def resolve(tree: Tree, path: str, specifier: str) -> str | None:
    """The file that a relative specifier means; None for a package or for nothing."""
    if not specifier.startswith("."):
        return None
    base = os.path.normpath(os.path.join(os.path.dirname(path), specifier)).replace(os.sep, "/")
    candidates = [base + ending for ending in _ENDINGS] + [f"{base}/index{ending}" for ending in _ENDINGS[1:]]
    stem, dot, ending = base.rpartition(".")
    if dot and ending in {"js", "jsx", "mjs", "cjs"}:
        candidates += [f"{stem}.{ending.replace('js', 'ts')}", f"{stem}.tsx"]
    return next((each for each in candidates if not each.startswith("../") and tree.is_file(each)), None)


def read_star(project: Project, path: str, seen: set[str]) -> Star | None:
    """What a local file passes on; None where it passes nothing on whole."""
    if path in seen or not path.endswith(_ENDINGS[1:]):
        return Star(frozenset(), (), is_open=True) if path not in seen else None
    seen.add(path)
    try:
        source = project.source(path)
    except Unreadable:
        return Star(frozenset(), (), is_open=True)
    if not has_star(source.data):
        return None if seen == {path} else _closed(project, path)
    return _combined(project, path, _facts(project, path), seen)


def _combined(project: Project, path: str, facts: Module, seen: set[str]) -> Star:
    names = {each.name for each in facts.exports}
    modules: list[tuple[str, str]] = []
    is_open = facts.commonjs or bool(facts.problems)
    for each in facts.imports:
        if each.kind != "export-all" or each.type_only:
            continue
        if each.specifier == "bun" or each.specifier.startswith("bun:"):
            modules.append((each.specifier, path))
            continue
        target = resolve(project.tree, path, each.specifier)
        star = read_star(project, target, seen) if target is not None else Star(frozenset(), (), is_open=True)
        if star is not None:
            names |= star.names
            modules.extend(star.modules)
            is_open = is_open or star.open
    return Star(frozenset(names), tuple(modules), is_open=is_open)


def _closed(project: Project, path: str) -> Star:
    facts = _facts(project, path)
    return Star(frozenset(each.name for each in facts.exports), (), is_open=facts.commonjs or bool(facts.problems))


def _facts(project: Project, path: str) -> Module:
    from bunproof.syntax import javascript

    return javascript.read(project.source(path))
