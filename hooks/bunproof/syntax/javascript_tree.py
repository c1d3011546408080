"""A parsed script: the only module that knows tree-sitter and its bytes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import tree_sitter_typescript
from tree_sitter import Language, Parser

from bunproof.source import Span
from bunproof.syntax.javascript_nodes import DEEPEST, Walk, depth, is_in_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from bunproof.source import Source
    from bunproof.syntax.javascript_scripts import Script
    from bunproof.syntax.javascript_uses import Use

# Valid code that the grammar (0.23.2) does not know: group 1 is replaced by code of the same length that it does, or
# by blanks.
_UNKNOWN_TO_GRAMMAR = (
    (b"import", re.compile(rb"\bimport\s+(defer)\s*\*"), b"     "),
    (b"import", re.compile(rb"\bimport\s+(source)\s+[\w$]+\s+from\b"), b"      "),
    (b"import", re.compile(rb"\b(export)\s+import\s"), b"      "),
    (b"using", re.compile(rb"\bfor\s*(?:await\s*)?\(\s*(await)\s+using\s+[\w$]+\s+of\b"), b"     "),
    (b"using", re.compile(rb"\bfor\s*(?:await\s*)?\(\s*(?:await\s+)?(using)\s+[\w$]+\s+of\b"), b"const"),
    (b"using", re.compile(rb"\b(await)\s+using\s+[\w$]+\s*="), b"     "),
    (b"using", re.compile(rb"(?:^|[;{}\n])\s*(using)\s+[\w$]+\s*=(?!=)"), b"const"),
    (b"with", re.compile(rb"\bexport\b[^;\"'`]*?\bfrom\s*(?:\"[^\"\n]*\"|'[^'\n]*')\s*(with\s*\{[^}]*\})"), b""),
)
# What JavaScript calls blank beyond ASCII (and U+200B and U+2060, which the grammar does), a lone CR, and the separators
# that end a line.
_BLANK = re.compile(rb"\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8b\xaf]|\xe2\x81[\x9f\xa0]|\xe3\x80\x80|\xef\xbb\xbf")
_LONE_CR = re.compile(rb"\r(?!\n)")
_SEPARATOR = re.compile(rb"\xe2\x80[\xa8\xa9]")
_VISIBLE = re.compile(rb"[^\r\n]")
_EXPORT_TYPE_ALL = re.compile(rb"\bexport\s+(type)\s*\*")
_WORDS = re.compile(rb"[\w$\x80-\xff]+")
_MANY = 100  # look-ups
_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$") | frozenset(range(128, 256))


class TooDeep(Exception):  # noqa: N818 - it says what the script is, and is caught, never shown
    """A script that cannot be read in a time that anyone would wait."""


class Syntax:
    """One script of a source, parsed. Nodes' bytes count from the script's start; everything handed out is a span."""

    def __init__(self, source: Source, script: Script) -> None:
        self.source = source
        self.script = script
        self._written = source.utf8[script.start : script.end]
        self.data = _plain(self._written)
        self.type_only_stars = frozenset(match.start() for match in _EXPORT_TYPE_ALL.finditer(self.data))
        self.root = self._parsed(script)
        self._in_pieces = is_in_pieces(self.root)
        self._asked = 0
        self._words: dict[bytes, list[int]] | None = None
        self.known_exits: dict[int, list[tuple[int, str]]] = {}  # by block, for `javascript_guards.py`
        self.known_uses: dict[str, dict[int, tuple[Use, ...]]] = {}  # by name and scope, for `javascript_uses.py`

    def _parsed(self, script: Script) -> Node:
        parser = _parser(script.dialect)
        root = parser.parse(_readable(self.data)).root_node
        separators = [match.start() for match in _SEPARATOR.finditer(self.data)] if b"\xe2\x80" in self.data else []
        ending = [at for at in separators if self._ends_comment(root, at)]
        for at in ending:  # the grammar knows no line that ends here, and took what follows for the comment's
            self.data = self.data[:at] + b"  \n" + self.data[at + 3 :]
        return parser.parse(_readable(self.data)).root_node if ending else root

    def _ends_comment(self, root: Node, at: int) -> bool:
        node = root.descendant_for_byte_range(at, at + 3)
        return node is not None and self.data[node.start_byte : node.start_byte + 2] in {b"//", b"#!"}

    def span(self, node: Node) -> Span:
        """Where a node stands in the file, in code points."""
        return self.between(node.start_byte, node.end_byte)

    def between(self, start: int, end: int) -> Span:
        """The span of a range of the script's bytes."""
        base = self.script.start
        return Span(self.source.offset(base + start), self.source.offset(base + end))

    def text(self, node: Node) -> str:
        """A node's source text."""
        return self._written[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def string(self, node: Node) -> str | None:
        """The value of a string, or of a template without substitutions; None for any other node."""
        if node.type == "template_string" and any(child.type == "template_substitution" for child in node.children):
            return None
        if node.type not in {"string", "template_string"}:
            return None
        text = self._written[node.start_byte + 1 : node.end_byte - 1].decode("utf-8", "replace")
        return _unescape(text) if "\\" in text else text

    def inside(self, node: Node) -> Span:
        """The span of a string without its quotes; empty for one that the parser made up."""
        start = min(node.start_byte + 1, node.end_byte)
        return self.between(start, max(start, node.end_byte - 1))

    def words(self, word: str, *types: str) -> Iterator[Node]:
        """The nodes of these types that consist of exactly this word, in order: a byte search, then a look-up.

        Raises TooDeep where one is nested too deeply, or lies in too many pieces, for anything around it to be found.
        """
        if self._in_pieces:
            raise TooDeep
        length = len(word.encode())
        walk: Walk | None = None
        for number, at in enumerate(self._offsets(word)):
            if number == _MANY:  # each look-up goes through all statements before it
                walk = Walk(self.root)
            end = at + length
            node = walk.at(at, end) if walk else self.root.descendant_for_byte_range(at, end)
            if node is not None and node.type in types and node.start_byte == at and node.end_byte == end:
                if (walk.depth if walk else depth(self.root, node)) > DEEPEST:
                    raise TooDeep
                yield node

    def _offsets(self, word: str) -> Iterable[int]:
        """Where a word stands alone."""
        needle = word.encode()
        if not needle:  # what is missing, the parser fills in with nothing
            return ()
        self._asked += 1
        if self._asked < _MANY or not _WORD.issuperset(needle):
            return _found(self.data, needle)
        if self._words is None:  # to ask for each name of a long list is to read the script as often
            self._words = {}
            for match in _WORDS.finditer(self.data):
                self._words.setdefault(match[0], []).append(match.start())
        return self._words.get(needle, ())


def _found(data: bytes, needle: bytes) -> Iterator[int]:
    at = data.find(needle)
    while at >= 0:
        end = at + len(needle)
        if (at == 0 or data[at - 1] not in _WORD) and (end == len(data) or data[end] not in _WORD):
            yield at
        at = data.find(needle, end)


def _plain(data: bytes) -> bytes:
    """A script of the same length, with the blanks and line ends that all who look at bytes expect."""
    if b"\r" in data:
        data = _LONE_CR.sub(b"\n", data)
    return data if data.isascii() else _BLANK.sub(lambda match: b" " * len(match[0]), data)


def _readable(data: bytes) -> bytes:
    changed = data
    for gate, pattern, replacement in _UNKNOWN_TO_GRAMMAR:
        if gate in changed:
            for match in pattern.finditer(changed):
                filler = replacement or _VISIBLE.sub(b" ", match[1])
                changed = changed[: match.start(1)] + filler + changed[match.end(1) :]
    for match in _EXPORT_TYPE_ALL.finditer(changed):
        changed = changed[: match.start(1)] + b"    " + changed[match.end(1) :]
    return changed


def _unescape(text: str) -> str:
    return re.sub(
        r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(\r\n|.))", _character, text, flags=re.DOTALL
    )


def _character(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - Unicode's last code point
    return {"n": "\n", "t": "\t", "r": "\r", "\n": "", "\r\n": "", "0": "\0"}.get(match[4], match[4])


@cache
def _parser(dialect: str) -> Parser:
    # The TypeScript grammar reads `<T>x` as a cast, where JavaScript files may hold JSX.
    language = tree_sitter_typescript.language_typescript if dialect == "ts" else tree_sitter_typescript.language_tsx
    return Parser(Language(language()))
