"""`import("m")` and `require("m")` as facts, with what keeps them from failing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_facts import Import
from bunproof.syntax.javascript_guards import conditions, guards
from bunproof.syntax.javascript_members import member_names, reads, then_reads
from bunproof.syntax.javascript_nodes import ancestors, is_field, outward
from bunproof.syntax.javascript_scopes import scope_of_binding
from bunproof.syntax.javascript_uses import is_type_position, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from bunproof.syntax.javascript_facts import Kind
    from bunproof.syntax.javascript_tree import Syntax


def calls(syntax: Syntax) -> Iterator[Import]:
    """Every call that loads a module by a literal specifier."""
    for node in syntax.words("import", "import"):
        call = next((each for each in ancestors(node) if each.type != "import"), None)
        if call is not None and call.type == "call_expression" and not is_type_position(call):
            yield from _loaded(syntax, call, "dynamic")
    for node in _required(syntax):
        function, call = outward(node)
        if call is not None and call.type == "call_expression" and is_field(call, "function", function):
            yield from _loaded(syntax, call, "require")


def _required(syntax: Syntax) -> Iterator[Node]:
    for use in uses(syntax, "require", None):
        yield use.node
    for node in syntax.words("require", "property_identifier"):  # import.meta.require, module.require
        member = node.parent
        if member is not None and syntax.text(member) in {"import.meta.require", "module.require"}:
            yield member
    for node in syntax.words("createRequire", "identifier"):  # const require = createRequire(import.meta.url)
        call = node.parent
        if call is None or call.type != "call_expression" or not is_field(call, "function", node):
            continue
        yield call
        declarator = call.parent
        name = declarator.child_by_field_name("name") if declarator is not None else None
        scope = scope_of_binding(name) if name is not None else None
        if name is not None and scope is not None:
            for use in uses(syntax, syntax.text(name), scope):
                yield use.node


def _loaded(syntax: Syntax, call: Node, kind: Kind) -> Iterator[Import]:
    arguments = call.child_by_field_name("arguments")
    first = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    while first is not None and first.type in {"comment", "as_expression", "parenthesized_expression"}:
        first = first.next_named_sibling if first.type == "comment" else first.named_children[0]
    specifier = syntax.string(first) if first is not None else None
    if first is None or arguments is None or specifier is None:
        return
    found = [*reads(syntax, call), *(then_reads(syntax, call) if kind == "dynamic" else ())]
    if kind == "dynamic" and call.parent is not None and call.parent.type == "member_expression":
        found = [each for each in found if each.name not in {"then", "catch", "finally"}]
    yield Import(
        kind, specifier, syntax.inside(first), syntax.span(call), member_names(syntax, found),
        tuple(_attributes(syntax, arguments)), typescript=syntax.script.typescript, guards=guards(call),
        conditions=tuple(conditions(syntax, call)),
    )  # fmt: skip


def _attributes(syntax: Syntax, arguments: Node) -> Iterator[tuple[str, str]]:
    """The attributes of `import("m", { with: { type: "macro" } })`."""
    for options in arguments.named_children[1:2]:
        for pair in options.named_children:
            inner = pair.child_by_field_name("value")
            for each in inner.named_children if inner is not None else ():
                key, value = each.child_by_field_name("key"), each.child_by_field_name("value")
                if key is not None and value is not None:
                    yield (syntax.string(key) or syntax.text(key), syntax.string(value) or syntax.text(value))
