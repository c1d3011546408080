"""TOML's words, numbers, dates and times. Positions of problems are smol-toml 1.9.0's."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bunproof.source import Span
from bunproof.syntax.document import Problem, Stopped

if TYPE_CHECKING:
    from bunproof.syntax.toml_text import Text

_SAFE = 2**53 - 1  # the greatest integer that a number of JavaScript holds exactly
_WORDS = {"true": True, "false": False}
_FLOATS = {"inf": float("inf"), "nan": float("nan")}
_BASES = {"x": (16, "0123456789abcdefABCDEF"), "o": (8, "01234567"), "b": (2, "01")}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]*)?)?")
_OFFSET = re.compile(r"[Zz]|[+-][0-9]{2}:[0-9]{2}")
_OTHERWISE = frozenset("tf+-0123456789")  # what can begin a word or a number
_DATE_LIKE = re.compile(r"[0-9]{4}-..-", re.DOTALL)
_TIME_LIKE = re.compile(r"[0-9]{2}:")
_TOKEN = re.compile(r"[^\s,\]}#]+")


def scalar(text: Text, closer: str) -> object:
    """The string, word, number, date or time that starts here. `closer` ends the container it is in, or is empty."""
    here = text.peek()
    if here in {'"', "'"}:
        return text.string()
    for word, value in _WORDS.items():
        if text.text.startswith(word, text.at):
            text.at += len(word)
            return value
    if _DATE_LIKE.match(text.text, text.at):
        return _date(text)
    if _TIME_LIKE.match(text.text, text.at):
        return _time(text, text.at)
    if text.peek(2) == ":" and here not in _OTHERWISE:  # taken for a time, and then named from the character before it
        raise Stopped(_no_value(text, text.at, before=1))
    return _number(text, closer)


def _date(text: Text) -> object:
    start = text.at
    match = _DATE.match(text.text, start)
    if match is None:
        raise Stopped(_no_date(text, start))
    text.at = match.end()
    year, month, day = map(int, match[0].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004 - a day too many for its month rolls over
        raise Stopped(_no_date(text, start))
    date = dt.date(max(year, 1), month, 1) + dt.timedelta(days=day - 1)
    here = text.peek()
    if here not in {"T", "t"} and not (here == " " and text.peek(1).isdigit()):
        return date
    text.at += 1
    clock = _time(text, start)
    offset = _OFFSET.match(text.text, text.at)
    if offset is None:
        if text.peek() in {"+", "-"}:
            raise Stopped(_no_date(text, start))
        return dt.datetime.combine(date, clock)
    text.at = offset.end()
    return dt.datetime.combine(date, clock, tzinfo=_zone(text, offset[0], start))


def _time(text: Text, start: int) -> dt.time:
    match = _TIME.match(text.text, text.at)
    if match is None or match[4] == ".":
        raise Stopped(_no_date(text, start))
    text.at = match.end()
    if match[3] is None:
        if text.peek() in {":", "."}:
            raise Stopped(_no_date(text, start))
        text.newer.append(Problem("a time of TOML 1.0 has seconds", Span(start, text.at), "add `:00`"))
    fraction = (match[4] or ".0")[1:7].ljust(6, "0")
    try:
        return dt.time(int(match[1]), int(match[2]), int(match[3] or 0), int(fraction))
    except ValueError:
        raise Stopped(_no_date(text, start)) from None


def _zone(text: Text, offset: str, start: int) -> dt.timezone:
    if offset in {"Z", "z"}:
        return dt.timezone.utc
    sign, hours, minutes = -1 if offset[0] == "-" else 1, int(offset[1:3]), int(offset[4:6])
    if hours > 23 or minutes > 59:  # noqa: PLR2004 - a day has 24 hours, an hour 60 minutes
        raise Stopped(_no_date(text, start))
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))


def _no_date(text: Text, start: int) -> Problem:
    match = _TOKEN.match(text.text, start)
    end = match.end() if match else start + 1
    return Problem("no such date or time", Span(start, end), "write one such as 2026-01-31 or 2026-01-31T12:00:00Z")


def _number(text: Text, closer: str) -> object:
    start = text.at
    signed = text.peek() in {"+", "-"}
    text.at += signed
    for word, value in _FLOATS.items():
        if text.text.startswith(word, text.at):
            text.at += len(word)
            return -value if text.text[start] == "-" else value
    if not ("0" <= text.peek() <= "9"):
        raise Stopped(_no_value(text, start))
    ends = " \t\n\r#" + (f"{closer}," if closer else "")
    if text.peek() == "0" and text.peek(1) and text.peek(1) not in ends:
        base = _BASES.get(text.peek(1))
        if base and not signed:
            text.at += 2
            return _integer(text, start, *base, ends)
        if text.peek(1) not in ".eE":
            raise Stopped(Problem("a number has no leading zero", _token(text, start), "remove the zero"))
    return _decimal(text, start, ends)


def _decimal(text: Text, start: int, ends: str) -> object:
    part = "integer"
    digit = False  # whether the character before is a digit
    while not text.ended and text.peek() not in ends:
        here = text.peek()
        if "0" <= here <= "9":
            digit = True
        elif here == "_" and digit:
            digit = False
        elif here == "." and digit and part == "integer":
            part, digit = "fraction", False
        elif here in {"e", "E"} and digit and part != "exponent":
            part, digit = "exponent", False
        elif not (here in {"+", "-"} and text.text[text.at - 1] in "eE"):
            raise Stopped(Problem(f"{here!r} does not belong into a number", text.here()))
        text.at += 1
    written = text.text[start : text.at].replace("_", "")
    if not digit:
        raise Stopped(Problem("a digit is missing at the end of this number", Span(start, text.at)))
    if part != "integer":
        return float(written)
    return _safe(int(written), Span(start, text.at))


def _integer(text: Text, start: int, base: int, digits: str, ends: str) -> int:
    digit = False
    while not text.ended and text.peek() not in ends:
        here = text.peek()
        if here not in digits and not (here == "_" and digit):
            raise Stopped(Problem(f"{here!r} does not belong into a number of base {base}", text.here()))
        digit = here != "_"
        text.at += 1
    if not digit:
        raise Stopped(Problem("a digit is missing here", text.here()))
    return _safe(int(text.text[start + 2 : text.at].replace("_", ""), base), Span(start, text.at))


def _safe(value: int, span: Span) -> int:
    if abs(value) > _SAFE:
        raise Stopped(Problem("this integer is too big to be read exactly", span, "put it in quotes"))
    return value


def _no_value(text: Text, start: int, *, before: int = 0) -> Problem:
    span = _token(text, start)
    written = text.text[span.start : span.end]
    span = Span(start - before, span.end)
    if not written.strip() or written[0] in "#,]}":
        return Problem("a value is missing here", span)
    if written.lower() in _WORDS:
        return Problem(f"`{written}` is no TOML value", span, f"write `{written.lower()}`")
    return Problem(f"`{written}` is no TOML value", span, "put a string in quotes")


def _token(text: Text, start: int) -> Span:
    match = _TOKEN.match(text.text, start)
    return Span(start, match.end() if match else start + 1)
