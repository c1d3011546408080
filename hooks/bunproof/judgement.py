"""One pass of the hooks over a selection: each file is read once and shown to every check that claims its name."""

from __future__ import annotations

import os
import sys

from bunproof.check import Part
from bunproof.errors import Unreadable
from bunproof.findings import Findings
from bunproof.hooks import HOOKS, Claims, Hook
from bunproof.load import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import TypeVar

    from bunproof.check import Check, Found
    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.sieve import Sieve

    Item = TypeVar("Item")
    Claimed = tuple[str, tuple[Hook, ...], str]  # a path, who claims it, and the ending that tells it
    Seen = tuple[list[Diagnostic], set[str], dict[str, set[str]]]  # findings, marked files, noted ones by hook

_FOREIGN = frozenset({b"\xff\xfe", b"\xfe\xff", b"ve"})  # how UTF-16 and pointers of Git LFS begin
_SHOWN = 100  # files; so many are judged before a bar could be drawn
_MARKER = b"bunproof: ignore"


class Judgement:
    """What the checks find in a selection, before suppression.

    `judged` counts the files that a hook claimed, `marked` names the files with
    suppression comments, and `hooks` are the hooks that run.
    """

    def __init__(self, project: Project, selection: Selection) -> None:
        self.project = project
        self.selection = selection
        self.hooks = tuple(hook for hook in HOOKS if not project.asked or hook.id in project.asked)
        self.claims = Claims(self.hooks)
        self.findings = Findings(project)
        self.judged = 0
        self.marked: set[str] = set()
        self.sieve: Sieve | None = None
        self._checks: dict[str, Check] = {}
        self._waiting: tuple[Hook, ...] = ()  # to be asked for what does not take the visits
        self._followed: set[str] = set()

    @property
    def found(self) -> list[Diagnostic]:
        """The findings in no order."""
        return self.findings.found

    def judge(self) -> None:
        """Visit every claimed file, then ask each hook that saw a change for what takes more than one file."""
        excluded = _excluder(self.project.settings.exclude)
        first = self.selection.first
        claimed = self._claimed(first, excluded)
        self.judged = len(claimed)
        concerned = self.hooks if self.selection.everything else self._touched(claimed)
        self._waiting = concerned
        self._visit_all(claimed)
        if self.selection.paths is not first:
            known = frozenset(first)
            late = self._claimed((path for path in self.selection.paths if path not in known), excluded)
            self.judged += len(late)
            self._visit_all(late)
        for hook in concerned:
            self.findings.collect(hook.id, Part("", lambda hook: self.check(hook).finish(self.selection), hook))
        if excluded:
            self.found[:] = [each for each in self.found if not excluded(each.location.path)]

    def _touched(self, claimed: Sequence[Claimed]) -> tuple[Hook, ...]:
        """The hooks that see a change."""
        touched = {hook for _, hooks, _ in claimed for hook in hooks}
        touched.update(hook for path in self.selection.removed for hook in self.claims.of(path))
        return tuple(hook for hook in self.hooks if hook in touched)

    def _claimed(self, paths: Iterable[str], excluded: Callable[[str], bool] | None) -> list[Claimed]:
        claimed = self.claims.among(paths)
        return [each for each in claimed if not excluded(each[0])] if excluded else list(claimed)

    def _visit_all(self, claimed: Sequence[Claimed]) -> None:
        if not self._in_several_processes(claimed):
            self.prepare()
            self.visit(self.watched(enumerate(claimed), len(claimed)))

    def prepare(self) -> None:
        """Ask each hook that saw a change for what does not take the visits, which other processes may be busy with."""
        waiting, self._waiting = self._waiting, ()
        for hook in waiting:
            self.findings.collect(hook.id, Part("", lambda hook: self.check(hook).prepare(self.selection), hook))

    def watched(self, numbered: Iterable[tuple[int, Item]], total: int) -> Iterable[Item]:
        """The items; to a person who waits it is shown how far the numbers have come."""
        if self.judged < _SHOWN or not sys.stderr.isatty():
            return (item for _, item in numbered)
        from bunproof.progress import watched

        return watched(numbered, total)

    def visit(self, claimed: Iterable[Claimed]) -> None:
        """Read and judge each of these files alone."""
        for path, hooks, ending in claimed:
            data = self._read(path, hooks)
            if data is None:
                continue
            found = None
            if self.sieve:
                hooks, found = self.sieve.left(hooks, ending, data)  # noqa: PLW2901 - fewer of them
                if not hooks:
                    continue
            if _MARKER in data:
                self.marked.add(path)
            if not ending:
                self.findings.collect("bunproof", Part(path, _parsed, self.project, path, data))
            for hook in hooks:
                self.findings.collect(hook.id, Part(path, self._visited, hook, path, data, found))

    def _read(self, path: str, hooks: tuple[Hook, ...]) -> bytes | None:
        """The bytes of a file that these hooks claim; None if it is not to be judged, which has been said where it must."""
        follow = path in self.selection.named or path in self._followed
        try:
            data = self.project.tree.read(path, follow=follow)
            return _translated(path, data, hooks) if data[:2] in _FOREIGN or b"\0" in data[:2] else data
        except Unreadable as problem:
            if follow or not problem.absent:
                self.findings.unreadable(problem)
                return None
        behind = self._judging_a_link(path, hooks)
        if behind:
            self._followed.add(path)
            self.visit([(path, behind, "")])
        return None

    def _judging_a_link(self, path: str, hooks: tuple[Hook, ...]) -> tuple[Hook, ...]:
        """Those of the hooks that judge a link because they do not claim the file behind it, which has another name."""
        target = self.project.tree.link_target(path)
        if target is None:
            return ()
        theirs = self.claims.of(target)
        return tuple(hook for hook in hooks if hook not in theirs)

    def _visited(self, hook: Hook, path: str, data: bytes, found: Collection[bytes] | None) -> Iterable[Found]:
        return self.check(hook).visit(path, data, found)

    def seen(self) -> Seen:
        """What visits have brought so far, to be taken over by the same judgement in another process."""
        return self.found, self.marked, {hook: check.noted for hook, check in self._checks.items() if check.noted}

    def take(self, seen: Seen) -> None:
        """Add what visits have brought in another process."""
        found, marked, noted = seen
        self.found.extend(found)
        self.marked |= marked
        for hook in self.hooks:
            if hook.id in noted:
                self.check(hook).noted |= noted[hook.id]

    def check(self, hook: Hook) -> Check:
        """The check of a hook, made when it is first needed."""
        if hook.id not in self._checks:
            self._checks[hook.id] = load(hook.module).Check(self.project)
        return self._checks[hook.id]

    def _in_several_processes(self, claimed: Sequence[Claimed]) -> bool:
        # Below some hundred files a second process costs more than it saves; one `git cat-file` cannot serve two.
        if len(claimed) < 400 or self.project.tree.staged or not hasattr(os, "fork"):  # noqa: PLR2004 - as measured
            return False
        from bunproof import forks
        from bunproof.sieve import Sieve

        self.sieve = Sieve(self.check)
        forks.visit(self, claimed)
        return True


def _parsed(project: Project, path: str, data: bytes) -> Iterable[Found]:
    from bunproof import deciding  # most commits change no file that decides

    if not deciding.may_be_broken(path, data):
        return ()
    from bunproof.core_rules import unparsable_file

    return unparsable_file.check(project, path, data)


def _translated(path: str, data: bytes, hooks: tuple[Hook, ...]) -> bytes:
    from bunproof import foreign  # one file in many thousands

    foreign.refuse(path, data, frozenset(hook.id for hook in hooks))
    return foreign.utf8(data)


def _excluder(patterns: tuple[str, ...]) -> Callable[[str], bool] | None:
    if not patterns:
        return None
    from fnmatch import fnmatchcase  # few repositories exclude anything

    return lambda path: any(fnmatchcase(path, pattern) for pattern in patterns)
