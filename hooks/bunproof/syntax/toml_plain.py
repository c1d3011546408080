"""The TOML that most people write, read without any import: bare keys, simple strings, numbers, arrays and tables.

It reads a text as `toml.py` does, or says that it cannot. What has dotted keys, escapes, dates, numbers in other forms, or
anything else out of the ordinary is for the real reader, and so is everything that is wrong.
"""

from __future__ import annotations

from bunproof.syntax.toml_plain_values import BARE, BLANKS, Odd, bracketed, is_bare, scalar

_ALLOWED = bytes([0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)])


def text_of(data: bytes) -> str | None:
    """The text of a TOML file, with every line ended alike. None where the real reader must look."""
    data = data.replace(b"\r\n", b"\n")
    if data.translate(None, _ALLOWED):
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def read_text(text: str, headers: int | None = None) -> dict[str, object] | None:
    """What a text in TOML says, as `text_of` gives it: strings, booleans, numbers, lists and dicts.

    None where the real reader must look, and where there are not as many headers as it is told.
    """
    reader = _Reader(text)
    try:
        found = reader.read()
    except (Odd, IndexError):  # an index out of range: the text ends too early
        return None
    return found if headers is None or headers == reader.headers else None


class _Reader:
    def __init__(self, text: str) -> None:
        self.headers = 0
        self._lines = iter(text.split("\n"))
        self._root: dict[str, object] = {}
        # By identity: tables that no header has named yet, and tables and arrays of tables that headers may reach into.
        self._implied: set[int] = set()
        self._named: set[int] = set()
        # Tables that headers reach into, by their keys; of an array it would be another one each time.
        self._reached: dict[tuple[str, ...], dict[str, object]] = {}

    def read(self) -> dict[str, object]:
        table = self._root
        for raw in self._lines:
            line = raw.strip(BLANKS)
            if not line or line[0] == "#":
                continue
            if line[0] == "[":
                self.headers += 1
                table = self._table(line)
                continue
            key, value = _string(line) or self._pair(line)
            if key in table:
                raise Odd
            table[key] = value
        return self._root

    def _pair(self, line: str) -> tuple[str, object]:
        """The key and the value of a line."""
        key, sign, rest = line.partition("=")
        key = key.rstrip(BLANKS)
        if not sign or not (key in BARE or is_bare(key)):
            raise Odd
        return key, self._value(rest.lstrip(BLANKS))

    def _table(self, line: str) -> dict[str, object]:
        """The table that a header begins."""
        many, parents, last = _header(line)
        here = self._reached.get(parents) or self._reach(parents)
        return self._next(here, last) if many else self._defined(here, last)

    def _reach(self, keys: tuple[str, ...]) -> dict[str, object]:
        """The table with these keys, made where it is not there."""
        table = self._root
        through_array = False
        for key in keys:
            found = table.get(key)
            if found is None:
                made: dict[str, object] = {}
                table[key] = found = made
                self._implied.add(id(made))
            elif isinstance(found, list) and id(found) in self._named:
                found = found[-1]
                through_array = True
            if not isinstance(found, dict) or (id(found) not in self._named and id(found) not in self._implied):
                raise Odd
            table = found
        if not through_array:
            self._reached[keys] = table
        return table

    def _defined(self, table: dict[str, object], key: str) -> dict[str, object]:
        made: dict[str, object] = {}
        found = table.setdefault(key, made)
        if found is not made and id(found) not in self._implied:
            raise Odd
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
            raise Odd
        element: dict[str, object] = {}
        found.append(element)
        self._named.add(id(element))
        return element

    def _value(self, text: str) -> object:
        """A value at the end of a line; an array may go on over the next ones."""
        if text[:1] not in {"[", "{"}:
            value, at = scalar(text, 0)
        else:
            text = self._whole(text)
            value, at = bracketed(text, 0, 0)
        if not _is_end(text[at:]):
            raise Odd
        return value

    def _whole(self, text: str) -> str:
        """The text of an array, with its following lines as long as brackets are open; without comments."""
        text = _uncommented(text)
        balance = text.count("[") - text.count("]")
        lines = [text]
        while balance > 0 and text[0] == "[":
            following = next(self._lines, None)
            if following is None:
                raise Odd
            line = _uncommented(following.strip(BLANKS))
            balance += line.count("[") - line.count("]")
            lines.append(line)
        return "\n".join(lines)


def _string(line: str) -> tuple[str, str] | None:
    """The key and the value of a line in the form that most have, with a string that has nothing to unescape."""
    key, _, rest = line.partition(' = "')
    if not rest or key not in BARE or rest.find('"') != len(rest) - 1 or "\\" in rest:
        return None
    return key, rest[:-1]


def _uncommented(line: str) -> str:
    before, sign, _ = line.partition("#")
    if sign and (before.count('"') % 2 or "'" in before):
        raise Odd  # it may stand in a string
    return before


def _header(line: str) -> tuple[bool, tuple[str, ...], str]:
    """Whether a header begins an element of an array, the keys of the tables around it, and its own."""
    many = line.startswith("[[")
    inner, bracket, rest = line[2 if many else 1 :].partition("]]" if many else "]")
    parts = tuple(part.strip(BLANKS) for part in inner.split("."))
    if not bracket or not _is_end(rest) or not all(map(is_bare, parts)):
        raise Odd
    return many, parts[:-1], parts[-1]


def _is_end(rest: str) -> bool:
    return rest.lstrip(BLANKS)[:1] in {"", "#"}
