"""`--fix` and `--diff`: which fixes go together, what they make of the files, and the writing."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from bunproof import atomic
from bunproof.errors import Unreadable, UsageError
from bunproof.run import Outcome, run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.arguments import Options
    from bunproof.diagnostics import Diagnostic, Edit, Fix
    from bunproof.project import Project
    from bunproof.source import Source

_ROUNDS = 5  # fixes that overlap wait for the next one; a fix that never settles must not loop


class Rewrite(NamedTuple):
    """One file: as it was judged, and the text (without byte order mark) that the fixes make of it."""

    source: Source
    text: str

    @property
    def data(self) -> bytes:
        """The bytes to write: the byte order mark is kept."""
        return (BOM_UTF8 if self.source.bom else b"") + self.text.encode()


def run_and_fix(options: Options) -> Outcome:
    """Judge and fix until nothing more can be fixed. `fixed` of the outcome holds what was. Raises UsageError."""
    fixed: list[Diagnostic] = []
    outcome = run(options)
    for _ in range(_ROUNDS):
        chosen = choose(outcome.diagnostics, outcome.project, unsafe=options.unsafe_fixes)
        changes = rewrites(chosen, outcome.project)
        if not changes:
            break
        write(changes, outcome.project)
        fixed += chosen
        outcome = run(options)
    outcome.fixed = fixed
    return outcome


def choose(diagnostics: Iterable[Diagnostic], project: Project, *, unsafe: bool) -> list[Diagnostic]:
    """The findings whose fixes can be applied together: safe ones first, never two that touch the same text."""
    taken: dict[str, set[Edit]] = {}
    chosen = []
    for each in sorted(diagnostics, key=lambda each: (each.fix is not None and not each.fix.safe, each.sort_key)):
        fix = each.fix
        if fix is None or not (fix.safe or unsafe) or not fix.edits:
            continue
        if _fits(fix, taken) and all(_writable(edit, project) for edit in fix.edits):
            chosen.append(each)
            for edit in fix.edits:
                taken.setdefault(edit.path, set()).add(edit)
    return sorted(chosen, key=lambda each: each.sort_key)


def rewrites(chosen: Iterable[Diagnostic], project: Project) -> list[Rewrite]:
    """What the fixes of findings that `choose` returned make of their files, sorted by path. Raises Unreadable."""
    by_path: dict[str, set[Edit]] = {}
    for each in chosen:
        for edit in each.fix.edits if each.fix else ():
            by_path.setdefault(edit.path, set()).add(edit)
    changes = [_rewrite(project.source(path), edits) for path, edits in sorted(by_path.items())]
    return [change for change in changes if change.text != change.source.text]


def write(changes: list[Rewrite], project: Project) -> None:
    """Write the files. Raises UsageError, before the first is written, if one is no longer what was judged."""
    for change in changes:
        source = change.source
        if project.tree.read(source.path) != (BOM_UTF8 if source.bom else b"") + source.data:
            raise UsageError(f"{source.path} changed while it was judged: nothing was written, run again")
    for change in changes:
        atomic.write(project.root, change.source.path, change.data)


def _fits(fix: Fix, taken: dict[str, set[Edit]]) -> bool:
    """Whether a fix leaves alone what others change; the very edits of another are no conflict."""
    edits = [(edit, taken.get(edit.path, set())) for edit in fix.edits]
    return all(
        edit in others or not any(_overlap(edit, other) for other in others) for edit, others in edits
    ) and not any(_overlap(one, two) for one in fix.edits for two in fix.edits if one is not two and one != two)


def _overlap(one: Edit, two: Edit) -> bool:
    """Whether two edits touch the same text; of two that start at one place it is unclear which comes first."""
    return one.path == two.path and (one.start == two.start or (one.start < two.end and two.start < one.end))


def _writable(edit: Edit, project: Project) -> bool:
    """Whether a file may be rewritten: valid UTF-8, reached by no link, with the place of the edit in it."""
    full = os.path.join(os.path.realpath(project.root), edit.path.replace("/", os.sep))
    if os.path.realpath(full) != full:
        return False
    try:
        source = project.source(edit.path)
    except Unreadable:
        return False
    return not source.lossy and 0 <= edit.start <= edit.end <= len(source.text)


def _rewrite(source: Source, edits: Iterable[Edit]) -> Rewrite:
    parts = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [source.text[at : edit.start], _with_newlines(edit.replacement, source.text)]
        at = edit.end
    return Rewrite(source, "".join([*parts, source.text[at:]]))


def _with_newlines(replacement: str, text: str) -> str:
    """A replacement with the line endings of the file's first line."""
    first = text.find("\n")
    if first > 0 and text[first - 1] == "\r":
        return replacement.replace("\r\n", "\n").replace("\n", "\r\n")
    return replacement
