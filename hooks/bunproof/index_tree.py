"""The repository's files as git would commit them now."""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.git import BlobReader, git_names
from bunproof.tree import LIMIT, Tree

_SYMLINK = "120000"
_SUBMODULE = "160000"


class IndexTree(Tree):
    """What git would commit now: the index, whatever the working tree looks like."""

    staged = True

    def __init__(self, root: str) -> None:
        super().__init__(root)
        self._blobs: BlobReader | None = None
        self._ids: dict[str, str] | None = None
        self._folders: set[str] | None = None

    def read(self, path: str, *, follow: bool = True) -> bytes:
        """A file's bytes as staged; the index has no links to follow. Raises Unreadable."""
        del follow
        object_id = self._entries().get(path)
        if object_id is None:
            raise Unreadable(path, "it is not in the index", absent=True)
        if not object_id:
            raise Unreadable(path, "it is in conflict: the index holds more than one of it")
        if self._blobs is None:
            self._blobs = BlobReader(self.root)
        data = self._blobs.read(object_id, LIMIT)
        if data is None:
            raise Unreadable(path, "git has no such object")
        if len(data) > LIMIT:
            raise Unreadable(path, f"it is larger than {LIMIT >> 20} MiB")
        return data

    def is_file(self, path: str) -> bool:
        """Whether the index holds this file."""
        return path in self._entries()

    def surely_holds(self, path: str) -> bool:
        """Whether the index holds this file."""
        return path in self._entries()

    def is_link(self, path: str) -> bool:
        """No: the index has files alone."""
        del path
        return False

    def is_folder(self, path: str) -> bool:
        """Whether the index holds a file below this folder."""
        if self._folders is None:
            self._folders = {"", "."}
            for name in self._entries():
                parent = name.rpartition("/")[0]
                while parent and parent not in self._folders:
                    self._folders.add(parent)
                    parent = parent.rpartition("/")[0]
        return path in self._folders

    def files(self) -> list[str]:
        """Every regular file of the index, sorted."""
        return sorted(self._entries())

    def close(self) -> None:
        """End git's process."""
        if self._blobs is not None:
            self._blobs.close()
            self._blobs = None

    def _entries(self) -> dict[str, str]:
        if self._ids is None:
            self._ids = {}
            for line in git_names(self.root, "ls-files", "-z", "--stage"):
                facts, _, name = line.partition("\t")
                mode, object_id, stage = facts.split()
                if mode not in {_SYMLINK, _SUBMODULE}:
                    self._ids[name] = object_id if stage == "0" else ""
        return self._ids
