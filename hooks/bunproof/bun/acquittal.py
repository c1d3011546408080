"""Most files that import from Bun import what their Bun has, in the plainest form. They need no parser to be let go.

This looks at nothing but the places where a Bun module is named. If each is a plain `import { names } from "module"`,
wherever it stands (also in a comment, also for types only), and every name is there in every release that may run the
file, then no reading of the file can find anything wrong with it. Whatever looks any different goes to the parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.bun import exports, exports_data, globals_gate

if TYPE_CHECKING:
    from bunproof.bun.versions import Versions

_SPECIFIER = re.compile(rb"""(?P<quote>["'`])(?P<module>bun(?::[^"'`\n]{0,80})?)(?P=quote)""")
_CLAUSE = re.compile(rb"(?<![\w$.])import\s{1,20}\{(?P<names>[\w$\s,]{0,2000})\}\s{0,20}from\s{0,20}\Z")
_SIDE_EFFECT = re.compile(rb"(?:\A|[;\n])[ \t]{0,40}import\s{0,20}\Z")
_LONGEST = 2200  # bytes before a specifier that are looked at; a longer clause is for the parser
_SINCE_EVER = exports_data.RELEASES[: exports_data.RELEASES.index(" ")]
# `bun:wrap` is internal and odd; what may be written with `with { ... }` is for the parser.
_PLAIN = frozenset(module for module, span in exports_data.MODULES.items() if span == _SINCE_EVER) - {"bun:wrap"}


def is_innocent(versions: Versions, path: str, data: bytes) -> bool:
    """Whether a file that mentions Bun imports and reads nothing but what its Bun has. False says nothing."""
    if b"Bun" in data and globals_gate.reads_newer_name(data):
        return False
    newer = _newer_names(data)
    if newer is None:
        return False
    if not newer:
        return True
    allowed = versions.of(path).allowed
    return not allowed.newer and all(exports.with_name(*name).issuperset(allowed.releases) for name in newer)


def _newer_names(data: bytes) -> set[tuple[str, str]] | None:
    """The imported names that some release lacks, with their modules; None where an import is not of the plain form."""
    found: set[tuple[str, str]] = set()
    for match in _SPECIFIER.finditer(data):
        module = match["module"].decode("ascii", "replace")
        before = data[max(0, match.start() - _LONGEST) : match.start()]
        after = data[match.end() : match.end() + 80].lstrip()
        if module not in _PLAIN or after.startswith((b"with", b"assert", b"/")):
            return None
        clause = _CLAUSE.search(before)
        if clause is None:
            if _SIDE_EFFECT.search(before) is None:
                return None
            continue
        values = exports_data.VALUES[module]
        for item in clause["names"].decode("ascii", "replace").split(","):
            words = item.split()
            if not words:
                continue
            if words[0] not in values or len(words) not in {1, 3} or words[1:2] not in ([], ["as"]):
                return None
            if values[words[0]] != _SINCE_EVER:
                found.add((module, words[0]))
    return found
