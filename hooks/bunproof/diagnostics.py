"""What a check says. Immutable, free of I/O, and complete: a report needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from bunproof.rules import Rule
    from bunproof.source import Location, Source, Span

Severity: TypeAlias = Literal["error", "warning"]
Mirrors: TypeAlias = Literal["bun", "wrangler"]


class Label(NamedTuple):
    """A further place that explains a diagnostic."""

    location: Location
    message: str


class Edit(NamedTuple):
    """Replace `[start, end)` of a file's text (code points, no byte order mark) by `replacement`."""

    path: str
    start: int
    end: int
    replacement: str


class Fix(NamedTuple):
    """A change that resolves a diagnostic; `safe` means that what the code does is kept.

    `title` is an order ("write `node:fs`"). Edits of one fix are applied together or not at all.
    """

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Diagnostic(NamedTuple):
    """One finding.

    `message` is what was found, without full stop, names in backticks; `label` stands beside the caret and says why;
    `notes` are (name, text) lines such as ("pinned", ">=1.1.0 by package.json `engines.bun` (line 375)"); `help` is an
    order or a question with one answer. `chain` lists how a Worker's bundle gets here, entry first. `environment` is
    the wrangler environment it holds for, None for the top level. `mirrors` names whose own verdict this repeats.
    """

    rule: Rule
    severity: Severity
    location: Location
    message: str
    label: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    help: str = ""
    related: tuple[Label, ...] = ()
    chain: tuple[str, ...] = ()
    environment: str | None = None
    mirrors: Mirrors | None = None
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of a report: by file, place, rule."""
        start = self.location.start
        return (self.location.path, start.line, start.column, self.rule.id, self.message)


def replace(source: Source, span: Span, text: str) -> Edit:
    """The edit that puts `text` in place of a span of `source`."""
    return Edit(source.path, span[0], span[1], text)
