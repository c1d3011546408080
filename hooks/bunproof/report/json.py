"""Findings for programs: the versioned JSON of the contract. Its schema is published as `docs/schema/report-v1.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bunproof.about import __version__, rule_url
from bunproof.masking import mask

if TYPE_CHECKING:
    from bunproof.diagnostics import Diagnostic, Fix

VERSION = 1


def render(diagnostics: list[Diagnostic]) -> str:
    """The whole report. Lines and columns are 1-based code points; paths are relative to the repository's root."""
    report = {"version": VERSION, "bunproof": __version__, "diagnostics": [_diagnostic(each) for each in diagnostics]}
    return unicode_only(json.dumps(report, indent=2, ensure_ascii=False))


def unicode_only(text: str) -> str:
    """The text with each byte of a file name that is no UTF-8 as U+FFFD, which is what JSON can say of it."""
    if text.isascii():
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half of a surrogate pair, out of a configuration's string
        return text.encode("utf-8", "replace").decode()


def shareable(fix: Fix) -> bool:
    """Whether a fix can be told as it is: one that would carry a secret is left to `--fix`."""
    return all(mask(edit.replacement) == edit.replacement for edit in fix.edits)


def _diagnostic(each: Diagnostic) -> dict[str, object]:
    at = each.location
    return {
        "hook": each.rule.hook,
        "rule": each.rule.id,
        "severity": each.severity,
        "mirrors": each.mirrors,
        "environment": each.environment and mask(each.environment),
        "path": at.path,
        "line": at.start.line,
        "column": at.start.column,
        "end_line": at.end.line,
        "end_column": at.end.column,
        "message": mask(each.message),
        "help": mask(each.help),
        "url": rule_url(each.rule.id),
        "notes": [{"name": name, "message": mask(text)} for name, text in each.notes],
        "related": [
            {
                "path": label.location.path,
                "line": label.location.start.line,
                "column": label.location.start.column,
                "message": mask(label.message),
            }
            for label in each.related
        ],
        "fix": _fix(each.fix) if each.fix and shareable(each.fix) else None,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {"path": edit.path, "start": edit.start, "end": edit.end, "replacement": edit.replacement} for edit in fix.edits
    ]
    return {"title": mask(fix.title), "safe": fix.safe, "edits": edits}
