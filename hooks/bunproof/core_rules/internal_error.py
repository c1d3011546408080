"""bunproof itself failed on a file. The other files were judged; the exit code is 3.

## Why

A bug of ours must neither pass as a clean file nor keep the rest from being judged.

## What to do

Please report it, with the file if it may be shown. Until then, name the file in `exclude` of `bunproof.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.about import REPOSITORY
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

RULE = Rule("internal-error", "bunproof", "error", "a bug of bunproof, met on this file")


def report(path: str, who: str, error: BaseException, is_file: Callable[[str], bool]) -> Diagnostic:
    """The finding for an exception: its type and place, never its message, which may quote the file.

    `path` is the file that was judged, empty where it takes the error to tell; `is_file` knows files.
    """
    met = _file(error, is_file)
    location = Source(path or met or ".", b"").locate(Span(0, 0))
    beside = f", at `{met}`" if path and met not in {"", path} else ""
    return Diagnostic(
        RULE, RULE.severity, location, f"not judged by `{who}`, which failed with {type(error).__name__} at {_place(error)}{beside}",
        help=f"this is a bug of bunproof, please report it at {REPOSITORY}/issues",
    )  # fmt: skip


def words(error: BaseException) -> str:
    """The one line for an exception outside of any file."""
    return f"a bug of ours, {type(error).__name__} at {_place(error)}: please report it at {REPOSITORY}/issues"


def _place(error: BaseException) -> str:
    place = ""
    for trace in _traces(error):
        name = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/bunproof/")[2]
        place = f"{name}:{trace.tb_lineno}"
    return place


def _file(error: BaseException, is_file: Callable[[str], bool]) -> str:
    """The file that was looked at when it failed: what the innermost of our functions calls `path` or `source`."""
    met = ""
    for trace in _traces(error):
        known = trace.tb_frame.f_locals
        for name in (known.get("path"), getattr(known.get("source"), "path", None)):
            if isinstance(name, str) and name and not name.startswith("/") and is_file(name):
                met = name
    return met


def _traces(error: BaseException) -> Iterator[TracebackType]:
    trace = error.__traceback__
    while trace is not None:
        yield trace
        trace = trace.tb_next
