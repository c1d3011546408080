"""The values of plain TOML: strings on one line without escapes, numbers, booleans, arrays, inline tables on one line."""

from __future__ import annotations

BLANKS = " \t"
_LINES = " \t\n"
_KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
_DIGITS = "0123456789"
_LITERALS = {"true": True, "false": False}
_LONGEST_NUMBER = 15  # digits that JavaScript holds exactly
_DEEPEST = 20
# Configurations of one repository resemble each other: what has been found bare once need not be looked at again.
BARE: set[str] = set()


class Odd(Exception):  # noqa: N818 - nothing is wrong, it is for the real reader
    """Something out of the ordinary."""


def is_bare(key: str) -> bool:
    """Whether a key can stand without quotes."""
    if not key or key.strip(_KEY):
        return False
    BARE.add(key)
    return True


def scalar(text: str, at: int) -> tuple[object, int]:
    """A string, a boolean or a number, and where it ends."""
    quote = text[at]
    if quote in "\"'":
        end = text.find(quote, at + 1)
        value = text[at + 1 : end]
        if (
            end < 0
            or (not value and text[end + 1 : end + 2] == quote)
            or "\n" in value
            or (quote == '"' and "\\" in value)
        ):
            raise Odd
        return value, end + 1
    end = at
    while end < len(text) and text[end] not in " \t\n,]}#":
        end += 1
    word = text[at:end]
    if word in _LITERALS:
        return _LITERALS[word], end
    whole, point, part = word.removeprefix("-").partition(".")
    if not whole or whole.strip(_DIGITS) or part.strip(_DIGITS) or len(whole + part) > _LONGEST_NUMBER:
        raise Odd
    if (whole[0] == "0" and whole != "0") or (point and not part):
        raise Odd
    return (float(word) if point else int(word)), end


def bracketed(text: str, at: int, depth: int) -> tuple[object, int]:
    """An array or an inline table that begins here, and where it ends."""
    if depth > _DEEPEST:
        raise Odd
    return _array(text, at + 1, depth + 1) if text[at] == "[" else _inline_table(text, at + 1, depth + 1)


def _array(text: str, at: int, depth: int) -> tuple[list[object], int]:
    found: list[object] = []
    while text[at := _skip(text, at, _LINES)] != "]":
        value, at = bracketed(text, at, depth) if text[at] in "[{" else scalar(text, at)
        found.append(value)
        at = _skip(text, at, _LINES)
        if text[at] == ",":
            at += 1
        elif text[at] != "]":
            raise Odd
    return found, at + 1


def _inline_table(text: str, at: int, depth: int) -> tuple[dict[str, object], int]:
    """An inline table on one line."""
    found: dict[str, object] = {}
    while text[at := _skip(text, at)] != "}":
        end = text.find("=", at)
        key = text[at:end].rstrip(BLANKS)
        if end < 0 or not (key in BARE or is_bare(key)) or key in found:
            raise Odd
        at = _skip(text, end + 1)
        found[key], at = bracketed(text, at, depth) if text[at] in "[{" else scalar(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at += 1
            if text[_skip(text, at)] == "}":  # TOML 1.1 has it, TOML 1.0 has not
                raise Odd
        elif text[at] != "}":
            raise Odd
    return found, at + 1


def _skip(text: str, at: int, blanks: str = BLANKS) -> int:
    while text[at] in blanks:
        at += 1
    return at
