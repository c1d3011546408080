"""Which pattern keeps a file out of git."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bunproof.git_ignore import check_ignore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.project import Project

_FIELDS = 4


class Ignored(NamedTuple):
    """A file, the pattern that ignores it, and where the pattern stands (`line` is 1-based)."""

    path: str
    pattern: str
    source: str
    line: int


def ignored(project: Project, paths: Iterable[str]) -> dict[str, Ignored]:
    """Those of `paths` that git's ignore rules keep out of commits; a tracked file is never ignored."""
    names = list(dict.fromkeys(paths))
    fields = [os.fsdecode(field) for field in check_ignore(project.root, names, "-v").split(b"\0")]
    found = {}
    for at in range(0, len(fields) - _FIELDS + 1, _FIELDS):
        source, line, pattern, path = fields[at : at + _FIELDS]
        if not pattern.startswith("!"):
            found[path] = Ignored(path, pattern, source, int(line or 0))
    return found
