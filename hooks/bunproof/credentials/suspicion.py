"""A cheap look at program text: may a credential's name be given a string in it, or an address a login?

It may say yes for nothing, never no where a name that `candidates.py` looks for is given what the policy could object to: tests
hold them together. Most files that speak of tokens and keys at all end here, and never pay for regular expressions.
"""

from __future__ import annotations

from bunproof import check

LOGIN = b"://"
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.spotting import Spotted

# A credential's name in program text holds one of these; `candidates.py` looks closer at each.
NAMES = (
    b"secret", b"pass", b"token", b"key", b"credential", b"pwd", b"salt", b"senha", b"contrase", b"client_id", b"clientid", b"account_id", b"authorization",
)  # fmt: skip
_NAMES = frozenset(NAMES)
_ENGLISH = _NAMES - {b"senha", b"contrase", b"client_id", b"clientid", b"account_id"}  # what English grammar knows
_REST_OF_NAME = b"abcdefghijklmnopqrstuvwxyz0123456789_$-"
_BEFORE_KEY = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_-")
_SPACES = (b" ", b"\t", b"\n", b"\r", b"\v", b"\f")
_AFTER_PASS = (b"w", b"_", b"phrase", b"code", b'"', b"'", b"`", b":", b"=", b"|", b"?", b",", b")", b"]", *_SPACES)
_CLOSERS = b"\"'`\\)]!"
_QUOTES = (b'"', b"'", b"`")
_FALLING_BACK = (b"||", b"??", b"?:")
_OPERATORS = (b":", b"=", b"(", *_FALLING_BACK)
_OR = tuple(b"or" + each for each in _SPACES)
# How all begins that may give a string to the name before it.
_GIVING = frozenset({each[:1] for each in (b",", *_OPERATORS, b'"', b"'", *_OR)})
# Blanks of Unicode, which expressions over text know, are some of the bytes of other letters.
_BLANKS = b" \t\n\v\f\r\x1c\x1d\x1e\x1f" + bytes(range(0x80, 0x100))
_PREFIXES = b"rbfu@$&"
_BEFORE_STRING = _PREFIXES + b"(" + _BLANKS  # what a string may begin with, or stand in
# With none of these before it, a string is given to another name.
_PASSING_ON = (b"=", b"=>", b"(", b"or", *_FALLING_BACK)
_COMMENTS = (b"//", b"/*", b"* ")
_CALLS = (
    b"(", b"[", b"define", b"putenv", b"setenv", b"setproperty", b"set", b"put", b"insert", b"append", b"header", b"variable",
)  # fmt: skip
_MAYBE, _GIVEN = "maybe", "given"
OPEN = (b"||", b"??", b"=", b":", b"(", b",")  # a line that ends so goes on
_LONGEST_NAME, _REACH, _LONGEST_LOGIN, _LONGEST_LINE = 48, 400, 269, 1000  # no shorter than `candidates.py` looks


def is_raised(data: bytes, lowered: bytes, found: Spotted | None = None) -> bool:
    """Whether the bytes of a file, also given in lower case, deserve to be searched for candidates.

    `found` is as in `Check.visit`.
    """
    for at, word in found.places() if found else places(lowered):
        if word == b"key":  # most of what is found, and most of it is no part of a name
            if not at or lowered[at - 1] not in _BEFORE_KEY:
                continue
        elif word == LOGIN:
            if _logs_in(lowered, at + len(LOGIN)):
                return True
            continue
        elif word not in _NAMES or (word == b"pass" and not lowered.startswith(_AFTER_PASS, at + len(word))):
            continue
        how = _how_given(lowered, at, at + len(word))
        if how and not _is_innocent(data, lowered, at, word, how):
            return True
    return False


def _logs_in(lowered: bytes, at: int) -> bool:
    """Whether an address goes on here with a user and a password."""
    user, sign, _ = lowered[at : at + _LONGEST_LOGIN].partition(b"@")
    return sign != b"" and b":" in user and b"/" not in user


def places(lowered: bytes) -> Iterator[tuple[int, bytes]]:
    """Every offset at which a name or a login begins, with it; in no order."""
    for word in (*NAMES, LOGIN):
        yield from check.places(lowered, word)


