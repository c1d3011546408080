"""`--output FILE`: the report in a file, replaced whole; a device or a pipe is written to."""

from __future__ import annotations

import os

from bunproof import atomic
from bunproof.errors import UsageError


def write(name: str, text: str) -> None:
    """Write a report to a file, relative to the current folder. Raises UsageError."""
    full = os.path.join(os.path.realpath(os.getcwd()), name)
    data = text.encode("utf-8", "replace")
    if os.path.exists(full) and not os.path.isfile(full):
        _pour(full, name, data)
        return
    folder, last = os.path.split(os.path.normpath(full))
    if not os.path.isdir(folder):
        raise UsageError(f"cannot write {name}: there is no folder {os.path.dirname(name)}")
    atomic.write(folder, last, data)


def _pour(full: str, name: str, data: bytes) -> None:
    try:
        with open(full, "wb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"cannot write {name}: {(error.strerror or str(error)).lower()}") from None
