"""One pass of the hooks over a selection: every file by itself, then what takes more than one file."""

from __future__ import annotations

import os
import sys

from bunproof.check import Part
from bunproof.findings import Findings
from bunproof.hooks import HOOKS, Hook
from bunproof.load import load
from bunproof.tree import Tree
from bunproof.visits import Visits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeVar

    from bunproof.check import Check
    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.select import Selection

    Item = TypeVar("Item")
    # What visits have brought: findings, marked files, noted ones by hook, and how many files were judged.
    Seen = tuple[list[Diagnostic], set[str], dict[str, set[str]], int]

_SHOWN = 100  # files; so many are judged before a bar could be drawn
_MANY = 500  # files; below, a second process costs more than it saves


class Judgement:
    """What the checks find in a selection, before suppression. `hooks` are the hooks that run."""

    def __init__(self, project: Project, selection: Selection) -> None:
        self.project = project
        self.selection = selection
        self.hooks = tuple(hook for hook in HOOKS if not project.asked or hook.id in project.asked)
        self.findings = Findings(project)
        self.visits = Visits(project, self.hooks, selection.named, self.check, self.findings)
        self._checks: dict[str, Check] = {}
        self._waiting: tuple[Hook, ...] = ()  # to be asked for what does not take the visits

    @property
    def found(self) -> list[Diagnostic]:
        """The findings in no order."""
        return self.findings.found

    def judge(self) -> None:
        """Visit every claimed file, then ask each hook that saw a change for what takes more than one file."""
        first = self.selection.first
        concerned = self.hooks if self.selection.everything else self._touched(first)
        self._waiting = concerned
        self._visit_all(first)
        if self.selection.paths is not first:
            known = frozenset(first)
            self._visit_all([path for path in self.selection.paths if path not in known])
        for hook in concerned:
            self.findings.collect(hook.id, Part("", lambda hook: self.check(hook).finish(self.selection), hook))
        is_excluded = self.visits.is_excluded
        if is_excluded:
            self.found[:] = [each for each in self.found if not is_excluded(each.location.path)]

    def _touched(self, paths: Sequence[str]) -> tuple[Hook, ...]:
        """The hooks that see a change."""
        touched = {hook for _, hooks, _ in self.visits.claimed(paths) for hook in hooks}
        touched.update(hook for path in self.selection.removed for hook in self.visits.claims.of(path))
        return tuple(hook for hook in self.hooks if hook in touched)

    def _visit_all(self, paths: Sequence[str]) -> None:
        # One `git cat-file` cannot serve two processes; and what is laid over a tree is not found in its files.
        if len(paths) >= _MANY and type(self.project.tree) is Tree and hasattr(os, "fork"):
            from bunproof import forks

            self.visits.expect_many()
            forks.visit(self, paths)
            return
        self.prepare()
        self.visits.visit(self.watched(enumerate(paths), len(paths)))

    def prepare(self) -> None:
        """Ask each hook that saw a change for what does not take the visits, which other processes may be busy with."""
        waiting, self._waiting = self._waiting, ()
        for hook in waiting:
            self.findings.collect(hook.id, Part("", lambda hook: self.check(hook).prepare(self.selection), hook))

    def watched(self, numbered: Iterable[tuple[int, Item]], total: int) -> Iterable[Item]:
        """The items; to a person who waits it is shown how far the numbers have come."""
        if len(self.selection.first) < _SHOWN or not sys.stderr.isatty():
            return (item for _, item in numbered)
        from bunproof.progress import watched

        return watched(numbered, total)

    def seen(self) -> Seen:
        """What visits have brought so far, to be taken over by the same judgement in another process."""
        noted = {hook: check.noted for hook, check in self._checks.items() if check.noted}
        return self.found, self.visits.marked, noted, self.visits.judged

    def forget(self) -> None:
        """Forget what visits have brought so far."""
        self.found.clear()
        self.visits.marked.clear()
        self.visits.judged = 0
        for check in self._checks.values():
            check.noted.clear()

    def take(self, seen: Seen) -> None:
        """Add what visits have brought in another process."""
        found, marked, noted, judged = seen
        self.found.extend(found)
        self.visits.marked |= marked
        self.visits.judged += judged
        for hook in self.hooks:
            if hook.id in noted:
                self.check(hook).noted |= noted[hook.id]

    def check(self, hook: Hook) -> Check:
        """The check of a hook, made when it is first needed."""
        if hook.id not in self._checks:
            self._checks[hook.id] = load(hook.module).Check(self.project)
        return self._checks[hook.id]
