"""Which scope declares a name: enough of ECMAScript's scoping to tell a shadowed name from an imported one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_nodes import ancestors, is_field

if TYPE_CHECKING:
    from tree_sitter import Node

FUNCTIONS = frozenset(
    {
        "function_declaration", "function_expression", "generator_function", "generator_function_declaration",
        "arrow_function", "method_definition", "function_signature", "method_signature", "abstract_method_signature",
        "function_type", "constructor_type", "call_signature", "construct_signature",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {"program", "statement_block", "for_statement", "for_in_statement", "switch_body", "class_static_block"}
)
_PATTERNS = {
    "object_pattern": None, "array_pattern": None, "rest_pattern": None, "pair_pattern": "value",
    "assignment_pattern": "left", "object_assignment_pattern": "left",
}  # fmt: skip
_NAMED = {
    "function_declaration": True, "generator_function_declaration": True, "class_declaration": True,
    "abstract_class_declaration": True, "enum_declaration": True, "internal_module": True, "function_signature": True,
    "type_alias_declaration": True, "interface_declaration": True,
    "function_expression": False, "generator_function": False, "class": False,
}  # fmt: skip


def scope_of_binding(node: Node) -> Node | None:
    """The node whose scope this identifier declares its name in, or None where it declares nothing."""
    parent = node.parent
    if parent is None:
        return None
    if parent.type in _NAMED and is_field(parent, "name", node):
        return block_of(parent) if _NAMED[parent.type] else parent
    if parent.type == "type_parameter" and is_field(parent, "name", node):
        return next((each for each in ancestors(parent) if each.type != "type_parameters"), None)
    while parent is not None and parent.type in _PATTERNS:
        field = _PATTERNS[parent.type]
        if field is not None and not is_field(parent, field, node):
            return None
        node, parent = parent, parent.parent
    return None if parent is None else _owner(node, parent)


def block_of(node: Node) -> Node | None:
    """The innermost block around a node."""
    return next((each for each in ancestors(node) if each.type in _BLOCKS), None)


def function_of(node: Node) -> Node | None:
    """The innermost function around a node; None in a module's own code."""
    return next((each for each in ancestors(node) if each.type in FUNCTIONS), None)


def declared_in(node: Node, scopes: set[int], outermost: Node | None) -> bool:
    """Whether one of the scopes (ids of nodes) lies around a node, below `outermost`."""
    if not scopes:
        return False
    for each in ancestors(node):
        if outermost is not None and each == outermost:
            return False
        if each.id in scopes:
            return True
    return False


def _owner(node: Node, parent: Node) -> Node | None:  # noqa: PLR0911 - one answer a kind of node
    if parent.type == "variable_declarator" and is_field(parent, "name", node):
        declaration = parent.parent
        if declaration is not None and declaration.type == "variable_declaration":  # `var`
            return next((each for each in ancestors(parent) if each.type in FUNCTIONS or each.type == "program"), None)
        return block_of(parent)
    if parent.type in {"required_parameter", "optional_parameter"} and is_field(parent, "pattern", node):
        return function_of(parent)
    if parent.type == "formal_parameters":
        return parent.parent
    if parent.type == "arrow_function" and is_field(parent, "parameter", node):
        return parent
    if parent.type == "catch_clause" and is_field(parent, "parameter", node):
        return parent
    if parent.type == "for_in_statement" and is_field(parent, "left", node):
        return parent if parent.child_by_field_name("kind") is not None else None
    return None
