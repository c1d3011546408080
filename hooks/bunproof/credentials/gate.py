"""The cheap test before everything else: by its name and its bytes, is there anything to judge in a file?

It runs on every file of a repository, so it imports no `re`; each search is one pass of `in` over the bytes.
"""

from __future__ import annotations

from bunproof.credentials import file_kind

_QUIET = frozenset({file_kind.TEST, file_kind.IGNORED})
_WORDS = (b"secret", b"pass", b"token", b"key", b"credential", b"pwd", b"senha", b"://")


def kind_to_judge(path: str, data: bytes, chosen: dict[str, tuple[str, ...]]) -> str:
    """The kind of a file that must be read; empty for one that need not be."""
    kind = file_kind.kind_of(path, chosen)
    if kind in _QUIET or not data:
        return ""
    if kind == file_kind.SOURCE:
        lowered = data.lower()
        if not any(word in lowered for word in _WORDS):
            return ""
    return kind
