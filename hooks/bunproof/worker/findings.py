"""What the graphs of a repository's Workers have to say: from what is reached to diagnostics, each said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun.rules import (
    bun_module_in_worker,
    ignored_worker_import,
    missing_worker_import,
    unavailable_node_module,
)
from bunproof.check import Part
from bunproof.worker.entries import entries
from bunproof.worker.files import Files
from bunproof.worker.graph import Graph, Scripts
from bunproof.worker.ignored import ignored
from bunproof.worker.missing import expected, is_made, is_output
from bunproof.worker.scripts import SCRIPTS
from bunproof.worker.workspaces import Workspaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from bunproof.check import Found
    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.worker.entries import Entry
    from bunproof.worker.graph import Reached

    _Subject = TypeVar("_Subject")


def find(project: Project, configurations: Iterable[str], wanted: frozenset[str] | None = None) -> Iterator[Found]:
    """Judge the Workers of some configurations. `wanted` are the files that matter; None means all.

    A finding matters if its own file or one on the way to it does.
    """
    files = Files(project)
    bundles = _Bundles(files, wanted)
    for config in sorted(path for path in configurations if files.is_file(path)):
        yield Part(config, bundles.of_config, config)


class _Bundles:
    """The Workers of one repository. `wanted` are the files that matter; None means all."""

    def __init__(self, files: Files, wanted: frozenset[str] | None) -> None:
        self.files = files
        self.wanted = wanted
        self.workspaces = Workspaces(files)
        self.scripts = Scripts(files)
        self.said: set[tuple[str, int, str]] = set()

    def of_config(self, config: str) -> Iterator[Found]:
        """What the entries of a configuration have to say."""
        for entry in entries(self.files, config):
            yield Part(config, self._told, _of_main, entry, (config,))
            yield Part(config, self._of_graph, entry)

    def _of_graph(self, entry: Entry) -> Iterator[Found]:
        path = _entry_file(self.files, entry.path)
        if not entry.bundled or path is None or not path.endswith(SCRIPTS):
            return
        graph = Graph(self.files, entry._replace(path=path), self.workspaces, self.scripts)
        for reached in graph.reached(self.wanted):
            yield Part(entry.config, self._told, _of_reached, reached, reached.files)

    def _told(
        self, find: Callable[[Files, _Subject], Iterator[Diagnostic]], subject: _Subject, way: tuple[str, ...]
    ) -> Iterator[Diagnostic]:
        """What is found on a way that matters, and was not told yet."""
        for each in find(self.files, subject) if self.wanted is None or not self.wanted.isdisjoint(way) else ():
            key = (each.location.path, each.location.span.start, each.rule.id)
            if key not in self.said:
                self.said.add(key)
                yield each


def _of_main(files: Files, entry: Entry) -> Iterator[Diagnostic]:
    """A missing or ignored entry, unless a build makes it."""
    path = entry.path
    there = _entry_file(files, path)
    if entry.builds_itself or _is_package(files, entry) or (there is not None and not files.is_uncommitted(there)):
        return
    if is_output(path, files):
        return
    found = ignored(files.project, [path]).get(path)
    if found is not None and not is_made(path, files):
        yield from ignored_worker_import.check_main(files, entry, found)
    elif found is None and there is None:
        yield from missing_worker_import.check_main(files, entry)


def _entry_file(files: Files, path: str) -> str | None:
    """The file of an entry, which may be written without its extension."""
    endings = ("",) if "." in path.rpartition("/")[2] else (".ts", ".tsx", ".js", ".jsx")
    return next((path + ending for ending in endings if files.is_file(path + ending)), None)


def _is_package(files: Files, entry: Entry) -> bool:
    """Whether a framework's plugin takes `main` for a module of a package."""
    if entry.main.startswith("."):
        return False
    parts = entry.main.split("/")
    name = "/".join(parts[:2]) if entry.main.startswith("@") else parts[0]
    manifest = files.manifest(entry.folder) or {}
    tables = (manifest.get("dependencies"), manifest.get("devDependencies"))
    return entry.main.startswith(("@", "virtual:")) or any(
        isinstance(table, dict) and name in table for table in tables
    )


def _of_reached(files: Files, reached: Reached) -> Iterator[Diagnostic]:
    outcome, path = reached.target
    if outcome == "bun":
        yield from bun_module_in_worker.check(files, reached)
    elif outcome == "node":
        yield from unavailable_node_module.check(files, reached)
    elif path and not is_output(path, files):
        candidates = [path] if outcome != "missing" else expected(path)
        found = ignored(files.project, candidates)
        if found:
            first = next(iter(found.values()))
            if not any(is_made(each, files) for each in found):
                yield from ignored_worker_import.check(files, reached, first)
        elif outcome == "missing":
            yield from missing_worker_import.check(files, reached)
