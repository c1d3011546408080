"""The imports of a script that esbuild resolves: what TypeScript elides and what cannot run is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.errors import Unreadable
from bunproof.syntax.javascript import statements
from bunproof.syntax.javascript_nodes import TRANSPARENT, is_field
from bunproof.syntax.javascript_scripts import scripts
from bunproof.syntax.javascript_statements import import_statement, re_export
from bunproof.syntax.javascript_tree import Syntax, TooDeep
from bunproof.syntax.javascript_uses import is_type_position, uses
from bunproof.worker.branches import is_dropped, is_handled
from bunproof.worker.constants import Constants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tree_sitter import Node

    from bunproof.source import Source, Span
    from bunproof.syntax.javascript_facts import Import
    from bunproof.worker.packages import Kind


class Record(NamedTuple):
    """One thing to resolve, at its place in the file (without quotes).

    `handled` says that the bundle is made although it cannot be resolved. A `pattern` is a path with `*` for what is
    only known at run time. `names` are the imported names of a
    statement; a `call` is no statement.
    """

    specifier: str
    span: Span
    kind: Kind
    handled: bool = False
    pattern: bool = False
    names: frozenset[str] = frozenset()
    call: bool = False


def records(source: Source, define: Mapping[str, str], keeps: str | None) -> list[Record]:
    """The imports of a file, in order. `keeps` is what `tsconfig.json` says about unused ones (see `TsConfig`).

    Raises Unreadable for a file that is nested too deeply, or too broken.
    """
    found: list[Record] = []
    for script in scripts(source.path, source.utf8):
        syntax = Syntax(source, script)
        try:
            found.extend(_record(each) for each in _statements(syntax) if _survives(each, keeps))
            found.extend(_calls(syntax, Constants(syntax, define)))
        except TooDeep:
            raise Unreadable(source.path, "it is nested too deeply, or too broken, to be read") from None
    return list(_firsts(sorted(found, key=lambda each: each.span)))


def _firsts(found: list[Record]) -> Iterator[Record]:
    """Of equal imports of a file, the first whose failure is not handled: esbuild says no more of the others."""
    seen = set()
    for each in found:
        key = (each.specifier, each.kind, each.call and each.kind == "import")
        if each.handled or key not in seen:
            yield each
        if not each.handled:
            seen.add(key)


def _statements(syntax: Syntax) -> Iterator[Import]:
    for node in statements(syntax, "import", "import_statement"):
        yield from filter(None, [import_statement(syntax, node)])
    for node in statements(syntax, "export", "export_statement"):
        yield from filter(None, [re_export(syntax, node)])


def _record(each: Import) -> Record:
    kind: Kind = "require" if each.kind == "import-equals" else "import"
    return Record(each.specifier, each.span, kind, names=frozenset(name.imported for name in each.names))


def _survives(each: Import, keeps: str | None) -> bool:
    if each.type_only:
        return False
    if each.kind != "import" or not each.typescript or keeps == "all":
        return True
    bound = [name for name in each.names if name.form != "member"]
    if keeps == "names":
        return any(not name.type_only for name in bound)
    return any(name.is_value for name in bound)


def _calls(syntax: Syntax, constants: Constants) -> Iterator[Record]:
    for call, kind in _loading(syntax):
        arguments = call.child_by_field_name("arguments")
        given = [each for each in arguments.named_children if each.type != "comment"] if arguments is not None else []
        if not given or (kind == "require" and len(given) != 1) or is_dropped(call, constants):
            continue
        handled = is_handled(call, dynamic=kind == "import")
        for specifier, node, pattern in _specifiers(syntax, given[0], constants):
            span = syntax.inside(node) if node.type in {"string", "template_string"} else syntax.span(node)
            yield Record(specifier, span, kind, handled, pattern, call=True)


def _loading(syntax: Syntax) -> Iterator[tuple[Node, Kind]]:
    for token in syntax.words("import", "import"):
        node = token.parent
        while node is not None and node.type not in {"call_expression", "import_statement", "program"}:
            node = node.parent
        if node is not None and node.type == "call_expression" and node.start_byte == token.start_byte:
            target = node.child_by_field_name("function")
            if (
                target is not None
                and target.end_byte - token.start_byte <= len("import.source")
                and not is_type_position(node)
            ):
                yield node, "import"
    yield from ((call, "import") for call in _phased(syntax))
    for use in uses(syntax, "require", None):
        call = use.node.parent
        if call is None or call.type != "call_expression" or not is_field(call, "function", use.node):
            continue
        if not any(child.type in {"optional_chain", "?."} for child in call.children):
            yield call, "require"


def _phased(syntax: Syntax) -> Iterator[Node]:
    """`import.source()` and `import.defer()`, of which the grammar takes `import.` for an error."""
    for phase in ("source", "defer"):
        for token in syntax.words(phase, "identifier"):
            call = token.parent
            after = syntax.data[: token.start_byte].endswith(b"import.")
            if after and call is not None and call.type == "call_expression":
                yield call


def _specifiers(syntax: Syntax, node: Node, constants: Constants) -> Iterator[tuple[str, Node, bool]]:
    """The strings that an argument may be, each with its node, and whether it is a pattern."""
    while node.type in TRANSPARENT:
        node = next(child for child in node.named_children if child.type != "comment")
    if node.type == "ternary_expression":
        for branch in ("consequence", "alternative"):
            inner = node.child_by_field_name(branch)
            if inner is not None:
                yield from _specifiers(syntax, inner, constants)
        return
    known = constants.value(node)
    if known.primitive is not None:
        if known.primitive[0] == "string":
            yield str(known.primitive[1]), node, False
        return
    pattern = "".join(_pattern(syntax, node))
    if pattern.startswith(("./", "../")) and "*" in pattern:
        yield pattern, node, True


def _pattern(syntax: Syntax, node: Node) -> Iterator[str]:
    text = syntax.string(node)
    if text is not None:
        yield text
    elif node.type == "template_string":
        for child in node.named_children:
            yield "*" if child.type == "template_substitution" else syntax.text(child)
    elif node.type == "binary_expression" and any(child.type == "+" for child in node.children):
        for side in ("left", "right"):
            inner = node.child_by_field_name(side)
            if inner is not None:
                yield from _pattern(syntax, inner)
    else:
        yield "*"
