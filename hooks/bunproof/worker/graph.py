"""The module graph of one entry: by bytes first, exactly where a chain may reach something to report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.worker.files import folder_of, is_installed, resolve_path
from bunproof.worker.resolve import Resolution, Resolver
from bunproof.worker.scripts import SCRIPTS
from bunproof.worker.specifiers import Specifiers, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.worker.entries import Entry
    from bunproof.worker.files import Files
    from bunproof.worker.packages import Kind
    from bunproof.worker.records import Record
    from bunproof.worker.workspaces import Workspaces

_KINDS: tuple[Kind, ...] = ("import", "require")


class Reached(NamedTuple):
    """Something that a bundle reaches and should not: the last of `records`, in the last of `files`.

    `files` are those from the entry on; each is imported by the record before it. `target` is what the last record
    stands for.
    """

    entry: Entry
    files: tuple[str, ...]
    records: tuple[Record, ...]
    target: Resolution

    @property
    def record(self) -> Record:
        """The import that leads to the target."""
        return self.records[-1]

    @property
    def place(self) -> tuple[str, Record]:
        """The last file of the repository itself on the way, and the import in it."""
        at = next(index for index in range(len(self.files) - 1, -1, -1) if not is_installed(self.files[index]))
        return self.files[at], self.records[at]

    @property
    def chain(self) -> tuple[str, ...]:
        """How the bundle gets here, from the configuration to the specifier."""
        return (self.entry.origin, *self.files, self.record.specifier)


class Scripts:
    """What scripts import, each read once for all entries: by a search over the bytes, and exactly."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._possible: dict[str, Specifiers] = {}
        self._exact: dict[tuple[str, tuple[tuple[str, str], ...], str | None], list[Record]] = {}

    def possible(self, path: str) -> Specifiers:
        """The specifiers that a file may import."""
        known = self._possible.get(path)
        if known is None:
            known = self._possible[path] = scan(self._files.read(path))
        return known

    def records(self, path: str, define: tuple[tuple[str, str], ...], keeps: str | None) -> list[Record]:
        """What a file imports, under the definitions of an entry and the `tsconfig.json` that holds for it."""
        key = (path, define, keeps)
        known = self._exact.get(key)
        if known is None:
            from bunproof.worker.records import records  # the grammar, where a chain may reach something

            known = self._exact[key] = records(self._files.source(path), dict(define), keeps)
        return known


class Graph:
    """The modules of one entry."""

    def __init__(self, files: Files, entry: Entry, workspaces: Workspaces, scripts: Scripts) -> None:
        self._files = files
        self._entry = entry
        self._resolver = Resolver(files, entry, workspaces)
        self._scripts = scripts
        self._defined = [name.encode() for name, value in entry.define if value[1:].startswith(("bun", "node:", "."))]

    def reached(self, wanted: frozenset[str] | None = None) -> Iterator[Reached]:
        """What the bundle reaches that is of Bun, of Node, missing, or in no commit.

        Of `wanted` files, only what they hold or lead to is looked at; None means all.
        """
        suspects = self._suspects(wanted)
        if not suspects:
            return
        pending: list[tuple[tuple[str, ...], tuple[Record, ...]]] = [((self._entry.path,), ())]
        seen = {self._entry.path}
        for files, before in pending:
            for record in self._records(files[-1]):
                way = (*before, record)
                for target in self._targets(record, files[-1]):
                    if self._is_reported(record, target, files[-1]):
                        yield Reached(self._entry, files, way, target)
                    if target.outcome == "file" and target.path in suspects and target.path not in seen:
                        seen.add(target.path)
                        pending.append(((*files, target.path), way))

    def _suspects(self, wanted: frozenset[str] | None) -> set[str]:
        """The files that may lead to something to report, by bytes."""
        imports: dict[str, set[str]] = {}
        importers: dict[str, set[str]] = {}
        bad: set[str] = set()
        pending = [self._entry.path]
        for path in pending:
            found = imports[path] = set()
            for target in self._possible(path):
                if target.outcome == "file" and target.path.endswith(SCRIPTS):
                    found.add(target.path)
                    importers.setdefault(target.path, set()).add(path)
                if self._is_bad(target, path):
                    bad.add(path)
            pending.extend(each for each in sorted(found) if each not in imports)
            imports.update({each: set() for each in found - imports.keys()})
        if wanted is not None:
            bad &= _closure(wanted & imports.keys(), imports)
        # Most are comments, strings and code that is handled: a look at each spares one at all that leads there.
        return _closure({path for path in bad if self._has_reason(path)}, importers)

    def _has_reason(self, path: str) -> bool:
        return any(
            self._is_reported(record, target, path)
            for record in self._records(path)
            for target in self._targets(record, path)
        )

    def _is_reported(self, record: Record, target: Resolution, importer: str) -> bool:
        return self._is_bad(target, importer) and (not record.handled or target.outcome == "file")

    def _possible(self, path: str) -> Iterator[Resolution]:
        specifiers = self._scripts.possible(path)
        if not is_installed(path) and (specifiers.computed or self._names_defined(path)):
            for record in self._records(path):
                yield from self._targets(record, path)
        for name in specifiers.names:
            for kind in _KINDS if is_installed(path) or not name.startswith(".") else _KINDS[:1]:
                yield self._resolver.resolve(name, path, kind)

    def _names_defined(self, path: str) -> bool:
        """Whether a file mentions a name that is defined as some specifier."""
        return any(name in self._files.read(path) for name in self._defined)

    def _records(self, path: str) -> list[Record]:
        return self._scripts.records(path, self._entry.define, self._resolver.tsconfigs.of(path).keeps)

    def _targets(self, record: Record, importer: str) -> Iterator[Resolution]:
        if record.pattern:
            yield from self._matching(record.specifier, importer)
        else:
            yield self._resolver.resolve(record.specifier, importer, record.kind)

    def _matching(self, pattern: str, importer: str) -> Iterator[Resolution]:
        """The files that a pattern stands for: `*` after a slash spans folders."""
        import re  # computed paths are rare

        path = resolve_path(folder_of(importer), pattern)
        if path is None:
            return
        parts = [re.escape(part) for part in path.split("*")]
        joined = parts[0]
        for part in parts[1:]:
            joined += (".*" if joined.endswith("/") or not joined else "[^/]*") + part
        wanted, matched = re.compile(joined), False
        for name in sorted(self._files.tracked):
            if wanted.fullmatch(name) and not is_installed(name):
                matched = True
                yield Resolution("file", name)
        if not matched:
            yield Resolution("missing", path)

    def _is_bad(self, target: Resolution, importer: str) -> bool:
        if is_installed(importer):
            return target.outcome == "bun"
        if target.outcome in {"file", "asset"}:
            return not is_installed(target.path) and self._files.is_uncommitted(target.path)
        return target.outcome in {"bun", "node", "missing"}


def _closure(start: set[str] | frozenset[str], edges: dict[str, set[str]]) -> set[str]:
    """Everything that edges lead to, the start included."""
    found = set(start)
    pending = list(start)
    while pending:
        fresh = edges.get(pending.pop(), set()) - found
        found |= fresh
        pending.extend(fresh)
    return found
