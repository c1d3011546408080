"""A file before the rules: its facts, its Bun, and where it runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bunproof.bun import exports
from bunproof.bun.releases import NAMES
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.pins import Bun
    from bunproof.project import Project
    from bunproof.source import Source
    from bunproof.syntax.javascript_facts import Import, Module, Name

# Bun's own attributes; an import with any other (`path`) means some other thing that is called "bun".
_ATTRIBUTES = frozenset({"type", "embed"})
# `typeof Bun`, `process.versions.bun`, `isBun`, `IS_BUN`; not `bundle`.
_ASKS_FOR_BUN = re.compile(r"(?:[Bb]un|BUN)(?![a-z]|DLE)")
_CONFIGURATIONS = ("wrangler.toml", "wrangler.json", "wrangler.jsonc")


class Judged(NamedTuple):
    """What a rule of this hook is asked about."""

    project: Project
    source: Source
    facts: Module
    bun: Bun
    verbatim: bool = False

    def imports(self) -> Iterator[Import]:
        """The imports of Bun modules that are reached at run time without a net."""
        for each in self.facts.imports:
            if (each.specifier == "bun" or each.specifier.startswith("bun:")) and not is_excused(each):
                yield each

    def missing_in(self, present: frozenset[int]) -> tuple[int, ...]:
        """The releases that may run this file and do not have something, oldest first."""
        allowed = self.bun.allowed
        if allowed.newer and not present:
            return ()
        return tuple(index for index in allowed.releases if index not in present)

    def is_used(self, each: Import, name: Name) -> bool:
        """Whether the binding outlives the compiler: in TypeScript, what is never used as a value is dropped.

        `verbatimModuleSyntax` keeps it; Bun's own transpiler drops it even so, which is harmless for a mere type.
        """
        if name.type_only:
            return False
        return (
            name.is_value
            or not each.typescript
            or (self.verbatim and not exports.is_type(each.specifier, name.imported))
        )

    def in_worker(self) -> bool:
        """Whether the file lies at or below a folder with a wrangler configuration."""
        folder = self.source.path
        while folder:
            folder = folder.rpartition("/")[0]
            start = f"{folder}/" if folder else ""
            if any(self.project.tree.is_file(start + name) for name in _CONFIGURATIONS):
                return True
        return False

    def token(self, name: Name) -> Span:
        """The name without quotes."""
        start, end = name.span
        return Span(start + 1, end - 1) if self.source.text[start : start + 1] in {'"', "'", "`"} else name.span


def is_excused(each: Import) -> bool:
    """Whether an import cannot fail: type-only, caught, behind a question about Bun, or of another "bun" altogether."""
    if each.type_only or each.guards & {"handler", "catch"}:
        return True
    if any(name not in _ATTRIBUTES for name, _ in each.attributes):
        return True
    return any(_ASKS_FOR_BUN.search(text) or text in {"false", "0", "!(true)", "!(1)"} for text in each.conditions)


def release_names(indexes: tuple[int, ...]) -> str:
    """The oldest of some releases, for a message."""
    return NAMES[indexes[0]]


def history(present: frozenset[int], missing: tuple[int, ...]) -> str:
    """Why something is not there in the oldest of the releases that lack it."""
    if not present:
        return f"no Bun release up to {NAMES[-1]} has it"
    if missing[0] in present:
        return "`export` does not see it"
    if any(index > missing[0] for index in present):
        return f"added in Bun {NAMES[min(index for index in present if index > missing[0])]}"
    return f"removed in Bun {NAMES[max(present) + 1]}"
