"""Every form of import, under Bun 1.1.0 unless said: what is reported, on which line, by which rule."""

from __future__ import annotations

import pytest
from tests.conftest import Repository

MISSING, LINK, MODULE, ALIAS = (
    "missing-bun-export",
    "unlinkable-bun-export",
    "missing-bun-module",
    "undocumented-node-alias",
)
TYPE, RE_TYPE, UNREAD = "type-of-missing-export", "type-re-export", "unreadable-import"


def found(repository, path: str, code: str, pin: str, **files: str) -> list[str]:
    repository.write({".bun-version": pin, path: code, **files})
    run = repository.check("--only", "bun-imports")
    assert run.err == ""
    return [summary(each) for each in run.diagnostics]


def summary(each: dict) -> str:
    """`line rule`, with a `?` behind a warning."""
    return f"{each['line']} {each['rule']}" + ("?" if each["severity"] == "warning" else "")


FORMS = [
    pytest.param('import { SQL as X } from "bun"; new X();', [MISSING], id="alias"),
    pytest.param('import { "SQL" as X } from "bun"; new X();', [MISSING], id="string-name"),
    pytest.param('import B, { SQL } from "bun"; new SQL(B);', [MISSING], id="default-and-named"),
    pytest.param('import B from "bun"; new B.SQL();', [MISSING], id="default-member"),
    pytest.param('import * as b from "bun"; new b.SQL();', [MISSING], id="namespace-member"),
    pytest.param('import * as b from "bun"; const { SQL } = b; new SQL();', [MISSING], id="namespace-destructured"),
    pytest.param('import { default as B } from "bun"; B();', [MISSING], id="default-in-braces"),
    pytest.param('import { toString } from "bun"; toString();', [], id="what-every-object-has"),
    pytest.param('import { cwd } from "bun"; cwd();', [], id="not-enumerable"),
    pytest.param('import "bun";', [], id="side-effect"),
    pytest.param('import { SQL } from "bun" with { path: "x" }; SQL();', [], id="another-bun"),
    pytest.param('import { nope } from "bun" with { type: "macro" }; nope();', [MISSING], id="macro"),
    pytest.param('import { Server } from "bun"; let s: Server;', [], id="type-only-name-as-type"),
    pytest.param('import { Server } from "bun"; new Server();', [MISSING], id="type-only-name-as-value"),
    pytest.param('import { SQL } from "bun"; let s: SQL;', [TYPE + "?"], id="value-name-as-type"),
    pytest.param('import { SQL } from "bun";', [], id="unused"),
    pytest.param('import { type SQL } from "bun"; let s: SQL;', [], id="inline-type"),
    pytest.param('import type { SQL } from "bun"; let s: SQL;', [], id="import-type"),
    pytest.param('import type B from "bun"; let s: B.SQL;', [], id="import-type-default"),
    pytest.param('let s: import("bun").SQL, t: typeof import("bun");', [], id="import-types"),
    pytest.param('/** @type {import("bun").SQL} */\nlet s;', [], id="jsdoc"),
    pytest.param('export { SQL } from "bun";', [LINK], id="re-export"),
    pytest.param('export { file as default } from "bun";', [LINK], id="re-export-before-1.2.2"),
    pytest.param('export { default } from "bun";', [], id="re-export-default"),
    pytest.param('export { Server } from "bun";', [RE_TYPE], id="re-export-of-type"),
    pytest.param('export { type Server } from "bun"; export type { BunFile } from "bun";', [], id="re-export-as-type"),
    pytest.param('export * from "bun"; export * as b from "bun";', [], id="stars"),
    pytest.param('const { SQL } = await import("bun"); new SQL();', [MISSING], id="dynamic"),
    pytest.param('const b = await import("bun"); new b.SQL();', [MISSING], id="dynamic-bound"),
    pytest.param('new (await import("bun")).SQL();', [MISSING], id="dynamic-member"),
    pytest.param('import("bun").then(({ SQL }) => new SQL());', [MISSING], id="then-destructured"),
    pytest.param('import("bun").then(b => new b.SQL());', [MISSING], id="then-member"),
    pytest.param('import("bun").then(function (b) { new b.SQL(); });', [MISSING], id="then-function"),
    pytest.param('import("bun").then(({ SQL }) => new SQL()).catch(() => 0);', [], id="dynamic-caught"),
    pytest.param('import("bun").then(({ SQL }) => new SQL(), () => 0);', [], id="dynamic-caught-by-then"),
    pytest.param('try { const { SQL } = await import("bun"); new SQL(); } catch {}', [], id="dynamic-in-try"),
    pytest.param('try { const { SQL } = await import("bun"); new SQL(); } finally {}', [MISSING], id="dynamic-in-try-without-catch"),
    pytest.param('if (typeof Bun !== "undefined") { new (require("bun").SQL)(); }', [], id="require-behind-bun"),
    pytest.param('if (typeof Bun === "undefined") throw 1;\nnew (require("bun").SQL)();', [], id="require-after-exit"),
    pytest.param('process.versions.bun && new (require("bun").SQL)();', [], id="require-behind-and"),
    pytest.param('const b = process.versions.bun ? require("bun:nope") : null;', [], id="require-behind-ternary"),
    pytest.param('if (process.env.X) { new (require("bun").SQL)(); }', [MISSING], id="require-behind-anything-else"),
    pytest.param('if (bundled) { require("bun:nope"); }', [MODULE], id="require-behind-bundle"),
    pytest.param('if (isBun) { require("bun:nope"); }', [], id="require-behind-is-bun"),
    pytest.param('if (false) { require("bun:nope"); }', [], id="require-never"),
    pytest.param('const { SQL } = require("bun"); new SQL();', [MISSING], id="require"),
    pytest.param('import b = require("bun"); new b.SQL();', [MISSING], id="import-equals"),
    pytest.param('import { createRequire } from "node:module";\nnew (createRequire(import.meta.url)("bun").SQL)();', ["2 " + MISSING], id="create-require"),
    pytest.param('import b = require("bun:nope");', [MODULE], id="import-equals-unused-is-kept-by-bun"),
    pytest.param('export import b = require("bun:nope");', [MODULE], id="import-equals-exported"),
    pytest.param('import type b = require("bun:nope");', [], id="import-equals-of-types"),
    pytest.param('import { SQL } from "bun"; export const f = () => { using SQL = null; return SQL; };', [], id="shadowed-by-using"),
    pytest.param('import { SQL } from "bun"; export const f = async () => { await using SQL = null; return SQL; };', [], id="shadowed-by-await-using"),
    pytest.param('import { SQL } from "bun"; export const f = () => { using db = new SQL(); };', [MISSING], id="used-by-using"),
    pytest.param("new Bun.SQL();", [MISSING], id="global"),
    pytest.param('new Bun["SQL"]();', [MISSING], id="global-by-string"),
    pytest.param("const { SQL: S } = Bun; new S();", [MISSING], id="global-destructured"),
    pytest.param("const b = Bun; new b.SQL();", [MISSING], id="global-bound"),
    pytest.param("new globalThis.Bun.SQL();", [MISSING], id="global-this"),
    pytest.param("new (Bun as any).SQL();", [MISSING], id="global-cast"),
    pytest.param("Bun\n  .sliceAnsi('');", ["2 " + MISSING], id="global-on-the-next-line"),
    pytest.param("function f(Bun: any) { new Bun.SQL(); }", [], id="global-shadowed"),
    pytest.param("Bun.serve({}); Bun.file('');", [], id="global-known"),
    pytest.param("let s: Bun.SQL, t: typeof Bun.SQL;", [], id="global-as-type"),
    pytest.param('if (typeof Bun.SQL === "function") new Bun.SQL();', [], id="global-tested"),
    pytest.param("const a = Bun.SQL ?? null;", [], id="global-with-default"),
    pytest.param("Bun.SQL?.name;", [], id="global-optional"),
    pytest.param("if (Bun.SQL) { new Bun.SQL(); }", [], id="global-if"),
    pytest.param('"SQL" in Bun && new Bun.SQL();', [], id="global-in"),
    pytest.param("const ok = Boolean(Bun.SQL);", [], id="global-boolean"),
    pytest.param("const { SQL = null } = Bun;", [], id="global-destructured-with-default"),
    pytest.param("function a() { if (Bun.SQL) 1; }\nfunction b() { new Bun.SQL(); }", ["2 " + MISSING], id="a-test-speaks-for-its-function"),
    pytest.param('import { SQL } from "bun"; const db = SQL ? new SQL() : null;', [], id="named-tested"),
    pytest.param('import { Database } from "bun:sqlite"; new Database();', [], id="sqlite"),
    pytest.param('import Database from "bun:sqlite"; new Database(); Database.open("");', [], id="sqlite-default"),
    pytest.param('import sqlite from "bun:sqlite"; new sqlite.Database();', [MISSING], id="sqlite-default-is-a-class"),
    pytest.param('import { Nope } from "bun:sqlite"; Nope();', [LINK], id="sqlite-missing"),
    pytest.param('import { Nope } from "bun:sqlite";', [], id="sqlite-missing-unused"),
    pytest.param('import * as s from "bun:sqlite"; s.Nope();', [MISSING], id="sqlite-missing-member"),
    pytest.param('import { Nope } from "bun:test"; Nope();', [MISSING], id="test-missing"),
    pytest.param('import x from "bun:nope"; x();', [MODULE], id="unknown-module"),
    pytest.param('import x from "bun:nope";', [], id="unknown-module-unused"),
    pytest.param('import "bun:nope";', [MODULE], id="unknown-module-side-effect"),
    pytest.param('export * from "bun:nope";', [MODULE], id="unknown-module-star"),
    pytest.param('require("bun:nope"); await import("bun:nope");', [MODULE, MODULE], id="unknown-module-called"),
    pytest.param('import { feature } from "bun:bundle"; feature("A");', [MODULE], id="module-of-a-later-release"),
    pytest.param('import { readFileSync } from "bun:fs"; readFileSync("a");', [ALIAS + "?"], id="node-alias"),
    pytest.param('import W from "bun:ws"; new W();', [ALIAS + "?"], id="package-alias"),
    pytest.param('vi.mock("bun:nope"); mock.module("bun", () => ({}));', [], id="mocks"),
    pytest.param('declare module "bun" { export const SQL: 1; }', [], id="declare-module"),
    pytest.param("const s = 'import { SQL } from \"bun\"'; const t = `require(\"bun:nope\")`;", [], id="strings"),
    pytest.param('// import "bun:nope"\n/* new Bun.SQL() */', [], id="comments"),
    pytest.param('on("bun:beforeUpdate"); const image = "oven/bun:1";', [], id="other-words"),
    pytest.param('<<<<<<< HEAD\nimport { a } from "bun:nope"; a();', ["2 " + UNREAD], id="unreadable"),
    pytest.param('import { file, a.b } from "bun"; file(a);', [MISSING, UNREAD], id="half-read"),
    pytest.param('for (using a of b) {}\nimport x from "bun:nope"; x();', ["2 " + MODULE], id="new-syntax"),
]  # fmt: skip


