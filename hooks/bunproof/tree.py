"""The repository's files, as they lie in the working tree. Paths are relative to its root, with `/`."""

from __future__ import annotations

import os

from bunproof import git_index
from bunproof.errors import Unreadable
from bunproof.folders import Folders
from bunproof.git import answer, git_names, holding, names, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.process import Done

# Windows has nothing of this but O_BINARY; links are looked for before opening, too.
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_PLAIN = os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# Windows has no links that are not followed, and reads no file from a place: `read_plain` is for the others.
_read_from = getattr(os, "pread", None) if _NOFOLLOW else None
LIMIT = 64 << 20  # bytes; no source or configuration is larger, and a gate must not eat the machine


class Tree:
    """The working tree. Symbolic links are followed inside the repository only."""

    staged = False

    def __init__(self, root: str) -> None:
        self.root = root
        self._files: list[str] | None = None
        self._known: frozenset[str] | None = None
        self._tracked: list[str] | None = None
        self._others: Callable[[], Done] | None = None
        self._looked_at = Folders(root)
        self._plain = self._looked_at.plain
        self._index: bytes | None = None

    def read(self, path: str, *, follow: bool = True) -> bytes:
        """A file's bytes; a link is read through if it stays in the repository and `follow`. Raises Unreadable."""
        return self.read_plain(path) or self._read_any(path, follow=follow)

    def read_plain(self, path: str) -> bytes:
        """The bytes of a regular file of a common size that no link leads to; of any other, none.

        Where a file ends is told in a quarter of the time that all facts about it take. A pipe has no end, and a device
        has it at 0.
        """
        folder = path.rpartition("/")[0]
        if not (folder in self._plain or self._looked_at.are_plain(folder)) or _read_from is None:
            return b""
        try:
            handle = os.open(f"{self.root}/{path}", _PLAIN)
        except (OSError, ValueError):
            return b""
        try:
            size = os.lseek(handle, 0, os.SEEK_END)
            data: bytes = _read_from(handle, size + 1, 0) if 0 < size <= LIMIT else b""
        except OSError:
            return b""
        finally:
            os.close(handle)
        return data if len(data) == size else b""  # somebody writes to it

    def _read_any(self, path: str, *, follow: bool) -> bytes:
        if leaves(path):
            raise Unreadable(path, "it is outside the repository", absent=True)
        full = self._full(path)
        if not self._looked_at.are_plain(path.rpartition("/")[0]) or os.path.islink(full):
            return self._read_link(path, full, follow=follow)
        from bunproof import reading  # few files are out of the ordinary

        return reading.closely(path, full, _PLAIN, LIMIT)

    def link_target(self, path: str) -> str | None:
        """The file of the repository that a link stands for, by its own path; None for anything else."""
        full = self._full(path)
        if not os.path.islink(full):
            return None
        target, top = os.path.realpath(full), os.path.realpath(self.root)
        if not target.startswith(top + os.sep) or not os.path.isfile(target):
            return None
        return os.path.relpath(target, top).replace(os.sep, "/")

    def is_file(self, path: str) -> bool:
        """Whether a regular file is there (also behind a link inside the repository)."""
        if ".." in path and leaves(path):
            return False
        return not self.lacks(path) and os.path.isfile(self._full(path))

    def lacks(self, path: str) -> bool:
        """Whether there is certainly nothing at a path below the root. No says nothing.

        Most names are asked for to find out that they are not there.
        """
        return self._looked_at.lack(path)

    def lacks_all(self, folder: str, names: frozenset[str]) -> bool:
        """Whether there is certainly none of these names (in lower case) in a folder. No says nothing."""
        return self._looked_at.lack_all(folder, names)

    def is_link(self, path: str) -> bool:
        """Whether a symbolic link is there."""
        return os.path.islink(self._full(path))

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there."""
        return not leaves(path) and os.path.isdir(self._full(path))

    def expect_many(self) -> None:
        """Called before most files are read."""
        self._looked_at.many = True

    def look_ahead(self) -> None:
        """Let git look for files already that it does not track, which will be asked for."""
        if self._others is None:
            self._others = start(self.root, "ls-files", "-z", "--others", "--exclude-standard")

    def forked(self) -> None:
        """Called in a child: what git is about to tell is told to the parent."""
        self._others = None

    def tracked(self) -> list[str]:
        """Every name that git tracks, sorted."""
        if self._tracked is None:
            names = git_index.tracked(self.root, self.index)
            self._tracked = sorted(set(git_names(self.root, "ls-files", "-z", "--cached"))) if names is None else names
        return self._tracked

    def files(self) -> list[str]:
        """Every name that git tracks or would track, sorted: also links, submodules and files that are gone.

        Looking at each would cost as much as reading it; reading says `Unreadable.absent` of those three.
        """
        if self._files is None:
            tracked = self.tracked()
            self.look_ahead()
            assert self._others is not None
            others = names(answer(self._others, "ls-files"))
            self._files = sorted({*tracked, *others}) if others else tracked
        return self._files

    def names_with(self, *parts: str) -> list[str]:
        """Those of `files` that hold one of these parts, sorted: in one search of all names for each."""
        listed = "\0".join(self.files())
        found: set[str] = set()
        for part in parts:
            found.update(listed[start:end] for start, end in holding(listed, part))
        return sorted(found)

    def ignored(self, paths: list[str]) -> set[str]:
        """Those of `paths` that git's ignore rules keep out of commits; a tracked file is never ignored."""
        from bunproof.git_ignore import check_ignore  # few runs ask

        return {os.fsdecode(name) for name in check_ignore(self.root, paths).split(b"\0") if name}

    def surely_holds(self, path: str) -> bool:
        """Whether a commit of everything would hold a file. It errs on no, and asks git for nothing."""
        listed = self._files or self._tracked
        if listed is None:
            return git_index.holds(self.index, path)
        if self._known is None:
            self._known = frozenset(listed)
        return path in self._known

    @property
    def index(self) -> bytes:
        """The bytes of git's index, empty where it lies elsewhere (in another worktree, say)."""
        if self._index is None:
            self._index = git_index.read(self.root)
        return self._index

    def close(self) -> None:
        """End what the tree may have opened."""

    def _full(self, path: str) -> str:
        return f"{self.root}/{path}"

    def _read_link(self, path: str, full: str, *, follow: bool) -> bytes:
        if not follow:
            raise Unreadable(path, "it is a symbolic link", absent=True)
        target = os.path.realpath(full)
        top = os.path.realpath(self.root)
        if not target.startswith(top + os.sep):
            raise Unreadable(path, "it is a symbolic link out of the repository", absent=True)
        if not os.path.isfile(target):
            raise Unreadable(path, "it is a symbolic link to nothing that can be read", absent=True)
        return self.read(os.path.relpath(target, top).replace(os.sep, "/"))


def leaves(path: str) -> bool:
    """Whether a path climbs out of the repository, or might: what a file says can be anything."""
    return ".." in path and ".." in path.replace(os.sep, "/").split("/")
