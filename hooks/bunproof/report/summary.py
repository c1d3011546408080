"""The job summary of GitHub Actions: every finding in a table, by owner, and drawings of how bundles reach them."""

from __future__ import annotations

import os
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from bunproof.about import rule_url
from bunproof.report import owners, safe
from bunproof.report.mermaid import flowcharts
from bunproof.report.text import count, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bunproof.diagnostics import Diagnostic
    from bunproof.run import Outcome

_LIMIT = 1 << 20  # bytes a step; GitHub drops the whole summary of a step that writes more
_REST = 300  # bytes kept for the line that says how many are left out
_NOBODY = ("nobody in CODEOWNERS",)
_ENTITIES = {ord(character): f"&#{ord(character)};" for character in "\\|<>*_[]#~$"}


def append(path: str, outcome: Outcome) -> None:
    """Append to the file that GitHub names in GITHUB_STEP_SUMMARY, never past its limit."""
    try:
        with open(path, "ab") as file:
            file.write(render(outcome, _LIMIT - file.tell()))
    except OSError:
        return  # the log has it all; a summary that cannot be written must not turn a verdict into a crash


def render(outcome: Outcome, room: int) -> bytes:
    """The summary as Markdown, of at most `room` bytes: whole rows, then how many were left out."""
    kept: list[bytes] = []
    size = _REST
    rows = 0
    for is_row, piece in _pieces(outcome):
        data = piece.encode("utf-8", "replace")
        if size + len(data) > room:
            left = len(outcome.diagnostics) - rows
            rest = f"\n{count(left, 'finding')} more in the log\n" if left else "\nthe drawings did not fit\n"
            return b"".join([*kept, rest.encode()]) if room > _REST else b""
        kept.append(data)
        size += len(data)
        rows += is_row
    return b"".join(kept)


def _pieces(outcome: Outcome) -> Iterator[tuple[bool, str]]:
    """The summary in pieces, each with whether it is a finding's row."""
    found = outcome.diagnostics
    yield False, f"### bunproof: {summary(found, outcome.files)}\n"
    lines = owners.load(outcome.project.tree)
    for group, members in _by_owner(found, lines):
        heading = f"#### {' '.join(group)} ({len(members)})\n\n" if lines else ""
        yield False, f"\n{heading}| | place | rule | finding |\n|---|---|---|---|\n"
        for each in members:
            yield True, _row(each)
    for chart in flowcharts(each.chain for each in found):
        yield False, f"\n```mermaid\n{chart}```\n"


def _by_owner(
    found: Sequence[Diagnostic], lines: list[owners.Line]
) -> Iterator[tuple[tuple[str, ...], list[Diagnostic]]]:
    def owned(each: Diagnostic) -> tuple[str, ...]:
        return owners.owners(lines, each.location.path) or _NOBODY

    ordered = sorted(found, key=lambda each: (owned(each) == _NOBODY, owned(each), each.severity, each.sort_key))
    for group, members in groupby(ordered, key=owned):
        yield group, list(members)


def _row(each: Diagnostic) -> str:
    at = each.location
    place = f"{_cell(safe.path(at.path))}:{at.start.line}:{at.start.column}"
    link = _blob(at.path, at.start.line)
    rule = f"[{each.rule.id}]({rule_url(each.rule.id)})"
    text = "<br>".join(_cell(part) for part in (each.message, each.label, each.help) if part)
    return f"| {each.severity} | {f'[{place}]({link})' if link else place} | {rule} | {text} |\n"


def _blob(path: str, line: int) -> str:
    """The address of a line in the commit that is judged; empty outside of GitHub."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    if not (server and repository and commit):
        return ""
    return f"{server}/{repository}/blob/{commit}/{quote(os.fsencode(path))}#L{line}"


def _cell(text: str) -> str:
    """Text in a cell: as it stands between backticks, with nothing else that Markdown would read."""
    parts = safe.words(text).split("`")
    if len(parts) % 2 == 0:
        parts = [" ".join(parts)]
    return "".join(
        f"<code>{_entities(part)}</code>" if number % 2 else _entities(part) for number, part in enumerate(parts)
    )


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").translate(_ENTITIES).replace("@", "@&#8203;")
