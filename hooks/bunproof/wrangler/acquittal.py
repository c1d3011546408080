"""Most configurations say plain things in a plain way. They need no validator to be let go.

What `plain_workers.py` does not know goes to the validator, and so does everything that may be wrong. Tests hold it to
that: what is let go here has no finding there, by any release.
"""

from __future__ import annotations

from bunproof.wrangler import plain_parts
from bunproof.wrangler.known_wranglers import KnownWranglers
from bunproof.wrangler.nearby import folders
from bunproof.wrangler.plain_workers import are_plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.project import Project
    from bunproof.wrangler.plain_parts import Parts

_RIVALS = frozenset({"wrangler.json", "wrangler.jsonc"})


class Plain:
    """A configuration in plain TOML; `worker` says whether there is nothing in it that a validator must see."""

    __slots__ = ("parts", "worker")

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.worker = are_plain(parts.workers)


class PlainConfigurations:
    """The configurations of a repository, each read once."""

    def __init__(self, project: Project) -> None:
        del project
        self._known: dict[str, Plain | None] = {}

    def read(self, path: str, data: bytes) -> Plain | None:
        """A configuration in plain TOML; None for any other."""
        if path not in self._known:
            parts = plain_parts.read(data) if path.endswith(".toml") else None
            self._known[path] = Plain(parts) if parts is not None else None
        return self._known[path]


def plain(project: Project, path: str, data: bytes) -> Plain | None:
    """A configuration in plain TOML, read once a run for all who ask; None for any other."""
    return project.shared(PlainConfigurations).read(path, data)


def is_innocent(project: Project, path: str, data: bytes) -> bool:
    """Whether nothing at all is to be said of a configuration by itself. False says nothing."""
    found = plain(project, path, data)
    return (
        found is not None
        and found.worker
        and not _has_rivals(project, path)
        and project.shared(KnownWranglers).are_sure(path)
    )


def _has_rivals(project: Project, path: str) -> bool:
    """Whether a configuration may lie in any folder upwards that wrangler reads instead."""
    tree = project.tree
    for folder in folders(path):
        if not tree.lacks_all(folder[:-1], _RIVALS) and any(tree.is_file(folder + name) for name in _RIVALS):
            return True
    return False
