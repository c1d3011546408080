"""Expressions that esbuild knows the value of, so that it drops the branch that cannot run.

It knows literals, names and members that `define` replaces, comparisons of the two with `==` and `===`, `!`, `&&`,
`||`, `typeof` of a literal, and the truth of objects, functions and regular expressions. It follows no `const`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_nodes import TRANSPARENT
from bunproof.syntax.javascript_uses import uses
from bunproof.worker.values import (
    NO_NULL,
    UNDEFINED,
    UNKNOWN,
    Value,
    defined,
    either,
    known,
    literal,
    loosely,
    number_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

    from bunproof.syntax.javascript_tree import Syntax

_ALWAYS_TRUE = frozenset(
    {"object", "array", "function_expression", "generator_function", "arrow_function", "class", "regex"}
)
_FUNCTIONS = frozenset({"function_expression", "generator_function", "arrow_function"})


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
            return UNKNOWN if text is None else known("string", text)
        if node.type in {"identifier", "member_expression", "subscript_expression", UNDEFINED}:
            return self._named(node)
        if node.type in {"unary_expression", "update_expression"}:
            return self._unary(node)
        if node.type == "binary_expression":
            return self._binary(node)
        if node.type == "sequence_expression":
            return self.value(node.named_children[-1])._replace(primitive=None, literal=False)
        if node.type in _ALWAYS_TRUE:
            return Value(truthy=True, nullish=False, literal=node.type in _FUNCTIONS or node.type == "regex")
        return literal(node.type, self._syntax.text(node))

    def _named(self, node: Node) -> Value:
        name = self._dotted(node)
        written = self._define.get(name)
        if written is not None and self._is_global(node):
            return defined(written)
        if node.type in {"identifier", UNDEFINED}:
            return literal(name, name)
        if node.child_by_field_name("optional_chain") is not None:
            target = self.value(node.child_by_field_name("object"))
            return known(UNDEFINED) if target.nullish and target.primitive else UNKNOWN
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
            return known(UNDEFINED) if inner.primitive is not None else Value(truthy=False, nullish=True)
        if kind == "typeof":
            if inner.primitive is not None:
                return known("string", inner.primitive[0].replace("null", "object"))
            while argument is not None and argument.type in TRANSPARENT:
                argument = argument.named_children[0]
            is_function = argument is not None and argument.type in _FUNCTIONS
            return known("string", "function") if is_function else Value(truthy=True, nullish=False)
        if kind == "!" and inner.truthy is not None:
            return known("boolean", not inner.truthy) if inner.literal else Value(not inner.truthy, nullish=False)
        if kind in {"-", "+"} and inner.primitive is not None:
            number = number_of(inner.primitive)
            return NO_NULL if number is None else known("number", -number if kind == "-" else number)
        return NO_NULL

    def _binary(self, node: Node) -> Value:
        operator = node.child_by_field_name("operator")
        left, right = self.value(node.child_by_field_name("left")), self.value(node.child_by_field_name("right"))
        kind = "" if operator is None else operator.type
        if kind == "??":
            return left if left.nullish is False else right if left.literal and left.nullish else UNKNOWN
        if kind in {"&&", "||"}:
            return either(left, right, stops_at=kind == "||")
        if left.primitive is None or right.primitive is None:
            return NO_NULL
        if kind == "+" and left.primitive[0] == right.primitive[0] == "string":
            return known("string", f"{left.primitive[1]}{right.primitive[1]}")
        if kind in {"===", "!==", "==", "!="}:
            equal = left.primitive == right.primitive if len(kind) > 2 else loosely(left.primitive, right.primitive)  # noqa: PLR2004
            return NO_NULL if equal is None else known("boolean", equal is (kind[0] == "="))
        return NO_NULL
