"""Which folders of a working tree are no symbolic links, and lie behind none: what they hold is in the repository."""

from __future__ import annotations

import os


class PlainFolders:
    """The folders below `root` that have been looked at, once a run. Each is told with its `/`; the root is empty.

    `known` are those that are plain. With `many`, all folders in another are looked at together.
    """

    __slots__ = ("_listed", "_root", "known", "many")

    def __init__(self, root: str) -> None:
        self.known: set[str] = {""}
        self.many = False
        self._listed: set[str] = set()
        self._root = root

    def hold(self, folder: str) -> bool:
        """Whether no part of a folder is a link."""
        if folder in self.known:
            return True
        parent = folder[: folder.rfind("/", 0, -1) + 1]
        if not self.hold(parent):
            return False
        if self.many and parent not in self._listed:
            self._list(parent)
        if folder not in self.known:  # also one that is not there, or goes by another name as well
            if os.path.islink(f"{self._root}/{folder[:-1]}"):
                return False
            self.known.add(folder)
        return True

    def _list(self, parent: str) -> None:
        """Look at all folders in another: a tenth of what it takes to look at each."""
        self._listed.add(parent)
        try:
            with os.scandir(f"{self._root}/{parent}") as entries:
                self.known.update([f"{parent}{each.name}/" for each in entries if each.is_dir(follow_symlinks=False)])
        except OSError:  # each will be looked at
            return
