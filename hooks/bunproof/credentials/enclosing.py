"""Whether a place in program text lies in a text of several lines, as examples do: a docstring, a template literal.

Asked of stand-ins only, after everything else, and in their order: each file is read once, up to the last of them.
"""

from __future__ import annotations

from bunproof.expression import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_SCRIPTS = (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro")
# Nothing here looks further than once over what it passes: what does not close goes on to the end of its line or file.
_DOCSTRING = expression(
    r"""(?s)\#[^\n]*|(?P<mark>\"{3}|'{3})|"(?:[^"\\\n]|\\.)*(?:"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.){0,400}'"""
)
# What can open or close a template literal, and what only looks like it.
_CODE = expression(
    r"""(?s)//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*(?:"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.){0,400}'|[`{}]"""
    r"""|[=(,:!&|?][ ]{0,4}/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.){0,100}\]){1,200}/"""
)
_TEMPLATE = expression(r"(?s)\\.|`|\$\{")


class Examples:
    """The texts of several lines in one file."""

    def __init__(self, path: str, text: str) -> None:
        self._text = text
        self._python = path.endswith(".py")
        self._read = self._python or path.endswith(_SCRIPTS)
        self._place = 0
        self._ahead: re.Match[str] | None = None  # found, and not yet reached
        self._opened: list[int] = []  # where each open template literal begins
        self._depths: list[int] = []  # of each `${` in them, how many braces are open
        self._closing = (-1, 0)  # a docstring, and where it ends
        self._bounds = (-1, 0, 0)  # a text, its first line's end, and where a page's script begins in it

    def hold(self, at: int) -> bool:
        """Whether the string at `at` is a part of a longer text that began on an earlier line."""
        if not self._read:
            return False
        start = self._docstring(at) if self._python else self._template(at)
        if start < 0:
            return False
        if self._bounds[0] != start:
            self._bounds = (start, self._find("\n", start), self._find("<script", start))
        # a page's own script is run, wherever it is written
        return self._bounds[1] < at < self._bounds[2]

    def _find(self, sought: str, start: int) -> int:
        found = self._text.find(sought, start)
        return len(self._text) if found < 0 else found

    def _next(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The next sign that begins before `at`."""
        if self._ahead is None:
            self._ahead = pattern.search(self._text, self._place)
        if self._ahead is None:
            self._place = len(self._text)
            return None
        return self._ahead if self._ahead.start() < at else None

    def _pass(self, end: int) -> None:
        self._place, self._ahead = end, None

    def _docstring(self, at: int) -> int:
        while (found := self._next(_DOCSTRING, at)) is not None:
            mark = found["mark"]
            if mark is not None and self._closing[0] != found.start():
                self._closing = (found.start(), self._find(mark, found.end()) + len(mark))
            end = found.end() if mark is None else self._closing[1]
            if end > at:
                return -1 if mark is None or end > len(self._text) else found.start()
            self._pass(end)
        return -1

    def _template(self, at: int) -> int:
        while (found := self._next(_TEMPLATE if self._inside else _CODE, at)) is not None and found.end() <= at:
            self._pass(found.end())
            self._count(found[0])
        # one that does not close was misread
        return self._opened[-1] if self._inside and self._ahead is not None else -1

    @property
    def _inside(self) -> bool:
        return len(self._opened) > len(self._depths)

    def _count(self, sign: str) -> None:
        if sign == "`":
            if self._inside:
                self._opened.pop()
            else:
                self._opened.append(self._place)
        elif sign == "${":
            self._depths.append(1)
        elif self._depths and sign in {"{", "}"}:
            self._depths[-1] += 1 if sign == "{" else -1
            if self._depths[-1] == 0:
                self._depths.pop()
