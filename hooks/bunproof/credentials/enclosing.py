"""Whether a place in program text lies in a text of several lines, as examples do: a docstring, a template literal.

Asked of stand-ins only, after everything else, so it may read the file from its beginning.
"""

from __future__ import annotations

from bunproof.expression import expression

_SCRIPTS = (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro")
_DOCSTRING = expression(
    r'''(?s)\#[^\n]*|(?P<text>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\')|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*\''''
)
# What can open or close a template literal, and what only looks like it.
_CODE = expression(
    r"""(?s)//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[=(,:!&|?]\s*/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/|[`{}]"""
)
_TEMPLATE = expression(r"(?s)\\.|`|\$\{")


def is_example(path: str, text: str, at: int) -> bool:
    """Whether the string at `at` is a part of a longer text that began on an earlier line."""
    if path.endswith(".py"):
        start = _docstring(text, at)
    elif path.endswith(_SCRIPTS):
        start = _template(text, at)
    else:
        return False
    # a page's own script is run, wherever it is written
    return start >= 0 and "\n" in text[start:at] and "<script" not in text[start:at]


def _docstring(text: str, at: int) -> int:
    for found in _DOCSTRING.finditer(text):
        if found.end() > at:
            return found.start() if found["text"] is not None and found.start() < at else -1
    return -1


def _template(text: str, at: int) -> int:
    """Where the template literal around `at` opens; -1 for none, or if it does not close."""
    place = 0
    opened: list[int] = []  # the template literals that are open
    depths: list[int] = []  # of each `${` in them, how many braces are open
    while True:
        inside = len(opened) > len(depths)
        found = (_TEMPLATE if inside else _CODE).search(text, place, at)
        if found is None:
            return opened[-1] if inside and text.find("`", at) >= 0 else -1
        place = found.end()
        sign = found[0]
        if sign == "`":
            if inside:
                opened.pop()
            else:
                opened.append(place)
        elif sign == "${":
            depths.append(1)
        elif depths and sign in {"{", "}"}:
            depths[-1] += 1 if sign == "{" else -1
            if depths[-1] == 0:
                depths.pop()
