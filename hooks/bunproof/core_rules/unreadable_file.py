"""A file that should have been judged and could not be read.

## Why

A gate that passes what it could not look at is no gate. A file without read permission, a symbolic link that leaves the
repository, a device or a pipe is reported instead.

## What to do

Make the file readable, or name it in `exclude` of `bunproof.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Source, Span

if TYPE_CHECKING:
    from bunproof.errors import Unreadable

RULE = Rule("unreadable-file", "bunproof", "error", "a file that could not be read, and so was not judged")


def report(problem: Unreadable) -> Diagnostic:
    """The finding for a file that could not be read."""
    location = Source(problem.path, b"").locate(Span(0, 0))
    return Diagnostic(RULE, RULE.severity, location, f"not judged: {problem.reason}")
