"""The folders of a working tree: which are no symbolic links, and lie behind none, and what some of them lack."""

from __future__ import annotations

import os

_MOST = 5000  # names of one folder that are remembered: half of a megabyte


class Folders:
    """The folders below `root` that have been looked at, once a run. The root is empty.

    `plain` are those that no link leads to. With `many`, most of a repository is about to be asked for: what is in a folder
    is then looked at together, which takes a tenth of the time that it takes to look at each.
    """

    __slots__ = ("_names", "_root", "many", "plain")

    def __init__(self, root: str) -> None:
        self.plain: set[str] = {""}
        self.many = False
        self._names: dict[str, set[str] | None] = {}  # in lower case; None of a folder that cannot be told from memory
        self._root = root

    def are_plain(self, folder: str) -> bool:
        """Whether no part of a folder is a link: what it holds is in the repository."""
        if folder in self.plain:
            return True
        parent, _, name = folder.rpartition("/")
        if name == "..":  # it leaves the repository, or might
            return False
        if not self.are_plain(parent):
            return False
        if self.many and parent not in self._names:
            self._list(parent)
        if folder not in self.plain:  # also one that is not there, or goes by another name as well
            if os.path.islink(f"{self._root}/{folder}"):
                return False
            self.plain.add(folder)
        return True

    def lack(self, path: str) -> bool:
        """Whether there is certainly nothing of this name, in letters of either case. No says nothing."""
        folder, _, name = path.rpartition("/")
        names = self._listed(folder)
        return names is not None and path.isascii() and name.lower() not in names

    def lack_all(self, folder: str, names: frozenset[str]) -> bool:
        """Whether a folder certainly holds nothing of these names (in lower case), in letters of either case. No says nothing."""
        listed = self._listed(folder)
        return listed is not None and names.isdisjoint(listed)

    def _listed(self, folder: str) -> set[str] | None:
        if folder not in self._names:
            if not self.many:
                return None
            self._list(folder)
        return self._names[folder]

    def _list(self, folder: str) -> None:
        names: set[str] = set()
        folders: list[str] = []
        try:
            with os.scandir(f"{self._root}/{folder}") as entries:
                for each in entries:
                    if len(names) <= _MOST:
                        names.add(each.name.lower())
                    if each.is_dir(follow_symlinks=False):
                        folders.append(f"{folder}/{each.name}" if folder else each.name)
        except FileNotFoundError:
            pass  # it lacks everything
        except (OSError, ValueError):
            self._names[folder] = None
            return
        self._names[folder] = names if len(names) <= _MOST else None
        if folder in self.plain:
            self.plain.update(folders)
