"""The pipeline: select, read, check, suppress, sort. What it returns is reported by `cli.py`."""

from __future__ import annotations

import os

from bunproof.errors import UsageError
from bunproof.hooks import HOOKS
from bunproof.load import load
from bunproof.project import Project

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.arguments import Options
    from bunproof.diagnostics import Diagnostic
    from bunproof.select import Selection
    from bunproof.tree import Tree


class Outcome:
    """What a run found: diagnostics in order, how many files were judged, and the project they are about.

    `fixed` are the findings that `--fix` has resolved.
    """

    __slots__ = ("diagnostics", "files", "fixed", "project")

    def __init__(self, diagnostics: list[Diagnostic], files: int, project: Project) -> None:
        self.diagnostics = diagnostics
        self.files = files
        self.fixed: list[Diagnostic] = []
        self.project = project


def run(options: Options) -> Outcome:
    """Judge what the options select. Raises UsageError."""
    project = open_project(options)
    everything = not (options.staged or options.paths or options.from_ref)
    if everything:
        project.tree.look_ahead()
    from bunproof.judgement import Judgement  # while git looks

    for hook in HOOKS if everything else ():
        load(hook.module)
    try:
        judgement = Judgement(project, _select(project.tree, options))
        judgement.judge()
        found = judgement.found
        if found or judgement.visits.marked:
            from bunproof.settle import settle  # only where there is something to say

            found = settle(judgement)
        return Outcome(found, judgement.visits.judged, project)
    finally:
        project.tree.close()


def open_project(options: Options) -> Project:
    """The repository around the current folder, with its settings. Raises UsageError outside of a repository."""
    from bunproof import settings as settings_
    from bunproof.git import find_root
    from bunproof.tree import Tree

    root = find_root(os.path.realpath(os.getcwd()))
    if root is None:
        raise UsageError(f"not a git repository: {os.getcwd()}")
    root = root.replace(os.sep, "/")
    if options.staged:
        from bunproof.index_tree import IndexTree

        tree: Tree = IndexTree(root)
    else:
        tree = Tree(root)
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
