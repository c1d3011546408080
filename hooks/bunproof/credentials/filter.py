"""A filter for detect-secrets: `--filter file://.../bunproof/credentials/filter.py::is_expected` drops what our policy lets stand.

detect-secrets calls it by the names of its parameters, and takes an exception for "keep".
"""

from __future__ import annotations

import os

from bunproof.credentials import file_kind, strength, values

_LENIENT = frozenset({file_kind.TEMPLATE, file_kind.DOCUMENTATION, file_kind.TEST, file_kind.IGNORED})


def is_expected(filename: str, secret: str) -> bool:
    """Whether a value is a reference, public by design, or a stand-in in a file that is meant to hold some."""
    if os.path.isabs(filename):
        filename = os.path.relpath(filename)
    value = values.classify(secret)
    if value.kind in {values.EMPTY, values.REFERENCE, values.INNOCENT}:
        return True
    kind = file_kind.kind_of(filename.replace(os.sep, "/").removeprefix("./"), {})
    return kind in _LENIENT and not (value.kind == values.LITERAL and strength.is_random(value.text))
