"""JavaScript and TypeScript to facts about modules: what is imported, exported, and read from `Bun`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.source import Span
from bunproof.syntax.javascript_calls import calls
from bunproof.syntax.javascript_facts import Export, Import, Module, Name, Problem
from bunproof.syntax.javascript_members import Read, member_names, reads
from bunproof.syntax.javascript_nodes import ancestors
from bunproof.syntax.javascript_scripts import COMPONENTS, scripts
from bunproof.syntax.javascript_statements import exports, import_statement, re_export
from bunproof.syntax.javascript_tree import Syntax, TooDeep
from bunproof.syntax.javascript_uses import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from bunproof.source import Source

__all__ = ["Export", "Import", "Module", "Name", "Problem", "read"]

_GLOBALS = frozenset({b"globalThis", b"global", b"window", b"self"})


def read(source: Source) -> Module:
    """The facts of a `.js`, `.jsx`, `.mjs`, `.cjs`, `.ts`, `.tsx`, `.mts`, `.cts`, `.vue`, `.svelte`, `.astro` or `.html`.

    Never raises: what the grammar cannot read is a `Problem`, and the rest of the file is still read.
    """
    found = _Found()
    for script in scripts(source.path, source.utf8):
        syntax = Syntax(source, script)
        try:
            found.read(syntax)
        except TooDeep:
            found.problems.append(Problem(syntax.between(0, script.end - script.start)))
    imports, problems = found.imports, found.problems
    if source.path.lower().endswith(COMPONENTS):
        imports = [_used_in_markup(source, each) for each in imports]
    if problems:
        imports = [_used_in_the_unread(source, each, problems) for each in imports]
    imports.sort(key=lambda each: each.statement)
    return Module(tuple(imports), tuple(found.exports), tuple(found.members), tuple(problems), found.commonjs)


class _Found:
    """The facts of the scripts that have been read."""

    def __init__(self) -> None:
        self.imports: list[Import] = []
        self.exports: list[Export] = []
        self.members: list[Name] = []
        self.problems: list[Problem] = []
        self.commonjs = False

    def read(self, syntax: Syntax) -> None:
        """Add those of a script. Raises TooDeep."""
        for node in statements(syntax, "import", "import_statement"):
            self.imports.extend(filter(None, [import_statement(syntax, node)]))
        for node in statements(syntax, "export", "export_statement"):
            self.imports.extend(filter(None, [re_export(syntax, node)]))
            self.exports.extend(exports(syntax, node))
        self.imports.extend(calls(syntax))
        self.members.extend(_members(syntax))
        self.problems.extend(_problems(syntax))
        self.commonjs = self.commonjs or any(True for _ in _commonjs(syntax))


def statements(syntax: Syntax, keyword: str, kind: str) -> Iterator[Node]:
    """The statements that a keyword begins, also inside of what the grammar could not read, not in `declare module`."""
    for token in syntax.words(keyword, keyword):
        node = token.parent
        if (
            node is not None
            and node.type == kind
            and not any(each.type == "ambient_declaration" for each in ancestors(node))
        ):
            yield node


def _members(syntax: Syntax) -> Iterator[Name]:
    found: list[Read] = []
    for use in uses(syntax, "Bun", None):
        if use.how in {"value", "test"}:
            found.extend(reads(syntax, use.node))
    for node in syntax.words("Bun", "property_identifier"):
        member = node.parent
        if member is not None and member.type == "member_expression":
            target = member.child_by_field_name("object")
            if target is not None and target.type == "identifier" and target.text in _GLOBALS:
                found.extend(reads(syntax, member))
    yield from sorted(member_names(syntax, found), key=lambda each: each.span)


def _problems(syntax: Syntax) -> Iterator[Problem]:
    if not syntax.root.has_error:
        return
    pending = [syntax.root]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            yield Problem(syntax.span(node))
        elif node.has_error:
            pending.extend(reversed(node.children))


def _commonjs(syntax: Syntax) -> Iterator[Node]:
    for name in ("module", "exports"):
        for use in uses(syntax, name, None):
            parent = use.node.parent
            if parent is not None and parent.type in {"member_expression", "assignment_expression"}:
                yield use.node


def _used_in_markup(source: Source, each: Import) -> Import:
    """What a component's markup mentions is a use that the script does not show."""
    names = []
    for name in each.names:
        rest = source.text[: each.statement.start] + source.text[each.statement.end :]
        if name.form != "member" and not name.uses and name.local and name.local in rest:
            at = source.text.rfind(name.local)
            names.append(name._replace(uses=(Span(at, at + len(name.local)),)))
        else:
            names.append(name)
    return each._replace(names=tuple(names))


def _used_in_the_unread(source: Source, each: Import, problems: list[Problem]) -> Import:
    """What stands in a part that the grammar could not read may be a use: a name must not pass for unused there."""
    names = []
    for name in each.names:
        at = -1
        if name.form != "member" and not name.uses and name.local:
            found = (source.text.find(name.local, problem.span.start, problem.span.end) for problem in problems)
            at = next((at for at in found if at >= 0 and not each.statement.start <= at < each.statement.end), -1)
        names.append(name if at < 0 else name._replace(uses=(Span(at, at + len(name.local)),)))
    return each._replace(names=tuple(names))
