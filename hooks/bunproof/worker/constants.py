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
    {"object", "array", "function_expression", "arrow_function", "class", "regex", "new_expression"}
)
_UNDEFINED = "undefined"


class Value(NamedTuple):
    """What is known: the primitive itself, as (type, value), or that it is truthy or falsy."""

    truthy: bool
    primitive: tuple[str, object] | None = None


class Constants:
    """The known values of one script, under the definitions of one entry."""

    def __init__(self, syntax: Syntax, define: Mapping[str, str]) -> None:
        self._syntax = syntax
        self._define = define

    def value(self, node: Node | None) -> Value | None:  # noqa: PLR0911 - one for each kind of expression
        """What is known of an expression; None where nothing is."""
        while node is not None and node.type in TRANSPARENT:
            node = next((child for child in node.named_children if child.type != "comment"), None)
        if node is None:
            return None
        if node.type in {"string", "template_string"}:
            text = self._syntax.string(node)
            return None if text is None else Value(bool(text), ("string", text))
        if node.type in {"identifier", "member_expression", "subscript_expression", _UNDEFINED}:
            return self._named(node)
        if node.type == "unary_expression":
            return self._unary(node)
        if node.type == "binary_expression":
            return self._binary(node)
        if node.type == "sequence_expression":
            return self.value(node.named_children[-1])
        return Value(truthy=True) if node.type in _ALWAYS_TRUE else _literal(node.type, self._syntax.text(node))

    def _named(self, node: Node) -> Value | None:
        name = self._dotted(node)
        written = self._define.get(name)
        if written is not None and self._is_global(node):
            return _defined(written)
        return _literal(name, name) if node.type in {"identifier", _UNDEFINED} else None

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

    def _unary(self, node: Node) -> Value | None:  # noqa: PLR0911 - one for each operator
        operator, argument = node.child_by_field_name("operator"), node.child_by_field_name("argument")
        if operator is None:
            return None
        if operator.type == "void":
            return _literal(_UNDEFINED, "")
        known = self.value(argument)
        if known is None:
            return None
        if operator.type == "!":
            return Value(not known.truthy, ("boolean", not known.truthy))
        if operator.type == "typeof" and known.primitive is not None:
            return Value(truthy=True, primitive=("string", known.primitive[0].replace("null", "object")))
        if operator.type in {"-", "+"} and known.primitive is not None and known.primitive[0] == "number":
            number = float(str(known.primitive[1]))
            return Value(known.truthy, ("number", -number if operator.type == "-" else number))
        return None

    def _binary(self, node: Node) -> Value | None:
        operator = node.child_by_field_name("operator")
        left, right = self.value(node.child_by_field_name("left")), self.value(node.child_by_field_name("right"))
        kind = "" if operator is None else operator.type
        if kind in {"&&", "||"}:
            return _either(left, right, stops_at=kind == "||")
        if left is None or right is None or left.primitive is None or right.primitive is None:
            return None
        if kind == "+" and left.primitive[0] == right.primitive[0] == "string":
            text = f"{left.primitive[1]}{right.primitive[1]}"
            return Value(bool(text), ("string", text))
        if kind in {"===", "!==", "==", "!="}:
            equal = left.primitive == right.primitive if len(kind) > 2 else _loosely(left.primitive, right.primitive)  # noqa: PLR2004
            same = equal is (kind[0] == "=")
            return None if equal is None else Value(same, ("boolean", same))
        return None


def _either(left: Value | None, right: Value | None, *, stops_at: bool) -> Value | None:
    """`a || b` where `stops_at` is true, `a && b` where it is false: one side alone may decide the truth of both."""
    if left is not None:
        return left if left.truthy is stops_at else right
    return Value(stops_at) if right is not None and right.truthy is stops_at else None


def _loosely(left: tuple[str, object], right: tuple[str, object]) -> bool | None:
    nothing = {"null", _UNDEFINED}
    if left[0] == right[0]:
        return left[1] == right[1]
    if left[0] in nothing or right[0] in nothing:
        return left[0] in nothing and right[0] in nothing
    if {left[0], right[0]} <= {"boolean", "number"}:
        return float(str(int(left[1]) if isinstance(left[1], bool) else left[1])) == float(
            str(int(right[1]) if isinstance(right[1], bool) else right[1])
        )
    return None


def _defined(written: str) -> Value | None:
    """The value of a `define`: JSON, a string in single quotes, or a name."""
    if len(written) > 1 and written[0] == written[-1] == "'":
        return Value(bool(written[1:-1]), ("string", written[1:-1]))
    try:
        value = json.loads(written)
    except ValueError:
        return _literal(written, written)
    if isinstance(value, bool):
        return Value(value, ("boolean", value))
    if isinstance(value, str):
        return Value(bool(value), ("string", value))
    if isinstance(value, (int, float)):
        return Value(bool(value), ("number", float(value)))
    return Value(truthy=False, primitive=("null", None)) if value is None else None


def _literal(kind: str, text: str) -> Value | None:
    if kind in {"true", "false"}:
        return Value(kind == "true", ("boolean", kind == "true"))
    if kind == "null":
        return Value(truthy=False, primitive=("null", None))
    if kind == _UNDEFINED:
        return Value(truthy=False, primitive=(_UNDEFINED, None))
    if kind in {"NaN", "Infinity"}:
        return Value(kind == "Infinity", ("number", float(text)))
    return _number(text) if kind == "number" else None


def _number(text: str) -> Value | None:
    digits = text.replace("_", "").lower()
    big = digits.endswith("n")
    try:
        number = float(int(digits.rstrip("n"), 0)) if big or digits[:2] in {"0x", "0o", "0b"} else float(digits)
    except ValueError:
        return None
    return Value(bool(number), ("bigint" if big else "number", number))
