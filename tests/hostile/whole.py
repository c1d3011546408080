"""A whole run in memory: every hook over a repository, and every report of what they find."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from unittest import mock

from memory import MemoryTree

from bunproof import fixes
from bunproof.diagnostics import Diagnostic
from bunproof.judgement import Judgement
from bunproof.project import Project
from bunproof.report import diff, github, sarif, summary, text
from bunproof.report import json as json_report
from bunproof.report.style import PLAIN
from bunproof.run import Outcome
from bunproof.select import Selection
from bunproof.settings import Settings
from bunproof.settle import settle

Done = tuple[int, bytes, bytes]


def outcome_of(
    files: Mapping[str, bytes | None], paths: Iterable[str] | None = None, settings: Settings | None = None
) -> Outcome:
    """What a run finds, `paths` or everything. An exception in a check is raised, not reported."""
    tree = MemoryTree(files)
    project = Project(tree, settings or Settings())
    selection = Selection(tree.files(), everything=True) if paths is None else Selection(paths)
    judgement = Judgement(project, selection)
    with mock.patch("bunproof.process.start", _git(tree)), mock.patch.dict(os.environ, {"BUNPROOF_RAISE": "1"}):
        judgement.judge()
    return Outcome(settle(judgement), judgement.visits.judged, project)


def _git(tree: MemoryTree) -> Callable[..., Callable[[], Done]]:
    """What git would say to the questions that checks ask."""

    def run(command: list[str], environment: object, stdin: bytes) -> Done:
        del environment
        for each in command:
            if "\0" in each:
                raise ValueError("embedded null byte")
            os.fsencode(each)
        arguments = command[7:]
        found: list[str] = []
        paths = (
            [each.rpartition(")")[2] for each in arguments[arguments.index("--") + 1 :]] if "--" in arguments else []
        )
        if any(path.startswith(("/", "../")) or path == ".." for path in paths):
            return (128, b"", b"fatal: outside repository")
        if arguments[0] == "check-ignore":
            paths = [os.fsdecode(each) for each in stdin.split(b"\0")]
            if any(not path or path.startswith(("/", "../")) for path in paths):
                return (128, b"", b"fatal: outside repository")
        if arguments[0] == "ls-files":
            asked = [each.removeprefix("**/") for each in paths]
            found = [
                name
                for name in tree.files()
                if not asked
                or any(
                    name == each or name.startswith(f"{each}/") or fnmatchcase(name.rpartition("/")[2], each)
                    for each in asked
                )
            ]
        elif arguments[0] == "grep":
            needle = os.fsencode(arguments[arguments.index("-e") + 1])
            found = [name for name in tree.files() if needle in (tree.contents[name] or b"")]
        elif arguments[0] not in {"for-each-ref", "symbolic-ref", "check-ignore", "rev-parse"}:
            raise AssertionError(command)
        return (0, b"".join(os.fsencode(name) + b"\0" for name in found), b"")

    return lambda *asked: lambda: run(*asked)


def reports(outcome: Outcome) -> dict[str, str]:
    """Every report of it, by format."""
    found = outcome.diagnostics
    made = {
        "full": "\n".join(text.full(found)),
        "concise": "\n".join(text.concise(each) for each in found),
        "json": json_report.render(found),
        "sarif": sarif.render(found, outcome.project),
        "github": "\n".join(github.commands(found, "/nowhere")),
        "summary": summary.render(outcome, 1 << 20).decode(),
    }
    chosen = fixes.choose(found, outcome.project, unsafe=True)
    changes = fixes.rewrites(chosen, outcome.project)
    made["diff"] = "\n".join(diff.render(changes, PLAIN))
    return made


def verdict(found: Iterable[Diagnostic]) -> list[tuple[str, int, int, str, str, str]]:
    """What a user would call the same finding."""
    return [
        (
            each.location.path,
            each.location.start.line,
            each.location.start.column,
            each.rule.id,
            each.severity,
            each.message,
        )
        for each in found
    ]


def survive(files: Mapping[str, bytes | None], paths: Iterable[str] | None = None) -> Outcome:
    """A whole run and its reports; raises for what must not be."""
    outcome = outcome_of(files, paths)
    for each in outcome.diagnostics:
        at = each.location
        size = len(outcome.project.source(at.path).text) if isinstance(files.get(at.path), bytes) else 0
        assert 0 <= at.span.start <= at.span.end <= size, (each.rule.id, at)
        assert each.message
    made = reports(outcome)
    for kind in ("full", "concise", "github"):
        assert "\x1b" not in made[kind], kind
    for kind in ("json", "sarif"):
        json.loads(made[kind])
        made[kind].encode()
    assert made["concise"].count("\n") == max(0, len(outcome.diagnostics) - 1)
    return outcome
