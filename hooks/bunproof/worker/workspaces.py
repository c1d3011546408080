"""The packages of a workspace by their names: what an installation would link into `node_modules`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.worker.files import ancestors, folder_of, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.worker.files import Files

_MANIFEST, _PNPM = "package.json", "pnpm-workspace.yaml"
_PNPM_PACKAGES = re.compile(
    r"^packages:[ \t]*(?P<flow>\[[^\]]*\])?[^\n]*\n?(?P<block>(?:(?:[ \t]*-[^\n]*|[ \t]*#[^\n]*|[ \t]*)\n?)*)",
    re.MULTILINE,
)
_ITEM = re.compile(
    r"(?:^[ \t]*-[ \t]*|[\[,][ \t\n]*)(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<plain>[^\s\"',\]#][^\n,\]#]*))",
    re.MULTILINE,
)


class Workspaces:
    """The members of every workspace of the repository, found once."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._members: dict[str, dict[str, str]] | None = None

    def find(self, name: str, importer: str) -> str | None:
        """The folder of the package of this name, in the workspace that the folder `importer` lies in."""
        if self._members is None:
            self._members = {root: dict(members) for root, members in self._all()}
        for folder in ancestors(importer):
            found = self._members.get(folder, {}).get(name)
            if found is not None:
                return found
        return None

    def _all(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Each workspace's root, with the names and folders of its members."""
        manifests = {folder_of(path) for path in self._files.tracked if path.rpartition("/")[2] == _MANIFEST}
        roots = {folder_of(path) for path in self._files.tracked if path.rpartition("/")[2] == _PNPM}
        roots |= {folder for folder in manifests if b'"workspaces"' in self._files.read(join(folder, _MANIFEST))}
        for root in sorted(roots):
            patterns = self._patterns(root)
            wanted = [_compile(pattern) for pattern in patterns if not pattern.startswith("!")]
            refused = [_compile(pattern[1:]) for pattern in patterns if pattern.startswith("!")]
            start = f"{root}/" if root else ""
            inside = [folder[len(start) :] for folder in manifests if folder.startswith(start) and folder != root]
            members = [each for each in inside if _is_member(wanted, each) and not _is_member(refused, each)]
            yield root, list(self._named(start + each for each in members))

    def _named(self, folders: Iterable[str]) -> Iterator[tuple[str, str]]:
        for folder in sorted(folders, reverse=True):
            manifest = self._files.manifest(folder) or {}
            yield str(manifest.get("name")), folder

    def _patterns(self, folder: str) -> list[str]:
        manifest = self._files.manifest(folder) or {}
        workspaces = manifest.get("workspaces")
        if isinstance(workspaces, dict):
            workspaces = workspaces.get("packages")
        found = [str(each) for each in workspaces] if isinstance(workspaces, list) else []
        return found or _pnpm_packages(self._files.read(join(folder, _PNPM)).decode("utf-8", "replace"))


def _pnpm_packages(text: str) -> list[str]:
    """The list below `packages:`, without the cost of a YAML reader."""
    match = _PNPM_PACKAGES.search(text)
    items = _ITEM.finditer(match["flow"] or match["block"]) if match else ()
    return [(item["double"] or item["single"] or item["plain"] or "").strip() for item in items]


def _is_member(patterns: list[re.Pattern[str]], folder: str) -> bool:
    return any(pattern.fullmatch(folder) for pattern in patterns)


def _compile(glob: str) -> re.Pattern[str]:
    """A glob of folders: `*` is one name, `**` any number of them."""
    parts = re.split(r"(\*\*/|\*\*|\*)", glob.removeprefix("./").rstrip("/"))
    meaning = {"**/": "(?:.+/)?", "**": ".+", "*": "[^/]+"}
    return re.compile("".join(meaning.get(part, re.escape(part)) for part in parts))
