"""TOML's characters: blanks, comments, keys and strings. Positions of problems are smol-toml 1.9.0's."""

from __future__ import annotations

import re
from typing import NamedTuple

from bunproof.source import Span
from bunproof.syntax.document import Problem, Stopped

_BLANK = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"(?:[ \t\n]|\r\n)*")
_COMMENT = re.compile(r"#[^\x00-\x08\x0a-\x1f\x7f]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = {
    '"': re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*'),
    "'": re.compile(r"[^'\x00-\x08\x0a-\x1f\x7f]*"),
}
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_HEXADECIMAL = {"x": 2, "u": 4, "U": 8}
_LINE_END = re.compile(r"[ \t]*(?:\r?\n)(?:[ \t]|\r?\n)*")
_DIGIT = frozenset("0123456789abcdefABCDEF")


class KeyPart(NamedTuple):
    """One name of a dotted key."""

    name: str
    span: Span


class Text:
    """A text and the place in it that the reader is at. `newer` collects what TOML 1.0 does not have."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.newer: list[Problem] = []

    @property
    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def peek(self, ahead: int = 0) -> str:
        """The character here, or `ahead` of here; empty at the end."""
        return self.text[self.at + ahead : self.at + ahead + 1]

    def here(self, length: int = 1) -> Span:
        """The span of the next characters."""
        return Span(self.at, self.at + length)

    def skip(self, *, lines: bool = False, comments: bool = True) -> None:
        """Step over blanks and comments, and over line ends if asked."""
        blank = _BLANK_LINES if lines else _BLANK
        while True:
            match = blank.match(self.text, self.at)
            assert match is not None
            self.at = match.end()
            comment = _COMMENT.match(self.text, self.at) if comments else None
            if comment is None:
                return
            self.at = comment.end()
            if not self.ended and self.peek() != "\n" and not self.text.startswith("\r\n", self.at):
                raise Stopped(_control(self, "a comment"))

    def end_of_line(self) -> None:
        """Insist on the end of a line, or of the text."""
        if not self.ended and self.peek() != "\n" and not self.text.startswith("\r\n", self.at):
            raise Stopped(
                Problem("a line takes one key and one value, and ends there", self.here(), "start a new line here")
            )

    def key(self, closer: str) -> list[KeyPart]:
        """The parts of a dotted key, up to and over `closer` (`=` or `]`)."""
        start = self.at
        parts: list[KeyPart] = []
        named = False  # whether a part has been read since the last dot
        while not self.ended and self.peek() != "\0":
            here = self.peek()
            if here == closer:
                if not named:
                    raise Stopped(Problem(f"a name must stand before `{closer}`", self.here()))
                self.at += 1
                return parts
            if here in " \t":
                self.at += 1
            elif here == ".":
                if not named:
                    raise Stopped(Problem("a name must stand before `.`", self.here()))
                named = False
                self.at += 1
            elif named:
                raise Stopped(_unexpected(self, closer))
            else:
                parts.append(self._key_part())
                named = True
        raise Stopped(Problem(f"`{closer}` is missing after this", Span(start, max(self.at, start)), f"add `{closer}`"))

    def _key_part(self) -> KeyPart:
        start = self.at
        here = self.peek()
        if here in {'"', "'"}:
            if self.text.startswith(here * 3, start):
                raise Stopped(Problem("a key cannot be a string of several lines", self.here(3)))
            name = self.string()
            return KeyPart(name, Span(start, self.at))
        match = _BARE.match(self.text, start)
        if match is None:
            shown = self.here()
            raise Stopped(Problem(f"{_shown(here)} is not allowed in a bare key", shown, "put the key in quotes"))
        self.at = match.end()
        return KeyPart(match[0], Span(start, self.at))

    def string(self) -> str:
        """The string that starts here."""
        start = self.at
        quote = self.peek()
        many = self.text.startswith(quote * 3, start)
        self.at += 3 if many else 1
        if many:
            self.at += 1 if self.peek() == "\n" else 2 if self.text.startswith("\r\n", self.at) else 0
        found: list[str] = []
        while True:
            match = _PLAIN[quote].match(self.text, self.at)
            assert match is not None
            found.append(match[0])
            self.at = match.end()
            if self.at + (self.peek() == "\\") >= len(self.text):
                raise Stopped(Problem("this string is never closed", Span(start, start + (3 if many else 1))))
            here = self.peek()
            if here == quote:
                if not many:
                    self.at += 1
                    return "".join(found)
                if self.text.startswith(quote * 3, self.at):
                    extra = 0
                    while extra < 2 and self.peek(3 + extra) == quote:  # noqa: PLR2004 - up to two quotes may precede
                        extra += 1
                    self.at += 3 + extra
                    found.append(quote * extra)
                    return "".join(found)
                found.append(quote)
                self.at += 1
            elif here == "\\" and quote == '"':
                found.append(self._escape(many=many))
            elif many and (here == "\n" or self.text.startswith("\r\n", self.at)):
                found.append("\n")
                self.at += 1 if here == "\n" else 2
            else:
                raise Stopped(_control(self, "a string"))

    def _escape(self, *, many: bool) -> str:
        start = self.at
        letter = self.peek(1)
        if letter in _ESCAPES:
            self.at += 2
            if letter == "e":
                self.newer.append(Problem("`\\e` is an escape of TOML 1.1", Span(start, self.at)))
            return _ESCAPES[letter]
        if letter in _HEXADECIMAL:
            return self._code_point(start, _HEXADECIMAL[letter])
        if many and (letter in {" ", "\t", "\n"} or self.text.startswith("\r\n", start + 1)):
            match = _LINE_END.match(self.text, start + 1)
            if match is None:
                raise Stopped(Problem("only a line end can follow this backslash", Span(start, start + 1)))
            self.at = match.end()
            return ""
        self.at += 1
        raise Stopped(Problem(f"{_shown(letter)} makes no escape", self.here(), "write a backslash as `\\\\`"))

    def _code_point(self, start: int, length: int) -> str:
        first = start + 2
        for self.at in range(first, first + length):
            if self.peek() not in _DIGIT:
                raise Stopped(Problem(f"this escape takes {length} hexadecimal digits", self.here()))
        self.at = first + length
        code = int(self.text[first : self.at], 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates
            raise Stopped(Problem(f"U+{code:04X} is no character", Span(start, self.at)))
        if length == _HEXADECIMAL["x"]:
            self.newer.append(Problem("`\\x` is an escape of TOML 1.1", Span(start, self.at)))
        return chr(code)


def _control(text: Text, where: str) -> Problem:
    here = text.peek()
    if here in {"\r", "\n"} and where == "a string":
        return Problem("a string ends on its line", text.here(), 'close it, or write `"""` on both sides')
    return Problem(f"{where} cannot hold the control character U+{ord(here):04X}", text.here(), "remove it")


def _unexpected(text: Text, closer: str) -> Problem:
    here = text.peek()
    if closer == "]":
        return Problem("`]` must follow the name of a table", text.here(), "write `]`")
    return Problem(f"`=` must follow a key, not {_shown(here)}", text.here(), "write `=`")


def _shown(character: str) -> str:
    if character.isprintable() and character.strip():
        return f"`{character}`"
    return "a line end" if character in {"\n", "\r"} else f"U+{ord(character):04X}" if character else "the end"
