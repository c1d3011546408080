"""SARIF 2.1.0, for code scanning.

No `partialFingerprints`: GitHub's upload action makes better ones (a hash over the line's text) where there are none.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from bunproof.about import DOCUMENTATION, __version__, rule_url
from bunproof.errors import Unreadable
from bunproof.masking import mask
from bunproof.report.json import shareable, unicode_only
from bunproof.report.pages import load_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bunproof.diagnostics import Diagnostic, Edit, Fix
    from bunproof.project import Project
    from bunproof.source import Location, Position

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LIMIT = 25_000  # results a run; GitHub refuses a file with more
Object = dict[str, object]


def render(diagnostics: Sequence[Diagnostic], project: Project) -> str:
    """The log: one run, rules with their help, results with fixes. `project` tells the files that fixes change."""
    kept = sorted(diagnostics, key=lambda each: each.severity)[:_LIMIT]
    ids = sorted({each.rule.id for each in kept})
    driver = {
        "name": "bunproof",
        "informationUri": DOCUMENTATION,
        "semanticVersion": __version__,
        "rules": [_rule(rule_id) for rule_id in ids],
    }
    failed = any(each.rule.id == "internal-error" for each in kept)
    invocation: Object = {"executionSuccessful": not failed}
    if len(diagnostics) > _LIMIT:
        left_out = f"{len(diagnostics) - _LIMIT} results are left out: GitHub takes {_LIMIT} of a run"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": left_out}}]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": [_result(each, ids.index(each.rule.id), project) for each in kept],
    }
    return unicode_only(
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)
    )


def _rule(rule_id: str) -> Object:
    page = load_page(rule_id)
    markdown = f"{page.summary}\n\n{page.body}\n\n[{rule_id}]({rule_url(rule_id)})"
    return {
        "id": rule_id,
        "name": "".join(map(str.capitalize, rule_id.split("-"))),
        "shortDescription": {"text": page.rule.title},
        "fullDescription": {"text": page.summary},
        "help": {"text": f"{page.summary}\n\n{page.body}", "markdown": markdown},
        "helpUri": rule_url(rule_id),
        "defaultConfiguration": {"level": page.rule.severity},
        "properties": {"tags": [page.rule.hook]},
    }


def _result(each: Diagnostic, index: int, project: Project) -> Object:
    result: Object = {
        "ruleId": each.rule.id,
        "ruleIndex": index,
        "level": each.severity,
        "message": {"text": mask(_message(each))},
        "locations": [_location(each.location)],
    }
    if each.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label.location), "message": {"text": mask(label.message)}}
            for number, label in enumerate(each.related)
        ]
    properties: Object = {
        "environment": mask(each.environment or ""),
        "mirrors": each.mirrors,
        "chain": list(each.chain),
    }
    if any(properties.values()):
        result["properties"] = {name: value for name, value in properties.items() if value}
    if each.fix and shareable(each.fix) and (changes := _changes(each.fix, project)):
        result["fixes"] = [{"description": {"text": mask(each.fix.title)}, "artifactChanges": changes}]
    return result


def _message(each: Diagnostic) -> str:
    """All that a reader of an alert gets to see, because the text is all that GitHub shows of a result."""
    lines = [each.message, each.label, f"Bundled: {' > '.join(each.chain)}" if each.chain else ""]
    lines += [f"{name.capitalize()}: {text}" for name, text in each.notes]
    lines += [f"Help: {each.help}" if each.help else ""]
    return "\n".join(line for line in lines if line)


def _location(location: Location) -> Object:
    physical: Object = {"artifactLocation": _artifact(location.path)}
    if location.excerpt:
        physical["region"] = {
            **_region(location.start, location.end),
            "snippet": {"text": mask(location.excerpt)},
        }
    return {"physicalLocation": physical}


def _artifact(path: str) -> Object:
    # A path's own bytes, so that a name that is no UTF-8 is named exactly.
    return {"uri": quote(os.fsencode(path)), "uriBaseId": "%SRCROOT%"}


def _region(start: Position, end: Position) -> Object:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _changes(fix: Fix, project: Project) -> list[Object]:
    """A fix by file; empty where a file cannot be read (any more)."""
    by_path: dict[str, list[Object]] = {}
    try:
        for edit in fix.edits:
            by_path.setdefault(edit.path, []).append(_replacement(edit, project))
    except Unreadable:
        return []
    return [{"artifactLocation": _artifact(path), "replacements": edits} for path, edits in by_path.items()]


def _replacement(edit: Edit, project: Project) -> Object:
    source = project.source(edit.path)
    region = _region(source.position(edit.start), source.position(edit.end))
    return {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}
