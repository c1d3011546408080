"""Findings to report on, made by hand: what the reporters must cope with, whatever the rules come to say."""

from __future__ import annotations

from bunproof.diagnostics import Diagnostic, Edit, Fix, Label
from bunproof.rules import Rule
from bunproof.source import Source, Span

SECRET = "ghp_" + "Zk3vQ8eT1mN5bR7cW2yL9pD4sF6hJ0aE1uKg"  # of a real one's form, and nobody's
EXPORT = Rule("missing-bun-export", "bun-imports", "error", "a name that `bun` does not export")
STALE = Rule("unused-suppression", "bunproof", "warning", "a suppression comment that silences nothing")


def finding(text: str, token: str, **fields: object) -> Diagnostic:
    """A finding on the first occurrence of `token` in a file of this text, at `src/db.ts` unless `path` is given."""
    source = Source(str(fields.pop("path", "src/db.ts")), text.encode())
    rule = fields.pop("rule", EXPORT)
    message = fields.pop("message", f"`{token}` is missing from `bun`")
    return Diagnostic(rule, fields.pop("severity", rule.severity), place(source, token), message, **fields)


def label(text: str, token: str, message: str, path: str = "src/db.ts") -> Label:
    """A further place, found in the same way."""
    return Label(place(Source(path, text.encode()), token), message)


def place(source: Source, token: str):
    """Where `token` first stands."""
    start = source.text.index(token)
    return source.locate(Span(start, start + len(token)))


def fix(start: int, end: int, replacement: str, *, safe: bool = True, path: str = "src/db.ts") -> Fix:
    """A fix of one edit."""
    return Fix(f"write `{replacement}`", safe, (Edit(path, start, end, replacement),))
