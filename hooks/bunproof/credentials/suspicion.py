"""A cheap look at program text: may a credential's name stand before a string in it, or a login in an address?

It may say yes for nothing, never no where `candidates.py` would find a place to read: a test holds the two together. Most
files that speak of tokens and keys at all end here, and never pay for regular expressions.
"""

from __future__ import annotations

LOGIN = b"://"
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

# A credential's name in program text holds one of these; `candidates.py` looks closer at each.
NAMES = (
    b"secret", b"pass", b"token", b"key", b"credential", b"pwd", b"salt", b"senha", b"contrase", b"client_id", b"clientid", b"account_id", b"authorization",
)  # fmt: skip
_REST_OF_NAME = b"abcdefghijklmnopqrstuvwxyz0123456789_$-"
_BEFORE_KEY = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_-")
_SPACES = (b" ", b"\t", b"\n", b"\r", b"\v", b"\f")
_AFTER_PASS = (b"w", b"_", b"phrase", b"code", b'"', b"'", b"`", b":", b"=", b"|", b"?", b",", b")", b"]", *_SPACES)
_CLOSERS = b"\"'`\\)]!"
_OPERATORS = (b":", b"=", b",", b"(", b"||", b"??", b"?:")
_OR = tuple(b"or" + each for each in _SPACES)
_LONGEST_NAME, _REACH, _LONGEST_LOGIN = 48, 400, 272  # no shorter than `candidates.py` looks


def is_raised(lowered: bytes, found: Collection[bytes] | None = None) -> bool:
    """Whether the bytes of a file, in lower case, deserve to be searched for candidates. `found` is as in `Check.visit`."""
    for name in NAMES:
        if found is not None and name not in found:
            continue
        at = lowered.find(name)
        while at >= 0:
            if _is_given(lowered, at, name):
                return True
            at = lowered.find(name, at + 1)
    at = lowered.find(LOGIN) if found is None or LOGIN in found else -1
    while at >= 0:
        user, sign, _ = lowered[at + 3 : at + _LONGEST_LOGIN].partition(b"@")
        if sign and b":" in user and b"/" not in user:
            return True
        at = lowered.find(LOGIN, at + 1)
    return False


def _is_given(lowered: bytes, at: int, name: bytes) -> bool:
    """Whether the name at this offset may be given a string."""
    end = at + len(name)
    if name == b"key" and (not at or lowered[at - 1] not in _BEFORE_KEY):
        return False
    if name == b"pass" and not lowered.startswith(_AFTER_PASS, end):
        return False
    after = lowered[end : end + _REACH]
    behind = after.lstrip(_REST_OF_NAME)
    length = len(after) - len(behind)
    if length > _LONGEST_NAME:
        return False
    closed = behind.lstrip(_CLOSERS)
    rest = closed.lstrip()
    if rest.startswith(_OPERATORS):
        return _meets_string(rest)
    if len(rest) < len(closed) and rest.startswith((b'"', b"'")):
        return True
    if rest.startswith(_OR):
        return _meets_string(rest[3:])
    return after[:length].endswith(b"or") and behind[:1].isspace() and _meets_string(behind[1:])


def _meets_string(rest: bytes) -> bool:
    """Whether a string begins on this line, or as the first thing on a following one."""
    line, _, following = rest.partition(b"\n")
    return b'"' in line or b"'" in line or b"`" in line or following.lstrip().startswith((b'"', b"'", b"`"))
