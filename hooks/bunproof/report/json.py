"""Findings for programs: the versioned JSON of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bunproof.about import __version__, rule_url

if TYPE_CHECKING:
    from bunproof.diagnostics import Diagnostic, Fix

VERSION = 1


def render(diagnostics: list[Diagnostic]) -> str:
    """The whole report. Lines and columns are 1-based code points; paths are relative to the repository's root."""
    report = {"version": VERSION, "bunproof": __version__, "diagnostics": [_diagnostic(each) for each in diagnostics]}
    return json.dumps(report, indent=2, ensure_ascii=False)


def _diagnostic(each: Diagnostic) -> dict[str, object]:
    at = each.location
    return {
        "hook": each.rule.hook,
        "rule": each.rule.id,
        "severity": each.severity,
        "mirrors": each.mirrors,
        "environment": each.environment,
        "path": at.path,
        "line": at.start.line,
        "column": at.start.column,
        "end_line": at.end.line,
        "end_column": at.end.column,
        "message": each.message,
        "help": each.help,
        "url": rule_url(each.rule.id),
        "related": [
            {
                "path": label.location.path,
                "line": label.location.start.line,
                "column": label.location.start.column,
                "message": label.message,
            }
            for label in each.related
        ],
        "fix": each.fix and _fix(each.fix),
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [
        {"path": edit.path, "start": edit.start, "end": edit.end, "replacement": edit.replacement} for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
