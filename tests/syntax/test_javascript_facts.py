"""Names, uses, guards and exports, as facts."""

from __future__ import annotations

import pytest

from bunproof.source import Source
from bunproof.syntax.javascript import read
from bunproof.syntax.javascript_scripts import scripts


def module(code: str, path: str = "a.ts"):
    return read(Source(path, code.encode()))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("export default class A {}", ["default=A class"], id="default-class"),
        pytest.param("export default function () {}", ["default= function"], id="default-function"),
        pytest.param("export default a", ["default=a expression"], id="default-name"),
        pytest.param("export default 1 + 1", ["default= expression"], id="default-expression"),
        pytest.param("export class A {}", ["A=A class"], id="class"),
        pytest.param("export abstract class A {}", ["A=A class"], id="abstract-class"),
        pytest.param("export async function f() {}", ["f=f function"], id="function"),
        pytest.param("export function* g() {}", ["g=g function"], id="generator"),
        pytest.param("export const a = 1, { b, c: [d], ...e } = x", ["a=a variable", "b=b variable", "d=d variable", "e=e variable"], id="patterns"),
        pytest.param("export const { a = 1 } = x", ["a=a variable"], id="pattern-with-default"),
        pytest.param("export interface I {} export type T = 1", ["I=I type*", "T=T type*"], id="types"),
        pytest.param("export enum E {} export namespace N {}", ["E=E variable", "N=N variable"], id="enum-and-namespace"),
        pytest.param("export declare const x: 1", ["x=x variable*"], id="declared"),
        pytest.param('export { a, b as c, d as "e f" }', ["a=a specifier", "c=b specifier", "e f=d specifier"], id="clause"),
        pytest.param("export { type A }; export type { B }", ["A=A specifier*", "B=B specifier*"], id="clause-of-types"),
        pytest.param('export { a as b } from "m"; export * as n from "m"', ["b=a re-export", "n=* re-export"], id="re-exports"),
        pytest.param("export = a", [], id="export-equals"),
    ],
)  # fmt: skip
def test_exports(code, expected):
    found = [f"{each.name}={each.local} {each.what}{'*' if each.type_only else ''}" for each in module(code).exports]
    assert found == expected


@pytest.mark.parametrize(
    ("code", "uses"),
    [
        pytest.param("A()", 1, id="call"),
        pytest.param("({ A })", 1, id="shorthand"),
        pytest.param("x.A; ({ A: 1 }); A: for (;;) break A", 0, id="other-names"),
        pytest.param("function f({ A }) { A }", 0, id="object-parameter"),
        pytest.param("function f({ x: A = 1 }, [y]) { A }", 0, id="renamed-parameter-with-default"),
        pytest.param("function f({ x = A }) {}", 1, id="default-value"),
        pytest.param("function f(...A) { A }", 0, id="rest-parameter"),
        pytest.param("const f = A => A", 0, id="arrow-parameter"),
        pytest.param("const f = (A) => A; A", 1, id="arrow-parameter-ends"),
        pytest.param("{ const A = 1; A } A", 1, id="block"),
        pytest.param("function f() { if (x) { var A } A }", 0, id="var-reaches-the-function"),
        pytest.param("function f() { if (x) { let A } A }", 1, id="let-does-not"),
        pytest.param("try {} catch (A) { A }", 0, id="catch"),
        pytest.param("for (const A of x) A", 0, id="for-of"),
        pytest.param("for (A of x) {}", 1, id="for-of-assigns"),
        pytest.param("function f() { function A() {} A() }", 0, id="inner-function"),
        pytest.param("function f() { class A {} new A() }", 0, id="inner-class"),
        pytest.param("(function A() { A() })(); A()", 1, id="function-expression"),
        pytest.param("({ A } = x)", 1, id="assignment-pattern"),
        pytest.param("function f<A>(x: A) {}", 0, id="type-parameter"),
        pytest.param("let x: (A: string) => void", 0, id="parameter-of-a-type"),
        pytest.param("let x: A.B; let y: typeof A.b", 0, id="nested-types"),
        pytest.param("interface I extends A {} declare class C extends A {}", 0, id="ambient"),
        pytest.param("@A class C { @A() m() {} }", 2, id="decorators"),
        pytest.param("A satisfies B; <B>A; A!; A as B", 4, id="casts"),
        pytest.param("`${A}`", 1, id="template"),
    ],
)
def test_uses_of_an_import(code, uses):
    [found] = module(f'import {{ A }} from "m"; {code}').imports
    assert len(found.names[0].uses) == uses


