"""The cheap test before everything else: by its name and its bytes, is there anything to judge in a file?

It runs on every file of a repository, so it imports no `re`; each search is one pass of `in` over the bytes.
"""

from __future__ import annotations

from bunproof.credentials import file_kind
from bunproof.credentials.vocabulary import paths

_QUIET = frozenset({file_kind.TEST, file_kind.IGNORED})
# A credential's name in program text holds one of these; `candidates.py` looks closer at each.
NAMES = (
    b"secret",
    b"pass",
    b"token",
    b"key",
    b"credential",
    b"pwd",
    b"senha",
    b"contrase",
    b"client_id",
    b"clientid",
    b"account_id",
    b"authorization",
)
LOGIN = b"://"
_WORDS = (*NAMES, LOGIN)


def kind_to_judge(path: str, data: bytes, chosen: dict[str, tuple[str, ...]]) -> str:
    """The kind of a file that must be read; empty for one that need not be."""
    kind = file_kind.kind_of(path, chosen)
    if kind in _QUIET or not data:
        return ""
    if kind in {file_kind.SOURCE, file_kind.DOCUMENTATION} and path.endswith(paths.CODE):
        lowered = data.lower()
        if not any(word in lowered for word in _WORDS):
            return ""
    return kind