def _how_given(lowered: bytes, at: int, end: int) -> str:
    """How the name between two offsets may be given a string; empty where it is not."""
    after = lowered[end : end + _REACH]
    behind = after.lstrip(_REST_OF_NAME)
    length = len(after) - len(behind)
    if length > _LONGEST_NAME:
        return ""
    closed = behind.lstrip(_CLOSERS)
    rest = closed.lstrip()
    ends_in_or = after[:length].endswith(b"or")
    if not ends_in_or and rest[:1] not in _GIVING:
        return ""
    if rest.startswith(b","):
        return _MAYBE if _is_argument(lowered, at, behind, rest) else ""
    if rest.startswith(_OPERATORS):
        return _passes_string(rest, before=lowered[max(at - _LONGEST_NAME, 0) : at])
    if len(rest) < len(closed) and rest.startswith((b'"', b"'")):
        return _MAYBE
    if rest.startswith(_OR):
        return _MAYBE if _meets_string(rest[3:]) else ""
    return _MAYBE if ends_in_or and behind[:1].isspace() and _meets_string(behind[1:]) else ""


def _is_argument(lowered: bytes, at: int, behind: bytes, rest: bytes) -> bool:
    """Whether a string follows the name in quotes as what is set by that name: `set("token", "...")`, `key: "token", value: "..."`."""
    if not behind.startswith(_QUOTES):
        return False
    before = lowered[max(at - _LONGEST_NAME, 0) : at].rstrip(_REST_OF_NAME + b".:")
    if not before.endswith(_QUOTES) or before[:-1].rstrip().endswith(_CALLS):
        return _meets_string(rest)
    return b"value" in rest or b"default" in rest


def _passes_string(rest: bytes, before: bytes) -> str:
    """How the operator that `rest` begins with may give a string to the name; `before` stands before that on the line."""
    if rest.startswith((b"||", b"??")):
        behind = rest.lstrip(b"|?=:" + _REST_OF_NAME + b".!") if rest[2:3] not in _SPACES else rest
        direct = behind.lstrip(b"|?=: ").lstrip(_BEFORE_STRING)
        return _MAYBE if direct.startswith(_QUOTES) else ""
    if rest.startswith(b"("):
        return _MAYBE if b"set" in before and rest[1:].lstrip(_BEFORE_STRING).startswith(_QUOTES) else ""
    if rest.startswith(b"=="):
        return ""  # compared
    if before.rstrip(_REST_OF_NAME + b".").endswith(b"${"):
        return _MAYBE  # with what it falls back to
    line, _, following = rest.partition(b"\n")
    starts = [at for quote in _QUOTES if (at := line.find(quote)) >= 0]
    if not starts:
        return _MAYBE if following.lstrip(_BLANKS).startswith(_QUOTES) else ""
    start = min(starts)
    between = line[:start].lstrip(b":=>?")
    if not between.strip(_BEFORE_STRING):
        return "" if _is_filled_in(line[start:]) else _MAYBE if rest.startswith(b"?") else _GIVEN
    for prefix in range(3):  # letters that a string may begin with: f"..."
        if between[len(between) - prefix :].strip(_PREFIXES):
            break
        if between[: len(between) - prefix].rstrip(_BLANKS).endswith(_PASSING_ON):
            return _MAYBE
    return ""


def _is_filled_in(rest: bytes) -> bool:
    """Whether a template begins here that holds nothing by itself: `Bearer ${token}`."""
    text, end, after = rest[1:].partition(b"`")
    plain = b":" not in text and b"'" not in text and b'"' not in text and b"\\" not in text
    return rest.startswith(b"`") and bool(end) and b"${" in text and plain and not any(q in after for q in _QUOTES)


def _meets_string(rest: bytes) -> bool:
    """Whether a string begins on this line, or as the first thing on a following one."""
    line, _, following = rest.partition(b"\n")
    return b'"' in line or b"'" in line or b"`" in line or following.lstrip(_BLANKS).startswith(_QUOTES)


def _is_innocent(data: bytes, lowered: bytes, at: int, name: bytes, how: str) -> bool:
    """Whether the name at this offset is not one of a credential, or stands in a comment of whole lines."""
    if _is_comment(lowered, at):
        return True
    if name not in _ENGLISH:
        return False
    from bunproof.credentials import innocent_names  # few names are given a string

    return innocent_names.is_innocent(data, at, at + len(name), given=how == _GIVEN)


def _is_comment(lowered: bytes, at: int) -> bool:
    """Whether a line is a comment, and does not go on with what a line of code before it has begun."""
    start = lowered.rfind(b"\n", max(at - _LONGEST_LINE, 0), at) + 1
    if not start or not lowered[start:at].lstrip().startswith(_COMMENTS):
        return False
    before = lowered[lowered.rfind(b"\n", max(start - 1 - _LONGEST_LINE, 0), start - 1) + 1 : start].strip()
    return before.startswith(_COMMENTS) or not before.endswith(OPEN)
