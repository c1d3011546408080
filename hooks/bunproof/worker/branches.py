"""Where a call stands, as esbuild sees it: in a branch that is dropped, or where a failure is handled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_nodes import ancestors, is_field, outward
from bunproof.syntax.javascript_scopes import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from bunproof.worker.constants import Constants

_BOUNDARIES = FUNCTIONS | {"class_static_block"}
_LEAVES = frozenset({"break_statement", "return_statement", "throw_statement", "continue_statement"})


def is_dropped(node: Node, constants: Constants) -> bool:
    """Whether a constant condition keeps this code from running; functions in between change nothing."""
    child = node
    for parent in ancestors(node):
        if parent.type in {"if_statement", "ternary_expression"}:
            if _is_other_branch(parent, child, constants):
                return True
        elif parent.type == "binary_expression":
            if is_field(parent, "right", child) and _is_short_circuited(parent, constants):
                return True
        elif parent.type == "switch_body" and _is_other_case(parent, child, constants):
            return True
        child = parent
    return False


def is_handled(call: Node, *, dynamic: bool) -> bool:
    """Whether esbuild lets this call fail at run time.

    `require` must stand in the body of a `try` statement of its own function, with or without `catch`. be
    awaited there, or be followed by `.catch()`, or by `.then()` with a second function.
    """
    if not dynamic:
        return _is_in_try(call)
    _, parent = outward(call)
    if parent is not None and parent.type == "await_expression":
        return _is_in_try(parent)
    return _is_caught(call)


def _is_in_try(node: Node) -> bool:
    child = node
    for parent in ancestors(node):
        if parent.type in _BOUNDARIES:
            return False
        if parent.type == "try_statement" and is_field(parent, "body", child):
            return True
        child = parent
    return False


def _is_caught(call: Node) -> bool:
    node, parent = outward(call)
    while parent is not None and parent.type == "member_expression" and is_field(parent, "object", node):
        method, chained = parent.child_by_field_name("property"), parent.parent
        if method is None or chained is None or chained.type != "call_expression":
            return False
        arguments = chained.child_by_field_name("arguments")
        given = [each for each in arguments.named_children if each.type != "comment"] if arguments is not None else []
        if method.text == b"catch" or (method.text == b"then" and len(given) > 1):
            return True
        if method.text != b"then":
            return False
        node, parent = outward(chained)
    return False


def _is_other_branch(parent: Node, child: Node, constants: Constants) -> bool:
    condition = parent.child_by_field_name("condition")
    if condition is None or condition == child:
        return False
    known = constants.value(condition)
    return known.truthy is not None and known.truthy is not is_field(parent, "consequence", child)


def _is_short_circuited(parent: Node, constants: Constants) -> bool:
    operator = parent.child_by_field_name("operator")
    known = constants.value(parent.child_by_field_name("left"))
    kind = "" if operator is None else operator.type
    if kind == "??":
        return known.nullish is False
    return (kind == "&&" and known.truthy is False) or (kind == "||" and known.truthy is True)


def _is_other_case(body: Node, child: Node, constants: Constants) -> bool:
    """Whether a `case` is never reached: its value is another one, or an earlier case has the value."""
    given = constants.value(body.parent.child_by_field_name("value") if body.parent is not None else None)
    cases = [each for each in body.named_children if each.type in {"switch_case", "switch_default"}]
    if given.primitive is None or child not in cases:
        return False
    matches = list(_matches(cases, given.primitive, constants))
    reached = False
    for case, match in zip(cases, matches, strict=True):
        found = True not in matches if case.type == "switch_default" else match is not False
        reached = reached or found
        if case == child:
            return not reached
        last = case.named_children[-1] if case.named_children else None
        reached = reached and not (last is not None and last.type in _LEAVES)
    return False


def _matches(cases: list[Node], given: tuple[str, object], constants: Constants) -> Iterator[bool | None]:
    """Whether each case has the value; None where that is not known, or for `default`."""
    taken = False
    for case in cases:
        value = case.child_by_field_name("value")
        known = constants.value(value).primitive
        match = None if value is None else False if taken else None if known is None else known == given
        taken = taken or match is True
        yield match
