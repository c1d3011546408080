"""Bun's versions and the ranges that people write of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple, TypeAlias

from bunproof.bun.exports_data import RELEASES as _TEXT

Version: TypeAlias = tuple[int, int, int]

NAMES = tuple(_TEXT.split())
RELEASES: tuple[Version, ...] = tuple(
    (int(major), int(minor), int(patch)) for major, minor, patch in (name.split(".") for name in NAMES)
)
OLDEST, NEWEST = NAMES[0], NAMES[-1]
LATEST = "latest"

_END = 1 << 30
_PARTIAL = re.compile(r"(?:bun-)?v?=?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:-[\w.-]+)?(?:\+[\w.-]+)?")
_COMPARATOR = re.compile(r"(>=|<=|>|<|~>|~|\^|=)?\s*(" + _PARTIAL.pattern.replace("(\\d", "(?:\\d") + r")")
_LONGEST = 256  # characters that npm looks at
_HYPHEN = re.compile(r"(\S+)\s+-\s+(\S+)")
_NEWEST_OF_ALL = frozenset({"latest", "stable", "current"})


class Allowed(NamedTuple):
    """The releases that a declaration allows, as indexes into `NAMES`, oldest first; never empty.

    `newer` says that it names only releases later than any we know, so that `releases` holds the newest alone.
    """

    releases: tuple[int, ...]
    newer: bool = False


EVERY = Allowed(tuple(range(len(NAMES))))


def allowed(text: str) -> Allowed | None:
    """What a version, a range or a tag allows; None for what is none of them.

    A version that was never released counts as the one before it, one older than the oldest as the oldest.
    """
    text = text.strip().strip("\"'")
    if text.lower() in _NEWEST_OF_ALL:
        return Allowed((len(NAMES) - 1,))
    if text.lower() == "canary":
        return Allowed((len(NAMES) - 1,), newer=True)
    bounds = intervals(text)
    if bounds is None:
        return None
    known = tuple(index for index, release in enumerate(RELEASES) if any(low <= release < high for low, high in bounds))
    if known:
        return Allowed(known)
    lowest = min(bounds)[0] if bounds else RELEASES[0]
    before = bisect_right(RELEASES, lowest) - 1
    return Allowed((max(before, 0),), newer=lowest > RELEASES[-1])


def intervals(text: str) -> list[tuple[Version, Version]] | None:
    """A range as half-open intervals of versions, as npm and Bun read it; None for what is no range."""
    found: list[tuple[Version, Version]] = []
    if len(text) > _LONGEST:
        return None
    for alternative in text.split("||"):
        bounds = _alternative(alternative.strip())
        if bounds is None:
            return None
        if bounds[0] < bounds[1]:
            found.append(bounds)
    return found


def _alternative(text: str) -> tuple[Version, Version] | None:
    low: Version = (0, 0, 0)
    high: Version = (_END, 0, 0)
    hyphen = _HYPHEN.fullmatch(text)
    if hyphen:
        text = f">={hyphen[1]} <={hyphen[2]}"
    at = 0
    while at < len(text):
        match = _COMPARATOR.match(text, at)
        if not match:
            return None
        bounds = _comparator(match[1] or "", match[2])
        low, high = max(low, bounds[0]), min(high, bounds[1])
        at = match.end()
        while at < len(text) and text[at] in " ,\t":
            at += 1
    return low, high


def _comparator(operator: str, text: str) -> tuple[Version, Version]:  # noqa: PLR0911 - one answer an operator
    match = _PARTIAL.fullmatch(text)
    numbers = [int(part) for part in (match.groups() if match else ()) if part and part.isdigit()]
    given = len(numbers)
    major, minor, patch = (*numbers, 0, 0, 0)[:3]
    floor = (major, minor, patch)
    ceiling = _next(floor, given)
    if operator == ">=":
        return floor, (_END, 0, 0)
    if operator == ">":
        return ceiling, (_END, 0, 0)
    if operator == "<":
        return (0, 0, 0), floor
    if operator == "<=":
        return (0, 0, 0), ceiling
    if operator in {"~", "~>"}:
        return floor, _next(floor, min(given, 2))
    if operator == "^":
        return floor, _next(floor, _caret(floor, given))
    return floor, ceiling


def _caret(floor: Version, given: int) -> int:
    """How many leading numbers a caret keeps."""
    for kept in range(1, given):
        if floor[kept - 1]:
            return kept
    return given


def _next(floor: Version, kept: int) -> Version:
    """The first version above all that share the first `kept` numbers."""
    if kept == 0:
        return (_END, 0, 0)
    numbers = [*floor[:kept], 0, 0][:3]
    numbers[kept - 1] += 1
    return (numbers[0], numbers[1], numbers[2])
