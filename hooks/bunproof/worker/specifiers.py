"""The specifiers of a script by its bytes alone: a superset, found at the speed of a search."""

from __future__ import annotations

import re
from typing import NamedTuple

_GAP = rb"\s*(?:/\*(?:[^*]|\*(?!/))*\*/\s*)*"
_STRING = rb"(?:\"([^\"\n\\]+)\"|'([^'\n\\]+)'|`([^`\n\\$]+)`)"
# Literal prefixes, nothing before them: anything else switches off the search for a prefix.
_PATTERNS = (
    re.compile(rb"from" + _GAP + _STRING),
    re.compile(rb"import" + _GAP + rb"(?:\.\w+" + _GAP + rb")?\(?" + _GAP + _STRING),
    re.compile(rb"require" + _GAP + rb"\(" + _GAP + _STRING),
)
# A call whose argument is made of strings: "a" + b, `./${a}`, a ? "b" : "c".
_COMPUTED = re.compile(
    rb"(?:import|require)"
    + _GAP
    + rb"\("
    + _GAP
    + rb"(?:\"[^\"\n]*\"\s*[^\s\"),]|'[^'\n]*'\s*[^\s'),]|`[^`]*(?:\$\{|`\s*[^\s`),])|[^\s\"'`)][^\"'`);]{0,200}[\"'`])"
)


class Specifiers(NamedTuple):
    """What a script may import. `computed` says that some call's argument is more than a string."""

    names: frozenset[str]
    computed: bool


def scan(data: bytes) -> Specifiers:
    """Find what stands where a specifier can stand, also in comments and strings."""
    names = {
        (match[1] or match[2] or match[3]).decode("utf-8", "replace")
        for pattern in _PATTERNS
        for match in pattern.finditer(data)
    }
    return Specifiers(frozenset(names), _COMPUTED.search(data) is not None)
