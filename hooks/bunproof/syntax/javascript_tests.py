"""Feature tests: does an expression ask whether something is there, and which code does the answer cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_nodes import is_field, outward
from bunproof.syntax.javascript_scopes import function_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tree_sitter import Node

_CONDITIONAL = frozenset({"if_statement", "while_statement", "do_statement", "ternary_expression"})
_COMPARISONS = frozenset({"==", "!=", "===", "!=="})
_LOGICAL = frozenset({"&&", "||", "??"})


def is_test(node: Node) -> bool:  # noqa: PLR0911 - one answer a kind of node
    """Whether the value of this expression is only asked about: `typeof x`, `if (x)`, `x ?? y`, `x?.y`, `x && y`."""
    node, parent = outward(node)
    if parent is None:
        return False
    if parent.type == "unary_expression":
        return any(child.type in {"typeof", "!"} for child in parent.children)
    if parent.type == "binary_expression":
        return _is_tested_operand(node, parent)
    if parent.type in _CONDITIONAL:
        return is_field(parent, "condition", node)
    if parent.type == "member_expression" and is_field(parent, "object", node):
        return parent.child_by_field_name("optional_chain") is not None
    if parent.type == "call_expression" and is_field(parent, "function", node):
        return any(child.type in {"optional_chain", "?."} for child in parent.children)
    return _is_boolean_argument(parent)


def all_covered(uses: Sequence[Node], tests: Sequence[Node]) -> bool:
    """Whether a test speaks for every use: one in a function for that function, one outside of all for the file."""
    if not tests:
        return False
    functions = [function_of(test) for test in tests]
    if None in functions:
        return True
    return all(any(f is not None and f.start_byte <= use.start_byte < f.end_byte for f in functions) for use in uses)


def _is_tested_operand(node: Node, parent: Node) -> bool:
    operator = parent.child_by_field_name("operator")
    kind = "" if operator is None else operator.type
    if kind in _LOGICAL:
        return is_field(parent, "left", node) or is_test(parent)
    return kind in _COMPARISONS


def _is_boolean_argument(parent: Node) -> bool:
    call = parent.parent
    if parent.type != "arguments" or call is None or call.type != "call_expression":
        return False
    function = call.child_by_field_name("function")
    return function is not None and function.type == "identifier" and function.text == b"Boolean"
