"""May a file read a name of the global `Bun` that some release lacks? Asked of most files, so it is byte searches."""

from __future__ import annotations

from bunproof.bun.exports_data import RELEASES, VALUES

_SINCE_EVER = RELEASES[: RELEASES.index(" ")]
_ALWAYS = frozenset(name.encode() for name, span in VALUES["bun"].items() if span == _SINCE_EVER)
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
    if before.rstrip().endswith(b"="):
        return True  # const { name } = Bun
    rest = after[:80].lstrip()
    if rest.startswith(b"."):
        name = rest[1:].lstrip()
        return name[: len(name) - len(name.lstrip(WORD))] not in _ALWAYS
    return rest.startswith((b"?.", b"[", b"!", b")", b"as ", b"satisfies ", b"/*", b"//"))
