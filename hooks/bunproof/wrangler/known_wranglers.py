"""Is the wrangler of a configuration certainly of a major version that the tables know? Asked without reading any version.

It errs on no: what is written in another way than `^4.1.0` is for `versions.py`.
"""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.hooks import LOCKFILES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.project import Project

NEWEST_MAJOR = 4  # a test holds it to the tables
_KEY = b'"wrangler"'
_REST = b"0123456789.xX*"
_TELLING = frozenset({"node_modules", "package.json", *LOCKFILES})


class KnownWranglers:
    """The answers for a repository, by folder."""

    def __init__(self, project: Project) -> None:
        self._tree = project.tree
        self._asked = project.settings.wrangler_version
        self._sure: dict[str, bool] = {}

    def are_sure(self, path: str) -> bool:
        """Whether no file upward of a path can name a wrangler that is newer than the tables."""
        if self._asked:
            return _is_known(self._asked.encode())
        return self._are_sure_in(path.rpartition("/")[0])

    def _are_sure_in(self, folder: str) -> bool:
        known = self._sure.get(folder)
        if known is None:
            known = self._tree.lacks_all(folder, _TELLING) or self._say_nothing_newer(f"{folder}/" if folder else "")
            if known and folder:
                known = self._are_sure_in(folder.rpartition("/")[0])
            self._sure[folder] = known
        return known

    def _say_nothing_newer(self, start: str) -> bool:
        """Whether nothing in a folder, told with its slash, may name a wrangler that is newer."""
        if self._tree.is_file(f"{start}node_modules/wrangler/package.json"):
            return False
        manifest = self._read(f"{start}package.json")
        if _KEY in manifest:
            return all(map(_is_declared_plainly, manifest.split(_KEY)[1:]))
        return not any(b"wrangler" in self._read(start + name) for name in LOCKFILES)

    def _read(self, path: str) -> bytes:
        try:
            return self._tree.read(path) if self._tree.is_file(path) else b""
        except Unreadable:
            return _KEY


def _is_declared_plainly(rest: bytes) -> bool:
    """Whether what follows a key of `package.json` is a version or a simple range of a known major version."""
    colon, _, rest = rest.lstrip().partition(b'"')
    return colon.strip() == b":" and _is_known(rest[: max(rest.find(b'"'), 0)])


def _is_known(version: bytes) -> bool:
    plain = version.lstrip(b"^~v=")
    major = plain[: plain.find(b".")] if b"." in plain else plain
    return major.isdigit() and int(major) <= NEWEST_MAJOR and not plain.strip(_REST)
