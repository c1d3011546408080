"""A declaration of Bun's version, and what all of them mean for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.bun.releases import NAMES, NEWEST, Allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.source import Span


class Pin(NamedTuple):
    """Someone says which Bun: `text` as written, in `path` at a 1-based `line`, under `key` ("" for a whole file).

    `span` is the place of the text. `path` is empty for `--bun-version` and `bunproof.toml`. `allowed` is what it
    means. `hint` marks what only suggests a version: installed types, a floating tag, one of a matrix. What is no
    version at all is not `understood`, and counts nowhere.
    """

    text: str
    path: str
    line: int
    key: str
    span: Span
    allowed: Allowed
    hint: bool = False
    understood: bool = True

    @property
    def words(self) -> str:
        """Who says so, for a note."""
        if not self.path:
            return f"{self.text} by {self.key}"
        key = f" `{self.key}`" if self.key else ""
        return f"{self.text} by {self.path}{key} (line {self.line})"


class Bun(NamedTuple):
    """Which Bun runs a file: the pins that govern it (none: every release).

    `others` finds those that speak of it besides; only a finding asks.
    """

    pins: tuple[Pin, ...]
    others: Callable[[], tuple[Pin, ...]]
    allowed: Allowed

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """What a finding says about where its version comes from."""
        if not self.pins:
            notes = [("pinned", f"nothing says which Bun, so every release since {NAMES[0]} counts")]
        else:
            notes = [("pinned", pin.words) for pin in self.pins[:3]]
        notes += [("but", f"{pin.words} says otherwise") for pin in self._disagreeing()]
        if self.allowed.newer:
            notes.append(("tables", f"they end at Bun {NEWEST}, which this file's Bun is newer than"))
        return tuple(notes)

    def _disagreeing(self) -> list[Pin]:
        said = {pin.text for pin in self.pins}
        found: dict[str, Pin] = {}
        for pin in self.others():
            if pin.text not in said and pin.allowed != self.allowed:
                found.setdefault(pin.text, pin)
        return list(found.values())[:3]
