"""What else may answer a `bun:` specifier: a package of that name, or a path of `tsconfig.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import tsconfig
from bunproof.bun.releases import NAMES
from bunproof.errors import Unreadable
from bunproof.syntax import jsonc

if TYPE_CHECKING:
    from bunproof.project import Project

_FIELDS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")
_LAST_THAT_STRIPS = NAMES.index("1.4.3")


def provides(project: Project, path: str, specifier: str, missing: tuple[int, ...]) -> bool:
    """Whether something other than Bun answers a specifier in all these releases.

    Up to Bun 1.4.3 a package called like the rest of the specifier, later a key of `paths`.
    """
    package = package_name(specifier.removeprefix("bun:"))
    if missing[-1] <= _LAST_THAT_STRIPS:
        return package in _dependencies(project, path)
    return missing[0] > _LAST_THAT_STRIPS and specifier in tsconfig.paths(project, path)


def package_name(rest: str) -> str:
    """The npm package that `bun:rest` means where the prefix is dropped; empty where it cannot be one."""
    parts = rest.split("/")
    name = "/".join(parts[: 2 if rest.startswith("@") else 1])
    return "" if name.startswith(".") or " " in name else name


def _dependencies(project: Project, path: str) -> set[str]:
    """The packages that the manifests from a file upward depend on."""
    found: set[str] = set()
    folder = path
    while folder:
        folder = folder.rpartition("/")[0]
        manifest = f"{folder}/package.json" if folder else "package.json"
        if project.tree.is_file(manifest):
            found |= _named(project, manifest)
    return found


def _named(project: Project, manifest: str) -> set[str]:
    try:
        data = jsonc.read(project.source(manifest)).data
    except Unreadable:
        return set()
    tables = [data.get(field) for field in _FIELDS] if isinstance(data, dict) else []
    return {name for table in tables if isinstance(table, dict) for name in table}
