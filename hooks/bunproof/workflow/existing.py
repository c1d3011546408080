"""A workflow file that is there already: is it ours, what was chosen for it, and which lines are the user's."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from bunproof.workflow.plan import Choices

try:  # as the standard library's `random` does: `hashlib` loads all of OpenSSL
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:  # CPython before 3.12
    from hashlib import sha256

if TYPE_CHECKING:
    from bunproof.source import Source, Span

PATH = ".github/workflows/bunproof.yml"
_HEADER = re.compile(r"(?m)^# bunproof: (\{.*\})$")
_DIGEST = re.compile(r"(?m)^# digest: ([0-9a-f]+)\n")
_START = re.compile(r"\s*# >>> yours: (.+?) >>>\s*\Z")
_END = re.compile(r"\s*# <<< yours: (.+?) <<<\s*\Z")
_DIGITS = 32


class Existing(NamedTuple):
    """A workflow of ours, with line feeds alone. `own` maps a marked place to the user's lines in it.

    `broken` says which mark is wrong, and is empty for a file that can be written again without losing a line.
    """

    text: str
    choices: Choices
    own: dict[str, str]
    digest: str
    broken: str

    @property
    def edited(self) -> bool:
        """Whether something outside the marked places is not as it was written."""
        return bool(self.broken) or digest(self.text) != self.digest


def parse(data: bytes) -> Existing | None:
    """The parts of a workflow of ours; None for a file that is not."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    header, written = _HEADER.search(text), _DIGEST.search(text)
    choices = _choices(header[1]) if header else None
    if choices is None:
        return None
    own, broken = _own(text)
    return Existing(text, choices, own, written[1] if written else "", broken)


def header(choices: Choices) -> str:
    """The line that records what was chosen."""
    return f"# bunproof: {json.dumps(choices._asdict())}"


def seal(text: str) -> str:
    """A rendered file with the digest of all that is ours in it, which goes below the header's line."""
    match = _HEADER.search(text)
    assert match is not None, "every rendered file has a header"
    return f"{text[: match.end()]}\n# digest: {digest(text)}{text[match.end() :]}"


def digest(text: str) -> str:
    """A digest of all lines that are not the user's."""
    kept: list[str] = []
    inside = False
    for line in _DIGEST.sub("", text, count=1).split("\n"):
        inside = inside and not _END.match(line)
        if not inside:
            kept.append(line)
        inside = inside or _START.match(line) is not None
    whole: str = sha256("\n".join(kept).encode("utf-8", "replace")).hexdigest()
    return whole[:_DIGITS]


def place(name: str, indent: str, own: dict[str, str]) -> str:
    """A marked place with what the user has put there."""
    return f"{indent}# >>> yours: {name} >>>\n{own.get(name, '')}{indent}# <<< yours: {name} <<<\n"


def words(source: Source, line: int) -> Span:
    """What stands on a line (the last one, for a line that is not there), without the space around it."""
    from bunproof.source import Span

    span = source.line_span(min(line, max(source.line_count(), 1)))
    text = source.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _choices(text: str) -> Choices | None:
    try:
        data = json.loads(text)
    except ValueError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("branch"), str):
        return None
    return Choices(data["branch"], data.get("deploy") is True, data.get("sarif") is True)


def _own(text: str) -> tuple[dict[str, str], str]:
    own: dict[str, str] = {}
    current: str | None = None
    for line in text.split("\n"):
        start, end = _START.match(line), _END.match(line)
        if start and (current is not None or start[1] in own):
            return own, f"the place `{start[1]}` begins twice"
        if end and end[1] != current:
            return own, f"the place `{end[1]}` ends before it begins"
        if start:
            current = start[1]
            own[current] = ""
        elif end:
            current = None
        elif current is not None:
            own[current] += line + "\n"
    return own, "" if current is None else f"the place `{current}` does not end"
