"""Files whose bytes are not the text that they stand for: UTF-16, and the pointers of Git LFS."""

from __future__ import annotations

import codecs

from bunproof.errors import Unreadable

_POINTER = b"version https://git-lfs.github.com/spec/"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT = 16  # bytes
_ANYTHING = frozenset({"placeholder-credentials"})  # it also judges what neither Bun nor wrangler reads
_ENVIRONMENT = (".env", ".dev.vars")


def refuse(path: str, data: bytes, claiming: frozenset[str]) -> None:
    """Raise Unreadable for a file that Bun or wrangler would not read either; `claiming` are the hooks that judge it.

    A pointer is `absent` where it stands for mere data.
    """
    for_them = claiming != _ANYTHING or path[path.rfind("/") + 1 :].startswith(_ENVIRONMENT)
    if data.startswith(_POINTER):
        raise Unreadable(path, "it is a pointer of Git LFS, the file itself is not here", absent=not for_them)
    if for_them and _codec(data):
        raise Unreadable(path, "it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8")


def utf8(data: bytes) -> bytes:
    """The bytes of a text in UTF-16 as UTF-8; any other bytes as they are."""
    codec = _codec(data)
    return data.decode(codec, "replace").encode("utf-8", "replace") if codec else data


def _codec(data: bytes) -> str:
    """How a text in UTF-16 is written; empty for any other bytes. Without a mark, every other byte of ASCII is NUL."""
    if data.startswith(_UTF16):
        return "utf-16"
    head = data[:_LOOKED_AT]
    for codec, nul, letter in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if len(head) > 1 and not any(head[nul::2]) and all(head[letter::2]):
            return codec
    return ""
