"""What kind of value it is: a stand-in of a named class, a reference, something innocent, or a literal.

Nothing here knows the key or the file. Each class has a name, which is the evidence that messages show.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bunproof.credentials import innocent, references, standins
from bunproof.credentials.vocabulary import english
from bunproof.credentials.words import words
from bunproof.expression import expression

EMPTY = "empty"
REFERENCE = "reference"
INNOCENT = "innocent"
PLACEHOLDER = "placeholder"  # asks to be replaced
WEAK = "weak default"  # generic words or a password everybody knows
LOCAL = "development value"  # says that it is for development or tests
LITERAL = "literal"

_NOTHING = frozenset({"-", "--", "?", "_", "", "null", "none", "nil", "undefined", "n/a", "na", "~", '""', "''"})
_SCHEMES = ("Bearer ", "bearer ", "Basic ", "Token ", "token ", "Bot ")
_ANY_SCHEME = expression(r"[A-Za-z][\w-]{1,20} +(?=\$|\{\{|<|%)")


class Value(NamedTuple):
    """A value's kind, and why: the name of its class. `text` is what was judged: the default of `${NAME:-default}`."""

    kind: str
    evidence: str
    text: str


@lru_cache(maxsize=4096)
def classify(text: str) -> Value:
    """The kind of a value as written, without its quotes."""
    text = _without_scheme(text.strip())
    if text.lower() in _NOTHING:
        return Value(EMPTY, "empty", text)
    default = references.default(text)
    if default is not None:
        judged = classify(default)
        return Value(REFERENCE, "reference", text) if judged.kind == EMPTY else judged
    if references.is_reference(text):
        return Value(REFERENCE, "reference", text)
    evidence = standins.placeholder(text)
    if evidence:
        return Value(PLACEHOLDER, evidence, text)
    reason = innocent.reason(text)
    if reason:
        return Value(INNOCENT, reason, text)
    bare = standins.without_provider(text)
    if standins.is_weak(bare):
        return Value(WEAK, "a default that everybody knows", text)
    parts = words(bare)
    marker = next((part for part in parts if part in english.LOCAL), "")
    if marker and not _RANDOM.search(bare):
        return Value(LOCAL, f"`{marker}`", text)
    if standins.is_generic(bare):
        return Value(WEAK, "it is made of generic words", text)
    return Value(LITERAL, "literal", text)


def _without_scheme(text: str) -> str:
    """A header's value behind `Bearer`, or behind any word before a reference."""
    if text.startswith(_SCHEMES):
        return text[text.index(" ") :].strip()
    scheme = _ANY_SCHEME.match(text)
    return text[scheme.end() :] if scheme else text


# A run that no word has: many characters with digits and both cases, or long hexadecimal.
_RANDOM = expression(r"(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{16}")
