"""git's index, read as a file. Asking git for the names in it takes six times as long, while nothing else can be done.

Only what nearly every repository has is read (version 2, SHA-1, one file); of any other, git is asked.
Format: https://git-scm.com/docs/index-format.
"""

from __future__ import annotations

import os

_HEADER, _FIXED, _HASH = 12, 62, 20  # bytes: of the file, of an entry before its name, at the end of the file
_EXTENSION = 8  # bytes before what an extension holds: a signature and its size
_LONG_NAME = 0x0FFF  # the length that stands for any longer one
_TELLING = 0x7F  # of the byte above a length: all but whether git assumes that a file is unchanged
# From a name to the next, by its length: one to eight zeros end it.
_STEPS = tuple((length + _FIXED + 8) & ~7 for length in range(256))
# Where one of these is told, or configured, the index may be another file, in another form, or about another folder.
_TOLD = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR")
_CONFIGURED = (b"objectformat", b"worktree", b"include")


def read(root: str) -> bytes:
    """The bytes of the index; empty where it is not the plain file `.git/index`."""
    try:
        with open(f"{root}/.git/index", "rb") as file:
            return file.read()
    except OSError:
        return b""


def tracked(root: str, index: bytes) -> list[str] | None:
    """The names in an index, sorted; None where git must be asked."""
    if any(name in os.environ for name in _TOLD) or _is_configured(root):
        return None
    found = _names(index)
    return None if found is None else sorted(os.fsdecode(found).split("\0")) if found else []


def holds(index: bytes, path: str) -> bool:
    """Whether a name is in an index of version 2 or 3. It errs on no."""
    name = path.encode("utf-8", "surrogateescape")  # its length stands before it, a zero after it
    return bytes(((len(name) >> 8) & 0x0F, len(name) & 0xFF)) + name + b"\0" in index


def _names(index: bytes) -> bytes | None:
    """The names in an index of version 2 whose entries are all plain, with zeros between; None of any other."""
    if index[:8] != b"DIRC\0\0\0\2":
        return None
    count = int.from_bytes(index[8:_HEADER], "big")
    at = _HEADER + _FIXED  # where a name begins
    names: list[bytes] = []
    add, steps = names.append, _STEPS
    try:
        for _ in range(count):  # every file of a repository comes here, before anything else can begin
            length = index[at - 1]
            if index[at - 2]:
                length |= (index[at - 2] & _TELLING) << 8
                if length >= _LONG_NAME:  # also one with more flags, or a stage of a merge
                    return None
                step = (length + _FIXED + 8) & ~7
            else:
                step = steps[length]
            add(index[at : at + length])
            at += step
    except IndexError:
        return None
    joined = b"\0".join(names)
    return joined if joined.count(b"\0") == max(count - 1, 0) and _ends_well(index, at - _FIXED) else None


def _ends_well(index: bytes, at: int) -> bool:
    """Whether nothing but extensions that one may ignore stands between the entries and the final hash."""
    end = len(index) - _HASH
    while at + _EXTENSION <= end:
        if not index[at : at + 1].isupper():  # others change what the entries mean
            return False
        at += _EXTENSION + int.from_bytes(index[at + 4 : at + _EXTENSION], "big")
    return at == end


def _is_configured(root: str) -> bool:
    try:
        with open(f"{root}/.git/config", "rb") as file:
            said = file.read().lower()
    except OSError:
        return True
    return any(word in said for word in _CONFIGURED)
