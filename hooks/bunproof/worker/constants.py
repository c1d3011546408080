"""Expressions that esbuild knows the value of, so that it drops the branch that cannot run.

It knows literals, names and members that `define` replaces, comparisons of the two with `==` and `===`, `!`, `&&`,
`||`, `typeof` of a literal, and the truth of objects, functions and regular expressions. It follows no `const`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from bunproof.syntax.javascript_tree import TRANSPARENT
from bunproof.syntax.javascript_uses import uses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from bunproof.syntax.javascript_tree import Syntax

_ALWAYS_TRUE = frozenset(
    {"object", "array", "function_expression", "generator_function", "arrow_function", "class", "regex"}
)
_FUNCTIONS = frozenset({"function_expression", "generator_function", "arrow_function"})
_UNDEFINED = "undefined"


class Value(NamedTuple):
    """What is known of an expression: whether it is truthy, whether it is null or undefined, and what it is.

    None stands for what is not known. The `primitive` is a (type, value), and known only where nothing else happens.
    """

    truthy: bool | None = None
    nullish: bool | None = None
    primitive: tuple[str, object] | None = None
    literal: bool = False


UNKNOWN = Value()
_NO_NULL = Value(nullish=False)


class Constants:
    """The known values of one script, under the definitions of one entry."""

    def __init__(self, syntax: Syntax, define: Mapping[str, str]) -> None:
        self._syntax = syntax
        self._define = define

    def value(self, node: Node | None) -> Value:  # noqa: PLR0911 - one for each kind of expression
        """What is known of an expression."""
        while node is not None and node.type in TRANSPARENT:
            node = next((child for child in node.named_children if child.type != "comment"), None)
        if node is None:
            return UNKNOWN
        if node.type in {"string", "template_string"}:
            text = self._syntax.string(node)
            return UNKNOWN if text is None else _known("string", text)
        if node.type in {"identifier", "member_expression", "subscript_expression", _UNDEFINED}:
            return self._named(node)
        if node.type in {"unary_expression", "update_expression"}:
            return self._unary(node)
        if node.type == "binary_expression":
            return self._binary(node)
        if node.type == "sequence_expression":
            return self.value(node.named_children[-1])._replace(primitive=None, literal=False)
        if node.type in _ALWAYS_TRUE:
            return Value(truthy=True, nullish=False, literal=node.type in _FUNCTIONS or node.type == "regex")
        return _literal(node.type, self._syntax.text(node))

    def _named(self, node: Node) -> Value:
        name = self._dotted(node)
        written = self._define.get(name)
        if written is not None and self._is_global(node):
            return _defined(written)
        if node.type in {"identifier", _UNDEFINED}:
            return _literal(name, name)
        if node.child_by_field_name("optional_chain") is not None:
            target = self.value(node.child_by_field_name("object"))
            return _known(_UNDEFINED) if target.nullish and target.primitive else UNKNOWN
        return UNKNOWN

    def _dotted(self, node: Node) -> str:
        if node.type == "member_expression":
            target, name = node.child_by_field_name("object"), node.child_by_field_name("property")
            return f"{self._dotted(target)}.{self._syntax.text(name)}" if target and name else ""
        if node.type == "subscript_expression":
            target, index = node.child_by_field_name("object"), node.child_by_field_name("index")
            key = self._syntax.string(index) if index is not None else None
            return f"{self._dotted(target)}.{key}" if target and key is not None else ""
        return self._syntax.text(node)

    def _is_global(self, node: Node) -> bool:
        while node.type in {"member_expression", "subscript_expression"}:
            target = node.child_by_field_name("object")
            if target is None:
                return False
            node = target
        if node.type != "identifier":
            return True
        return any(use.node == node for use in uses(self._syntax, self._syntax.text(node), None))

    def _unary(self, node: Node) -> Value:
        operator, argument = node.child_by_field_name("operator"), node.child_by_field_name("argument")
        inner = self.value(argument)
        kind = "" if operator is None else operator.type
        if kind == "void":
            return _known(_UNDEFINED) if inner.primitive is not None else Value(truthy=False, nullish=True)
        if kind == "typeof":
            if inner.primitive is not None:
                return _known("string", inner.primitive[0].replace("null", "object"))
            while argument is not None and argument.type in TRANSPARENT:
                argument = argument.named_children[0]
            is_function = argument is not None and argument.type in _FUNCTIONS
            return _known("string", "function") if is_function else Value(truthy=True, nullish=False)
        if kind == "!" and inner.truthy is not None:
            return _known("boolean", not inner.truthy) if inner.literal else Value(not inner.truthy, nullish=False)
        if kind in {"-", "+"} and inner.primitive is not None:
            number = _number_of(inner.primitive)
            return _NO_NULL if number is None else _known("number", -number if kind == "-" else number)
        return _NO_NULL

    def _binary(self, node: Node) -> Value:
        operator = node.child_by_field_name("operator")
        left, right = self.value(node.child_by_field_name("left")), self.value(node.child_by_field_name("right"))
        kind = "" if operator is None else operator.type
        if kind == "??":
            return left if left.nullish is False else right if left.literal and left.nullish else UNKNOWN
        if kind in {"&&", "||"}:
            return _either(left, right, stops_at=kind == "||")
        if left.primitive is None or right.primitive is None:
            return _NO_NULL
        if kind == "+" and left.primitive[0] == right.primitive[0] == "string":
            return _known("string", f"{left.primitive[1]}{right.primitive[1]}")
        if kind in {"===", "!==", "==", "!="}:
            equal = left.primitive == right.primitive if len(kind) > 2 else _loosely(left.primitive, right.primitive)  # noqa: PLR2004
            return _NO_NULL if equal is None else _known("boolean", equal is (kind[0] == "="))
        return _NO_NULL


def _either(left: Value, right: Value, *, stops_at: bool) -> Value:
    """`a || b` where `stops_at` is true, `a && b` where it is false: one side alone may decide the truth of both."""
    if left.literal:
        return left if left.truthy is stops_at else right
    return Value(truthy=stops_at) if right.truthy is stops_at else UNKNOWN


def _loosely(left: tuple[str, object], right: tuple[str, object]) -> bool | None:
    nothing = {"null", _UNDEFINED}
    if left[0] == right[0]:
        return left[1] == right[1]
    if left[0] in nothing or right[0] in nothing:
        return left[0] in nothing and right[0] in nothing
    return _number_of(left) == _number_of(right) if {left[0], right[0]} <= {"boolean", "number"} else None


def _defined(written: str) -> Value:
    """The value of a `define`: JSON, a string in single quotes, or a name."""
    if len(written) > 1 and written[0] == written[-1] == "'":
        return _known("string", written[1:-1])
    try:
        value = json.loads(written)
    except ValueError:
        return _literal(written, written)
    if isinstance(value, bool):
        return _known("boolean", value)
    if isinstance(value, str):
        return _known("string", value)
    if isinstance(value, (int, float)):
        return _known("number", float(value))
    return _known("null") if value is None else UNKNOWN


def _literal(kind: str, text: str) -> Value:
    if kind in {"true", "false"}:
        return _known("boolean", kind == "true")
    if kind in {"null", _UNDEFINED}:
        return _known(kind)
    if kind in {"NaN", "Infinity"}:
        return _known("number", float(text))
    return _number(text) if kind == "number" else UNKNOWN


def _known(kind: str, value: object = None) -> Value:
    truthy = bool(value) and value == value  # noqa: PLR0124 - NaN is falsy
    return Value(truthy, kind in {"null", _UNDEFINED}, (kind, value), literal=True)


def _number(text: str) -> Value:
    digits = text.replace("_", "").lower()
    if digits.endswith("n"):
        return _known("bigint", int(digits[:-1])) if digits[:-1].isdecimal() else _NO_NULL
    try:
        return _known("number", float(int(digits, 0)) if digits[:2] in {"0x", "0o", "0b"} else float(digits))
    except ValueError:
        return _NO_NULL


def _number_of(primitive: tuple[str, object]) -> float | None:
    kind, value = primitive
    if kind == "boolean":
        return 1.0 if value else 0.0
    if kind == "string":
        text = str(value).strip()
        return float(text) if text.isdecimal() else None if text else 0.0
    if kind == "null":
        return 0.0
    return float(str(value)) if kind == "number" else None
