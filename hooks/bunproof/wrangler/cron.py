"""Cron expressions as Cloudflare reads them.

The grammar is the one of cloudflare/saffron (commit 90c2af8), which parses Cron Triggers on Cloudflare's side: five
fields, weekdays 1 to 7 from Sunday, and the letters `L` and `W` and `#` of Quartz, in capitals.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
WEEKDAYS = ("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")


class Field(NamedTuple):
    """One field: its allowed numbers, and names for those from the lowest on."""

    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()


FIELDS = (
    Field("minute", 0, 59),
    Field("hour", 0, 23),
    Field("day of the month", 1, 31),
    Field("month", 1, 12, MONTHS),
    Field("weekday", 1, 7, WEEKDAYS),
)
_DAY, _WEEKDAY = FIELDS[2], FIELDS[4]
_ITEM = re.compile(r"(?P<start>\*|[0-9A-Za-z]+)(?:-(?P<end>[0-9A-Za-z]+))?(?:/(?P<step>[0-9]+))?", re.ASCII)


class Fault(NamedTuple):
    """What is wrong with an expression: `[start, end)` in it, why, and what to do about it (may be empty)."""

    start: int
    end: int
    reason: str
    help: str = ""


def find_fault(expression: str) -> Fault | None:
    """The first thing that Cloudflare would refuse in an expression, or None."""
    fields = list(re.finditer(r"[^ \t]+", expression))
    if len(fields) != len(FIELDS):
        return _count_fault(expression, [match[0] for match in fields])
    if expression != expression.strip(" \t"):
        return Fault(0, len(expression), "spaces stand around the expression", "remove them")
    for match, field in zip(fields, FIELDS, strict=True):
        fault = _field_fault(match[0], field)
        if fault is not None:
            return fault._replace(start=match.start() + fault.start, end=match.start() + fault.end)
    return None


def _count_fault(expression: str, fields: list[str]) -> Fault:
    reason = f"{len(fields)} field{'s' * (len(fields) != 1)} where 5 must stand: minute hour day month weekday"
    help_ = ""
    if len(fields) == len(FIELDS) + 1:
        has_year = re.fullmatch(r"(?:19|20)\d\d.*", fields[-1], re.ASCII) is not None
        shorter = " ".join(fields[:-1] if has_year else fields[1:]).replace("?", "*")
        if find_fault(shorter) is None:
            help_ = f"there are no {'years' if has_year else 'seconds'}, write `{shorter}`"
    elif expression.lower() in _NICKNAMES:
        help_ = f"write `{_NICKNAMES[expression.lower()]}`"
    return Fault(0, len(expression), reason, help_)


def _field_fault(text: str, field: Field) -> Fault | None:
    whole = Fault(0, len(text), f"`{text}` is no {field.name}")
    if text == "*" or _is_quartz(text, field):
        return None
    if "?" in text:
        return whole._replace(reason="`?` is not known", help="write `*`")
    if text.upper() != text and _is_quartz(text.upper(), field):
        return whole._replace(help=f"write `{text.upper()}`")
    if text.startswith(("*,", "*-")):
        return whole._replace(reason=f"nothing but a step can follow the first `*` of `{text}`", help="write `*` alone")
    at = 0
    for item in text.split(","):
        fault = _item_fault(item, field)
        if fault is not None:
            return fault._replace(start=fault.start + at, end=fault.end + at)
        at += len(item) + 1
    return None


def _is_quartz(text: str, field: Field) -> bool:
    """`L`, `LW`, `L-3`, `L-3W`, `15W` in days of the month; `L`, `5L`, `FRI#2` in weekdays."""
    if field is _DAY:
        match = re.fullmatch(r"L|LW|L-(?P<offset>\d+)W?|(?P<day>\d+)W", text, re.ASCII)
        if match is None:
            return False
        offset, day = match["offset"], match["day"]
        return (offset is None or 1 <= _integer(offset) < _DAY.high) and (
            day is None or _number(day, field) is not None
        )
    if field is _WEEKDAY:
        match = re.fullmatch(r"L|(?P<day>[0-9A-Za-z]+)(?:L|#0*[1-5])", text, re.ASCII)
        return match is not None and (match["day"] is None or _number(match["day"], field) is not None)
    return False


def _item_fault(item: str, field: Field) -> Fault | None:
    match = _ITEM.fullmatch(item)
    if match is None:
        return Fault(0, len(item), f"`{item}` is no {field.name}" if item else f"a {field.name} is missing")
    for name in ("start", "end"):
        value = match[name]
        if value is not None and value != "*" and _number(value, field) is None:
            return Fault(match.start(name), match.end(name), *_out_of_range(value, field))
    step = match["step"]
    if step is not None and not 1 <= _integer(step) <= field.high - field.low:
        reason = f"a step of `{step}` is not possible, {field.name}s take 1 to {field.high - field.low}"
        return Fault(match.start("step"), match.end("step"), reason, _step_help(match["start"], _integer(step), field))
    return None


def _step_help(start: str, step: int, field: Field) -> str:
    """A step as long as the whole field means once a round."""
    if start == "*" and step == field.high - field.low + 1:
        return f"write `{field.low}` for once in that time, or `*` for always"
    return ""


def _number(text: str, field: Field) -> int | None:
    if text.isdigit():
        value = _integer(text)
        return value if field.low <= value <= field.high else None
    upper = text.upper()
    return field.names.index(upper) + field.low if upper in field.names else None


def _integer(digits: str) -> int:
    """The number, or one that is too big for any field where there are more than three digits."""
    significant = digits.lstrip("0")
    return int(significant or "0") if len(significant) <= 3 else 1000  # noqa: PLR2004 - as one byte on Cloudflare's side


def _out_of_range(value: str, field: Field) -> tuple[str, str]:
    names = f" or {field.names[0]} to {field.names[-1]}" if field.names else ""
    reason = f"`{value}` is no {field.name}: {field.low} to {field.high}{names}"
    if field is _WEEKDAY and value == "0":
        return "weekdays run from 1 (Sunday) to 7 (Saturday)", "write `1` or `SUN` for Sunday"
    short = value[:3].upper()
    if short in field.names and len(value) > len(short):
        return reason, f"write `{short}`"
    return reason, ""


_NICKNAMES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 1",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