@pytest.mark.parametrize(
    ("code", "guards", "conditions"),
    [
        pytest.param('require("m")', [], (), id="nothing"),
        pytest.param('try { require("m") } catch {}', ["handler", "try"], (), id="try-catch"),
        pytest.param('try { require("m") } finally {}', ["try"], (), id="try-finally"),
        pytest.param('try { (() => require("m"))() } catch {}', ["handler"], (), id="function-in-try"),
        pytest.param('try {} catch { require("m") }', [], (), id="in-the-handler"),
        pytest.param('import("m").catch(f)', ["catch"], (), id="catch"),
        pytest.param('import("m").catch()', [], (), id="catch-without-handler"),
        pytest.param('import("m").then(f, g)', ["catch"], (), id="then-with-two"),
        pytest.param('import("m").then(f).finally(g).catch(h)', ["catch"], (), id="later-in-the-chain"),
        pytest.param('(import("m").then).x', [], (), id="no-call"),
        pytest.param('if (a) require("m")', [], ("a",), id="if"),
        pytest.param('if (a) {} else require("m")', [], ("!(a)",), id="else"),
        pytest.param('if (require("m")) {}', [], (), id="as-the-condition"),
        pytest.param('a ? require("m") : 0', [], ("a",), id="ternary"),
        pytest.param('a ? 0 : require("m")', [], ("!(a)",), id="ternary-else"),
        pytest.param('a && require("m")', [], ("a",), id="and"),
        pytest.param('a || require("m")', [], ("!(a)",), id="or"),
        pytest.param('a + require("m")', [], (), id="plus"),
        pytest.param('if (a) return; require("m")', [], ("!(a)",), id="early-return"),
        pytest.param('if (a) { b; throw 1 } require("m")', [], ("!(a)",), id="early-throw"),
        pytest.param('if (a) { b } require("m")', [], (), id="no-exit"),
        pytest.param('if (a) {} require("m")', [], (), id="empty-block"),
        pytest.param('if (a) return; else b; require("m")', [], (), id="exit-with-else"),
    ],
)
def test_guards(code, guards, conditions):
    [found] = module(code).imports
    assert (sorted(found.guards), found.conditions) == (guards, conditions)


@pytest.mark.parametrize(
    ("code", "members"),
    [
        pytest.param('const { ["a" + b]: c, "d": e, ...f } = require("m")', ["d"], id="keys"),
        pytest.param('require("m")[x]; require("m")["a"]', ["a"], id="subscripts"),
        pytest.param('require("m").a = 1', [], id="written"),
        pytest.param('let x; x = require("m"); ({ a: x } = require("m"))', ["a"], id="assigned"),
        pytest.param('const [a] = require("m")', [], id="array-pattern"),
        pytest.param(
            'import("m").then(f); import("m").then(async () => 1); import("m").then()', [], id="then-without-parameter"
        ),
        pytest.param('import("m").then((m) => { const { a } = m; return m?.b })', ["a", "b"], id="then-body"),
        pytest.param('const { a: { b } } = require("m")', ["a"], id="nested-pattern"),
        pytest.param('const m = require("m"); "a" in m; m.b', ["a", "b"], id="asked"),
        pytest.param('f(require("m"))', [], id="passed-on"),
    ],
)
def test_members(code, members):
    assert [name.imported for each in module(code).imports for name in each.names] == members


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(
            'import a from "m" with { type: "macro", "b": "c" }', (("type", "macro"), ("b", "c")), id="static"
        ),
        pytest.param('import a from "m" assert { type: "json" }', (("type", "json"),), id="assert"),
        pytest.param('export * from "m" with {\n type: "json" };', (), id="star-whose-attributes-the-grammar-lacks"),
        pytest.param('import("m", { with: { type: "json" } })', (("type", "json"),), id="dynamic"),
    ],
)
def test_attributes(code, expected):
    assert module(code).imports[0].attributes == expected


@pytest.mark.parametrize(
    ("code", "specifier"),
    [
        pytest.param(r'require("\u0062\x75\u{6e}")', "bun", id="escapes"),
        pytest.param(
            r'require("\q\n\0\
")',
            "q\n\0",
            id="other-escapes",
        ),
        pytest.param(r'require("\u{ffffff}")', "\ufffd", id="no-character"),
    ],
)
def test_specifier_is_the_string_it_means(code, specifier):
    assert module(code).imports[0].specifier == specifier


@pytest.mark.parametrize(
    "code",
    ["require(`a${b}`)", "require(a)", "require()", "import x from y", "export const from = 1", "import.meta.url"],
)
def test_what_is_no_literal_specifier(code):
    assert module(code).imports == ()


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        pytest.param("a.ts", "x", [("x", "ts")], id="ts"),
        pytest.param("a.tsx", "x", [("x", "tsx")], id="tsx"),
        pytest.param("a.cjs", "x", [("x", "jsx")], id="cjs"),
        pytest.param("a.vue", "<script>a</script><SCRIPT lang='ts' setup>b</SCRIPT >", [("a", "jsx"), ("b", "ts")], id="vue"),
        pytest.param("a.svelte", '<script context="module" lang="ts">a</script>', [("a", "ts")], id="svelte"),
        pytest.param("a.astro", "---\na\n---\n<script>b</script>", [("a\n", "tsx"), ("b", "tsx")], id="astro"),
        pytest.param("a.astro", "<script>b</script>", [("b", "tsx")], id="astro-without-fence"),
        pytest.param("a.html", "<!-- <script>a</script> --><script type=module>b</script>", [("b", "jsx")], id="html-comment"),
        pytest.param("a.html", '<script type="application/json">a</script><script lang="coffee">b</script>', [], id="html-data"),
        pytest.param("a.html", "<script data-x='>'>a", [("a", "jsx")], id="html-unclosed"),
    ],
)  # fmt: skip
def test_scripts(path, code, expected):
    data = code.encode()
    assert [(data[each.start : each.end].decode(), each.dialect) for each in scripts(path, data)] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("module.exports = 1", True, id="module"),
        pytest.param("exports.a = 1", True, id="exports"),
        pytest.param("const module = 1; module.exports = 1", False, id="shadowed"),
        pytest.param("export const a = 1", False, id="none"),
    ],
)
def test_commonjs(code, expected):
    assert module(code, "a.js").commonjs is expected


def test_problems_are_the_places_that_could_not_be_read():
    assert [each.span for each in module('import { file, a.b } from "bun";').problems]
    assert module("const a = 1;").problems == ()
