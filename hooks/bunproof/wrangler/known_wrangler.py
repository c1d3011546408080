"""Is the wrangler of a configuration certainly of a major version that the tables know? Asked without reading any version.

It errs on no: what is written in another way than `^4.1.0` is for `versions.py`.
"""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.hooks import LOCKFILES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.project import Project
    from bunproof.tree import Tree

NEWEST_MAJOR = 4  # a test holds it to the tables
_KEY = b'"wrangler"'
_REST = b"0123456789.xX*"


def is_sure(project: Project, path: str) -> bool:
    """Whether no file upward can name a wrangler that is newer than the tables."""
    asked = project.settings.wrangler_version
    if asked:
        return _is_known(asked.encode())
    folder = path.rpartition("/")[0]
    known = project.known_wranglers.get(folder)
    if known is None:
        known = project.known_wranglers[folder] = _is_sure_in(project, folder)
    return known


def _is_sure_in(project: Project, folder: str) -> bool:
    tree = project.tree
    start = f"{folder}/" if folder else ""
    if tree.is_file(f"{start}node_modules/wrangler/package.json"):
        return False
    manifest = _read(tree, f"{start}package.json")
    declared = _KEY in manifest
    if declared and not all(map(_is_declared_plainly, manifest.split(_KEY)[1:])):
        return False
    if not declared and any(b"wrangler" in _read(tree, start + name) for name in LOCKFILES):
        return False
    return not folder or is_sure(project, folder)


def _is_declared_plainly(rest: bytes) -> bool:
    """Whether what follows a key of `package.json` is a version or a simple range of a known major version."""
    colon, _, rest = rest.lstrip().partition(b'"')
    return colon.strip() == b":" and _is_known(rest[: max(rest.find(b'"'), 0)])


def _is_known(version: bytes) -> bool:
    plain = version.lstrip(b"^~v=")
    major = plain[: plain.find(b".")] if b"." in plain else plain
    return major.isdigit() and int(major) <= NEWEST_MAJOR and not plain.strip(_REST)


def _read(tree: Tree, path: str) -> bytes:
    try:
        return tree.read(path) if tree.is_file(path) else b""
    except Unreadable:
        return _KEY
