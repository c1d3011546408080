"""Files whose bytes are not the text that they stand for: UTF-16, and the pointers of Git LFS."""

from __future__ import annotations

import codecs

from bunproof.errors import Unreadable

_POINTER = b"version https://git-lfs.github.com/spec/"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ANYTHING = frozenset({"placeholder-credentials"})  # it also judges what neither Bun nor wrangler reads
_ENVIRONMENT = (".env", ".dev.vars")


def refuse(path: str, data: bytes, claiming: frozenset[str]) -> None:
    """Raise Unreadable for a file that Bun or wrangler would not read either; `claiming` are the hooks that judge it.

    A pointer is `absent` where it stands for mere data.
    """
    for_them = claiming != _ANYTHING or path[path.rfind("/") + 1 :].startswith(_ENVIRONMENT)
    if data.startswith(_POINTER):
        raise Unreadable(path, "it is a pointer of Git LFS, the file itself is not here", absent=not for_them)
    if for_them and data.startswith(_UTF16):
        raise Unreadable(path, "it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8")


def utf8(data: bytes) -> bytes:
    """The bytes of a text in UTF-16 as UTF-8; any other bytes as they are."""
    return data.decode("utf-16", "replace").encode("utf-8", "replace") if data.startswith(_UTF16) else data
