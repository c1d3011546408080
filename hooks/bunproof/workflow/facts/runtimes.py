"""Which Bun and which Node a folder asks for, in the words of the actions that set them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.workflow import pins
from bunproof.workflow.facts.listing import NODE_VERSION_FILES, join, parent, text
from bunproof.workflow.facts.packages import read_package, table
from bunproof.workflow.facts.tables import read_table
from bunproof.workflow.plan import Setup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.facts.listing import Listing
    from bunproof.workflow.facts.packages import Package

_TOOL = r"(?m)^{name}[ \t]+(\S+)"
_FOLDERS_WITH_BUN_FILES = (".bun-version", ".tool-versions", "mise.toml", ".mise.toml")
NEWEST_BUN = Setup("bun-version", "latest", "nothing in the repository names a version: `.bun-version` would")
_WITH_HASH = re.compile(r"bun@([^+]+)\+")


def bun(listing: Listing, folder: str) -> Setup | None:
    """How to set up the Bun that the nearest declaration asks for; None where nothing declares one.

    setup-bun (2.2.0) reads `.bun-version`, `.tool-versions`, `packageManager` and `engines.bun`; what only others
    read (mise, `devEngines`) is written out.
    """
    for each in _upward(folder):
        found = _bun_here(listing, each)
        if found is not None:
            return found
    return None


def node(listing: Listing, folder: str) -> Setup:
    """How to set up the Node that a folder asks for; a current one where nothing does.

    setup-node (7.0.0) reads `.nvmrc`, `.node-version`, `.tool-versions` and package.json.
    """
    for each in _upward(folder):
        for name in NODE_VERSION_FILES:
            if join(each, name) in listing.names():
                return Setup("node-version-file", join(each, name), f"what {join(each, name)} says")
        if _tool(listing, each, "nodejs"):
            return Setup("node-version-file", join(each, ".tool-versions"), "what .tool-versions says")
        package = read_package(listing, each)
        if package and isinstance(table(package.data, "engines").get("node"), str):
            return Setup("node-version-file", join(each, "package.json"), "what `engines.node` says")
    return Setup("node-version", pins.NODE, "nothing in the repository names a version")


def _upward(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = parent(folder)
    yield ""


def _bun_here(listing: Listing, folder: str) -> Setup | None:
    for name in _FOLDERS_WITH_BUN_FILES:
        path = join(folder, name)
        if path not in listing.names():
            continue
        if name == ".bun-version":
            return Setup("bun-version-file", path, f"what {path} says")
        if name == ".tool-versions":
            if _tool(listing, folder, "bun"):
                return Setup("bun-version-file", path, f"what {path} says")
            continue
        version = _mise(listing, path)
        if version:
            return Setup("bun-version", version, f"what {path} says, which the action cannot read")
    package = read_package(listing, folder)
    return _bun_in_package(package) if package else None


def _bun_in_package(package: Package) -> Setup | None:
    path = join(package.folder, "package.json")
    manager = package.data.get("packageManager")
    if isinstance(manager, str) and manager.startswith("bun@"):
        hashed = _WITH_HASH.match(manager)
        if hashed:
            return Setup("bun-version", hashed[1], f"`packageManager` in {path}, without its hash")
        return Setup("bun-version-file", path, f"`packageManager` in {path}")
    if isinstance(table(package.data, "engines").get("bun"), str):
        because = f"`engines.bun` in {path}; of a range, the action takes the newest, and the gate judges by all of it"
        return Setup("bun-version-file", path, because)
    runtimes = table(package.data, "devEngines").get("runtime")
    for runtime in runtimes if isinstance(runtimes, list) else [runtimes]:
        if isinstance(runtime, dict) and runtime.get("name") == "bun" and isinstance(runtime.get("version"), str):
            return Setup(
                "bun-version", runtime["version"], f"`devEngines.runtime` in {path}, which the action cannot read"
            )
    return None


def _tool(listing: Listing, folder: str, name: str) -> str:
    path = join(folder, ".tool-versions")
    if path not in listing.names():
        return ""
    found = re.search(_TOOL.format(name=name), text(listing, path))
    return found[1] if found else ""


def _mise(listing: Listing, path: str) -> str:
    value = table(read_table(listing, path), "tools").get("bun")
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("version")
    return value if isinstance(value, str) else ""
