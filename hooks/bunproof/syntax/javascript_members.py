"""What is read from an expression that yields a module: `x.name`, `x["name"]`, `const { name } = x`, `x.then(...)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.syntax.javascript_facts import Name
from bunproof.syntax.javascript_nodes import is_field, outward
from bunproof.syntax.javascript_scopes import scope_of_binding
from bunproof.syntax.javascript_tests import all_covered, is_test
from bunproof.syntax.javascript_uses import uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from bunproof.syntax.javascript_tree import Syntax

    Followed = set[tuple[str, int, int]]  # bindings: a name, and where its scope begins and ends


class Read(NamedTuple):
    """One property read. `reads` are the places where its value is used, `tests` where only its presence is asked."""

    name: str
    token: Node
    local: str
    reads: tuple[Node, ...]
    tests: tuple[Node, ...]


def reads(syntax: Syntax, node: Node, followed: Followed | None = None) -> Iterator[Read]:
    """The properties read from an expression, also through a local binding of it.

    `followed` are the bindings that were seen on the way: each is followed once, for `a = b; b = a` has no end.
    """
    followed = set() if followed is None else followed
    node, parent = outward(node)
    if parent is None:
        return
    if parent.type == "await_expression":
        yield from reads(syntax, parent, followed)
    elif parent.type in {"member_expression", "subscript_expression"} and is_field(parent, "object", node):
        yield from _property(syntax, parent)
    elif parent.type == "variable_declarator" and is_field(parent, "value", node):
        yield from _bound(syntax, parent.child_by_field_name("name"), followed)
    elif parent.type == "assignment_expression" and is_field(parent, "right", node):
        yield from _bound(syntax, parent.child_by_field_name("left"), followed)
    elif parent.type == "binary_expression" and is_field(parent, "right", node):
        yield from _asked(syntax, parent)


def bound_reads(syntax: Syntax, name: str, scope: Node, followed: Followed | None = None) -> Iterator[Read]:
    """The properties read from a local binding of a module."""
    followed = set() if followed is None else followed
    binding = (name, scope.start_byte, scope.end_byte)
    if binding in followed:
        return
    followed.add(binding)
    for use in uses(syntax, name, scope):
        if use.how in {"value", "test"}:
            yield from reads(syntax, use.node, followed)


def member_names(syntax: Syntax, found: Iterable[Read]) -> tuple[Name, ...]:
    """Reads as facts. A test of a name covers every read of that name."""
    found = list(found)
    by_name: dict[str, tuple[list[Node], list[Node]]] = {}
    for each in found:
        reading, testing = by_name.setdefault(each.name, ([], []))
        reading.extend(each.reads)
        testing.extend(each.tests)
    return tuple(
        Name(
            each.name, each.local, syntax.span(each.token), "member",
            uses=tuple(map(syntax.span, each.reads)), tested=tuple(map(syntax.span, each.tests)),
            guarded=all_covered(*by_name[each.name]),
        )
        for each in found
    )  # fmt: skip


def then_reads(syntax: Syntax, promise: Node) -> Iterator[Read]:
    """The properties that `promise.then((module) => ...)` reads."""
    node, parent = outward(promise)
    if parent is None or parent.type != "member_expression" or not is_field(parent, "object", node):
        return
    method, call = parent.child_by_field_name("property"), parent.parent
    if method is None or method.text != b"then" or call is None or call.type != "call_expression":
        return
    arguments = call.child_by_field_name("arguments")
    callback = arguments.named_children[0] if arguments is not None and arguments.named_children else None
    if callback is None or callback.type not in {"arrow_function", "function_expression"}:
        return
    parameter = callback.child_by_field_name("parameter")
    if parameter is None:
        parameters = callback.child_by_field_name("parameters")
        first = parameters.named_children[0] if parameters is not None and parameters.named_children else None
        parameter = first.child_by_field_name("pattern") if first is not None else None
    yield from _bound(syntax, parameter, set())


def _property(syntax: Syntax, expression: Node) -> Iterator[Read]:
    token = expression.child_by_field_name("property")
    if token is None:
        token = expression.child_by_field_name("index")
        name = syntax.string(token) if token is not None else None
    else:
        name = syntax.text(token)
    if token is not None and name is not None and not _is_written(expression):
        tested = is_test(expression)
        yield Read(name, token, "", () if tested else (expression,), (expression,) if tested else ())


def _is_written(expression: Node) -> bool:
    parent = expression.parent
    return parent is not None and parent.type == "assignment_expression" and is_field(parent, "left", expression)


def _bound(syntax: Syntax, pattern: Node | None, followed: Followed) -> Iterator[Read]:
    if pattern is None:
        return
    if pattern.type == "identifier":
        scope = scope_of_binding(pattern)
        if scope is not None:
            yield from bound_reads(syntax, syntax.text(pattern), scope, followed)
    elif pattern.type == "object_pattern":
        for child in pattern.named_children:
            yield from _destructured(syntax, child)


def _destructured(syntax: Syntax, child: Node) -> Iterator[Read]:
    has_default = child.type == "object_assignment_pattern"
    token: Node | None = child
    local: Node | None = child
    if has_default:
        token = local = child.child_by_field_name("left")
    elif child.type == "pair_pattern":
        token, local = child.child_by_field_name("key"), child.child_by_field_name("value")
        if local is not None and local.type == "assignment_pattern":
            has_default, local = True, local.child_by_field_name("left")
    if token is None or local is None or child.type == "rest_pattern":
        return
    name = syntax.string(token) if token.type == "string" else syntax.text(token)
    if name is None or token.type == "computed_property_name":
        return
    scope = scope_of_binding(local)
    found = list(uses(syntax, syntax.text(local), scope)) if scope is not None else []
    yield Read(
        name, token, syntax.text(local) if scope is not None else "",
        tuple(use.node for use in found if use.how in {"value", "export"}),
        tuple(use.node for use in found if use.how == "test") + ((token,) if has_default else ()),
    )  # fmt: skip


def _asked(syntax: Syntax, expression: Node) -> Iterator[Read]:
    operator, left = expression.child_by_field_name("operator"), expression.child_by_field_name("left")
    name = syntax.string(left) if operator is not None and operator.type == "in" and left is not None else None
    if left is not None and name is not None:
        yield Read(name, left, "", (), (left,))
