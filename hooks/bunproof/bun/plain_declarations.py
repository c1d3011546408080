"""Most repositories declare their Bun once, or say nothing: nothing contradicts, and no version is unheard of.

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

_WORKFLOWS = ".github/workflows/"
_NAMED = frozenset({*BUN_VERSION_FILES, "package.json", "bun.lock"})
_ENDINGS = tuple(_NAMED)
_WITHOUT_WORDS = frozenset({".bun-version", ".bumrc"})  # they hold a version and nothing else
_KNOWN = frozenset(RELEASES.encode().split())
_MANAGER = b'"packageManager"'


def may_declare(path: str) -> bool:
    """Whether a path may be that of a file that declares a version of Bun. It errs on yes."""
    name = path[path.rfind("/") + 1 :]
    return name in _NAMED or _WORKFLOWS in path or "ocker" in name


def are_harmless(project: Project) -> bool:
    """Whether nothing is to be said of the declarations of a repository. False says nothing."""
    maybe = [path for path in project.tree.files() if path.endswith(_ENDINGS) or "ocker" in path or _WORKFLOWS in path]
    for path in maybe:
        if not may_declare(path) or "node_modules/" in path:
            continue
        try:
            data = project.tree.read(path)
        except Unreadable:
            return False
        if not _is_harmless(path[path.rfind("/") + 1 :], data):
            return False
    return True


def _is_harmless(name: str, data: bytes) -> bool:
    if name == "package.json":
        return _is_manifest_harmless(data)
    if name == "bun.lock":
        return all(rest[:1].isdigit() for types in (b"bun-types@", b"@types/bun@") for rest in data.split(types)[1:])
    return name not in _WITHOUT_WORDS and b"bun" not in data.lower()


def _is_manifest_harmless(data: bytes) -> bool:
    """Whether a `package.json` says nothing of Bun's version but one known `packageManager`."""
    before, *pieces = data.split(b'"bun')
    for piece in pieces:
        if piece.startswith(b'"'):
            return False  # engines, a runtime, the npm package
        if piece.startswith(b"@"):
            key, version = before.rstrip(), piece[1 : piece.find(b'"')]
            if not key.endswith(b":") or not key[:-1].rstrip().endswith(_MANAGER) or version not in _KNOWN:
                return False
        before = piece
    return data.count(_MANAGER) <= 1
