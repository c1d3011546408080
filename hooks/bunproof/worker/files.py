"""The files that a bundler sees: the repository's own, and beside them what is installed in `node_modules`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bunproof.errors import Unreadable
from bunproof.source import Source
from bunproof.syntax import jsonc
from bunproof.tree import Tree

if TYPE_CHECKING:
    from bunproof.project import Project

_INSTALLED = "node_modules/"


class Files:
    """Files by their path below the repository's root. Each is looked for and read once.

    What is installed is never part of the index, so it is read from the disk, whatever is judged.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._own = project.tree
        self._installed = Tree(project.root) if project.tree.staged else project.tree
        self._known: dict[str, bool] = {}
        self._folders: dict[str, bool] = {}
        self._read: dict[str, bytes] = {}
        self._manifests: dict[str, dict[str, object] | None] = {}
        self._tracked: frozenset[str] | None = None

    def is_file(self, path: str) -> bool:
        """Whether a regular file is there."""
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = self._tree(path).is_file(path)
        return known

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there; the root is one."""
        known = self._folders.get(path)
        if known is None:
            known = self._folders[path] = not path or self._tree(path).is_folder(path)
        return known

    def read(self, path: str) -> bytes:
        """A file's bytes, empty where it cannot be read: reading it to judge it says so."""
        data = self._read.get(path)
        if data is None:
            try:
                data = self._tree(path).read(path)
            except Unreadable:
                data = b""
            self._read[path] = data
        return data

    @property
    def tracked(self) -> frozenset[str]:
        """The files that a commit of everything would hold: one call of git, made when first asked for."""
        if self._tracked is None:
            self._tracked = frozenset(self._own.files())
        return self._tracked

    def is_uncommitted(self, path: str) -> bool:
        """Whether a file that is there would be in no commit; what lies behind a link or in a submodule would."""
        if path in self.tracked or any(folder in self.tracked for folder in ancestors(folder_of(path))):
            return False
        return self.is_file(path)

    def source(self, path: str) -> Source:
        """A file's text."""
        return Source(path, self.read(path)) if is_installed(path) else self.project.source(path)

    def manifest(self, folder: str) -> dict[str, object] | None:
        """The `package.json` of a folder (without trailing slash), None where there is none or it is no object."""
        if folder not in self._manifests:
            data = self.json(join(folder, "package.json"))
            self._manifests[folder] = data
        return self._manifests[folder]

    def json(self, path: str) -> dict[str, object] | None:
        """An object in a JSON file, with comments and trailing commas; None where there is none."""
        if not self.is_file(path):
            return None
        data = jsonc.read(Source(path, self.read(path))).data
        return data if isinstance(data, dict) else None

    def real(self, path: str) -> str:
        """Where an installed file lies in truth: package managers link packages of a workspace."""
        if not is_installed(path):
            return path
        root = os.path.realpath(self.project.root)
        full = os.path.realpath(f"{self.project.root}/{path}")
        return os.path.relpath(full, root).replace(os.sep, "/") if full.startswith(root + os.sep) else path

    def _tree(self, path: str) -> Tree:
        return self._installed if is_installed(path) else self._own


def is_installed(path: str) -> bool:
    """Whether a path lies in `node_modules`."""
    return path.startswith(_INSTALLED) or f"/{_INSTALLED}" in path


def join(folder: str, name: str) -> str:
    """A path in a folder without trailing slash; the root's name is empty."""
    return f"{folder}/{name}" if folder else name


def folder_of(path: str) -> str:
    """The folder of a path, without trailing slash."""
    return path.rpartition("/")[0]


def resolve_path(folder: str, relative: str) -> str | None:
    """`folder/relative` without `.` and `..`; None where it leaves the repository."""
    parts = folder.split("/") if folder else []
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def ancestors(folder: str) -> list[str]:
    """A folder and those above it, nearest first, without trailing slash; the root is last."""
    found = []
    while folder:
        found.append(folder)
        folder = folder.rpartition("/")[0]
    return [*found, ""]
