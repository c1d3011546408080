"""Colour and links on a terminal: whether, and how."""

from __future__ import annotations

import os
import sys
from typing import TextIO

_CODES = {"error": "1;31", "warning": "1;33", "bold": "1", "gutter": "34", "name": "36", "help": "32", "dim": "2"}
_LINKING = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "zed"})
_LINKING_TERMS = frozenset({"alacritty", "foot", "xterm-ghostty", "xterm-kitty"})


class Style:
    """How to mark parts of a text. `plain` (no colour, no link) is what a pipe gets."""

    __slots__ = ("colour", "links")

    def __init__(self, *, colour: bool, links: bool = False) -> None:
        self.colour = colour
        self.links = links

    def paint(self, kind: str, text: str) -> str:
        """The text in the colour of a kind ("error", "warning", "bold", "gutter", "name", "help" or "dim")."""
        return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if self.colour and text else text

    def link(self, url: str, text: str) -> str:
        """The text as a link (OSC 8), where the terminal is known to understand it."""
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.links else text

    def code(self, text: str) -> str:
        """The text with what stands in backticks coloured."""
        if not self.colour:
            return text
        parts = text.split("`")
        if len(parts) % 2 == 0:
            return text
        return "".join(self.paint("name", f"`{part}`") if odd % 2 else part for odd, part in enumerate(parts))


PLAIN = Style(colour=False)


def choose(when: str, stream: TextIO) -> Style:
    """The style for a stream: `--color` decides, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal."""
    terminal = stream.isatty()
    colour = when == "always" or (when == "auto" and _wanted(terminal=terminal))
    return Style(colour=colour, links=colour and terminal and _links())


def _wanted(*, terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0", "false"}:
        return True
    if os.environ.get("TERM") == "dumb" or not terminal:
        return False
    # The classic console of Windows shows escape sequences as rubbish; its successors say who they are.
    return sys.platform != "win32" or bool(os.environ.keys() & {"WT_SESSION", "TERM", "ANSICON", "ConEmuANSI"})


def _links() -> bool:
    if "CI" in os.environ:
        return False
    version = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in _LINKING
        or os.environ.get("TERM") in _LINKING_TERMS
        or bool(os.environ.keys() & {"WT_SESSION", "KONSOLE_VERSION", "DOMTERM"})
        or (version.isdigit() and int(version) >= 5000)  # noqa: PLR2004 - VTE 0.50 was the first
    )
