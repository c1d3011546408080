"""What an entry exports: wrangler asks for the classes of Durable Objects and Workflows among these names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.syntax import javascript
from bunproof.worker.entries import PAGES, entries
from bunproof.worker.files import Files
from bunproof.worker.resolve import Resolver
from bunproof.worker.scripts import SCRIPTS
from bunproof.worker.workspaces import Workspaces

if TYPE_CHECKING:
    from bunproof.project import Project
    from bunproof.worker.entries import Entry


class Exports(NamedTuple):
    """The names that a module exports at run time. Unless `complete`, there may be more: do not call a name missing."""

    names: frozenset[str]
    complete: bool

    def may_have(self, name: str) -> bool:
        """Whether the module exports a name, as far as can be told."""
        return name in self.names or not self.complete


UNKNOWN = Exports(frozenset(), complete=False)


def of_configuration(project: Project, config: str, environment: str | None = None) -> Exports:
    """What the entry of a wrangler configuration exports, `export *` included. It is read once a run.

    Unknown where there is no entry to read (none is named, it is missing, built, or in Python), where wrangler does not
    bundle and so does not ask, and where the module is CommonJS or cannot be parsed.
    """
    known = project.shared(_Known).by_entry
    if (config, environment) not in known:
        known[config, environment] = _read(project, config, environment)
    return known[config, environment]


class _Known:
    def __init__(self, project: Project) -> None:
        del project
        self.by_entry: dict[tuple[str, str | None], Exports] = {}


def _read(project: Project, config: str, environment: str | None) -> Exports:
    files = Files(project)
    found = entries(files, config)
    named = next((each for each in found if each.environment == environment), None)
    entry = named or next((each for each in found if each.environment is None), None)
    if (
        entry is None
        or not entry.bundled
        or entry.key[0] == PAGES
        or not files.is_file(entry.path)
        or not entry.path.endswith(SCRIPTS)
    ):
        return UNKNOWN
    return _Reader(files, entry).exports(entry.path)


class _Reader:
    def __init__(self, files: Files, entry: Entry) -> None:
        self._files = files
        self._resolver = Resolver(files, entry, Workspaces(files))

    def exports(self, path: str) -> Exports:
        """The names of a file and of all that it passes on with `export *`."""
        names: set[str] = set()
        complete = True
        pending, seen = [path], {path}
        for each in pending:
            module = javascript.read(self._files.source(each))
            own = {export.name for export in module.exports if not export.type_only and export.what != "type"}
            names |= own if each == path else own - {"default"}
            complete = complete and not module.problems and not module.commonjs
            for star in module.imports:
                if star.kind != "export-all" or star.type_only:
                    continue
                target = self._resolver.resolve(star.specifier, each, "import")
                complete = complete and target.outcome == "file" and target.path.endswith(SCRIPTS)
                if target.path.endswith(SCRIPTS) and target.outcome == "file" and target.path not in seen:
                    seen.add(target.path)
                    pending.append(target.path)
        return Exports(frozenset(names), complete)
