"""Most repositories declare their Bun once, or the same everywhere: nothing contradicts, and no version is unheard of.

Told by byte searches over the files that may declare one. It may have a doubt for nothing, never none where
`contradictions.py` would find something.
"""

from __future__ import annotations

from bunproof.bun.exports_data import RELEASES
from bunproof.errors import Unreadable
from bunproof.hooks import BUN_VERSION_FILES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.project import Project
    from bunproof.tree import Tree

_WORKFLOWS = ".github/workflows/"
_NAMED = frozenset({*BUN_VERSION_FILES, "package.json", "bun.lock"})
_PARTS = (*(name for name in _NAMED if not any(other in name for other in _NAMED - {name})), "ocker", _WORKFLOWS)
_ORDER = {version: number for number, version in enumerate(RELEASES.encode().split())}
_MANAGER, _INPUT = b'"packageManager"', b"bun-version"
_FLOATING = frozenset({b"latest", b"canary"})
_FILES = frozenset({b"package.json", b".bun-version"})


def declaring(tree: Tree) -> list[str]:
    """The files that may declare a version of Bun, sorted; more than those that do."""
    return [path for path in tree.names_with(*_PARTS) if _may_declare(path) and "node_modules/" not in path]


def _may_declare(path: str) -> bool:
    name = path[path.rfind("/") + 1 :]
    return name in _NAMED or _WORKFLOWS in path or "ocker" in name


def are_harmless(project: Project) -> bool:
    """Whether nothing is to be said of the declarations of a repository. False says nothing."""
    declared = _Declared()
    for path in declaring(project.tree):
        try:
            data = project.tree.read(path)
        except Unreadable:
            return False
        if not declared.takes(path[path.rfind("/") + 1 :], data):
            return False
    return declared.agree()


class _Declared:
    """The versions that plain declarations name, and those that they ask for at least."""

    def __init__(self) -> None:
        self._by_managers: set[bytes] = set()
        self._exact: set[bytes] = set()
        self._least: set[bytes] = set()

    def agree(self) -> bool:
        """Whether no declaration can contradict another. Packages of one repository may each have a manager of their own."""
        if not self._exact and not self._least:
            return True
        exact = self._exact | self._by_managers
        return len(exact) <= 1 and all(_ORDER[least] <= _ORDER[each] for each in exact for least in self._least)

    def takes(self, name: str, data: bytes) -> bool:
        """Whether a file of this name declares nothing, or in a plain way a version that is known."""
        if name == "package.json":
            return self._takes_manifest(data)
        if name == "bun.lock":
            return all(
                rest[:1].isdigit() for types in (b"bun-types@", b"@types/bun@") for rest in data.split(types)[1:]
            )
        if name == ".bun-version":
            return self._takes_version(data.strip())
        if name == ".tool-versions":
            return all(self._takes_tool(line) for line in data.splitlines() if b"bun" in line.lower())
        if name.endswith((".yml", ".yaml")):
            return self._takes_workflow(data)
        return name != ".bumrc" and b"bun" not in data.lower()

    def _takes_version(self, version: bytes) -> bool:
        self._exact.add(version)
        return version in _ORDER

    def _takes_tool(self, line: bytes) -> bool:
        name, *versions = line.split()
        return name == b"bun" and len(versions) == 1 and self._takes_version(versions[0])

    def _takes_workflow(self, data: bytes) -> bool:
        """Whether a workflow names no version but in a plain input of `setup-bun`."""
        if b"oven/bun" in data:
            return False
        for line in data.splitlines() if _INPUT in data else ():
            if _INPUT not in line:
                continue
            key, colon, value = line.partition(b" #")[0].strip().partition(b":")
            value = value.strip().strip(b"\"'")
            if not colon or not self._takes_input(key, value):
                return False
        return True

    def _takes_input(self, key: bytes, value: bytes) -> bool:
        if key == b"bun-version-file":
            return value in _FILES
        return key == _INPUT and (value in _FLOATING or self._takes_version(value))

    def _takes_manifest(self, data: bytes) -> bool:
        """Whether a `package.json` says nothing of Bun's version but one known `packageManager` and known lowest ones."""
        before, *pieces = data.split(b'"bun')
        if sum(piece.startswith(b'"') for piece in pieces) > 1:
            return False
        for piece in pieces:
            if piece.startswith(b'"'):  # engines, a runtime, the npm package
                colon, _, rest = piece[1:].lstrip().partition(b'"')
                asked = rest[: max(rest.find(b'"'), 0)]
                if colon.strip() != b":" or not asked.startswith(b">=") or asked[2:] not in _ORDER:
                    return False
                self._least.add(asked[2:])
            elif piece.startswith(b"@"):
                key, version = before.rstrip(), piece[1 : piece.find(b'"')]
                if not key.endswith(b":") or not key[:-1].rstrip().endswith(_MANAGER) or version not in _ORDER:
                    return False
                self._by_managers.add(version)
            before = piece
        return data.count(_MANAGER) <= 1
