"""What a JavaScript or TypeScript file says about modules. Spans are code points of the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from bunproof.source import Span

Kind: TypeAlias = Literal[
    "import",  # import x, { y } from "m"
    "side-effect",  # import "m"
    "re-export",  # export { x } from "m", export * as x from "m"
    "export-all",  # export * from "m"
    "dynamic",  # import("m")
    "require",  # require("m"), require.resolve is none
    "import-equals",  # import x = require("m")
]
Form: TypeAlias = Literal[
    "named",  # an import or re-export specifier, a default import included: `imported` is "default"
    "namespace",  # * as x, const x = await import("m"), const x = require("m"): `imported` is "*"
    "member",  # a property read from any of these, also by destructuring: never checked when modules are linked
]
Guard: TypeAlias = Literal[
    "try",  # directly in the body of a try statement of the same function
    "handler",  # in the body of a try statement with a catch clause, functions in between or not
    "catch",  # .catch(...) on the import itself, or a second argument of its .then(...)
]


class Name(NamedTuple):
    """One name that is taken from a module.

    `imported` is the name over there ("default" and "*" included), `local` the binding here (empty where nothing is
    bound), `span` the token of the imported name. `uses` are the places where the binding is read as a value,
    `tested` those of them that ask whether it is there at all; `exported` says that a clause `export { local }` passes
    it on. `guarded` says that such a test covers every use. `types` are the places where it is meant as a type.
    """

    imported: str
    local: str
    span: Span
    form: Form
    type_only: bool = False
    uses: tuple[Span, ...] = ()
    tested: tuple[Span, ...] = ()
    guarded: bool = False
    exported: bool = False
    types: tuple[Span, ...] = ()

    @property
    def is_value(self) -> bool:
        """Whether anything at run time depends on the binding."""
        return not self.type_only and (self.form == "member" or bool(self.uses) or self.exported)


class Import(NamedTuple):
    """One import, re-export, dynamic import or require of a literal specifier.

    `span` lies inside the quotes, `statement` is the whole statement or call. `type_only` is `import type` and
    `export type`. `typescript` says that unused names are dropped by every compiler. `guards` and `conditions` (the
    source text of what must be true to get here, `!(...)` where it must be false) are filled for `dynamic` and
    `require` alone. `attributes` are those of `with { ... }`.
    """

    kind: Kind
    specifier: str
    span: Span
    statement: Span
    names: tuple[Name, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    type_only: bool = False
    typescript: bool = False
    guards: frozenset[Guard] = frozenset()
    conditions: tuple[str, ...] = ()

    def survives(self, *, verbatim: bool = False) -> bool:
        """Whether the module is loaded at run time.

        `verbatim` applies `verbatimModuleSyntax`, which esbuild honours and Bun (1.0.0 to 1.4.5) does not.
        """
        if self.type_only:
            return False
        if not self.typescript or verbatim or not self.names:
            return True
        if self.kind == "re-export":
            return any(not name.type_only for name in self.names)
        if self.kind in {"import", "import-equals"}:
            return any(name.is_value for name in self.names)
        return True


class Export(NamedTuple):
    """A name that a module exports itself; `export *` is an `Import` of kind `export-all`.

    `what` is "class", "function", "variable", "type", "expression" (of `export default`), "specifier" (of
    `export { local as name }`) or "re-export" (of `export { local as name } from specifier`). `span` is the token of
    the exported name.
    """

    name: str
    local: str
    span: Span
    what: str
    type_only: bool = False
    specifier: str = ""


class Problem(NamedTuple):
    """A place that the grammar could not read, so that an import may hide there."""

    span: Span


class Module(NamedTuple):
    """All facts of one file, in the order of the text (several script blocks count as one module).

    `members` are the names read from the global `Bun`. `commonjs` says that `module.exports` or `exports` is assigned,
    so that `exports` is not all there is.
    """

    imports: tuple[Import, ...]
    exports: tuple[Export, ...]
    members: tuple[Name, ...]
    problems: tuple[Problem, ...]
    commonjs: bool
