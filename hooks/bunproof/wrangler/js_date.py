"""Whether JavaScript takes a string for a date: `new Date(text)` of V8, whose rules no standard describes.

First the form of ECMAScript (`2026-01-31T12:00Z`) is tried, then an old and lenient one, which lets `1`, `Jan 1 2026` and
`01/02/2026` pass. Observed with Node 22.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# A line separator (U+2028) is a word to V8, a byte order mark a blank.
_BLANKS = "\t\n\x0b\x0c\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff"
_TOKEN = re.compile(rf"(?P<number>[0-9]+)|(?P<symbol>[:+.)-])|(?P<space>[{_BLANKS}]+)|(?P<other>.)", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
}  # fmt: skip
_LIMITS = (60, 60, 1000)  # minutes, seconds, thousandths
_FURTHEST_YEAR = 275760
_DIGITS = 9  # of a number, V8 reads the first nine that count


class _Token(NamedTuple):
    kind: str
    number: int = 0
    length: int = 0
    text: str = ""

    def fixed(self, length: int, least: int, most: int) -> bool:
        return self.kind == "number" and self.length == length and least <= self.number <= most


_END = _Token("end")


def parses(text: str) -> bool:
    """Whether `new Date(text)` is a valid date."""
    return _Reader(_tokens(text.partition("\0")[0])).read()


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at] >= "A" and text[at] not in _BLANKS:
            end = at
            while end < len(text) and text[end] >= "A" and text[end] not in _BLANKS:
                end += 1
            found.append(_Token("word", 0, end - at, text[at:end]))
        elif text[at] == "(":
            end = _past_parentheses(text, at)
            found.append(_Token("other"))
        else:
            match = _TOKEN.match(text, at)
            assert match is not None
            end = match.end()
            kind = str(match.lastgroup)
            number = int(match[0].lstrip("0")[:_DIGITS] or "0") if kind == "number" else 0
            found.append(_Token(match[0] if kind == "symbol" else kind, number, end - at))
        at = end
    return found


def _past_parentheses(text: str, at: int) -> int:
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if depth == 0:
            return end + 1
    return len(text)


class _Reader:
    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.day: list[int] = []
        self.time: list[int] = []
        self.month: int | None = None
        self.noon: int | None = None
        self.zone_hour: int | None = None
        self.zone_minute: int | None = None

    def peek(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def next(self) -> _Token:
        token = self.peek()
        self.at += 1
        return token

    def skip(self, kind: str) -> bool:
        if self.peek().kind == kind:
            self.at += 1
            return True
        return False

    def read(self) -> bool:
        token = self._standard()
        if token is None:
            return False
        if token is _END and self.day:
            return abs(self.day[0]) <= _FURTHEST_YEAR
        numbered = bool(self.day)
        while token is not _END:
            step = self._step(token, numbered=numbered)
            if step is None:
                return False
            numbered = step
            token = self.next()
        return self._is_day() and self._is_time()

    def _standard(self) -> _Token | None:
        """Read the form of ECMAScript: `_END` if that is all, None if it is broken, else the first token left over."""
        if self.peek().kind in {"+", "-"}:
            sign = self.next()
            year = self.peek()
            if not year.fixed(6, 0, 10**9) or (sign.kind == "-" and year.number == 0):
                if year.fixed(6, 0, 10**9):
                    self.at += 1
                return sign
            self.day.append(self.next().number * (-1 if sign.kind == "-" else 1))
        elif self.peek().fixed(4, 0, 10**9):
            self.day.append(self.next().number)
        else:
            return self.next()
        for most in (12, 31):
            if not self.skip("-"):
                break
            if not self.peek().fixed(2, 1, most):
                return self.next()
            self.day.append(self.next().number)
        separator = self.peek()
        if separator.kind == "word" and separator.text.lower() == "t":
            self.at += 1
            return _END if self._standard_time() and self.peek() is _END else None
        return self.next()

    def _standard_time(self) -> bool:
        hour = self.next()
        whole = hour.number == 24  # noqa: PLR2004 - midnight may be written so
        last = 0 if whole else 59
        if not hour.fixed(2, 0, 24) or not self.skip(":") or not self.next().fixed(2, 0, last):
            return False
        if self.skip(":"):
            if not self.next().fixed(2, 0, last):
                return False
            if self.skip("."):
                fraction = self.next()
                if fraction.kind != "number" or (whole and fraction.number):
                    return False
        zone = self.peek()
        if zone.kind == "word" and zone.text.lower() == "z":
            self.at += 1
            return True
        if zone.kind not in {"+", "-"}:
            return True
        self.at += 1
        offset = self.next()
        if offset.length == 4:  # noqa: PLR2004 - hours and minutes
            return offset.kind == "number" and offset.number // 100 < 24 and offset.number % 100 < 60  # noqa: PLR2004
        return offset.fixed(2, 0, 23) and self.skip(":") and self.next().fixed(2, 0, 59)

    def _step(self, token: _Token, *, numbered: bool) -> bool | None:
        """Take one token of the lenient form. Returns whether a number has been read, None if the text is no date."""
        if token.kind == "number":
            return True if self._number(token.number) else None
        if token.kind == "word":
            return self._word(token, numbered=numbered)
        if token.kind in {"+", "-"} and ((self.zone_hour == 0 and self.zone_minute == 0) or self.time):
            return True if self._offset() else None
        if token.kind in {"+", "-", ")"} and numbered:
            return None
        return numbered

    def _number(self, number: int) -> bool:
        if self.skip(":"):
            if self.skip(":"):
                if self.time:
                    return False
                self.time += [number, 0]
                return True
            if len(self.time) == 4:  # noqa: PLR2004 - hours, minutes, seconds, thousandths
                return False
            self.time.append(number)
            self.skip(".")
            return True
        if self.skip(".") and self._expects(number):
            self.time.append(number)
            fraction = self.next()
            self.time.append(int(fraction.number * 1000 // 10 ** min(fraction.length, _DIGITS)))
            self.time += [0] * (4 - len(self.time))
            return fraction.kind == "number"
        if self.zone_hour is not None and self.zone_minute is None and number < 60:  # noqa: PLR2004 - minutes
            self.zone_minute = number
            return True
        if self._expects(number):
            self.time.append(number)
            self.time += [0] * (4 - len(self.time))
            after = self.peek()
            return after.kind in {"end", "space", "+", "-"} or (after.kind == "word" and after.text.lower() == "z")
        if len(self.day) == 3:  # noqa: PLR2004 - year, month, day
            return False
        self.day.append(number)
        self.skip("-")
        return True

    def _expects(self, number: int) -> bool:
        return 0 < len(self.time) <= len(_LIMITS) and number < _LIMITS[len(self.time) - 1]

    def _word(self, token: _Token, *, numbered: bool) -> bool | None:
        word = token.text.lower()
        if word in {"am", "pm"} and self.time:
            self.noon = 12 if word == "pm" else 0
        elif word[:3] in _MONTHS:
            self.month = _MONTHS.index(word[:3]) + 1
            self.skip("-")
        elif word in _ZONES and numbered:
            self.zone_hour, self.zone_minute = abs(_ZONES[word]), 0
        elif numbered or self.peek().kind == "number":
            return None
        return numbered

    def _offset(self) -> bool:
        digits = self.next() if self.peek().kind == "number" else _END
        if self.peek().kind == ":":
            self.zone_hour, self.zone_minute = digits.number, None
            return True
        self.zone_hour, self.zone_minute = digits.number, 0
        return 1 <= digits.length <= 4  # noqa: PLR2004 - hours and minutes

    def _is_day(self) -> bool:
        if not self.day:
            return False
        parts = [*self.day, 1, 1][:3]
        year_first = not 1 <= parts[0] <= 31  # noqa: PLR2004 - the days of a month
        if self.month is None:
            year, month, day = parts if year_first else (parts[2], parts[0], parts[1])
        else:
            month = self.month
            year, day = (parts[0], parts[1]) if year_first else (parts[1], parts[0])
        return abs(year) <= _FURTHEST_YEAR and 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004 - months and days

    def _is_time(self) -> bool:
        hour, *rest = [*self.time, 0, 0, 0, 0][:4]
        if self.noon is not None:
            if hour > 12:  # noqa: PLR2004 - with am and pm
                return False
            hour = hour % 12 + self.noon
        if hour == 24:  # noqa: PLR2004 - midnight
            return not any(rest)
        return hour < 24 and all(part < most for part, most in zip(rest, _LIMITS, strict=True))  # noqa: PLR2004
