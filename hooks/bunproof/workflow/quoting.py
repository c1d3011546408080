"""From data to YAML text: the only way by which a repository's names get into a workflow.

`quote` makes a `Yaml` from a string, `fill` accepts nothing but `Yaml`, and mypy holds everyone to it. A name can
therefore never end its scalar, begin another line, or become an expression that GitHub evaluates.
"""

from __future__ import annotations

import re
from typing import NewType

# A piece of YAML that means one value and stands on one line.
Yaml = NewType("Yaml", str)

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_./ -]*[A-Za-z0-9_./-])?\Z")
# What YAML 1.1 or 1.2 would read as something else than a string.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_HOLE = re.compile("«([a-z_]+)»")
_BYTE, _PLANE = 0xFF, 0xFFFF


def quote(text: str) -> Yaml:
    """The YAML scalar for a string, on one line, plain where that is safe.

    GitHub evaluates `${{ ... }}` in any scalar, quoted or not, and has no escape for it; an expression whose value is
    the two characters and a brace that open an expression stands in for them. The result is not evaluated again.
    Half a surrogate pair, which no file can hold, becomes U+FFFD.
    """
    if _PLAIN.match(text) and text.lower() not in _WORDS:
        return Yaml(text)
    return Yaml('"' + "".join(map(_escape, text)).replace("${{", "${{ '${{' }}") + '"')


def flag(value: bool) -> Yaml:  # noqa: FBT001 - the value is the whole of it
    """`true` or `false`."""
    return Yaml("true" if value else "false")


def listed(values: tuple[str, ...]) -> Yaml:
    """A flow sequence of strings."""
    return Yaml(f"[{', '.join(map(quote, values))}]")


def fill(template: str, **values: Yaml) -> str:
    """A template with its «holes» filled, all in one pass: what a value contains is not looked at again."""
    return _HOLE.sub(lambda match: values[match[1]], template)


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    number = ord(character)
    if 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        return "\ufffd"
    if number <= _BYTE:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _PLANE else f"\\U{number:08x}"
