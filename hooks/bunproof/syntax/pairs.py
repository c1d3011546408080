"""What every reader of assignments yields: a name, the value beside it, and where the value stands."""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """One assignment. `start` and `end` bound the value without its quotes, as code points.

    `section` is the table it stands in, where the language has tables. `fallback` says that it is what a program takes
    when an environment variable is missing; `embedded` that it stands inside another string, where it may be mere talk;
    `quoted` that the value had quotes. `place` is a key path instead of offsets, to be looked up when it is needed;
    `attribute` that it is an attribute of a markup element.
    """

    key: str
    value: str
    start: int
    end: int
    section: str = ""
    fallback: bool = False
    embedded: bool = False
    quoted: bool = False
    place: tuple[str | int, ...] = ()
    attribute: bool = False


def unquote(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The bounds of a value without blanks and quotes around it, and whether there were quotes."""
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t\r":
        end -= 1
    if end - start > 1 and text[start] == text[end - 1] and text[start] in "\"'`":
        return start + 1, end - 1, True
    return start, end, False


def closing(text: str, at: int, limit: int) -> int:
    """Where the string that opens at `at` closes (the quote's offset), at most at `limit`; -1 if it does not."""
    quote = text[at]
    found = text.find(quote, at + 1, limit)
    while found > 0 and quote != "'" and text[found - 1] == "\\" and not _even(text, found - 1):
        found = text.find(quote, found + 1, limit)
    return found


def _even(text: str, at: int) -> bool:
    start = at
    while start >= 0 and text[start] == "\\":
        start -= 1
    return (at - start) % 2 == 0
