"""`bunproof workflow`: write the workflow, print it, or compare it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bunproof import atomic
from bunproof.errors import Unreadable, UsageError
from bunproof.run import open_project
from bunproof.workflow.comparison import Comparison, compare
from bunproof.workflow.existing import PATH
from bunproof.workflow.facts.branch import default_branch

if TYPE_CHECKING:
    from bunproof.arguments import Options
    from bunproof.tree import Tree

CURRENT, DIFFERS = 0, 1


def workflow(options: Options) -> int:
    """Run the command. Returns 0 where the file is, or now is, what it should be; 1 where `--check` finds otherwise."""
    tree = open_project(options).tree
    found = look(tree, deploy=options.with_deploy or None, sarif=options.with_sarif or None)
    if options.stdout:
        sys.stdout.write(found.wanted)
        return CURRENT
    if options.check:
        return _report(found)
    sys.stdout.write(save(tree, found))
    return CURRENT


def look(tree: Tree, *, deploy: bool | None = None, sarif: bool | None = None) -> Comparison:
    """Compare. Raises UsageError where a file that the workflow follows from cannot be read."""
    try:
        return compare(tree, default_branch(tree.root), deploy=deploy, sarif=sarif)
    except Unreadable as problem:
        raise UsageError(f"{problem.path}: {problem.reason}") from None


def save(tree: Tree, found: Comparison) -> str:
    """Write the file where it differs. Returns what to tell. Raises UsageError where something would be lost."""
    if found.state == "current":
        return f"{PATH} is up to date\n"
    if found.state == "foreign":
        raise UsageError(f"{PATH} was not written by bunproof: move it away, or use --stdout")
    broken = found.existing.broken if found.existing else ""
    if broken:
        raise UsageError(f"{PATH}: {broken}: restore its marks, or your lines would be lost")
    if found.lost:
        raise UsageError(f"{PATH} has no place `{found.lost[0]}` any more: move your lines out of it first")
    atomic.write(tree.root, PATH, _with_line_endings(tree, found))
    return f"wrote {PATH}\n" + (found.diff() if found.state == "edited" else "")


def _with_line_endings(tree: Tree, found: Comparison) -> bytes:
    crlf = found.state != "missing" and b"\r\n" in tree.read(PATH)
    return (found.wanted.replace("\n", "\r\n") if crlf else found.wanted).encode()


def _report(found: Comparison) -> int:
    if found.state == "current":
        return CURRENT
    why = {
        "missing": "is missing",
        "foreign": "was not written by bunproof",
        "edited": "was edited outside the places that are yours",
        "drifted": "no longer follows from the repository",
    }[found.state]
    if found.state in {"edited", "drifted"}:
        sys.stdout.write(found.diff())
    sys.stderr.write(f"bunproof: {PATH} {why}; `bunproof workflow` writes it\n")
    return DIFFERS
