"""Most bundles start from a plain configuration and reach nothing of Bun. A cheap look lets them go without a graph.

It may have a doubt for nothing, never none where a graph would report.
"""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.worker import suspicion
from bunproof.wrangler import acquittal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.project import Project

    Table = dict[str, object]

_NODE_BY_DEFAULT = "2026-08-04"  # as in `nodejs.py`, whose modules a clean run does not need


def are_quiet(project: Project, configurations: Iterable[str], index: bytes) -> bool:
    """Whether nothing in the bundles of these configurations can be wrong; `index` are the bytes of git's index."""
    return all(_is_quiet(project, path, index) for path in configurations)


def _is_quiet(project: Project, path: str, index: bytes) -> bool:
    try:
        table = acquittal.plain(project, path, project.tree.read(path))
    except Unreadable as problem:
        return problem.absent  # what git lists and is gone has no bundle
    if table is None or not acquittal.is_plain_worker(table):
        return False
    workers = list(_workers(table))
    folder = path[: path.rfind("/") + 1]
    entries = {folder + str(worker["main"]).removeprefix("./") for worker in workers if "main" in worker}
    for entry in entries:
        if "/." in f"/{entry}" or not project.tree.is_file(entry) or not suspicion.is_tracked(index, entry):
            return False
    if not entries:
        return True
    node = all(map(_has_node, workers))
    return not suspicion.is_raised(project.tree, sorted(entries), index, node=node, whole=True)


def _workers(table: Table) -> Iterator[Table]:
    """Every environment with what it inherits, the top level first."""
    yield table
    environments = table.get("env")
    for worker in environments.values() if isinstance(environments, dict) else ():
        yield table | worker


def _has_node(worker: Table) -> bool:
    """Whether the bundler answers what a Worker asks of Node."""
    return bool(worker.get("compatibility_flags")) or str(worker["compatibility_date"]) >= _NODE_BY_DEFAULT