@pytest.fixture(scope="module")
def all_forms(tmp_path_factory):
    """What one run over all of them finds: a process a form would take minutes."""
    repository = Repository(tmp_path_factory.mktemp("forms") / "repository")
    repository.write({".bun-version": "1.1.0", **{f"{case.id}/a.ts": f"{case.values[0]}\n" for case in FORMS}})
    return repository.check("--only", "bun-imports").diagnostics


@pytest.mark.parametrize(("code", "expected"), FORMS)
def test_form(request, all_forms, code, expected):
    del code
    folder = request.node.callspec.id
    found = [summary(each) for each in all_forms if each["path"] == f"{folder}/a.ts"]
    assert found == [each if each[0].isdigit() else f"1 {each}" for each in expected]


@pytest.mark.parametrize(
    ("path", "code", "pin", "expected"),
    [
        pytest.param("a.js", 'import { SQL } from "bun";', "1.1.0", ["1 missing-bun-export?"], id="js-unused-is-a-warning"),
        pytest.param("a.js", 'import { Nope } from "bun:sqlite";', "1.4.5", ["1 " + LINK], id="js-unused-is-linked"),
        pytest.param("a.mjs", 'import x from "bun:nope";', "1.4.5", ["1 " + MODULE], id="js-unused-module"),
        pytest.param("a.cjs", 'const { SQL } = require("bun"); new SQL();', "1.1.0", ["1 " + MISSING], id="commonjs"),
        pytest.param("a.jsx", 'import { SQL } from "bun"; <SQL/>;', "1.1.0", ["1 " + MISSING], id="jsx"),
        pytest.param("a.tsx", 'import { SQL } from "bun"; const f = <T,>(a: T) => <b>{SQL}</b>;', "1.1.0", ["1 " + MISSING], id="tsx"),
        pytest.param("a.mts", 'import { SQL } from "bun"; const a = <any>SQL;', "1.1.0", ["1 " + MISSING], id="mts-cast"),
        pytest.param("a.d.ts", 'import { SQL } from "bun"; export { SQL };', "1.1.0", [], id="declarations"),
        pytest.param("README.md", '```ts\nimport { SQL } from "bun"\n```', "1.1.0", [], id="markdown"),
        pytest.param("a.vue", '<template>\n<SQL/></template>\n<script setup lang="ts">\nimport { SQL } from "bun"\n</script>', "1.1.0", ["4 " + MISSING], id="vue-used-in-markup"),
        pytest.param("a.svelte", "<script lang='ts'>\nimport { SQL } from 'bun'; new SQL()\n</script>\n<p/>", "1.1.0", ["2 " + MISSING], id="svelte"),
        pytest.param("a.astro", "---\nimport { SQL } from 'bun'; new SQL()\n---\n<p/>\n<script>\nnew Bun.SQL()\n</script>", "1.1.0", ["2 " + MISSING, "6 " + MISSING], id="astro"),
        pytest.param("a.html", "<!-- <script>new Bun.SQL()</script> --><script type=module>\nnew Bun.SQL()</script><script type='text/template'>new Bun.YAML()</script>", "1.1.0", ["2 " + MISSING], id="html"),
        pytest.param("a.ts", 'export { cwd } from "bun";', "1.4.5", ["1 " + LINK], id="hidden-from-export"),
        pytest.param("a.ts", 'export { file } from "bun";', "1.2.2", [], id="re-export-since-1.2.2"),
        pytest.param("a.ts", 'export { file } from "bun";', "1.2.1", ["1 " + LINK], id="re-export-in-1.2.1"),
        pytest.param("a.ts", 'import { Nope } from "bun:test"; Nope();', "1.3.0", ["1 " + MISSING], id="test-not-linked-in-1.3.0"),
        pytest.param("a.ts", 'import { Nope } from "bun:test"; Nope();', "1.3.1", ["1 " + LINK], id="test-linked-since-1.3.1"),
        pytest.param("a.ts", 'import { SQL } from "bun:sql"; new SQL();', "1.1.22", [], id="a-module-of-one-release"),
        pytest.param("a.ts", 'import { SQL } from "bun:sql"; new SQL();', "1.1.23", [], id="never-released-counts-as-the-one-before"),
        pytest.param("a.ts", 'import { SQL } from "bun:sql"; new SQL();', "1.1.24", ["1 " + MODULE], id="and-gone-in-the-next"),
        pytest.param("a.ts", 'import { Response } from "bun:app"; new Response();', "1.4.4", ["1 " + MODULE], id="removed-module"),
        pytest.param("a.ts", 'import W from "bun:ws"; new W();', "1.4.4", ["1 " + MODULE], id="alias-that-has-gone"),
        pytest.param("a.ts", 'import { test } from "bun:test"; const t = await import("bun:test"); test(t);', "1.0.15", ["1 " + MODULE], id="static-import-alone"),
        pytest.param("a.ts", 'import { stringHashCode } from "bun"; stringHashCode();', ">=1.0.30", ["1 " + MISSING], id="removed-name"),
    ],
)  # fmt: skip
def test_file(repository, path, code, pin, expected):
    assert found(repository, path, code + "\n", pin) == expected


