"""What keeps a call from failing: try, `.catch()`, and the conditions under which it is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_nodes import ancestors, is_field, outward
from bunproof.syntax.javascript_scopes import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from bunproof.syntax.javascript_facts import Guard
    from bunproof.syntax.javascript_tree import Syntax

_EXITS = frozenset({"return_statement", "throw_statement", "continue_statement", "break_statement"})


def guards(call: Node) -> frozenset[Guard]:
    """How a failure of this call is caught."""
    found: set[Guard] = set()
    if _is_caught(call):
        found.add("catch")
    child, same_function = call, True
    for parent in ancestors(call):
        if parent.type in FUNCTIONS:
            same_function = False
        elif parent.type == "try_statement" and is_field(parent, "body", child):
            if same_function:
                found.add("try")
            if parent.child_by_field_name("handler") is not None:
                found.add("handler")
        child = parent
    return frozenset(found)


def conditions(syntax: Syntax, call: Node) -> Iterator[str]:
    """What must hold for the call to be reached, innermost first, as source text."""
    child = call
    for parent in ancestors(call):
        if parent.type in {"if_statement", "ternary_expression"}:
            yield from _branch(syntax, parent, child)
        elif parent.type == "binary_expression" and is_field(parent, "right", child):
            yield from _short_circuit(syntax, parent)
        elif parent.type in {"statement_block", "program"}:
            yield from _early_exits(syntax, parent, child)
        child = parent


def _is_caught(call: Node) -> bool:
    node, parent = outward(call)
    while parent is not None and parent.type == "member_expression" and is_field(parent, "object", node):
        method, chained = parent.child_by_field_name("property"), parent.parent
        if method is None or chained is None or chained.type != "call_expression":
            return False
        arguments = chained.child_by_field_name("arguments")
        given = 0 if arguments is None else len(arguments.named_children)
        if (method.text == b"catch" and given) or (method.text == b"then" and given > 1):
            return True
        node, parent = outward(chained)
    return False


def _branch(syntax: Syntax, parent: Node, child: Node) -> Iterator[str]:
    condition = parent.child_by_field_name("condition")
    if condition is None or condition == child:
        return
    text = syntax.text(condition)
    text = text[1:-1].strip() if condition.type == "parenthesized_expression" else text
    yield text if is_field(parent, "consequence", child) else f"!({text})"


def _short_circuit(syntax: Syntax, parent: Node) -> Iterator[str]:
    operator, left = parent.child_by_field_name("operator"), parent.child_by_field_name("left")
    if operator is not None and left is not None and operator.type in {"&&", "||", "??"}:
        yield syntax.text(left) if operator.type == "&&" else f"!({syntax.text(left)})"


def _early_exits(syntax: Syntax, block: Node, child: Node) -> Iterator[str]:
    """`if (condition) return;` before the call."""
    exits = syntax.known_exits.get(block.id)
    if exits is None:
        exits = syntax.known_exits[block.id] = list(_exits(syntax, block))
    return (text for start, text in exits if start < child.start_byte)


def _exits(syntax: Syntax, block: Node) -> Iterator[tuple[int, str]]:
    """Where each `if (condition) return;` of a block starts, with what must hold behind it."""
    for statement in block.named_children:
        if statement.type == "if_statement" and statement.child_by_field_name("alternative") is None:
            consequence = statement.child_by_field_name("consequence")
            last = consequence
            if consequence is not None and consequence.type == "statement_block":
                last = consequence.named_children[-1] if consequence.named_children else None
            if last is not None and last.type in _EXITS and consequence is not None:
                for text in _branch(syntax, statement, consequence):
                    yield statement.start_byte, f"!({text})"
