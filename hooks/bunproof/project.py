"""What every check may ask about the repository: its files, its settings, and what the user asked for."""

from __future__ import annotations

from bunproof.errors import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from bunproof.settings import Settings
    from bunproof.source import Source
    from bunproof.tree import Tree

    Shared = TypeVar("Shared")

_REMEMBERED = 256


class Project:
    """A repository under judgement.

    `tree` is where all reading goes through, so that `--staged` judges the index. `settings` are the arguments over
    `bunproof.toml` over the defaults. `asked` holds the ids of the hooks that the user named with `--only`.
    """

    def __init__(self, tree: Tree, settings: Settings, asked: frozenset[str] = frozenset()) -> None:
        self.tree = tree
        self.settings = settings
        self.asked = asked
        self._shared: dict[object, object] = {}
        self._sources: dict[str, Source] = {}

    @property
    def root(self) -> str:
        """The repository's top folder, absolute."""
        return self.tree.root

    def shared(self, make: Callable[[Project], Shared]) -> Shared:
        """What several checks need of the repository, made by `make` when the first of them asks."""
        if make not in self._shared:
            self._shared[make] = make(self)
        made: Shared = self._shared[make]  # type: ignore[assignment]
        return made

    def source(self, path: str, data: bytes | None = None) -> Source:
        """The text of a file; the last few hundred are remembered, more would fill the memory. Raises Unreadable."""
        known = self._sources.get(path)
        if known is None:
            if len(self._sources) >= _REMEMBERED:
                del self._sources[next(iter(self._sources))]
            from bunproof.source import Source  # only files with something to say get here

            if data is None:
                data = self.tree.read(path)
            if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:2]:
                from bunproof import foreign  # UTF-16: one file in many thousands

                text = foreign.utf8(data)
                known = Source(path, text, foreign=text is not data)
            else:
                known = Source(path, data)
            self._sources[path] = known
        return known

    def read_again(self, path: str) -> bytes | None:
        """The bytes of a file that was not selected, to judge it again; None where nothing of its own is there.

        Raises Unreadable.
        """
        try:
            return self.tree.read(path, follow=False)
        except Unreadable as problem:
            if problem.absent:
                return None
            raise

    def nearest(self, path: str, name: str) -> str | None:
        """The file called `name` in the folder of `path` or the nearest one above it, inside the repository."""
        folder = path
        while folder:
            folder = folder.rpartition("/")[0]
            candidate = f"{folder}/{name}" if folder else name
            if self.tree.is_file(candidate):
                return candidate
        return None
