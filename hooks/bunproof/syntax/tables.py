"""Line by line, what stands in files of sections and keys: ini, properties, tfvars, HCL, and TOML that no parser takes."""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair, unquote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = expression(r"(?m)^[ \t]*(?![#;/!\s\[]|--)(?P<rest>[^\n]+)|^[ \t]*\[{1,2}(?P<section>[^\]\n]*)\]")
_QUOTED = expression(r"""(?<![\w.\-])["']?([^\W\d][\w.\-]*)["']?[ \t]*[=:][ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*')""")
_BARE = expression(r"([^\W\d][\w.\-\[\]]*)[ \t]*[?:+]?[=:][ \t]*([^\n\"']*)")
_VARIABLE = expression(r'variable[ \t]+"([^"\n]+)"')


def pairs(text: str) -> Iterator[Pair]:
    """Every assignment, also those inside inline tables. A Terraform variable's default goes by the variable's name."""
    section = variable = ""
    for line in _LINE.finditer(text):
        if line["section"] is not None:
            section = line["section"].strip(" \t[]")
            continue
        start, end = line.span("rest")
        opened = _VARIABLE.match(text, start, end)
        if opened:
            variable = opened[1]
        elif text[start] == "}":
            variable = ""
        any_quoted = False
        for found in _QUOTED.finditer(text, start, end):
            any_quoted = True
            key = variable if variable and found[1] == "default" else found[1]
            yield Pair(
                key,
                text[found.start(2) + 1 : found.end(2) - 1],
                found.start(2) + 1,
                found.end(2) - 1,
                section,
                quoted=True,
            )
        if not any_quoted and (bare := _BARE.match(text, start, end)):
            first, last, _ = unquote(text, *bare.span(2))
            value = text[first:last]
            cut = value.find(" #")
            value = value if cut < 0 else value[:cut].rstrip()
            yield Pair(bare[1], value, first, first + len(value), section)
