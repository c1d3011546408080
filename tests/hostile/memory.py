"""A repository that is never on disk: what makes a hundred thousand whole runs affordable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bunproof.diagnostics import Diagnostic
from bunproof.errors import Unreadable
from bunproof.judgement import Judgement
from bunproof.project import Project
from bunproof.select import Selection
from bunproof.settings import Settings
from bunproof.settle import settle
from bunproof.tree import Tree


class MemoryTree(Tree):
    """A tree over a dictionary. A value of None is a name that cannot be read."""

    def __init__(self, files: Mapping[str, bytes | None], ignored: Iterable[str] = ()) -> None:
        super().__init__("/nowhere")
        self.contents = dict(files)
        self.kept_out = set(ignored)
        self.folders = {"", "."}
        for name in self.contents:
            while name := name.rpartition("/")[0]:
                self.folders.add(name)

    def read(self, path: str, *, follow: bool = True) -> bytes:
        del follow
        if path not in self.contents:
            raise Unreadable(path, "no such file or directory", absent=True)
        data = self.contents[path]
        if data is None:
            raise Unreadable(path, "permission denied")
        return data

    def read_plain(self, path: str) -> bytes:
        return self.contents.get(path) or b""

    def is_file(self, path: str) -> bool:
        return path in self.contents

    def lacks_all(self, folder: str, names: frozenset[str]) -> bool:
        del folder, names
        return False

    def is_folder(self, path: str) -> bool:
        return path in self.folders

    def files(self) -> list[str]:
        return sorted(set(self.contents) - self.kept_out)

    def ignored(self, paths: list[str]) -> set[str]:
        return self.kept_out.intersection(paths)


def judge(
    files: Mapping[str, bytes | None],
    paths: Iterable[str] | None = None,
    only: Iterable[str] = (),
    settings: Settings | None = None,
    ignored: Iterable[str] = (),
) -> list[Diagnostic]:
    """The findings of a whole run; without `paths`, over everything."""
    tree = MemoryTree(files, ignored)
    project = Project(tree, settings or Settings(), frozenset(only))
    selection = Selection(tree.files(), everything=True) if paths is None else Selection(paths)
    judgement = Judgement(project, selection)
    judgement.judge()
    return settle(judgement)
