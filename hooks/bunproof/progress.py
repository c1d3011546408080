"""A bar on stderr, for a person who has waited for a second."""

from __future__ import annotations

import os
import sys
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    Item = TypeVar("Item")

_WAIT = 1.0
_PERIOD = 0.1
_WIDTH = 24
_CLEAR = "\r\x1b[K"


def watched(numbered: Iterable[tuple[int, Item]], total: int) -> Iterator[Item]:
    """The items, with a bar beside them once a second has passed: on a terminal only, and gone at the end."""
    if not _watching():
        yield from (item for _, item in numbered)
        return
    due = monotonic() + _WAIT
    drawn = False
    try:
        for number, item in numbered:
            now = monotonic()
            if now >= due:
                drawn = True
                due = now + _PERIOD
                sys.stderr.write(_bar(number, total))
                sys.stderr.flush()
            yield item
    finally:
        if drawn:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def _watching() -> bool:
    # pre-commit and prek give their hooks a terminal of their own and print all of it afterwards.
    unwatched = {"CI", "PRE_COMMIT"} & os.environ.keys() or os.environ.get("TERM") == "dumb"
    return not unwatched and sys.stderr.isatty()


def _bar(number: int, total: int) -> str:
    filled = _WIDTH * number // total
    return f"{_CLEAR}judging [{'#' * filled}{'.' * (_WIDTH - filled)}] {100 * number // total} %"
