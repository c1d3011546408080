"""What is read from JavaScript and TypeScript, form by form."""

from __future__ import annotations

import pytest

from bunproof.source import Source
from bunproof.syntax.javascript import read


def imports(code: str, path: str = "a.ts") -> list[str]:
    """Each import as `kind specifier`, with a `-` before what is gone at run time."""
    return [
        f"{'' if each.survives() else '-'}{each.kind} {each.specifier}"
        for each in read(Source(path, code.encode())).imports
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param('import { a } from "m"; a()', ["import m"], id="named-and-called"),
        pytest.param('import { a } from "m"', ["-import m"], id="unused-is-elided"),
        pytest.param('import { type a } from "m"', ["-import m"], id="inline-type"),
        pytest.param('import type { a } from "m"; a', ["-import m"], id="statement-type"),
        pytest.param('import type a from "m"', ["-import m"], id="default-type"),
        pytest.param('import type from "m"; type()', ["import m"], id="a-default-called-type"),
        pytest.param('import "m"', ["side-effect m"], id="side-effect"),
        pytest.param('import {} from "m"', ["import m"], id="empty-braces"),
        pytest.param('import { A } from "m"; let a: A', ["-import m"], id="used-as-type"),
        pytest.param('import { A } from "m"; let a: typeof A', ["-import m"], id="used-in-type-query"),
        pytest.param('import { A } from "m"; function f(A) { A() }', ["-import m"], id="shadowed"),
        pytest.param('import { A } from "m"; class B extends A {}', ["import m"], id="superclass"),
        pytest.param('import { A } from "m"; class B implements A {}', ["-import m"], id="implemented"),
        pytest.param('import { A } from "m"; export { A }', ["import m"], id="exported"),
        pytest.param('import { A } from "m"; export type { A }', ["-import m"], id="exported-as-type"),
        pytest.param('export { a } from "m"', ["re-export m"], id="re-export"),
        pytest.param('export { type a } from "m"', ["-re-export m"], id="re-export-inline-type"),
        pytest.param('export * from "m"; export * as n from "m"', ["export-all m", "re-export m"], id="stars"),
        pytest.param('export type * from "m"', ["-export-all m"], id="star-type"),
        pytest.param('import x = require("m"); x()', ["import-equals m"], id="import-equals"),
        pytest.param('await import("m")', ["dynamic m"], id="dynamic"),
        pytest.param("await import(/* webpackIgnore */ `m`)", ["dynamic m"], id="dynamic-template-after-comment"),
        pytest.param('import("m" as string)', ["dynamic m"], id="dynamic-cast"),
        pytest.param('require("m")', ["require m"], id="require"),
        pytest.param('require.resolve("m")', [], id="require-resolve"),
        pytest.param('function f(require) { require("m") }', [], id="require-shadowed"),
        pytest.param('const r = createRequire(import.meta.url); r("m")', ["require m"], id="create-require"),
        pytest.param('import.meta.require("m")', ["require m"], id="import-meta-require"),
        pytest.param('let a: typeof import("m"), b: import("m").B', [], id="import-types"),
        pytest.param('declare module "m" { import { a } from "n" }', [], id="declare-module"),
        pytest.param('// import "m"\n/* import "m" */', [], id="comments"),
        pytest.param("const s = 'import \"m\"', t = `import \"m\"`", [], id="strings"),
        pytest.param('`${require("m")}`', ["require m"], id="template-substitution"),
        pytest.param('import defer * as a from "m"; a.b', ["import m"], id="import-defer"),
        pytest.param('import source a from "m"; a()', ["import m"], id="import-source"),
        pytest.param('for (using a of b) {}\nimport "m"', ["side-effect m"], id="for-using"),
        pytest.param('for await (await using a of b) {}\nimport "m"', ["side-effect m"], id="for-await-using"),
    ],
)  # fmt: skip
def test_imports(code, expected):
    module = read(Source("a.ts", code.encode()))
    assert imports(code) == expected
    assert module.problems == ()
