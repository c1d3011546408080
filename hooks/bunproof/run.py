"""The pipeline: select, read, check, suppress, sort. What it returns is reported by `cli.py`."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from bunproof.errors import Unreadable, UsageError
from bunproof.hooks import HOOKS, Hook
from bunproof.project import Project

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bunproof.arguments import Options
    from bunproof.check import Check
    from bunproof.diagnostics import Diagnostic
    from bunproof.select import Selection
    from bunproof.tree import Tree

_MARKER = b"bunproof: ignore"
_WORTH_A_BAR = 100  # files; fewer are judged before a bar could be drawn


class Outcome:
    """What a run found: diagnostics in order, how many files were judged, and the project they are about."""

    __slots__ = ("diagnostics", "files", "project")

    def __init__(self, diagnostics: list[Diagnostic], files: int, project: Project) -> None:
        self.diagnostics = diagnostics
        self.files = files
        self.project = project


def run(options: Options) -> Outcome:
    """Judge what the options select. Raises UsageError."""
    project = open_project(options)
    try:
        selection = _select(project.tree, options)
        return Judgement(project, selection).outcome()
    finally:
        project.tree.close()


def open_project(options: Options) -> Project:
    """The repository around the current folder, with its settings. Raises UsageError outside of a repository."""
    from bunproof import settings as settings_  # keeps `bunproof --version` quick
    from bunproof.git import find_root
    from bunproof.tree import IndexTree, Tree

    root = find_root(os.path.realpath(os.getcwd()))
    if root is None:
        raise UsageError(f"not a git repository: {os.getcwd()}")
    root = root.replace(os.sep, "/")
    tree = IndexTree(root) if options.staged else Tree(root)
    settings = settings_.load(tree)
    settings.bun_version = options.bun_version or settings.bun_version
    settings.wrangler_version = options.wrangler_version or settings.wrangler_version
    settings.strict = options.strict or settings.strict
    return Project(tree, settings, frozenset(options.only))


def _select(tree: Tree, options: Options) -> Selection:
    from bunproof import select

    if options.staged:
        return select.select_staged(tree)
    if options.from_ref is not None:
        return select.select_between(tree, options.from_ref, options.to_ref or "HEAD")
    if options.paths:
        return select.select_named(tree, options.paths, os.path.realpath(os.getcwd()))
    return select.select_all(tree)


class Judgement:
    """One pass of a set of hooks over a selection."""

    def __init__(self, project: Project, selection: Selection) -> None:
        self.project = project
        self.selection = selection
        self.hooks = [hook for hook in HOOKS if not project.asked or hook.id in project.asked]
        self.found: list[Diagnostic] = []
        self._checks: dict[str, Check] = {}
        self._marked: dict[str, frozenset[str]] = {}

    def outcome(self) -> Outcome:
        """Read, check, suppress, sort."""
        judged = 0
        excluded = _excluder(self.project.settings.exclude)
        paths = [path for path in self.selection.paths if not (excluded and excluded(path))]
        for path in _watched(paths):
            claiming = [hook for hook in self.hooks if hook.names.match(path)]
            if claiming:
                judged += 1
                self._visit(path, claiming)
        touched = [*paths, *self.selection.removed]
        for hook in self.hooks:
            if self.selection.everything or any(hook.names.match(path) for path in touched):
                self._collect("", hook, lambda check: check.finish(self.selection))
        if excluded:
            self.found = [each for each in self.found if not excluded(each.location.path)]
        if self.found or self._marked:
            self.found = self._settle()
        return Outcome(self.found, judged, self.project)

    def _visit(self, path: str, claiming: list[Hook]) -> None:
        try:
            data = self.project.tree.read(path, follow=path in self.selection.named)
        except Unreadable as problem:
            if problem.absent and path not in self.selection.named:
                return
            from bunproof.core_rules import unreadable_file  # only where there is something to say

            self.found.append(unreadable_file.report(problem))
            return
        if _MARKER in data:
            self._marked[path] = frozenset(hook.id for hook in claiming)
        for hook in claiming:
            self._collect(path, hook, lambda check: check.visit(path, data))

    def _collect(self, path: str, hook: Hook, ask: Callable[[Check], Iterable[Diagnostic]]) -> None:
        try:
            self.found.extend(ask(self._check(hook)))
        except UsageError:
            raise
        except Unreadable as problem:
            from bunproof.core_rules import unreadable_file

            self.found.append(unreadable_file.report(problem))
        except Exception as error:
            from bunproof.core_rules import internal_error

            if os.environ.get("BUNPROOF_RAISE"):
                raise
            self.found.append(internal_error.report(path or ".", hook.id, error))

    def _check(self, hook: Hook) -> Check:
        if hook.id not in self._checks:
            self._checks[hook.id] = import_module(hook.module).Check(self.project)
        return self._checks[hook.id]

    def _settle(self) -> list[Diagnostic]:
        """Apply suppressions and levels; drop repetitions; sort."""
        from bunproof import suppress  # only where there is something to say

        by_path: dict[str, dict[Diagnostic, None]] = {path: {} for path in self._marked}
        for diagnostic in self.found:
            by_path.setdefault(diagnostic.location.path, {})[diagnostic] = None
        ran = frozenset(hook.id for hook in self.hooks)
        kept: list[Diagnostic] = []
        for path, diagnostics in by_path.items():
            try:
                source = self.project.source(path)
            except Unreadable:
                kept.extend(diagnostics)
                continue
            kept.extend(suppress.apply(source, list(diagnostics), ran, self._marked.get(path, frozenset())))
        return sorted(self._levelled(kept), key=lambda each: each.sort_key)

    def _levelled(self, diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
        levels = self.project.settings.levels
        for each in diagnostics:
            level = levels.get(each.rule.id)
            if level == "off":
                continue
            yield each._replace(severity=level) if level in {"error", "warning"} else each  # type: ignore[arg-type]


def _watched(paths: list[str]) -> Iterable[str]:
    if len(paths) < _WORTH_A_BAR or not sys.stderr.isatty():
        return paths
    from bunproof.progress import watched

    return watched(paths)


def _excluder(patterns: tuple[str, ...]) -> Callable[[str], bool] | None:
    if not patterns:
        return None
    from fnmatch import fnmatchcase  # few repositories exclude anything

    return lambda path: any(fnmatchcase(path, pattern) for pattern in patterns)
