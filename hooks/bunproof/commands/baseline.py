"""`bunproof baseline`: record today's findings in `.secrets.baseline`, so that only new ones block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof import atomic
from bunproof.credentials import baseline, recording
from bunproof.errors import UsageError
from bunproof.report import say
from bunproof.run import open_project

if TYPE_CHECKING:
    from bunproof.arguments import Options


def run(options: Options) -> int:
    """Write the file. Raises UsageError where there is one that cannot be read, or the new one cannot be written."""
    project = open_project(options)
    found = list(recording.entries(project))
    try:
        text = recording.render(project, found)
    except baseline.Malformed as problem:
        raise UsageError(f"{baseline.FILE} line {problem.line}: {problem.reason}") from None
    atomic.write(project.root, baseline.FILE, text.encode())
    values = len({(entry.path, entry.secret) for entry in found})
    files = len({entry.path for entry in found})
    say(
        f"{baseline.FILE}: {values} value{'' if values == 1 else 's'} in {files} file{'' if files == 1 else 's'} recorded\n"
    )
    return 0
