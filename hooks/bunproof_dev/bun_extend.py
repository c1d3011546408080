"""Life spans, one release longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof_dev.bun_tables_text import Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bunproof_dev.bun_observe import Observation
    from bunproof_dev.bun_tables_text import Spans


def extended(tables: Tables, seen: Observation, types: Mapping[str, Iterable[str]]) -> Tables:
    """The tables with one more release; a release that they have is compared as if it were seen again.

    Raises ValueError for a release older than the newest one.
    """
    releases = tables.releases
    if seen.version in releases:
        return _checked(tables, seen)
    if releases and _numbers(seen.version) < _numbers(releases[-1]):
        raise ValueError(f"Bun {seen.version} is older than {releases[-1]}, where the tables end")
    step = _Step(releases[-1] if releases else "", seen.version)
    hidden = {
        module: set(names) - set(seen.linked.get(module, ())) - {"default"} for module, names in seen.read.items()
    }
    return Tables(
        (*releases, seen.version),
        step.spans(tables.modules, seen.read, kept=("bun:main",)),
        step.spans(tables.aliases, seen.aliases),
        step.nested(tables.values, seen.read),
        step.nested(tables.hidden, {module: names for module, names in hidden.items() if module != "bun:bundle"}),
        step.nested(tables.defaults, seen.defaults),
        step.spans(tables.strict, seen.strict),
        step.spans(tables.static_only, {*seen.read} - {*seen.linked, "bun:bundle"}),
        step.nested(tables.types, types),
        tables.types_package,
    )


class _Step:
    """The move from one release to the next."""

    def __init__(self, previous: str, version: str) -> None:
        self.previous = previous
        self.version = version

    def nested(self, tables: dict[str, Spans], present: Mapping[str, Iterable[str]]) -> dict[str, Spans]:
        modules = sorted({*tables, *(module for module, names in present.items() if names)})
        return {module: self.spans(tables.get(module, {}), present.get(module, ())) for module in modules}

    def spans(self, spans: Spans, present: Iterable[str], kept: tuple[str, ...] = ()) -> Spans:
        names = {*present, *(name for name in kept if name in spans)}
        return {name: self._span(spans.get(name, ""), present=name in names) for name in sorted({*spans, *names})}

    def _span(self, span: str, *, present: bool) -> str:
        is_open = bool(span) and "-" not in span.rpartition(" ")[2]
        if present and not is_open:
            return f"{span} {self.version}".strip()
        return f"{span}-{self.previous}" if is_open and not present else span


def _checked(tables: Tables, seen: Observation) -> Tables:
    """The tables without the release and its successors, with it again: equal where nothing has changed."""
    from bunproof.bun.exports import releases

    index = tables.releases.index(seen.version)
    for module, names in seen.read.items():
        known = {name for name, span in tables.values.get(module, {}).items() if index in releases(span)}
        if known != set(names):
            raise SystemExit(f"{module} of Bun {seen.version}: {sorted(known ^ set(names))} differ from the tables")
    return tables


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
