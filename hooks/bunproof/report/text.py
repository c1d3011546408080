"""Findings for people: the first line complete, greppable and clickable, then the source, then why and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.about import rule_url
from bunproof.report import safe
from bunproof.report.frame import Mark, bar, frame
from bunproof.report.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bunproof.diagnostics import Diagnostic, Fix, Label
    from bunproof.source import Location

_LONGEST_CHAIN = 8


class Page(NamedTuple):
    """Where text goes: its style, the widest line of source, and the folder that paths are read from.

    `root` and `folder` are absolute; where they are equal (or empty) paths stay as they are.
    """

    style: Style = PLAIN
    limit: int = 120
    root: str = ""
    folder: str = ""

    def path(self, name: str) -> str:
        """A path below the repository's root, as it reads from here."""
        return safe.path(safe.relative(name, self.root, self.folder))


HERE = Page()


def concise(each: Diagnostic, page: Page = HERE, word: str = "") -> str:
    """The first line: all of the finding that fits in one. `word` ("fixed") takes the place of the severity."""
    style = page.style
    at = each.location
    place = style.paint("bold", f"{page.path(at.path)}:{at.start.line}:{at.start.column}:")
    rule = style.link(rule_url(each.rule.id), each.rule.id)
    kind = style.paint("help" if word else each.severity, f"{word or each.severity}[{rule}]")
    return f"{place} {kind} {style.code(safe.words(each.message))}"


def full(diagnostics: Iterable[Diagnostic], page: Page = HERE) -> Iterator[str]:
    """Each finding as a block of lines; a rule's documentation is linked at its first appearance."""
    linked: set[str] = set()
    for each in diagnostics:
        lines = [concise(each, page), *_body(each, page, docs=each.rule.id not in linked)]
        if lines[-1] == bar(_gutter(each), page.style):
            del lines[-1]  # it leads to the notes, and there are none
        yield "\n".join(lines) + "\n"
        linked.add(each.rule.id)


def _body(each: Diagnostic, page: Page, *, docs: bool) -> Iterator[str]:
    at = each.location
    gutter = _gutter(each)
    beside = [label for label in each.related if at.excerpt and _line(label.location) == _line(at)]
    if at.excerpt:
        marks = [Mark(at, "^", each.severity, each.label)]
        marks += [Mark(label.location, "-", "gutter", label.message) for label in beside]
        yield from frame(marks, gutter, page.limit, page.style)
    for label in each.related:
        if label not in beside:
            yield from _related(label, gutter, page)
    equals = page.style.paint("gutter", f"{' ' * gutter} =")
    for name, text in _notes(each, docs=docs):
        yield f"{equals} {page.style.paint('help' if name == 'help' else 'bold', f'{name}:')} {page.style.code(text)}"


def _related(label: Label, gutter: int, page: Page) -> Iterator[str]:
    place = label.location
    arrow = page.style.paint("gutter", f"{' ' * gutter}-->")
    line = f"{arrow} {page.path(place.path)}:{place.start.line}:{place.start.column}"
    if not place.excerpt:
        yield f"{line} {safe.words(label.message)}".rstrip()
        return
    yield line
    yield from frame([Mark(place, "-", "gutter", label.message)], gutter, page.limit, page.style)


def _gutter(each: Diagnostic) -> int:
    places = (each.location, *(label.location for label in each.related))
    return max(len(str(place.start.line)) for place in places)


def _line(location: Location) -> tuple[str, int]:
    return location.path, location.start.line


def _notes(each: Diagnostic, *, docs: bool) -> Iterator[tuple[str, str]]:
    if not each.location.excerpt and each.label:
        yield "note", safe.words(each.label)
    if each.environment and f"env.{each.environment}" not in each.message:
        yield "environment", safe.words(each.environment)
    if each.chain:
        yield "bundled", " > ".join(map(safe.words, _shortened(each.chain)))
    for name, text in each.notes:
        yield name, safe.words(text)
    if each.help:
        yield "help", safe.words(each.help)
    if each.fix:
        yield "fix", _fix(each.fix)
    if docs:
        yield "docs", rule_url(each.rule.id)


def _shortened(chain: tuple[str, ...]) -> list[str]:
    if len(chain) <= _LONGEST_CHAIN:
        return list(chain)
    kept = _LONGEST_CHAIN // 2
    return [*chain[:kept], f"({len(chain) - 2 * kept} more)", *chain[-kept:]]


def _fix(fix: Fix) -> str:
    return f"{safe.words(fix.title)}, with `{'--fix' if fix.safe else '--fix --unsafe-fixes'}`"


def summary(diagnostics: Sequence[Diagnostic], files: int, fixed: Sequence[Diagnostic] = ()) -> str:
    """The one line at the end of a person's run: what is left after `fixed`."""
    before = f"fixed {count(len(fixed), 'finding')} in {_files(fixed)}; " if fixed else ""
    if not diagnostics:
        return f"{before}nothing{' left' if fixed else ''} to block in {count(files, 'file')}"
    errors = sum(each.severity == "error" for each in diagnostics)
    parts = [
        count(number, word) for number, word in ((errors, "error"), (len(diagnostics) - errors, "warning")) if number
    ]
    line = f"{before}{' and '.join(parts)}{' left' if fixed else ''} in {_files(diagnostics)}"
    fixable = [each.fix.safe for each in diagnostics if each.fix]
    if not fixable:
        return line
    unsafe = len(fixable) - sum(fixable)
    ways = [f"{sum(fixable)} fixable with `--fix`"] if any(fixable) else []
    ways += [f"{unsafe}{' more' if ways else ' fixable'} with `--fix --unsafe-fixes`"] if unsafe else []
    return f"{line} ({', '.join(ways)})"


def _files(diagnostics: Sequence[Diagnostic]) -> str:
    return count(len({each.location.path for each in diagnostics}), "file")


def count(number: int, word: str) -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number} {word}{'' if number == 1 else 's'}"
