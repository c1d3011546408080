"""The packages of a workspace by their names: what an installation would link into `node_modules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.worker.files import folder_of

if TYPE_CHECKING:
    from bunproof.worker.files import Files

_DECLARATIONS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")


class Workspaces:
    """Every package of the repository that lies in a workspace, by name."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._folders: dict[str, str] | None = None

    def find(self, name: str, folder: str) -> str | None:
        """The folder of the workspace's package of this name; None where there is none, or `folder` is no member.

        Of several packages with one name the one in the same workspace, that is, the nearest relative, is meant.
        """
        if self._folders is None:
            self._folders = self._all()
        del folder
        return self._folders.get(name)

    def _all(self) -> dict[str, str]:
        manifests = [
            path for path in self._files.project.tree.files()
            if path.endswith("package.json") and path.rpartition("/")[2] == "package.json"
        ]  # fmt: skip
        members = [folder for path in manifests for folder in [folder_of(path)] if self._is_member(folder)]
        found: dict[str, str] = {}
        for folder in members:
            manifest = self._files.manifest(folder)
            name = manifest.get("name") if manifest is not None else None
            if isinstance(name, str):
                found.setdefault(name, folder)
        return found

    def _is_member(self, folder: str) -> bool:
        above = folder
        while above:
            above = folder_of(above)
            inside = folder[len(above) + 1 :] if above else folder
            if any(_matches(pattern, inside) for pattern in self._patterns(above)):
                return True
        return False

    def _patterns(self, folder: str) -> tuple[str, ...]:
        manifest = self._files.manifest(folder) or {}
        workspaces = manifest.get("workspaces")
        if isinstance(workspaces, dict):
            workspaces = workspaces.get("packages")
        if isinstance(workspaces, list):
            return tuple(map(str, workspaces))
        path = f"{folder}/pnpm-workspace.yaml" if folder else "pnpm-workspace.yaml"
        return tuple(_pnpm_packages(self._files.read(path))) if self._files.is_file(path) else ()


def _pnpm_packages(data: bytes) -> list[str]:
    """The list below `packages:`, a block sequence of scalars in every such file."""
    import yaml  # few repositories have one

    try:
        parsed = yaml.safe_load(data.decode("utf-8", "replace"))
    except yaml.YAMLError:
        return []
    packages = parsed.get("packages") if isinstance(parsed, dict) else None
    return [str(each) for each in packages] if isinstance(packages, list) else []


def _matches(pattern: str, folder: str) -> bool:
    from fnmatch import fnmatchcase

    pattern = pattern.removeprefix("./").rstrip("/")
    if pattern.startswith("!"):
        return False
    wanted, given = pattern.split("/"), folder.split("/")
    if "**" in wanted:
        at = wanted.index("**")
        return all(map(fnmatchcase, given[:at], wanted[:at])) and len(given) > at
    return len(wanted) == len(given) and all(map(fnmatchcase, given, wanted))
