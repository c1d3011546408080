"""JSON's tokens, and what is wrong with characters that make none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.source import Span
from bunproof.syntax.document import Problem, Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {"true": True, "false": False, "null": None}

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\r\n]+|//[^\r\n]*|/\*.*?\*/)
    | (?P<string>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")
    | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][+-]?[0-9]*)?)
    | (?P<mark>[{}\[\]:,])
    | (?P<word>[^ \t\r\n{}\[\]":,/]+)
    | (?P<other>.)
    """,
    re.DOTALL | re.VERBOSE,
)
_WHOLE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_FRAGMENT = re.compile(r'"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?')
_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4}).?')


class Token:
    """One token. `kind` is "string", "number", "word" (true, false, null), "end", or the mark itself."""

    __slots__ = ("kind", "span", "text")

    def __init__(self, kind: str, start: int, text: str) -> None:
        self.kind = kind
        self.text = text
        self.span = Span(start, start + len(text))


def tokens(text: str) -> Iterator[Token]:
    """The tokens, and then "end" for ever. Raises Stopped at characters that make no token."""
    at = 0
    size = len(text)
    while at < size:
        match = _TOKEN.match(text, at)
        assert match is not None
        kind, found = match.lastgroup, match[0]
        if kind == "mark":
            yield Token(found, at, found)
        elif kind == "string" or (kind == "number" and _WHOLE.fullmatch(found)) or (kind == "word" and found in WORDS):
            yield Token(kind, at, found)
        elif kind != "blank":
            raise Stopped(_senseless(text, at, found))
        at = match.end()
    while True:
        yield Token("end", size, "")


def _senseless(text: str, at: int, found: str) -> Problem:
    """What to say of characters that make no token."""
    if found == '"':
        return _broken_string(text, at)
    if found == "/":
        unclosed = text.startswith("/*", at)
        message = "this comment is never closed" if unclosed else "this is neither a value nor a comment"
        return Problem(message, Span(at, at + 1 + unclosed), "close it with `*/`" if unclosed else "write `//`")
    return _foreign(at, found)


def _foreign(at: int, found: str) -> Problem:
    """What to say of a word that belongs to some other language."""
    span = Span(at, at + len(found))
    if found[0] == "#":
        return Problem("`#` starts no comment in JSON", Span(at, at + 1), "write `//`")
    if found[0] in "'`":
        return Problem("a string stands in double quotes", span, 'write `"` on both sides')
    if found[0].isspace() or not found[0].isprintable():
        return Problem(f"U+{ord(found[0]):04X} is no space to JSON", Span(at, at + 1), "replace it by a space")
    if found[0] in "+-.0123456789":
        return Problem(f"`{found}` is no number in JSON", span, "write a decimal number such as `0.5`")
    near = WORDS.keys() & {found.lower()}
    return Problem(f"`{found}` is no JSON value", span, f"write `{near.pop()}`" if near else "put it in double quotes")


def _broken_string(text: str, at: int) -> Problem:
    match = _FRAGMENT.match(text, at)
    found = match[0] if match else '"'
    span = Span(at, at + len(found))
    escape = _ESCAPE.search(found)
    control = next((each for each in found if each < " "), None)
    if escape:
        return Problem(f"`{escape[0]}` is no escape in JSON", span, "write a backslash as `\\\\`")
    if control:
        return Problem(f"a string holds the raw control character U+{ord(control):04X}", span, "write it as an escape")
    return Problem("this string is not closed on its line", span, 'close it with `"`; write a line break as `\\n`')
