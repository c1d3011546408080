"""package.json files: what they declare, and which package manager installs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bunproof.errors import Unparsable
from bunproof.source import Source
from bunproof.syntax import jsonc
from bunproof.workflow import pins
from bunproof.workflow.facts.listing import join, parent, text
from bunproof.workflow.plan import Manager

if TYPE_CHECKING:
    from bunproof.workflow.facts.listing import Listing
    from bunproof.workflow.plan import PackageManager

# Where several lockfiles lie side by side, the first of these counts, unless `packageManager` says otherwise.
LOCKFILES: tuple[tuple[str, PackageManager], ...] = (
    ("bun.lock", "bun"),
    ("bun.lockb", "bun"),
    ("pnpm-lock.yaml", "pnpm"),
    ("yarn.lock", "yarn"),
    ("package-lock.json", "npm"),
    ("npm-shrinkwrap.json", "npm"),
)
_DECLARED = re.compile(r"(bun|npm|pnpm|yarn)@(\d+(?:\.\d+)*(?:-[\w.]+)?)(?:\+.*)?\Z")
_PNPM_LOCK = re.compile(r"lockfileVersion: *'?(\d+)")
_YARN_LOCK = re.compile(r"__metadata:\s+version: *\"?(\d+)")
# The major version that writes a lockfile of this format.
_PNPM_BY_LOCK = {"5": "7", "6": "8"}
_YARN_BY_LOCK = {"4": "2", "5": "3", "6": "3"}


class Package(NamedTuple):
    """A package.json: its folder (empty for the root) and what it says."""

    folder: str
    data: dict[str, object]

    def scripts(self) -> dict[str, str]:
        """Its scripts that are strings."""
        return {name: body for name, body in table(self.data, "scripts").items() if isinstance(body, str)}

    def depends_on(self, name: str) -> bool:
        """Whether a package is among its dependencies of any kind."""
        kinds = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")
        return any(name in table(self.data, kind) for kind in kinds)


def table(data: dict[str, object], key: str) -> dict[str, object]:
    """The table at a key; empty where there is none."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def read_package(listing: Listing, folder: str) -> Package | None:
    """The package of a folder, or None. Raises Unparsable for one that Bun cannot read."""
    path = join(folder, "package.json")
    if path not in listing.names():
        return None
    document = jsonc.read(Source(path, text(listing, path).encode()))
    if document.problem is not None:
        raise Unparsable(path, document.problem)
    return Package(folder, document.data if isinstance(document.data, dict) else {})


def lockfile_folders(listing: Listing) -> tuple[str, ...]:
    """Every folder that has a lockfile beside its package.json, in order."""
    names = dict(LOCKFILES)
    folders = {parent(path) for path in listing.names() if path.rpartition("/")[2] in names}
    return tuple(sorted(folder for folder in folders if join(folder, "package.json") in listing.names()))


def manager(listing: Listing, package: Package) -> Manager:
    """Who installs a package's folder: what it declares, unless another's lockfile is all there is."""
    locks = [(name, kind) for name, kind in LOCKFILES if join(package.folder, name) in listing.names()]
    declared = _DECLARED.match(str(package.data.get("packageManager", "")))
    if declared:
        own = [name for name, kind in locks if kind == declared[1]]
        if own or not locks:
            return _with_version(listing, package.folder, declared[1], declared[2], own[0] if own else "")
    if locks:
        return _with_version(listing, package.folder, locks[0][1], "", locks[0][0])
    return Manager("bun", "", "") if _prefers_bun(package) else Manager("npm", "", "")


def _with_version(listing: Listing, folder: str, name: str, version: str, lockfile: str) -> Manager:
    """A manager; its version is left empty where `packageManager` has said it, hash and all."""
    head = listing.read(join(folder, lockfile))[:2000].decode("utf-8", "replace") if lockfile else ""
    if name == "pnpm":
        found = _PNPM_LOCK.search(head)
        return Manager("pnpm", "" if version else _PNPM_BY_LOCK.get(found[1] if found else "", pins.PNPM), lockfile)
    if name == "yarn":
        if version.startswith("1.") or (lockfile and not version and "__metadata:" not in head):
            return Manager("yarn-classic", "" if version else pins.YARN_CLASSIC, lockfile)
        found = _YARN_LOCK.search(head)
        return Manager("yarn", "" if version else _YARN_BY_LOCK.get(found[1] if found else "", pins.YARN), lockfile)
    return Manager("bun" if name == "bun" else "npm", "", lockfile)


def _prefers_bun(package: Package) -> bool:
    return (
        "bun" in table(package.data, "engines")
        or package.depends_on("@types/bun")
        or package.depends_on("bun-types")
        or any(re.search(r"\bbunx?\b", body) for body in package.scripts().values())
    )
