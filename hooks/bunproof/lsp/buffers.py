"""Judging what stands in an editor: the working tree, with open buffers laid over it. Knows nothing of the protocol."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bunproof import settings
from bunproof.git import find_root
from bunproof.judgement import Judgement
from bunproof.project import Project
from bunproof.select import Selection
from bunproof.settle import settle
from bunproof.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bunproof.diagnostics import Diagnostic


class Place(NamedTuple):
    """A file: the top folder of its repository, and its path below that."""

    root: str
    path: str


class OverlayTree(Tree):
    """The working tree as if every open buffer had been saved."""

    def __init__(self, root: str, buffers: Mapping[str, bytes]) -> None:
        super().__init__(root)
        self.buffers = buffers

    def read(self, path: str, *, follow: bool = True) -> bytes:
        """A file's bytes, from its buffer if it has one. Raises Unreadable."""
        data = self.buffers.get(path)
        return super().read(path, follow=follow) if data is None else data

    def is_file(self, path: str) -> bool:
        """Whether a regular file is there, or will be once the editor saves it."""
        return path in self.buffers or super().is_file(path)

    def files(self) -> list[str]:
        """Every name that git tracks or would track once the editor has saved."""
        new = [path for path in self.buffers if not super(OverlayTree, self).is_file(path)]
        return sorted({*super().files(), *new})


class Verdict(NamedTuple):
    """The findings of one repository's open buffers, and the project that tells the text of the files they name."""

    findings: list[Diagnostic]
    project: Project


def locate(name: str) -> Place | None:
    """Where a file (by its absolute path) belongs; None outside of every repository."""
    folder, last = os.path.split(name)
    folder = os.path.realpath(folder)
    root = find_root(folder)
    if root is None:
        return None
    path = os.path.relpath(os.path.join(folder, last), root).replace(os.sep, "/")
    return Place(root.replace(os.sep, "/"), path)


def judge(root: str, buffers: Mapping[str, bytes]) -> Verdict:
    """Judge the open buffers (path below the root to bytes) that git does not ignore. Raises UsageError."""
    tree = OverlayTree(root, buffers)
    project = Project(tree, settings.load(tree))
    ignored = tree.ignored(list(buffers))
    judgement = Judgement(project, Selection(path for path in buffers if path not in ignored))
    judgement.judge()
    return Verdict([each for each in settle(judgement) if each.location.path in buffers], project)
