"""Texts that make a regular expression work hard, derived from the expression itself.

For every unbounded repetition there is a text that begins as the expression wants, repeats the repetition's body many
times, and then fails to end as it should; and one that repeats beginning and body together, so that a search starts anew
at every one.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import bunproof
from bunproof.expression import Expression

try:
    from re import _constants as constants
    from re import _parser as parser
except ImportError:  # Python 3.10
    import sre_constants as constants  # type: ignore[no-redef]
    import sre_parse as parser  # type: ignore[no-redef]

MANY = 200  # a repetition up to this often is no danger
_CATEGORIES = {"DIGIT": "1", "NOT_DIGIT": "a", "SPACE": " ", "NOT_SPACE": "a", "WORD": "a", "NOT_WORD": "-"}
_CANDIDATES = "a1 \t\n\"'`=:;,.-_/\\<>[](){}#$%&*@!|^~?+AéZ0\r\x00"


class Attack(NamedTuple):
    """`head` once, `pump` many times, `tail` once."""

    head: str
    pump: str
    tail: str

    def text(self, size: int) -> str:
        """The text, of about this many characters."""
        return self.head + self.pump * max(1, size // len(self.pump)) + self.tail


def modules() -> Iterator[Any]:
    """Every module of the product."""
    for each in pkgutil.walk_packages(bunproof.__path__, "bunproof."):
        if not each.name.endswith("__main__") and "lsp" not in each.name:
            yield importlib.import_module(each.name)


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every regular expression of the product, by where it stands."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in modules():
        for value in vars(module).values():
            for each in _within(value):
                found.setdefault(repr(each.pattern), each)
        for place, pattern in _inline(module):
            found.setdefault(place, pattern)
    return found


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, Expression):
        yield re.compile(value.pattern)
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)) and depth < 4:
        for each in value:
            yield from _within(each, depth + 1)
    elif isinstance(value, dict) and depth < 4:
        for each in value.values():
            yield from _within(each, depth + 1)


def _inline(module: Any) -> Iterator[tuple[str, re.Pattern[Any]]]:
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            text = node.args[0].value
            yield repr(text), re.compile(text, re.MULTILINE | re.VERBOSE if "\n" in str(text)[:-1] else 0)


def attacks(pattern: re.Pattern[Any]) -> list[Attack]:
    """The texts for one expression."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags if isinstance(pattern.pattern, str) else pattern.flags | re.UNICODE
    parsed = parser.parse(text, flags & ~re.LOCALE)
    found: dict[Attack, None] = {}
    for before, body in _repetitions(list(parsed), ""):
        for pump in {body, body * 2, f"{before}{body}"} - {""}:
            for tail in ("", "\0", "\n!"):
                found[Attack(before, pump, tail)] = None
    return list(found)


def _repetitions(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """What comes before each unbounded repetition, and one round of it."""
    for kind, value in items:
        if kind in {constants.MAX_REPEAT, constants.MIN_REPEAT} or str(kind) == "POSSESSIVE_REPEAT":
            _, most, body = value
            if most == constants.MAXREPEAT or most > MANY:
                for sample in _samples(list(body)):
                    yield before, sample
            yield from _repetitions(list(body), before)
        elif kind is constants.SUBPATTERN:
            yield from _repetitions(list(value[3]), before)
        elif kind is constants.BRANCH:
            for branch in value[1]:
                yield from _repetitions(list(branch), before)
        elif kind in {constants.ASSERT, constants.ASSERT_NOT}:
            yield from _repetitions(list(value[1]), before)
        before += _sample([(kind, value)])


def _samples(items: list[Any]) -> list[str]:
    """Some texts that match: of a set, several of its members."""
    if len(items) == 1 and items[0][0] in {constants.IN, constants.NOT_LITERAL, constants.ANY, constants.CATEGORY}:
        accepts = _accepted(items[0])
        return ["".join(accepts[:1]), "".join(accepts[-1:]), "".join(accepts)] if accepts else []
    if len(items) == 1 and items[0][0] is constants.SUBPATTERN:
        return _samples(list(items[0][1][3]))
    if len(items) == 1 and items[0][0] is constants.BRANCH:
        return [sample for branch in items[0][1][1] for sample in _samples(list(branch))]
    return [_sample(items)]


def _accepted(item: Any) -> list[str]:
    kind, value = item
    if kind is constants.ANY:
        return [each for each in _CANDIDATES if each != "\n"]
    if kind is constants.NOT_LITERAL:
        return [each for each in _CANDIDATES if ord(each) != value]
    pattern = parser.SubPattern(parser.State(), [item])
    compiled = _compile(pattern)
    return [each for each in _CANDIDATES if compiled.match(each)]


def _compile(pattern: Any) -> re.Pattern[str]:
    try:
        from re import _compiler as compiler
    except ImportError:
        import sre_compile as compiler  # type: ignore[no-redef]
    pattern.state.str = ""
    return compiler.compile(pattern)  # type: ignore[no-any-return]


def _sample(items: list[Any]) -> str:
    made = ""
    for kind, value in items:
        if kind is constants.LITERAL:
            made += chr(value)
        elif kind in {constants.IN, constants.NOT_LITERAL, constants.ANY}:
            made += (_accepted((kind, value)) or ["a"])[0]
        elif kind is constants.CATEGORY:
            made += _CATEGORIES.get(str(value).removeprefix("CATEGORY_").removeprefix("UNI_"), "a")
        elif kind in {constants.MAX_REPEAT, constants.MIN_REPEAT} or str(kind) == "POSSESSIVE_REPEAT":
            made += _sample(list(value[2])) * max(value[0], 1 if value[1] else 0)
        elif kind is constants.SUBPATTERN:
            made += _sample(list(value[3]))
        elif kind is constants.BRANCH:
            made += _sample(list(value[1][0]))
    return made
