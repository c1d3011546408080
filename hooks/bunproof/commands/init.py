"""`bunproof init`: the hooks into the hook configuration, the workflow beside them, and what is left to do."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING, NamedTuple

from bunproof import atomic
from bunproof.commands.workflow import look, save
from bunproof.errors import Unreadable, UsageError
from bunproof.run import open_project
from bunproof.tree import Tree
from bunproof.workflow import registration, ruleset
from bunproof.workflow.facts.runner import YAML_CONFIG, gate

if TYPE_CHECKING:
    from bunproof.arguments import Options
    from bunproof.workflow.comparison import Comparison

_PREK = "prek.toml"
_CONFIGS = (_PREK, YAML_CONFIG, ".pre-commit-config.yml")
_LEFTHOOK = tuple(f"{dot}lefthook.{end}" for dot in ("", ".") for end in ("yml", "yaml", "toml", "json"))
_INSTALL = {_PREK: "prek install", ".pre-commit-config.yml": "prek install", YAML_CONFIG: "pre-commit install"}


class _Hooks(NamedTuple):
    """What becomes of a hook configuration: its path, its text before (None where it is new) and after."""

    path: str
    before: str | None
    after: str


def init(options: Options) -> int:
    """Run the command. Returns 0. Raises UsageError, before anything is written, where something stands in the way."""
    tree = open_project(options).tree
    try:
        hooks = _hooks(tree)
    except Unreadable as problem:
        raise UsageError(f"{problem.path}: {problem.reason}") from None
    changed = hooks if hooks and hooks.before != hooks.after else None
    found = look(_Overlay(tree.root, changed.path, changed.after.encode()) if changed else tree)
    if options.dry_run:
        sys.stdout.write(_diff(changed) + found.diff())
        return 0
    _may_save(found)
    if changed:
        atomic.write(tree.root, changed.path, changed.after.encode())
    sys.stdout.write(_told(hooks, changed) + save(tree, found) + _left(hooks))
    return 0


class _Overlay(Tree):
    """The working tree as it will be once one file is written."""

    def __init__(self, root: str, path: str, data: bytes) -> None:
        super().__init__(root)
        self._path = path
        self._data = data

    def read(self, path: str, *, follow: bool = True) -> bytes:
        """A file's bytes. Raises Unreadable."""
        return self._data if path == self._path else super().read(path, follow=follow)

    def is_file(self, path: str) -> bool:
        """Whether a regular file is there, or will be."""
        return path == self._path or super().is_file(path)


def _hooks(tree: Tree) -> _Hooks | None:
    """The change to the hook configuration; None where another runner than pre-commit and prek is in use."""
    there = [path for path in _CONFIGS if tree.is_file(path)]
    if not there:
        if any(tree.is_file(path) for path in _LEFTHOOK):
            return None
        return _Hooks(YAML_CONFIG, None, registration.new_file())
    path = gate(tree).config or there[0]
    text = _text(tree, path)
    if gate(tree).hooks:
        return _Hooks(path, text, text)
    try:
        after = registration.into_toml(text) if path == _PREK else registration.into_yaml(text)
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from None
    if after is None:
        snippet = registration.TOML if path == _PREK else registration.new_file()
        raise UsageError(f"{path}: no place for the hooks was found; add them yourself:\n\n{snippet}")
    return _Hooks(path, text, after)


def _text(tree: Tree, path: str) -> str:
    try:
        return tree.read(path).decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8") from None


def _may_save(found: Comparison) -> None:
    if found.state == "foreign":
        raise UsageError(
            "there is a workflow that bunproof did not write: move it away, or use `bunproof workflow --stdout`"
        )


def _diff(changed: _Hooks | None) -> str:
    if changed is None:
        return ""
    before, after = (changed.before or "").splitlines(keepends=True), changed.after.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, f"a/{changed.path}", f"b/{changed.path}"))


def _told(hooks: _Hooks | None, changed: _Hooks | None) -> str:
    if hooks is None:
        return f"lefthook runs the hooks here; this goes into its configuration:\n\n{registration.LEFTHOOK}\n"
    if changed is None:
        return f"{hooks.path} has the hooks already\n"
    verb = "wrote" if changed.before is None else "added the hook `bunproof` to"
    return f"{verb} {changed.path}\n"


def _left(hooks: _Hooks | None) -> str:
    install = f"`{_INSTALL[hooks.path]}` makes the hooks run at every commit of this clone.\n" if hooks else ""
    return (
        f"\n{install}One thing is left: when the workflow has run once, require its check `required`.\n\n"
        f"{ruleset.command()}"
    )
