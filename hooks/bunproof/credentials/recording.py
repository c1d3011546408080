"""What `bunproof baseline` writes: today's findings as entries that detect-secrets can read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from bunproof.credentials import baseline, gate, inspect
from bunproof.errors import Unreadable
from bunproof.hooks import HOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.project import Project

HOOK = "placeholder-credentials"
# The rule -> what `plugin.py` calls its findings inside detect-secrets.
TYPES = {
    "placeholder-credential": "Placeholder Credential",
    "plain-text-secret": "Plain-text Credential",
    "placeholder-resource-id": "Placeholder Resource Id",
}


# detect-secrets refuses to audit a type that none of a baseline's plugins has: ours, unless ours is among them.
_STOCK_TYPE = "Secret Keyword"
_PLUGIN = "PlaceholderCredentialDetector"


class Entry(NamedTuple):
    """One known value: where it is, the rule that it breaks, and its text."""

    path: str
    rule: str
    secret: str
    line: int


def entries(project: Project) -> Iterator[Entry]:
    """What the hook finds in the repository that no comment silences."""
    from bunproof import suppress

    names = next(hook.names for hook in HOOKS if hook.id == HOOK)
    for path in project.tree.files():
        if not names.match(path) or path == baseline.FILE:
            continue
        try:
            data = project.tree.read(path)
        except Unreadable:
            continue
        kind = gate.kind_to_judge(path, data, project.settings.file_kinds)
        for case in inspect.cases(project, path, data, kind) if kind else ():
            if case.offence.rule not in TYPES or project.settings.levels.get(case.offence.rule) == "off":
                continue
            reported = list(inspect.report(case))
            if any(suppress.apply(case.source, reported, frozenset(), frozenset())):
                line = case.source.position(case.span.start).line
                yield Entry(path, case.offence.rule, case.offence.text, line)


def render(project: Project, found: Iterable[Entry]) -> str:
    """The text of the baseline with these entries added to what it records already.

    Raises Malformed if there is a baseline that cannot be read.
    """
    there = project.tree.is_file(baseline.FILE)
    content = baseline.parse(project.tree.read(baseline.FILE)) if there else _new()
    recorded = content["results"]
    results: dict[str, list[dict[str, object]]] = dict(recorded) if isinstance(recorded, dict) else {}
    own = any(plugin.get("name") == _PLUGIN for plugin in _tables(content.get("plugins_used")))
    for entry in found:
        known = results.setdefault(entry.path, [])
        mark = baseline.fingerprint(entry.secret)
        if all(each["hashed_secret"] != mark for each in known):
            known.append({
                "type": TYPES[entry.rule] if own else _STOCK_TYPE, "filename": entry.path, "hashed_secret": mark, "is_verified": False, "line_number": entry.line,
            })  # fmt: skip
    content["results"] = {path: results[path] for path in sorted(results) if results[path]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _tables(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _new() -> dict[str, object]:
    """An empty baseline with the detectors and filters that detect-secrets uses by default."""
    from detect_secrets.core.baseline import format_for_output  # a command of its own: a second is no matter
    from detect_secrets.core.secrets_collection import SecretsCollection
    from detect_secrets.settings import default_settings

    with default_settings():
        content: dict[str, object] = format_for_output(SecretsCollection())
    return content
