"""Where a binding is used, and how: as a value, as a type, or to ask whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.syntax.javascript_nodes import ancestors, is_field
from bunproof.syntax.javascript_scopes import declared_in, scope_of_binding
from bunproof.syntax.javascript_tests import is_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from bunproof.syntax.javascript_tree import Syntax

_REFERENCES = (
    "identifier",
    "shorthand_property_identifier",
    "type_identifier",
    "shorthand_property_identifier_pattern",
)
_TYPE_CONTEXTS = frozenset(
    {
        "type_annotation", "type_arguments", "type_parameters", "type_query", "type_alias_declaration",
        "interface_declaration", "implements_clause", "extends_type_clause", "nested_type_identifier", "generic_type",
        "ambient_declaration", "function_signature", "as_type", "object_type", "union_type", "intersection_type",
        "index_type_query", "lookup_type", "type_predicate", "asserts_annotation", "type_predicate_annotation",
        "array_type", "readonly_type", "tuple_type", "conditional_type", "function_type", "constructor_type",
    }
)  # fmt: skip
_LITERALS = frozenset({"jsx_text"})


class Use(NamedTuple):
    """One reference. `how` is "value", "test", "type" or "export"."""

    node: Node
    how: str


def uses(syntax: Syntax, name: str, scope: Node | None) -> Iterator[Use]:
    """The references to the binding `name` of `scope`; None means a global, which no scope declares."""
    known = syntax.known_uses.setdefault(name, {})
    at = -1 if scope is None else scope.id
    if at in known:  # the same name again, as where it is imported twice
        yield from known[at]
        return
    found = []
    for use in _found(syntax, name, scope):
        found.append(use)
        yield use
    known[at] = tuple(found)


def _found(syntax: Syntax, name: str, scope: Node | None) -> Iterator[Use]:
    nodes = list(syntax.words(name, *_REFERENCES))
    shadows: set[int] = set()
    references = []
    for node in nodes:
        owner = scope_of_binding(node)
        if owner is not None:
            shadows.add(owner.id)
        elif not _is_import_name(node):
            references.append(node)
    if scope is not None:
        shadows.discard(scope.id)
    for node in references:
        if (scope is None or _within(node, scope)) and not declared_in(node, shadows, scope):
            yield Use(node, _how(node))


def is_type_position(node: Node) -> bool:
    """Whether a node stands where only types are meant."""
    return any(parent.type in _TYPE_CONTEXTS for parent in ancestors(node))


def _is_import_name(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type in {
        "import_specifier", "import_clause", "namespace_import", "import_require_clause", "namespace_export",
    }  # fmt: skip


def _within(node: Node, scope: Node) -> bool:
    return scope.start_byte <= node.start_byte and node.end_byte <= scope.end_byte


def _how(node: Node) -> str:
    parent = node.parent
    if parent is not None and parent.type == "export_specifier":
        statement = next((each for each in ancestors(node) if each.type == "export_statement"), None)
        if statement is not None and statement.child_by_field_name("source") is not None:
            return "type"
        type_only = any(child.type == "type" for each in (statement, parent) if each for child in each.children)
        return "type" if type_only or not is_field(parent, "name", node) else "export"
    if node.type == "type_identifier" or is_type_position(node):
        return "type"
    return "test" if is_test(node) else "value"
