"""The TOML that most people write, read without any import: bare keys, simple strings, numbers, arrays and tables.

It reads a text as `toml.py` does, or says that it cannot. What has dotted keys, escapes, dates, numbers in other forms, or
anything else out of the ordinary is for the real reader, and so is everything that is wrong.
"""

from __future__ import annotations

_ALLOWED = bytes([0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)])
_KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
_DIGITS = "0123456789"
_BLANKS = " \t"
_LINES = " \t\n"
_LITERALS = {"true": True, "false": False}
_LONGEST_NUMBER = 15  # digits that JavaScript holds exactly
_DEEPEST = 20


class _Odd(Exception):  # noqa: N818 - nothing is wrong, it is for the real reader
    """Something out of the ordinary."""


def read(data: bytes) -> dict[str, object] | None:
    """What a TOML file says: strings, booleans, numbers, lists and dicts. None where the real reader must look."""
    data = data.replace(b"\r\n", b"\n")
    if data.translate(None, _ALLOWED):
        return None
    try:
        return _Reader(data.decode()).read()
    except (_Odd, IndexError, UnicodeDecodeError):  # an index out of range: the text ends too early
        return None


# Configurations of one repository resemble each other: what has been taken apart once need not be again.
_BARE: set[str] = set()
_HEADERS: dict[str, tuple[bool, tuple[str, ...], str]] = {}


class _Reader:
    def __init__(self, text: str) -> None:
        self._lines = iter(text.split("\n"))
        self._root: dict[str, object] = {}
        # By identity: tables that no header has named yet, and tables and arrays of tables that headers may reach into.
        self._implied: set[int] = set()
        self._named: set[int] = set()

    def read(self) -> dict[str, object]:
        table = self._root
        for raw in self._lines:
            line = raw.strip(_BLANKS)
            if not line or line[0] == "#":
                continue
            if line[0] == "[":
                table = self._table(line)
                continue
            key, sign, rest = line.partition("=")
            key = key.rstrip(_BLANKS)
            if not sign or not (key in _BARE or _is_bare(key)) or key in table:
                raise _Odd
            table[key] = self._value(rest.lstrip(_BLANKS))
        return self._root

    def _table(self, line: str) -> dict[str, object]:
        """The table that a header begins."""
        known = _HEADERS.get(line)
        if known is None:
            known = _HEADERS[line] = _header(line)
        many, parents, last = known
        here = self._root
        for part in parents:
            here = self._inside(here, part)
        return self._next(here, last) if many else self._defined(here, last)

    def _inside(self, table: dict[str, object], key: str) -> dict[str, object]:
        if key not in table:
            made: dict[str, object] = {}
            table[key] = made
            self._implied.add(id(made))
            return made
        found = table[key]
        if isinstance(found, list) and id(found) in self._named:
            found = found[-1]
        if isinstance(found, dict) and (id(found) in self._named or id(found) in self._implied):
            return found
        raise _Odd

    def _defined(self, table: dict[str, object], key: str) -> dict[str, object]:
        made: dict[str, object] = {}
        found = table.setdefault(key, made)
        if found is not made and id(found) not in self._implied:
            raise _Odd
        assert isinstance(found, dict)
        self._implied.discard(id(found))
        self._named.add(id(found))
        return found

    def _next(self, table: dict[str, object], key: str) -> dict[str, object]:
        made: list[object] = []
        found = table.setdefault(key, made)
        if found is made:
            self._named.add(id(made))
        elif not isinstance(found, list) or id(found) not in self._named:
            raise _Odd
        element: dict[str, object] = {}
        found.append(element)
        self._named.add(id(element))
        return element

    def _value(self, text: str) -> object:
        """A value at the end of a line; an array may go on over the next ones."""
        if text[:1] not in {"[", "{"}:
            value, at = _scalar(text, 0)
        else:
            text = self._whole(text)
            value, at = _bracketed(text, 0, 0)
        if not _is_end(text[at:]):
            raise _Odd
        return value

    def _whole(self, text: str) -> str:
        """The text of an array, with its following lines as long as brackets are open; without comments."""
        text = _uncommented(text)
        balance = text.count("[") - text.count("]")
        lines = [text]
        while balance > 0 and text[0] == "[":
            following = next(self._lines, None)
            if following is None:
                raise _Odd
            line = _uncommented(following.strip(_BLANKS))
            balance += line.count("[") - line.count("]")
            lines.append(line)
        return "\n".join(lines)


def _uncommented(line: str) -> str:
    before, sign, _ = line.partition("#")
    if sign and (before.count('"') % 2 or "'" in before):
        raise _Odd  # it may stand in a string
    return before


def _header(line: str) -> tuple[bool, tuple[str, ...], str]:
    """Whether a header begins an element of an array, the keys of the tables around it, and its own."""
    many = line.startswith("[[")
    inner, bracket, rest = line[2 if many else 1 :].partition("]]" if many else "]")
    parts = tuple(part.strip(_BLANKS) for part in inner.split("."))
    if not bracket or not _is_end(rest) or not all(map(_is_bare, parts)):
        raise _Odd
    return many, parts[:-1], parts[-1]


def _is_bare(key: str) -> bool:
    if not key or key.strip(_KEY):
        return False
    _BARE.add(key)
    return True


def _is_end(rest: str) -> bool:
    return rest.lstrip(_BLANKS)[:1] in {"", "#"}


def _scalar(text: str, at: int) -> tuple[object, int]:
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
            raise _Odd
        return value, end + 1
    end = at
    while end < len(text) and text[end] not in " \t\n,]}#":
        end += 1
    word = text[at:end]
    if word in _LITERALS:
        return _LITERALS[word], end
    whole, point, part = word.removeprefix("-").partition(".")
    if not whole or whole.strip(_DIGITS) or part.strip(_DIGITS) or len(whole + part) > _LONGEST_NUMBER:
        raise _Odd
    if (whole[0] == "0" and whole != "0") or (point and not part):
        raise _Odd
    return (float(word) if point else int(word)), end


def _bracketed(text: str, at: int, depth: int) -> tuple[object, int]:
    """An array or an inline table that begins here, and where it ends."""
    if depth > _DEEPEST:
        raise _Odd
    return _array(text, at + 1, depth + 1) if text[at] == "[" else _inline_table(text, at + 1, depth + 1)


def _array(text: str, at: int, depth: int) -> tuple[list[object], int]:
    found: list[object] = []
    while text[at := _skip(text, at, _LINES)] != "]":
        value, at = _bracketed(text, at, depth) if text[at] in "[{" else _scalar(text, at)
        found.append(value)
        at = _skip(text, at, _LINES)
        if text[at] == ",":
            at += 1
        elif text[at] != "]":
            raise _Odd
    return found, at + 1


def _inline_table(text: str, at: int, depth: int) -> tuple[dict[str, object], int]:
    """An inline table on one line."""
    found: dict[str, object] = {}
    while text[at := _skip(text, at)] != "}":
        end = text.find("=", at)
        key = text[at:end].rstrip(_BLANKS)
        if end < 0 or not (key in _BARE or _is_bare(key)) or key in found:
            raise _Odd
        at = _skip(text, end + 1)
        found[key], at = _bracketed(text, at, depth) if text[at] in "[{" else _scalar(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at += 1
            if text[_skip(text, at)] == "}":  # TOML 1.1 has it, TOML 1.0 has not
                raise _Odd
        elif text[at] != "}":
            raise _Odd
    return found, at + 1


def _skip(text: str, at: int, blanks: str = _BLANKS) -> int:
    while text[at] in blanks:
        at += 1
    return at
