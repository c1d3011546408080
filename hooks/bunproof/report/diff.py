"""What `--fix` would change, as a unified diff. Secrets are masked here too, so it is for reading."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from bunproof.report import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.fixes import Rewrite
    from bunproof.report.style import Style

_KINDS = {"+": "help", "-": "error", "@": "name"}
_NO_NEWLINE = "\n\\ No newline at end of file"


def render(changes: Iterable[Rewrite], style: Style) -> Iterator[str]:
    """The lines of a diff, file after file."""
    for change in changes:
        name = safe.path(change.source.path)
        yield from (style.paint("bold", line) for line in (f"--- a/{name}", f"+++ b/{name}"))
        lines = unified_diff(_lines(change.source.text), _lines(change.text), n=2, lineterm="")
        for number, line in enumerate(lines):
            if number > 1:  # after difflib's own header
                yield style.paint(_KINDS[line[0]], line) if line[0] in _KINDS else line


def _lines(text: str) -> list[str]:
    """Lines without their line feed; what is special about a last one that has none is part of it."""
    lines = [_shown(line) for line in text.split("\n")]
    if lines[-1]:
        lines[-1] += _NO_NEWLINE
    else:
        del lines[-1]
    return lines


def _shown(line: str) -> str:
    return safe.line(line[:-1]) + "\r" if line.endswith("\r") else safe.line(line)
