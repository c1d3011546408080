"""GitHub's workflow commands, which become annotations beside the changed lines.

GitHub keeps ten annotations of each level a step and drops the rest, so errors come first and no more than ten are
sent. The escaping is that of `actions/runner` (`ActionCommand.cs`).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bunproof.masking import mask
from bunproof.report.safe import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.diagnostics import Diagnostic

LIMIT = 10
_SEVERITIES = ("error", "warning")


def commands(diagnostics: Iterable[Diagnostic], root: str) -> Iterator[str]:
    """One command a finding, errors first, at most ten a level. Paths are relative to the workspace, or to `root`."""
    found = list(diagnostics)
    below = _below_workspace(root)
    for severity in _SEVERITIES:
        for each in [each for each in found if each.severity == severity][:LIMIT]:
            yield _command(each, below)


def in_actions() -> bool:
    """Whether this runs in GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def disarmed(text: str) -> str:
    """Text for the log in which nothing is a command of the old form, which may stand anywhere in a line."""
    return text.replace("##[", "##\u200b[")


def _command(each: Diagnostic, below: str) -> str:
    at = each.location
    properties = {"title": f"bunproof ({each.rule.id})", "file": below + at.path, "line": at.start.line}
    if at.excerpt:
        properties["col"] = at.start.column
    if at.excerpt and at.end.line == at.start.line:
        properties |= {"endLine": at.end.line, "endColumn": at.end.column}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{each.severity} {listed}::{_data(_message(each))}"


def _message(each: Diagnostic) -> str:
    lines = [each.message]
    lines += [each.label] if each.label else []
    lines += [f"bundled: {' > '.join(each.chain)}"] if each.chain else []
    lines += [f"{name}: {text}" for name, text in each.notes]
    lines += [f"help: {each.help}"] if each.help else []
    return mask("\n".join(lines))


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").translate(PICTURES)
    try:
        return escaped.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half of a surrogate pair, out of a configuration's string
        return escaped.encode("utf-8", "replace").decode()


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _below_workspace(root: str) -> str:
    """The folder of the repository below the runner's workspace, with a slash; empty where they are one."""
    workspace = os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or root)
    below = os.path.relpath(os.path.realpath(root), workspace).replace(os.sep, "/")
    return "" if below == "." or below.startswith("../") else f"{below}/"