@pytest.mark.parametrize(
    ("pin", "files", "expected"),
    [
        pytest.param("1.2.0", {"package.json": '{"dependencies": {"nope": "1"}}'}, [], id="a-dependency-answers-where-the-prefix-is-dropped"),
        pytest.param("1.4.4", {"package.json": '{"dependencies": {"nope": "1"}}'}, ["1 " + MODULE], id="and-not-later"),
        pytest.param("1.4.5", {"tsconfig.json": '{"compilerOptions": {"paths": {"bun:nope": ["./nope.ts"]}}}'}, [], id="a-path-answers-later"),
        pytest.param("1.4.5", {"tsconfig.json": "{"}, ["1 " + MODULE, "1 unparsable-file"], id="a-broken-tsconfig-does-not"),
    ],
)  # fmt: skip
def test_what_else_answers(repository, pin, files, expected):
    assert found(repository, "a.ts", 'import x from "bun:nope"; x();\n', pin, **files) == expected


STAR = {"src/star.ts": 'export * from "bun";\n', "src/index.ts": 'export * from "./star";\nexport const own = 1;\n'}


@pytest.mark.parametrize(
    ("files", "code", "expected"),
    [
        pytest.param(STAR, 'import { Nope } from "./src/star"; Nope();', ["a.ts:1 " + LINK], id="one-step"),
        pytest.param(STAR, 'import { Nope } from "./src"; Nope();', ["a.ts:1 " + LINK], id="two-steps"),
        pytest.param(STAR, 'export { Nope } from "./src/index.js";', ["a.ts:1 " + LINK], id="re-exported"),
        pytest.param(STAR, 'import { file, own } from "./src"; file(own);', [], id="names-that-are-there"),
        pytest.param(STAR, 'import { Nope } from "./src";', [], id="unused"),
        pytest.param(STAR, 'import type { Nope } from "./src"; import * as n from "./src"; n.Nope;', [], id="not-linked"),
        pytest.param({**STAR, "src/star.ts": 'export * from "bun";\nexport * from "zod";\n'}, 'import { Nope } from "./src"; Nope();', [], id="a-package-may-have-it"),
        pytest.param({**STAR, "src/star.ts": 'export * from "bun";\nmodule.exports.Nope = 1;\n'}, 'import { Nope } from "./src"; Nope();', [], id="commonjs-may-have-it"),
        pytest.param({**STAR, "src/star.ts": 'export * from "bun";\nexport * from "./more";\n', "src/more.ts": "export const Nope = 1;\n"}, 'import { Nope } from "./src"; Nope();', [], id="a-sibling-has-it"),
        pytest.param({**STAR, "src/star.ts": 'export * from "bun";\nexport * from "./index";\n'}, 'import { Nope } from "./src"; Nope();', ["a.ts:1 " + LINK], id="in-a-circle"),
        pytest.param({**STAR, "src/star.ts": 'export type * from "bun";\n'}, 'import { Nope } from "./src"; Nope();', [], id="types-alone"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("selected", [(), ("a.ts",), ("src",)], ids=["all", "importer", "star"])
def test_star_chain(repository, files, code, expected, selected):
    repository.write({".bun-version": "1.4.5", **files, "a.ts": code + "\n"})
    assert [
        each for each in repository.check("--only", "bun-imports", *selected).found if each.startswith("a.ts")
    ] == expected


@pytest.mark.parametrize(
    ("code", "arguments", "expected"),
    [
        pytest.param('export { Server } from "bun";\n', (), 'export { type Server } from "bun";\n', id="type-re-export"),
        pytest.param('import fs from "bun:fs";\nfs.statSync("a");\n', (), 'import fs from "node:fs";\nfs.statSync("a");\n', id="node-alias"),
        pytest.param('import { SQL } from "bun";\nlet a: SQL;\n', (), 'import { type SQL } from "bun";\nlet a: SQL;\n', id="type-of-missing"),
        pytest.param('import { glob } from "bun";\nnew glob("*");\n', (), 'import { glob } from "bun";\nnew glob("*");\n', id="near-name-is-unsafe"),
        pytest.param('import { glob } from "bun";\nnew glob("*");\n', ("--unsafe-fixes",), 'import { Glob } from "bun";\nnew Glob("*");\n', id="near-name"),
        pytest.param('import { glob as g } from "bun";\ng("*");\n', ("--unsafe-fixes",), 'import { Glob as g } from "bun";\ng("*");\n', id="near-name-aliased"),
        pytest.param('import { SQL } from "bun";\nnew SQL();\n', ("--unsafe-fixes",), 'import { SQL } from "bun";\nnew SQL();\n', id="never-another-database"),
    ],
)  # fmt: skip
def test_fix(repository, code, arguments, expected):
    repository.write({".bun-version": "1.1.0", "a.ts": code})
    repository.check("--only", "bun-imports", "--fix", *arguments)
    assert (repository.root / "a.ts").read_text() == expected


@pytest.mark.parametrize(
    ("code", "pin", "expected"),
    [
        pytest.param('import { Globb } from "bun"; Globb();', "1.1.0", "did you mean `Glob`?", id="near"),
        pytest.param('import { Database } from "bun"; Database();', "1.1.0", "did you mean `Database` of `bun:sqlite`?", id="elsewhere"),
        pytest.param('import { zzz } from "bun"; zzz();', "1.1.0", "remove it, or import it from the package that has it", id="nowhere"),
        pytest.param('import { YAML } from "bun"; YAML();', "1.1.0", "raise the range to >=1.2.21", id="later"),
        pytest.param('import Y from "bun:yaml"; Y();', "1.1.0", 'raise the range to >=1.2.21 and `import { YAML } from "bun"`', id="module-later"),
        pytest.param('import Y from "bun:yaml"; Y();', "1.3.0", 'did you mean `import { YAML } from "bun"`?', id="module-as-name"),
        pytest.param('import Y from "bun:sqlit"; Y();', "1.3.0", "did you mean `bun:sqlite`?", id="near-module"),
        pytest.param('import Y from "bun:zzz"; Y();', "1.3.0", "import it from the package that has it, without `bun:`", id="no-module"),
        pytest.param('import { feature } from "bun:bundle"; feature("");', "1.3.0", "raise the range to >=1.3.5", id="module-of-later"),
    ],
)  # fmt: skip
def test_help(repository, code, pin, expected):
    repository.write({".bun-version": pin, "a.ts": code + "\n"})
    assert [each["help"] for each in repository.check("--only", "bun-imports").diagnostics] == [expected]


@pytest.mark.parametrize("name", ["SQL", "sql"])
def test_help_in_a_worker_is_about_workers(repository, name):
    repository.write(
        {
            ".bun-version": "1.1.0",
            "app/wrangler.jsonc": "{}",
            "app/src/a.ts": f'import {{ {name} }} from "bun"; {name}();\n',
        }
    )
    [found] = repository.check("--only", "bun-imports").diagnostics
    assert "D1" in found["help"]
    assert "bun:sqlite" not in found["help"]


def test_a_strangers_package_is_named(repository):
    repository.write({".bun-version": "1.4.3", "a.ts": 'import x from "bun:nope"; x();\n'})
    out = repository.bunproof("check", "--only", "bun-imports", "--color", "never").out
    assert "a.ts:1:16: error[missing-bun-module] there is no module `bun:nope` in Bun 1.4.3" in out
    assert "Bun up to 1.4.3 then loads the npm package `nope`, and installs it if it can" in out


def test_columns_are_code_points(repository):
    repository.write({".bun-version": "1.1.0", "a.ts": 'const ünï𝒳 = "é"; import { SQL } from "bun"; new SQL(ünï𝒳);\n'})
    [found] = repository.check("--only", "bun-imports").diagnostics
    assert (found["column"], found["end_column"]) == (28, 31)
