"""May a file read a name of the global `Bun` that some release lacks? Asked of most files, so it is byte searches."""

from __future__ import annotations

from bunproof.bun.exports_data import RELEASES, VALUES

_SINCE_EVER = RELEASES[: RELEASES.index(" ")]
_ALWAYS = frozenset(name.encode() for name, span in VALUES["bun"].items() if span == _SINCE_EVER)
# What follows the full stop of a sentence, and no name.
_NO_NAME = (b"*", b'"', b"'", b"`", b")", b"]", b"}", b",", b";", b"<", b".")
WORD = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$"


def reads_newer_name(data: bytes) -> bool:
    """Whether anything but names that every release has may be read from `Bun`."""
    before = b""
    pieces = data.split(b"Bun")
    for at, piece in enumerate(pieces):
        if at and _is_suspect(before, piece):
            return True
        before = piece
    return False


def _is_suspect(before: bytes, after: bytes) -> bool:
    if (after[:1] and after[:1] in WORD) or (before[-1:] and before[-1:] in WORD):
        return False  # a longer word
    if _is_comment(before[before.rfind(b"\n") + 1 :]) and b"\n" in before:
        return False
    if before.rstrip().endswith(b"="):
        return True  # const { name } = Bun
    rest = after[:80].lstrip()
    if rest.startswith(b"."):
        name = rest[1:].lstrip()
        return not name.startswith(_NO_NAME) and name[: len(name) - len(name.lstrip(WORD))] not in _ALWAYS
    return rest.startswith((b"?.", b"[", b"!", b")", b"as ", b"satisfies ", b"/*", b"//"))


def _is_comment(line: bytes) -> bool:
    """Whether what begins a line makes a comment of its rest, also in a template. What ends a line for JavaScript alone is no part of it."""
    return line.lstrip().startswith(b"//") and b"${" not in line and b"\r" not in line and b"\xe2\x80" not in line
