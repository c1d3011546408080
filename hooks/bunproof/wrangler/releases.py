"""Releases of wrangler, as far as their verdicts differ."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeAlias

from bunproof.wrangler.tables.keys import RELEASES

Version: TypeAlias = tuple[int, int, int]
NEWEST = max(RELEASES, key=lambda name: tuple(map(int, name.split("."))))
_WITHOUT_SERVICE_ENVIRONMENTS = (4, 111, 0)
_UNBOUNDED = 1 << 20
# Keys that were taken unseen at first, by their paths without indices, and the release of our tables that looks at them.
_SEEN_SINCE = {
    "ai.remote": (4, 45),
    "cloudchamber.instance_type": (4, 45),
    "dispatch_namespaces.remote": (4, 45),
    "durable_objects.bindings.remote": (4, 45),
    "limits.subrequests": (4, 70),
    "previews.ai_search": (4, 126),
    "previews.ai_search_namespaces": (4, 126),
    "previews.analytics": (4, 126),
    "previews.k2": (4, 126),
    "services.dev": (4, 110),
    "services.remote": (4, 45),
}


class Release(NamedTuple):
    """What one release knows. `newer` says that the project's release is not in our tables yet.

    `version` is the one asked for; the keys are those of the release of the tables that it is judged by.
    """

    version: Version
    known: frozenset[str]
    environment: frozenset[str]
    own: tuple[str, ...]
    bindings: tuple[str, ...]
    removed: frozenset[str]
    lacking: frozenset[str]
    open: bool
    newer: bool = False

    @property
    def inherited(self) -> frozenset[str]:
        """Keys that an environment takes over from the top level."""
        return self.environment - frozenset(self.own)


def find_release(version: Version | None = None) -> Release:
    """The release to judge by: the newest of the tables that is not above `version`, without one the newest of all.

    Between two releases of the tables, a key that either one knows counts as known: which release brought it is not
    written down. Versions below the tables are judged by the oldest.
    """
    names = sorted((_parse(name), name) for name in RELEASES)
    if version is None:
        return _load(names[-1][1])
    below = [name for parsed, name in names if parsed <= version]
    above = [name for parsed, name in names if parsed > version]
    release = _load(below[-1] if below else above[0])
    if release.version == version:
        return release
    is_bound = max(version) >= _UNBOUNDED  # the end of a range such as `^4.1.0`: some release that there is
    if above and not is_bound:
        next_ = _load(above[0])
        release = release._replace(
            known=release.known | next_.known,
            environment=release.environment | next_.environment,
            lacking=release.lacking & next_.lacking,
        )
    if not below:
        return release
    if version >= _WITHOUT_SERVICE_ENVIRONMENTS:
        release = release._replace(removed=release.removed | {"legacy_env"})
    return release._replace(version=min(version, names[-1][0]), newer=not above and not is_bound)


@cache
def _load(name: str) -> Release:
    entry = RELEASES[name]
    known, environment, own, bindings, removed, lacking = (
        entry[key].split() for key in ("known", "environment", "own", "bindings", "removed", "lacking")
    )
    return Release(
        _parse(name), frozenset(known), frozenset(environment), tuple(own), tuple(bindings), frozenset(removed),
        frozenset([*lacking, *(path for path, since in _SEEN_SINCE.items() if _parse(name) < since)]),
        bool(entry["open"]),
    )  # fmt: skip


def _parse(name: str) -> Version:
    major, minor, patch = map(int, name.split("."))
    return major, minor, patch
