"""bunproof itself failed on a file. The other files were judged; the exit code is 3.

## Why

A bug of ours must neither pass as a clean file nor keep the rest from being judged.

## What to do

Please report it, with the file if it may be shown. Until then, name the file in `exclude` of `bunproof.toml`.
"""

from __future__ import annotations

from bunproof.about import REPOSITORY
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Source, Span

RULE = Rule("internal-error", "bunproof", "error", "a bug of bunproof, met on this file")


def report(path: str, hook: str, error: BaseException) -> Diagnostic:
    """The finding for an exception: its type and place, never its message, which may quote the file."""
    location = Source(path, b"").locate(Span(0, 0))
    return Diagnostic(
        RULE, RULE.severity, location, f"not judged by `{hook}`: bunproof failed with {type(error).__name__} at {_place(error)}",
        help=f"this is a bug of bunproof, please report it at {REPOSITORY}/issues",
    )  # fmt: skip


def words(error: BaseException) -> str:
    """The one line for an exception outside of any file."""
    return f"a bug of ours, {type(error).__name__} at {_place(error)}: please report it at {REPOSITORY}/issues"


def _place(error: BaseException) -> str:
    place = ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/bunproof/")[2]
        place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
