"""Questions about compatibility flags, answered from the generated table."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bunproof.wrangler.flags_table import FLAGS, WORKERD

__all__ = ["WORKERD", "Table", "known_flags", "nearest_flag"]

_ALIKE = 0.8
_SHORT = 4


class Table(NamedTuple):
    """All flags: the name of each with its opposite (may be empty), and those that no deployed Worker may use."""

    opposites: dict[str, str]
    experimental: frozenset[str]


@cache
def known_flags() -> Table:
    """The table, read once."""
    opposites: dict[str, str] = {}
    experimental = set()
    for line in FLAGS.splitlines():
        enable, disable, _, *rest = line.split()
        opposites[enable] = "" if disable == "-" else disable
        if disable != "-":
            opposites[disable] = enable
        if rest:
            experimental.add(enable)
    return Table(opposites, frozenset(experimental))


def nearest_flag(name: str) -> str | None:
    """The flag that a mistyped one surely means, or None. Flags newer than the table resemble known ones in one word."""
    plain = _plain(name)
    for known in known_flags().opposites:
        if _plain(known) == plain:
            return known
    words = name.lower().replace("-", "_").split("_")
    near = [known for known in known_flags().opposites if _is_near(words, known.split("_"))]
    return near[0] if len(near) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("experimental:"))


def _is_near(words: list[str], known: list[str]) -> bool:
    if len(words) != len(known):
        return False
    different = [(one, other) for one, other in zip(words, known, strict=True) if one != other]
    return bool(different) and all(_is_alike(one, other) for one, other in different)


def _is_alike(one: str, other: str) -> bool:
    """Whether one word is the other mistyped. Words of few letters and numbers tell flags apart."""
    from difflib import SequenceMatcher

    if min(len(one), len(other)) < _SHORT or re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
