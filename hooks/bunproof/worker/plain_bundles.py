"""Most bundles start from a plain configuration and reach nothing of Bun. A cheap look lets them go without a graph.

It may have a doubt for nothing, never none where a graph would report.
"""

from __future__ import annotations

from bunproof.errors import Unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.project import Project

    Table = dict[str, object]

# Without one of these words, escaped or not, a configuration has no entry.
_STARTING = (b"main", b"site", b"pages", b"\\")
_NODE_BY_DEFAULT = "2026-08-04"  # as in `nodejs.py`, whose modules a clean run does not need


def is_quiet(project: Project, path: str, data: bytes | None = None) -> bool:
    """Whether nothing in the bundles of a configuration can be wrong; its bytes are read where they are not given."""
    try:
        data = project.tree.read(path) if data is None else data
    except Unreadable:
        return not project.tree.is_file(path)  # what git lists and is gone has no bundle
    if not any(word in data for word in _STARTING):
        return True
    from bunproof.worker.suspicion import is_raised
    from bunproof.wrangler.acquittal import plain

    found = plain(project, path, data)
    if found is None or not found.worker:
        return False
    workers = list(found.parts.settings())
    folder = path[: path.rfind("/") + 1]
    entries = {folder + str(worker["main"]).removeprefix("./") for worker in workers if "main" in worker}
    tree = project.tree
    for entry in entries:
        if "/." in f"/{entry}" or not tree.surely_holds(entry):  # one that is not there will be found unreadable
            return False
    node = all(map(_has_node, workers))
    return not entries or not is_raised(project, sorted(entries), node=node, whole=True)


def _has_node(worker: Table) -> bool:
    """Whether the bundler answers what a Worker asks of Node."""
    return bool(worker.get("compatibility_flags")) or str(worker["compatibility_date"]) >= _NODE_BY_DEFAULT
