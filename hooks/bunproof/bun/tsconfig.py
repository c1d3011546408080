"""`verbatimModuleSyntax` of the nearest `tsconfig.json`, through `extends`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bunproof.errors import Unreadable
from bunproof.syntax import jsonc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project

_KEEPING = (("verbatimModuleSyntax", True), ("preserveValueImports", True), ("importsNotUsedAsValues", "preserve"))


def is_verbatim(project: Project, path: str) -> bool:
    """Whether the compiler that governs a file keeps imports that are never used as values."""
    if not path.lower().endswith((".ts", ".tsx", ".mts", ".cts")):
        return False
    nearest = project.nearest(path, "tsconfig.json")
    if nearest is None:
        return False
    for options in _chain(project, nearest, set()):
        if "verbatimModuleSyntax" in options:
            return options["verbatimModuleSyntax"] is True
        if any(options.get(key) == value for key, value in _KEEPING):
            return True
    return False


def paths(project: Project, path: str) -> frozenset[str]:
    """The keys of `paths` in the nearest configuration."""
    nearest = project.nearest(path, "tsconfig.json")
    for options in _chain(project, nearest, set()) if nearest is not None else ():
        table = options.get("paths")
        if isinstance(table, dict):
            return frozenset(table)
    return frozenset()


def _chain(project: Project, path: str, seen: set[str]) -> Iterator[dict[str, object]]:
    """The compiler options of a configuration, then of those it extends, the most binding first."""
    if path in seen or not project.tree.is_file(path):
        return
    seen.add(path)
    try:
        data = jsonc.read(project.source(path)).data
    except Unreadable:
        return
    if not isinstance(data, dict):
        return
    options = data.get("compilerOptions")
    yield options if isinstance(options, dict) else {}
    bases = data.get("extends")
    for base in reversed(bases if isinstance(bases, list) else [bases]):
        if isinstance(base, str):
            yield from _chain(project, _resolve(project, path, base), seen)


def _resolve(project: Project, path: str, base: str) -> str:
    folder = path.rpartition("/")[0]
    target = base if base.startswith(".") else f"node_modules/{base}"
    while True:
        found = os.path.normpath(f"{folder}/{target}" if folder else target).replace(os.sep, "/")
        for candidate in (found, f"{found}.json", f"{found}/tsconfig.json"):
            if not candidate.startswith("../") and project.tree.is_file(candidate):
                return candidate
        if base.startswith(".") or not folder:
            return ""
        folder = folder.rpartition("/")[0]
