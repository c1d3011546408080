"""Read a file of which anything may be wrong: most files never come here."""

from __future__ import annotations

import os
import stat

from bunproof.errors import Unreadable


def closely(path: str, full: str, flags: int, limit: int) -> bytes:
    """The bytes of the file `full`, which `path` is told of, opened with these flags.

    Raises Unreadable for whatever cannot be read, is not a regular file, or holds more than `limit` bytes.
    """
    try:
        handle = os.open(full, flags)
    except OSError as error:
        raise Unreadable(path, _reason(error), absent=isinstance(error, FileNotFoundError)) from None
    except ValueError:  # a NUL, or half a surrogate pair, out of a configuration's string
        raise Unreadable(path, "no file can have this name", absent=True) from None
    try:
        return _read_all(path, handle, limit)
    except OSError as error:
        raise Unreadable(path, _reason(error)) from None
    finally:
        os.close(handle)


def _read_all(path: str, handle: int, limit: int) -> bytes:
    facts = os.fstat(handle)
    if not stat.S_ISREG(facts.st_mode):
        raise Unreadable(path, "it is not a regular file", absent=stat.S_ISDIR(facts.st_mode))
    if facts.st_size > limit:
        raise Unreadable(path, f"it is larger than {limit >> 20} MiB")
    data = os.read(handle, facts.st_size + 1)
    while len(data) < facts.st_size and (more := os.read(handle, facts.st_size - len(data))):
        data += more
    return data


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
