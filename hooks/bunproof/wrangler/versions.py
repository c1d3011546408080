"""Which wrangler a configuration is deployed with, and which file and line say so. Needs no `node_modules`.

In order: the setting, the installed package, the lockfile, `package.json` with its catalogs. Every file is searched as
bytes; a lockfile of 50,000 lines is not parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.wrangler import lockfiles, manifests, ranges
from bunproof.wrangler.nearby import folders, read_if_there

if TYPE_CHECKING:
    from bunproof.project import Project

NEWEST = 1 << 30


class Pinned(NamedTuple):
    """An answer: `version` as written, whether it is `exact`, and the `path` and 1-based `line` that say so.

    `release` is what to judge by: the version itself, or for a range a release just below its upper bound, so that the
    newest known release that is not above it is the one a fresh installation gets; `(1 << 30, 0, 0)` is no bound.
    `path` is None for the setting. `key` is where in the file: `devDependencies.wrangler`, or empty in a lockfile.
    """

    version: str
    exact: bool
    release: tuple[int, int, int]
    path: str | None
    line: int
    key: str = ""

    @property
    def words(self) -> str:
        """Who says so, for a note: `^4.1.0 by package.json devDependencies.wrangler (line 12)`."""
        if self.path is None:
            return f"{self.version} by `--wrangler-version`"
        key = f" `{self.key}`" if self.key else ""
        return f"{self.version} by {self.path}{key} (line {self.line})"


def find_version(project: Project, path: str) -> Pinned | None:
    """The wrangler of the configuration at `path`; None where nothing below the repository's root names one."""
    asked = project.settings.wrangler_version
    if asked:
        return _pinned(asked, None, 1)
    installed = _installed(project, path)
    if installed is not None:
        return installed
    declared = manifests.find_declaration(project.tree, path)
    locked = lockfiles.find_locked(project.tree, path, declared)
    if locked is not None:
        return _pinned(locked.version, locked.path, locked.line)
    if declared is None:
        return None
    return _pinned(declared.spec, declared.path, declared.line, declared.key)


def find_schema(project: Project, path: str) -> str | None:
    """The `config-schema.json` of the installed wrangler: the keys that very version knows."""
    for folder in folders(path):
        schema = f"{folder}node_modules/wrangler/config-schema.json"
        if project.tree.is_file(schema):
            return schema
    return None


def _installed(project: Project, path: str) -> Pinned | None:
    for folder in folders(path):
        manifest = f"{folder}node_modules/wrangler/package.json"
        found = manifests.find_version_field(read_if_there(project.tree, manifest))
        if found is not None:
            return _pinned(found.version, manifest, found.line)
    return None


def _pinned(version: str, path: str | None, line: int, key: str = "") -> Pinned:
    exact = ranges.exact(version)
    release = exact or ranges.newest(version) or (NEWEST, 0, 0)
    return Pinned(version, exact is not None, release, path, line, key)
