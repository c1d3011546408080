"""The files that a plan can follow from, as git has them: what lies ignored on one machine must not decide anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.errors import Unreadable
from bunproof.git import git_names
from bunproof.hooks import BUN_VERSION_FILES, LOCKFILES

if TYPE_CHECKING:
    from bunproof.tree import Tree

NODE_VERSION_FILES = (".nvmrc", ".node-version")
_NAMES = ("package.json", "npm-shrinkwrap.json", *LOCKFILES, *BUN_VERSION_FILES, *NODE_VERSION_FILES)
_WRANGLER = ("wrangler*.toml", "wrangler*.json", "wrangler*.jsonc")


class Listing:
    """What git has. `tracked` leaves out files that nobody has added yet, as a clone does."""

    def __init__(self, tree: Tree, *, tracked: bool) -> None:
        self.tree = tree
        self._which = ("--cached",) if tracked else ("--cached", "--others", "--exclude-standard")
        self._names: frozenset[str] | None = None

    def names(self) -> frozenset[str]:
        """Every file with a name that matters. Names that are not Unicode are left out: no workflow can hold them."""
        if self._names is None:
            wanted = [f":(glob)**/{name}" for name in (*_NAMES, *_WRANGLER)]
            self._names = frozenset(name for name in self._ask(wanted) if _is_unicode(name))
        return self._names

    def has(self, path: str) -> bool:
        """Whether git has this file, or a file below this folder."""
        return bool(self._ask([f":(literal){path}"]))

    def read(self, path: str) -> bytes:
        """A file's bytes. Raises Unreadable."""
        return self.tree.read(path)

    def nearest(self, folder: str, name: str, top: str = "") -> str | None:
        """The file called `name` in `folder` or the nearest folder above it, up to `top`."""
        while True:
            path = join(folder, name)
            if path in self.names():
                return path
            if folder in {top, ""}:
                return None
            folder = parent(folder)

    def _ask(self, specifications: list[str]) -> list[str]:
        if self.tree.staged:
            found = git_names(self.tree.root, "ls-files", "-z", "--cached", "--", *specifications)
        else:
            found = git_names(self.tree.root, "ls-files", "-z", *self._which, "--", *specifications)
        return [name for name in found if self.tree.is_file(name)]


def text(listing: Listing, path: str) -> str:
    """A file as text. Raises Unreadable where it is not UTF-8."""
    try:
        return listing.read(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(path, "it is not UTF-8") from None


def join(folder: str, name: str) -> str:
    """A path below a folder; the repository's root is the empty string."""
    return f"{folder}/{name}" if folder else name


def parent(path: str) -> str:
    """The folder that holds a file or folder."""
    return path.rpartition("/")[0]


def _is_unicode(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)
