"""What is installed, built and tested together: one Build for each folder that packages are installed in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.workflow.facts import runtimes
from bunproof.workflow.facts.listing import join, parent
from bunproof.workflow.facts.packages import lockfile_folders, manager, read_package
from bunproof.workflow.facts.scripts import scripts
from bunproof.workflow.facts.workers import Worker, configurations, is_aside, targets, worker
from bunproof.workflow.plan import Build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.facts.listing import Listing
    from bunproof.workflow.facts.packages import Package

# GitHub refuses a matrix with more jobs than this.
MATRIX_LIMIT = 256
_USES_BUN = re.compile(r"\bbunx?\b")


def builds(listing: Listing) -> Iterator[Build]:
    """The builds of a repository, its root's first; one with too many targets for a matrix is cut into several."""
    folders = [folder for folder in lockfile_folders(listing) if not is_aside(join(folder, "package.json"))]
    if "package.json" in listing.names() and "" not in folders:
        folders.insert(0, "")
    paths: dict[str, list[str]] = {folder: [] for folder in folders}
    for path in configurations(listing):
        paths.setdefault(_installed_in(listing, path, folders), []).append(path)
    for folder in sorted(paths):
        yield from _cut(_build(listing, folder, paths[folder], folders))


def _installed_in(listing: Listing, path: str, folders: list[str]) -> str:
    """Where the packages of a configuration come from: the nearest folder with a lockfile, else the nearest package."""
    folder = parent(path)
    while folder and folder not in folders:
        folder = parent(folder)
    if folder in folders:
        return folder
    package = listing.nearest(parent(path), "package.json")
    return parent(package) if package else parent(path)


def _build(listing: Listing, folder: str, paths: list[str], folders: list[str]) -> Build:
    package = read_package(listing, folder)
    members = list(_members(listing, folder, folders))
    workers = [worker(listing, path, folder) for path in paths]
    who = manager(listing, package) if package else None
    bun = runtimes.bun(listing, folder)
    if who and who.name == "bun" and bun is None:
        bun = runtimes.NEWEST_BUN
    if bun is None and any(_uses_bun(each) for each in ([package] if package else []) + members):
        bun = runtimes.NEWEST_BUN
    needs_node = bool(workers) or who is None or who.name != "bun"
    return Build(
        folder=folder,
        manager=who,
        bun=bun,
        node=runtimes.node(listing, folder) if needs_node else None,
        scripts=tuple(scripts(package, members)),
        targets=tuple(target for each in workers for target in targets(listing, each)),
        wrangler=_has_wrangler(workers),
    )


def _members(listing: Listing, folder: str, folders: list[str]) -> Iterator[Package]:
    """The packages below a folder that are installed with it."""
    for path in sorted(listing.names()):
        below = parent(path)
        if not path.endswith("/package.json") or is_aside(path) or not below.startswith(join(folder, "")):
            continue
        owner = below
        while owner != folder and owner not in folders:
            owner = parent(owner)
        package = read_package(listing, below) if owner == folder and below != folder else None
        if package:
            yield package


def _uses_bun(package: Package) -> bool:
    return any(_USES_BUN.search(body) for body in package.scripts().values())


def _has_wrangler(workers: list[Worker]) -> bool:
    return any(each.has_wrangler for each in workers)


def _cut(build: Build) -> Iterator[Build]:
    yield build._replace(targets=build.targets[:MATRIX_LIMIT])
    for start in range(MATRIX_LIMIT, len(build.targets), MATRIX_LIMIT):
        yield build._replace(targets=build.targets[start : start + MATRIX_LIMIT], scripts=())
