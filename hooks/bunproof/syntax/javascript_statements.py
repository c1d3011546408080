"""Import and export statements as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.syntax.javascript_facts import Export, Import, Name
from bunproof.syntax.javascript_members import bound_reads, member_names
from bunproof.syntax.javascript_nodes import is_field
from bunproof.syntax.javascript_tests import all_covered
from bunproof.syntax.javascript_uses import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from bunproof.syntax.javascript_facts import Form
    from bunproof.syntax.javascript_tree import Syntax


def import_statement(syntax: Syntax, node: Node) -> Import | None:
    """The fact of an `import_statement`; None where its specifier is missing (the grammar has recovered from an error)."""
    clause = next((child for child in node.named_children if child.type.endswith("_clause")), None)
    holder = clause if clause is not None and clause.type == "import_require_clause" else node
    source = holder.child_by_field_name("source")
    specifier = syntax.string(source) if source is not None else None
    if source is None or specifier is None:
        return None
    type_only = any(child.type in {"type", "typeof"} for child in node.children)
    kind = "import-equals" if holder is not node else "import" if clause is not None else "side-effect"
    names = tuple(_imported(syntax, clause)) if clause is not None else ()
    return Import(
        kind,  # type: ignore[arg-type]
        specifier, syntax.inside(source), syntax.span(node), names, _attributes(syntax, node), type_only,
        syntax.script.typescript,
    )  # fmt: skip


def re_export(syntax: Syntax, node: Node) -> Import | None:
    """The fact of an `export_statement` with a specifier; None for one without."""
    source = node.child_by_field_name("source")
    specifier = syntax.string(source) if source is not None else None
    if source is None or specifier is None:
        return None
    clause = next((each for each in node.named_children if each.type in {"export_clause", "namespace_export"}), None)
    return Import(
        "export-all" if clause is None else "re-export", specifier, syntax.inside(source), syntax.span(node),
        tuple(_re_exported(syntax, clause)) if clause is not None else (), _attributes(syntax, node),
        _is_type_only(syntax, node), syntax.script.typescript,
    )  # fmt: skip


def exports(syntax: Syntax, node: Node) -> Iterator[Export]:
    """The names that an `export_statement` adds to the module."""
    type_only = _is_type_only(syntax, node)
    source = node.child_by_field_name("source")
    specifier = (syntax.string(source) or "") if source is not None else ""
    default = next((child for child in node.children if child.type == "default"), None)
    declaration = node.child_by_field_name("declaration") or node.child_by_field_name("value")
    if default is not None:
        yield Export("default", *_default(syntax, declaration), syntax.span(default), _what(declaration))
        return
    if declaration is not None:
        yield from _declared(syntax, declaration)
    for child in node.named_children:
        if child.type == "namespace_export":
            token = child.named_children[0]
            yield Export(
                syntax.string(token) or syntax.text(token), "*", syntax.span(token), "re-export", type_only, specifier
            )
        elif child.type == "export_clause":
            for each in child.named_children:
                yield from _clause_export(syntax, each, specifier, type_only=type_only)


def _imported(syntax: Syntax, clause: Node) -> Iterator[Name]:
    equals = clause.type == "import_require_clause"
    for child in clause.named_children:
        if child.type == "identifier":
            yield from _binding(syntax, child, child, "*" if equals else "default", "namespace" if equals else "named")
        elif child.type == "namespace_import":
            token = child.named_children[-1]
            yield from _binding(syntax, token, token, "*", "namespace")
        elif child.type == "named_imports":
            for each in child.named_children:
                name = each.child_by_field_name("name")
                if each.type == "import_specifier" and name is not None:
                    imported = syntax.string(name) or syntax.text(name)
                    yield from _binding(
                        syntax, name, each.child_by_field_name("alias") or name, imported, "named",
                        type_only=any(token.type in {"type", "typeof"} for token in each.children),
                    )  # fmt: skip


def _binding(  # noqa: PLR0913 - the parts of one specifier
    syntax: Syntax, name: Node, local: Node, imported: str, form: Form, *, type_only: bool = False
) -> Iterator[Name]:
    text = syntax.text(local)
    found = list(uses(syntax, text, syntax.root))
    values = [use.node for use in found if use.how in {"value", "test"}]
    tests = [use.node for use in found if use.how == "test"]
    yield Name(
        imported, text, syntax.span(name), form, type_only, tuple(map(syntax.span, values)),
        tuple(map(syntax.span, tests)), all_covered(values, tests), any(use.how == "export" for use in found), tuple(syntax.span(use.node) for use in found if use.how == "type"),
    )  # fmt: skip
    if imported in {"*", "default"} and not type_only:
        yield from member_names(syntax, bound_reads(syntax, text, syntax.root))


def _re_exported(syntax: Syntax, clause: Node) -> Iterator[Name]:
    if clause.type == "namespace_export":
        token = clause.named_children[0]
        yield Name("*", syntax.text(token), syntax.span(token), "namespace", exported=True)
        return
    for each in clause.named_children:
        name = each.child_by_field_name("name")
        if each.type == "export_specifier" and name is not None:
            local = each.child_by_field_name("alias") or name
            yield Name(
                syntax.string(name) or syntax.text(name), syntax.string(local) or syntax.text(local), syntax.span(name),
                "named", any(token.type == "type" for token in each.children), exported=True,
            )  # fmt: skip


def _clause_export(syntax: Syntax, each: Node, specifier: str, *, type_only: bool) -> Iterator[Export]:
    name = each.child_by_field_name("name")
    if each.type != "export_specifier" or name is None:
        return
    token = each.child_by_field_name("alias") or name
    yield Export(
        syntax.string(token) or syntax.text(token), syntax.string(name) or syntax.text(name), syntax.span(token),
        "re-export" if specifier else "specifier", type_only or any(child.type == "type" for child in each.children),
        specifier,
    )  # fmt: skip


def _declared(syntax: Syntax, declaration: Node) -> Iterator[Export]:
    what = _what(declaration)
    if declaration.type in {"lexical_declaration", "variable_declaration"}:
        for declarator in declaration.named_children:
            pattern = declarator.child_by_field_name("name")
            for token in _bound(pattern) if pattern is not None else ():
                yield Export(syntax.text(token), syntax.text(token), syntax.span(token), what)
        return
    name = declaration.child_by_field_name("name")
    if declaration.type == "ambient_declaration" and declaration.named_children:
        yield from (each._replace(type_only=True) for each in _declared(syntax, declaration.named_children[0]))
    elif name is not None:
        yield Export(syntax.text(name), syntax.text(name), syntax.span(name), what, what == "type")


def _bound(pattern: Node) -> Iterator[Node]:
    if pattern.type in {"identifier", "shorthand_property_identifier_pattern"}:
        yield pattern
        return
    for child in pattern.named_children:
        if not is_field(pattern, "key", child) and not is_field(pattern, "right", child):
            yield from _bound(child)


def _default(syntax: Syntax, declaration: Node | None) -> tuple[str]:
    if declaration is None:
        return ("",)
    name = declaration if declaration.type == "identifier" else declaration.child_by_field_name("name")
    return (syntax.text(name) if name is not None else "",)


def _what(declaration: Node | None) -> str:
    kind = "" if declaration is None else declaration.type
    if "class" in kind:
        return "class"
    if "function" in kind:
        return "function"
    if kind in {"lexical_declaration", "variable_declaration"}:
        return "variable"
    if kind in {"interface_declaration", "type_alias_declaration", "ambient_declaration"}:
        return "type"
    return "variable" if kind in {"enum_declaration", "internal_module", "import_alias"} else "expression"


def _is_type_only(syntax: Syntax, node: Node) -> bool:
    return node.start_byte in syntax.type_only_stars or any(child.type == "type" for child in node.children)


def _attributes(syntax: Syntax, node: Node) -> tuple[tuple[str, str], ...]:
    holder = next((child for child in node.named_children if child.type == "import_attribute"), None)
    if holder is None:
        return ()
    found = []
    for pair in (each for child in holder.named_children for each in child.named_children if each.type == "pair"):
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None:
            found.append((syntax.string(key) or syntax.text(key), syntax.string(value) or syntax.text(value)))
    return tuple(found)
