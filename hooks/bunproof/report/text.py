"""Findings for people: the first line complete, greppable and clickable, then the line with a caret, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.about import rule_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.diagnostics import Diagnostic


def concise(diagnostic: Diagnostic) -> str:
    """The first line: all of the finding that fits in one."""
    at = diagnostic.location
    return (
        f"{at.path}:{at.start.line}:{at.start.column}: {diagnostic.severity}[{diagnostic.rule.id}] {diagnostic.message}"
    )


def full(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Each finding as a block of lines; a rule's documentation is linked at its first appearance."""
    linked: set[str] = set()
    for each in diagnostics:
        yield "\n".join(_block(each, docs=each.rule.id not in linked))
        linked.add(each.rule.id)


def _block(each: Diagnostic, *, docs: bool) -> Iterator[str]:
    yield concise(each)
    at = each.location
    number = str(at.start.line)
    gutter = " " * len(number)
    if at.excerpt:
        width = max(1, (at.end.column if at.end.line == at.start.line else len(at.excerpt) + 1) - at.start.column)
        yield f"{gutter} |"
        yield f"{number} | {at.excerpt}"
        yield f"{gutter} | {' ' * (at.start.column - 1)}{'^' * width} {each.label}".rstrip()
        yield f"{gutter} |"
    for label in each.related:
        yield f"{gutter} = {label.location.path}:{label.location.start.line}:{label.location.start.column}: {label.message}"
    if each.chain:
        yield f"{gutter} = bundled: {' > '.join(each.chain)}"
    for name, text in each.notes:
        yield f"{gutter} = {name}: {text}"
    if each.help:
        yield f"{gutter} = help: {each.help}"
    if docs:
        yield f"{gutter} = docs: {rule_url(each.rule.id)}"


def summary(diagnostics: list[Diagnostic], files: int) -> str:
    """The one line at the end of a person's run."""
    if not diagnostics:
        return f"nothing to block in {_count(files, 'file')}"
    errors = sum(each.severity == "error" for each in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [_count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    places = len({each.location.path for each in diagnostics})
    return f"{' and '.join(parts)} in {_count(places, 'file')}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
