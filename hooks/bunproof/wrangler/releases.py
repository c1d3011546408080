"""Releases of wrangler, as far as their verdicts differ."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeAlias

from bunproof.wrangler.tables.keys import RELEASES

Version: TypeAlias = tuple[int, int, int]


class Release(NamedTuple):
    """What one release knows. `newer` says that the project's release is not in our tables yet."""

    version: Version
    known: frozenset[str]
    environment: frozenset[str]
    own: tuple[str, ...]
    bindings: tuple[str, ...]
    removed: frozenset[str]
    open: bool
    newer: bool = False

    @property
    def inherited(self) -> frozenset[str]:
        """Keys that an environment takes over from the top level."""
        return self.environment - frozenset(self.own)


def find_release(version: Version | None = None) -> Release:
    """The newest release of the tables that is not above `version` (the oldest, if all are); without one, the newest."""
    names = sorted((_parse(name), name) for name in RELEASES)
    if version is None:
        return _load(names[-1][1])
    below = [name for parsed, name in names if parsed <= version]
    release = _load(below[-1] if below else names[0][1])
    return release._replace(version=version, newer=version > names[-1][0])


@cache
def _load(name: str) -> Release:
    entry = RELEASES[name]
    known, environment, own, bindings, removed = (
        entry[key].split() for key in ("known", "environment", "own", "bindings", "removed")
    )
    return Release(
        _parse(name), frozenset(known), frozenset(environment), tuple(own), tuple(bindings), frozenset(removed),
        bool(entry["open"]),
    )  # fmt: skip


def _parse(name: str) -> Version:
    major, minor, patch = map(int, name.split("."))
    return major, minor, patch
