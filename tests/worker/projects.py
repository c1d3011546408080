"""Small Worker projects, one for each thing that decides what is bundled. `record.py` shows each to the real wrangler."""

from __future__ import annotations

import json
from typing import NamedTuple

RECENT = "2026-10-01"
BEFORE_NODE = "2024-01-01"
WORKER = "export default { fetch: () => new Response(String(globalThis.x)) };\n"
SQLITE = 'import { Database } from "bun:sqlite";\nexport const db = new Database();\n'
USE = 'import {{ db }} from "{}";\nexport default {{ fetch: () => new Response(String(db)) }};\n'
STUB = "export class Database {}\nexport const db = 1;\nexport default 1;\n"


class Project(NamedTuple):
    """A repository, the folder that wrangler runs in, and the environment it is asked for.

    `links` are what an installation would link into `node_modules`: recorded with them, judged without.
    """

    id: str
    files: dict[str, str]
    folder: str = ""
    environment: str | None = None
    links: tuple[tuple[str, str], ...] = ()


def config(main: str = "src/index.ts", *, more: str = "", date: str = RECENT) -> str:
    """A `wrangler.toml`."""
    return f'name = "worker"\nmain = "{main}"\ncompatibility_date = "{date}"\n{more}'


def single(code: str, name: str = "src/index.ts", **others: str) -> dict[str, str]:
    """A Worker of one file; `others` are files by their path."""
    return {"wrangler.toml": config(name), name: f"{code}\n{WORKER}", **others}


def two(specifier: str, target: str, *, code: str = SQLITE, **others: str) -> dict[str, str]:
    """A Worker whose entry imports `db` by a specifier from a second file."""
    return {"wrangler.toml": config(), "src/index.ts": USE.format(specifier), target: code, **others}


def tsconfig(**options: object) -> str:
    return json.dumps({"compilerOptions": options})


def package(**fields: object) -> str:
    return json.dumps(fields)


B = '"bun:sqlite"'


_CODE = {
    # What is an import at all
    "static-named": f"import {{ Database }} from {B}; console.log(Database);",
    "static-default": f"import Database from {B}; console.log(Database);",
    "static-namespace": f"import * as sqlite from {B}; console.log(sqlite);",
    "side-effect": f"import {B};",
    "re-export": f"export {{ Database }} from {B};",
    "re-export-all": f"export * from {B};",
    "re-export-all-as": f"export * as sqlite from {B};",
    "re-export-nothing": f"export {{}} from {B};",
    "re-export-inline-type": f"export {{ type Database }} from {B};",
    "re-export-type": f"export type {{ Database }} from {B};",
    "re-export-type-all": f"export type * from {B};",
    "import-equals": f"import sqlite = require({B}); console.log(sqlite);",
    "import-equals-unused": f"import sqlite = require({B});",
    "import-type-equals": f"import type sqlite = require({B});",
    "several-on-one-line": 'import { file } from "bun"; import { cc } from "bun:ffi"; console.log(file, cc);',
    "node-alias-of-bun": 'import fs from "bun:fs"; console.log(fs);',
    "unknown-bun-module": 'import x from "bun:nope"; console.log(x);',
    "comment-between": f"import {{ Database }} from /* here */ {B}; console.log(Database);",
    "over-lines": f"import {{\n  Database, // a class\n}} from\n  {B};\nconsole.log(Database);",
    "attributes": f'import x from {B} with {{ type: "macro" }}; console.log(x);',
    "in-comment": f"// import {{ Database }} from {B}\n/* require({B}) */",
    "in-string": f"console.log('import x from {B}');",
    "in-template": f"console.log(`import x from {B}`);",
    "global-bun": "console.log(Bun.version);",
    # TypeScript elides
    "import-type": 'import type { Server } from "bun"; let server: Server;',
    "inline-type": 'import { type Server } from "bun"; let server: Server;',
    "type-and-value": 'import { type Server, serve } from "bun"; console.log(serve);',
    "used-as-type": 'import { Server } from "bun"; let server: Server; console.log(server as Server);',
    "unused": 'import { serve } from "bun";',
    "empty-braces": 'import {} from "bun";',
    "typeof-import": 'let bun: typeof import("bun");',
    "import-type-query": 'let server: import("bun").Server;',
    "type-query-of-value": 'import { serve } from "bun"; let f: typeof serve;',
    "typeof-value": 'import { serve } from "bun"; console.log(typeof serve);',
    "implements": 'import { BunPlugin } from "bun"; export class Plugin implements BunPlugin {}',
    "extends": 'import { Glob } from "bun"; export class Pattern extends Glob {}',
    "shadowed": 'import { file } from "bun"; export const f = (file: string) => file;',
    "shorthand": 'import { file } from "bun"; console.log({ file });',
    "property-of-same-name": 'import { file } from "bun"; console.log({ file: 1 }.file);',
    "export-later": 'import { file } from "bun"; export { file };',
    "export-type-later": 'import { Server } from "bun"; export type { Server };',
    "used-in-dead-branch": 'import { file } from "bun"; if (false) { file("x"); }',
    "used-in-unused-function": 'import { file } from "bun"; function f() { return file("x"); }',
    "declare-module": 'declare module "bun" { export const mine: number; }',
    "jsdoc": '/** @type {import("bun").Server} */\nlet server;',
    # Calls
    "dynamic": f"console.log(await import({B}));",
    "dynamic-template": "console.log(await import(`bun:sqlite`));",
    "dynamic-folded": 'console.log(await import("bun" + ":sqlite"));',
    "dynamic-choice": f'console.log(await import(globalThis.x ? {B} : "bun"));',
    "dynamic-variable": f"const name = {B}; console.log(await import(name));",
    "dynamic-ignored-by-vite": f"console.log(await import(/* @vite-ignore */ {B}));",
    "dynamic-as-string": f"console.log(await import({B} as string));",
    "require": f"console.log(require({B}));",
    "require-resolve": f"console.log(require.resolve({B}));",
    "require-shadowed": f"export const f = (require: (x: string) => unknown) => require({B});",
    "require-optional-call": f"console.log(require?.({B}));",
    "require-member-of-module": f"console.log(module.require({B}));",
    "create-require": f'import {{ createRequire }} from "node:module"; const load = createRequire("/x"); load({B});',
    "builtin-module": f"console.log(process.getBuiltinModule({B}));",
    "new-function": f"new Function('return import({B})');",
    # Guards
    "behind-typeof-bun": f'if (typeof Bun !== "undefined") {{ console.log(require({B})); }}',
    "behind-process-versions": f"if (process.versions.bun) {{ console.log(await import({B})); }}",
    "behind-and": f"globalThis.Bun && require({B});",
    "try-require": f"try {{ require({B}); }} catch {{}}",
    "try-await-import": f"try {{ await import({B}); }} catch {{}}",
    "try-import-not-awaited": f"try {{ import({B}); }} catch {{}}",
    "try-await-then": f"try {{ await import({B}).then((x) => x); }} catch {{}}",
    "try-await-cast": f"try {{ await (import({B}) as Promise<unknown>); }} catch {{}}",
    "try-finally": f"try {{ require({B}); }} finally {{ console.log(1); }}",
    "try-nested-function": f"try {{ (() => require({B}))(); }} catch {{}}",
    "try-in-function": f"export async function f() {{ try {{ return await import({B}); }} catch {{ return null; }} }}",
    "try-return-import": f"export async function f() {{ try {{ return import({B}); }} catch {{ return null; }} }}",
    "in-catch": f"try {{ console.log(1); }} catch {{ require({B}); }}",
    "in-finally": f"try {{ console.log(1); }} finally {{ require({B}); }}",
    "try-typeof-bun": f'try {{ if (typeof Bun !== "undefined") {{ require({B}); }} }} catch {{}}',
    "catch": f"import({B}).catch(() => null);",
    "then-catch": f"import({B}).then((x) => x).catch(() => null);",
    "then-two": f"import({B}).then((x) => x, () => null);",
    "then-one": f"import({B}).then((x) => x);",
    "finally-catch": f"import({B}).finally(() => null).catch(() => null);",
    "catch-of-all": f"Promise.all([import({B})]).catch(() => null);",
    "static-never-handled": f"import {{ Database }} from {B}; try {{ new Database(); }} catch {{}}",
    # Constants
    "if-false": f"if (false) {{ require({B}); }}",
    "else-of-true": f"if (true) {{ console.log(1); }} else {{ require({B}); }}",
    "ternary": f"console.log(false ? require({B}) : 1);",
    "and-false": f"false && require({B});",
    "or-true": f"true || require({B});",
    "unknown-and-false": f"if (globalThis.x && false) {{ require({B}); }}",
    "not-production": f'if (process.env.NODE_ENV !== "production") {{ require({B}); }}',
    "is-production": f'if (process.env.NODE_ENV === "production") {{ require({B}); }}',
    "const-false": f"const isBun = false; if (isBun) {{ require({B}); }}",
    "while-false": f"while (false) {{ require({B}); }}",
    "after-return": f"export function f() {{ return 1; require({B}); }}",
    "dead-function": f"function never() {{ require({B}); }}",
    "function-in-dead-branch": f"if (false) {{ console.log(() => require({B})); }}",
    "switch-other-case": f'switch ("a") {{ case "b": require({B}); }}',
    "negated": f"if (!true) {{ require({B}); }}",
    "zero": f"if (0) {{ require({B}); }}",
    "void": f"if (void 0) {{ require({B}); }}",
}

PROJECTS = [Project(name, single(code)) for name, code in _CODE.items()]

# The same, where unused imports of TypeScript are kept, and in JavaScript, which elides nothing.
PROJECTS += [
    Project(f"verbatim-{name}", single(_CODE[name], **{"tsconfig.json": tsconfig(verbatimModuleSyntax=True)}))
    for name in ("unused", "inline-type", "empty-braces", "import-type", "used-as-type", "re-export-type")
]
PROJECTS += [
    Project(f"javascript-{name}", single(_CODE[name].replace(": typeof serve", ""), "src/index.js"))
    for name in (
        "unused",
        "empty-braces",
        "dynamic",
        "try-require",
        "behind-typeof-bun",
        "if-false",
        "in-template",
        "jsdoc",
    )
]
PROJECTS += [
    Project(
        f"define-{name}",
        {"wrangler.toml": config(more='[define]\nIS_BUN = "false"\nRUNTIME = "\'worker\'"\nBUN_MODULE = "\'bun:sqlite\'"\n'),
         "src/index.ts": f"{code}\n{WORKER}"},
    )
    for name, code in {
        "false": f"if (IS_BUN) {{ require({B}); }}",
        "false-negated": f"if (!IS_BUN) {{ require({B}); }}",
        "false-ternary-import": f"console.log(IS_BUN ? await import({B}) : null);",
        "string": f'if (RUNTIME === "bun") {{ require({B}); }}',
        "string-other": f'if (RUNTIME !== "bun") {{ require({B}); }}',
        "shadowed": f"export const f = (IS_BUN: boolean) => {{ if (IS_BUN) require({B}); }};",
        "specifier": "console.log(await import(BUN_MODULE));",
        "static-import-stays": 'import { file } from "bun"; if (IS_BUN) { file("x"); }',
        "or-unknown": f"if (IS_BUN || globalThis.x) {{ require({B}); }}",
    }.items()
]  # fmt: skip

_PLAIN = "export const db = 1;\n"
PROJECTS += [
    # Files
    Project("relative", two("./db", "src/db.ts")),
    Project("relative-js-is-ts", two("./db.js", "src/db.ts")),
    Project("relative-jsx-is-tsx", two("./db.jsx", "src/db.tsx")),
    Project("relative-mjs-is-mts", two("./db.mjs", "src/db.mts")),
    Project("relative-mts-needs-its-name", two("./db", "src/db.mts", code=_PLAIN)),
    Project("relative-mjs-needs-its-name", two("./db", "src/db.mjs", code=_PLAIN)),
    Project("relative-index", two("./db", "src/db/index.ts")),
    Project("relative-folder-with-slash", two("./db/", "src/db/index.ts", **{"src/db.ts": _PLAIN})),
    Project("relative-file-before-folder", two("./db", "src/db.ts", code=_PLAIN, **{"src/db/index.ts": SQLITE})),
    Project("relative-tsx-before-ts", two("./db", "src/db.tsx", **{"src/db.ts": _PLAIN})),
    Project("relative-js-before-ts-by-name", two("./db.js", "src/db.js", code=_PLAIN, **{"src/db.ts": SQLITE})),
    Project("relative-folder-main", two("./db", "src/db/lib/main.ts", **{"src/db/package.json": package(main="lib/main.js")})),
    Project("relative-folder-ignores-exports", two("./db", "src/db/a.ts", **{
        "src/db/package.json": package(main="a.ts", exports="./b.ts"), "src/db/b.ts": _PLAIN})),
    Project("relative-parent", two("../lib/db", "lib/db.ts")),
    Project("relative-query", two("./db.ts?raw", "src/db.ts")),
    Project("relative-dotted-name", two("./db.server", "src/db.server.ts")),
    Project("missing", two("./nowhere", "src/db.ts")),
    Project("missing-extension", two("./db.ts", "src/db.js", code=_PLAIN)),
    Project("missing-empty-folder", two("./db", "src/db/other.ts", code=_PLAIN)),
    Project("missing-declaration-only", two("./db", "src/db.d.ts", code="export declare const db: number;\n")),
    Project("missing-in-try", single('try { await import("./nowhere"); } catch {}')),
    Project("missing-type-only", single('import type { X } from "./nowhere"; let x: X;')),
    Project("missing-unused", single('import { X } from "./nowhere";')),
    Project("missing-deeper", two("./a", "src/a.ts", code='export { db } from "./b/c";\n')),
    Project("missing-json", single('import data from "./data.json"; console.log(data);')),
    Project("missing-wasm", single('import add from "./add.wasm"; console.log(add);')),
    Project("missing-text", single('import text from "./query.sql"; console.log(text);')),
    Project("missing-computed", single("export const load = (name: string) => import(`./plugins/${name}.ts`);")),
    Project("computed", single("export const load = (name: string) => import(`./plugins/${name}.ts`);",
                               **{"src/plugins/a.ts": SQLITE, "src/plugins/b/c.ts": SQLITE})),
    Project("computed-by-plus", single('export const load = (name: string) => import("./plugins/" + name + ".ts");',
                                       **{"src/plugins/a.ts": SQLITE})),
    Project("json", single('import data from "./data.json"; console.log(data);', **{"src/data.json": '{"a": 1}'})),
    Project("json-without-extension", single('import data from "./data"; console.log(data);', **{"src/data.json": "{}"})),
    Project("text", single('import page from "./page.html"; console.log(page);', **{"src/page.html": "<p>"})),
    Project("jsx", {"wrangler.toml": config("src/index.tsx"), "src/index.tsx":
        'import { View } from "./view";\nconst React = { createElement: (...x: unknown[]) => x };\n'
        "export default { fetch: () => new Response(String(<View />)) };\n",
        "src/view.tsx": f"{SQLITE}export const View = () => String(db);\n"}),
    # Graphs
    Project("chain-of-re-exports", {"wrangler.toml": config(), "src/index.ts": USE.format("./a"),
        "src/a.ts": 'export * from "./b";\n', "src/b.ts": 'export { db } from "./db/index.js";\n', "src/db/index.ts": SQLITE}),
    Project("imported-for-another-name", {"wrangler.toml": config(), "src/index.ts":
        'import { one } from "./a";\n' + WORKER + "console.log(one);\n", "src/a.ts": f"export const one = 1;\n{SQLITE}"}),
    Project("cycle", {"wrangler.toml": config(), "src/index.ts": USE.format("./a"),
        "src/a.ts": 'export { db } from "./b";\nexport const a = 1;\n', "src/b.ts": f'import {{ a }} from "./a";\nconsole.log(a);\n{SQLITE}'}),
    Project("type-only-edge", {"wrangler.toml": config(), "src/index.ts": 'import type { db } from "./db";\nlet x: typeof db;\n' + WORKER,
        "src/db.ts": SQLITE}),
    Project("elided-edge", {"wrangler.toml": config(), "src/index.ts": 'import { Row } from "./db";\nlet x: Row;\n' + WORKER,
        "src/db.ts": f"export type Row = number;\n{SQLITE}"}),
    Project("dead-edge", {"wrangler.toml": config(), "src/index.ts":
        'if (process.env.NODE_ENV === "test") { await import("./db"); }\n' + WORKER, "src/db.ts": SQLITE}),
    Project("handled-edge-is-followed", {"wrangler.toml": config(), "src/index.ts":
        'try { await import("./db"); } catch {}\n' + WORKER, "src/db.ts": SQLITE}),
    Project("lazy-edge", {"wrangler.toml": config(), "src/index.ts":
        'export const load = async () => (typeof Bun === "undefined" ? null : await import("./db"));\n' + WORKER, "src/db.ts": SQLITE}),
    Project("unreachable", {"wrangler.toml": config(), "src/index.ts": WORKER, "src/db.ts": SQLITE, "scripts/seed.ts": SQLITE}),
    Project("two-importers", {"wrangler.toml": config(), "src/index.ts":
        'import { db } from "./db";\nimport { a } from "./a";\nconsole.log(a);\nexport default { fetch: () => new Response(String(db)) };\n',
        "src/a.ts": 'import { db } from "./db";\nexport const a = db;\n', "src/db.ts": SQLITE}),
    Project("unicode-before", single(f'const ünï = "🍞"; import {{ Database }} from {B}; console.log(ünï, Database);')),
    Project("for-using", single(f"import {{ Database }} from {B}; for (using x of [new Database()]) {{ console.log(x); }}")),
    # tsconfig.json
    Project("paths", two("@/db", "src/db.ts", **{"tsconfig.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("paths-base-url", two("@/db", "src/db.ts", **{"tsconfig.json": tsconfig(baseUrl="./src", paths={"@/*": ["*"]})})),
    Project("paths-second-target", two("@/db", "lib/db.ts", **{"tsconfig.json": tsconfig(paths={"@/*": ["./src/*", "./lib/*"]})})),
    Project("paths-longest-prefix", two("@/lib/db", "lib/db.ts", code=_PLAIN, **{"src/lib/db.ts": SQLITE,
        "tsconfig.json": tsconfig(paths={"@/*": ["./src/*"], "@/lib/*": ["./lib/*"]})})),
    Project("paths-missing", two("@/nowhere", "src/db.ts", **{"tsconfig.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("paths-extended", two("@/db", "src/db.ts", **{"tsconfig.json": '{"extends": "./tsconfig.base"}',
        "tsconfig.base.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("paths-extended-list", two("@/db", "src/db.ts", **{"tsconfig.json": '{"extends": ["./a.json", "./b.json"]}',
        "b.json": "{}", "a.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("paths-with-comments", two("@/db", "src/db.ts", **{
        "tsconfig.json": '{ // local\n "compilerOptions": { "paths": { "@/*": ["./src/*"], }, }, }'})),
    Project("paths-replace-bun", single(f"import {{ Database }} from {B}; console.log(Database);",
        **{"stub.ts": STUB, "tsconfig.json": tsconfig(paths={"bun:sqlite": ["./stub.ts"]})})),
    Project("paths-to-declarations", single('import { file } from "bun"; console.log(file);',
        **{"bun.d.ts": "export const file: number;", "tsconfig.json": tsconfig(paths={"bun": ["./bun.d.ts"]})})),
    Project("base-url", two("db", "src/db.ts", **{"tsconfig.json": tsconfig(baseUrl="src")})),
    Project("tsconfig-of-the-nearest-folder", {"wrangler.toml": config("app/src/index.ts"), "app/src/index.ts": USE.format("@/db"),
        "app/src/db.ts": SQLITE, "app/tsconfig.json": tsconfig(paths={"@/*": ["./src/*"]}), "tsconfig.json": "{}"}),
    Project("tsconfig-of-wrangler", {"wrangler.toml": config(more='tsconfig = "tsconfig.worker.json"\n'),
        "src/index.ts": USE.format("@/db"), "src/db.ts": SQLITE, "tsconfig.worker.json": tsconfig(paths={"@/*": ["./src/*"]})}),
    Project("verbatim-extended", single('import { serve } from "bun";', **{
        "tsconfig.json": '{"extends": "./base.json"}', "base.json": tsconfig(verbatimModuleSyntax=True)})),
    Project("verbatim-switched-off-again", single('import { serve } from "bun";', **{
        "tsconfig.json": '{"extends": "./base.json", "compilerOptions": {"verbatimModuleSyntax": false}}',
        "base.json": tsconfig(verbatimModuleSyntax=True)})),
    Project("preserve-value-imports", single('import { serve } from "bun";', **{"tsconfig.json": tsconfig(preserveValueImports=True)})),
    Project("jsconfig", {"wrangler.toml": config("src/index.js"), "src/index.js": USE.format("@/db"), "src/db.js": SQLITE,
        "jsconfig.json": tsconfig(paths={"@/*": ["./src/*"]})}),
    # package.json
    Project("imports-map", two("#db", "src/db.ts", **{"package.json": package(imports={"#db": "./src/db.ts"})})),
    Project("imports-map-conditions", two("#db", "src/db.ts", **{"src/worker-db.ts": _PLAIN,
        "package.json": package(imports={"#db": {"bun": "./src/db.ts", "workerd": "./src/worker-db.ts"}})})),
    Project("imports-map-default-is-bun", two("#db", "src/db.ts", **{"src/node-db.ts": _PLAIN,
        "package.json": package(imports={"#db": {"node": "./src/node-db.ts", "default": "./src/db.ts"}})})),
    Project("imports-map-pattern", two("#db/sqlite", "src/db/sqlite.ts", **{"package.json": package(imports={"#db/*": "./src/db/*.ts"})})),
    Project("imports-map-needs-extension", two("#db", "src/db.ts", code=_PLAIN, **{"package.json": package(imports={"#db": "./src/db"})})),
    Project("own-name", two("worker/db", "src/db.ts", **{"package.json": package(name="worker", exports={"./db": "./src/db.ts"})})),
    Project("own-name-conditions", two("worker/db", "src/db.ts", **{"src/d1.ts": _PLAIN,
        "package.json": package(name="worker", exports={"./db": {"bun": "./src/db.ts", "default": "./src/d1.ts"}})})),
    Project("browser-map-module", single(f"import {{ Database }} from {B}; console.log(Database);",
        **{"package.json": package(browser={"bun:sqlite": "./stub.js"}), "stub.js": STUB})),
    Project("browser-map-false", single(f"import * as sqlite from {B}; console.log(sqlite);",
        **{"package.json": package(browser={"bun:sqlite": False})})),
    Project("browser-map-file", two("./db", "src/db.ts", **{"package.json": package(browser={"./src/db.ts": "./src/d1.ts"}), "src/d1.ts": _PLAIN})),
    # Installed packages
    Project("installed-uses-bun", two("lib", "node_modules/lib/index.js", **{"package.json": package(dependencies={"lib": "1"}),
        "node_modules/lib/package.json": package(name="lib", main="index.js")})),
    Project("installed-conditions", two("lib", "node_modules/lib/bun.js", **{"node_modules/lib/default.js": _PLAIN,
        "node_modules/lib/package.json": package(name="lib", exports={".": {"bun": "./bun.js", "default": "./default.js"}})})),
    Project("installed-workerd-condition", two("lib", "node_modules/lib/index.js", **{"node_modules/lib/workerd.js": _PLAIN,
        "node_modules/lib/package.json": package(name="lib", exports={".": {"workerd": "./workerd.js", "default": "./index.js"}})})),
    Project("installed-browser-main", two("lib", "node_modules/lib/index.js", **{"node_modules/lib/browser.js": _PLAIN,
        "node_modules/lib/package.json": package(name="lib", main="index.js", browser="browser.js")})),
    Project("installed-module-main", two("lib", "node_modules/lib/esm.js", **{"node_modules/lib/index.js": "exports.db = 1;",
        "node_modules/lib/package.json": package(name="lib", main="index.js", module="esm.js")})),
    Project("installed-types-for-bun", single('import { file } from "bun"; console.log(file);', **{
        "node_modules/@types/bun/package.json": package(name="@types/bun", types="index.d.ts"), "node_modules/@types/bun/index.d.ts": "",
        "package.json": package(devDependencies={"@types/bun": "1"})})),
    Project("installed-npm-package-bun", single('import { file } from "bun"; console.log(file);', **{
        "node_modules/bun/package.json": package(name="bun", bin={"bun": "bin/bun"}), "node_modules/bun/bin/bun": ""})),
    # Workspaces
    Project("workspace-npm", {"package.json": package(private=True, workspaces=["packages/*", "apps/*"]),
        "apps/api/wrangler.toml": config(), "apps/api/package.json": package(name="api", dependencies={"@acme/db": "*"}),
        "apps/api/src/index.ts": USE.format("@acme/db"), "packages/db/package.json": package(name="@acme/db", main="src/index.ts"),
        "packages/db/src/index.ts": 'export { db } from "./sqlite";\n', "packages/db/src/sqlite.ts": SQLITE},
        "apps/api", links=(("node_modules/@acme/db", "packages/db"),)),
    Project("workspace-pnpm", {"pnpm-workspace.yaml": "packages:\n  - 'packages/**'\n  - apps/api\n",
        "apps/api/wrangler.toml": config(), "apps/api/package.json": package(name="api", dependencies={"@acme/db": "workspace:*"}),
        "apps/api/src/index.ts": USE.format("@acme/db/client"), "packages/db/package.json": package(name="@acme/db", exports={
            "./client": {"bun": "./src/bun.ts", "default": "./src/d1.ts"}}),
        "packages/db/src/bun.ts": SQLITE, "packages/db/src/d1.ts": _PLAIN},
        "apps/api", links=(("apps/api/node_modules/@acme/db", "packages/db"),)),
    Project("workspace-exports-pattern", {"package.json": package(private=True, workspaces={"packages": ["packages/*"]}),
        "packages/api/wrangler.toml": config(), "packages/api/package.json": package(name="api"),
        "packages/api/src/index.ts": USE.format("@acme/db/sqlite"), "packages/db/package.json": package(name="@acme/db", exports={"./*": "./src/*.ts"}),
        "packages/db/src/sqlite.ts": SQLITE}, "packages/api", links=(("node_modules/@acme/db", "packages/db"),)),
    Project("workspace-subpath", {"package.json": package(private=True, workspaces=["packages/*"]),
        "packages/api/wrangler.toml": config(), "packages/api/package.json": package(name="api"),
        "packages/api/src/index.ts": USE.format("@acme/db/src/sqlite"), "packages/db/package.json": package(name="@acme/db"),
        "packages/db/src/sqlite.ts": SQLITE}, "packages/api", links=(("node_modules/@acme/db", "packages/db"),)),
    # wrangler's own options
    Project("alias", single(f"import {{ Database }} from {B}; console.log(Database);", **{
        "wrangler.toml": config(more='[alias]\n"bun:sqlite" = "./src/stub.ts"\n'), "src/stub.ts": STUB})),
    Project("alias-without-extension", single(f"import {{ Database }} from {B}; console.log(Database);", **{
        "wrangler.toml": config(more='[alias]\n"bun:sqlite" = "./src/stub"\n'), "src/stub.js": STUB})),
    Project("alias-of-another-module", single(f"import {{ Database }} from {B}; console.log(Database);", **{
        "wrangler.toml": config(more='[alias]\n"bun" = "./src/stub.ts"\n'), "src/stub.ts": STUB})),
    Project("alias-leads-to-bun", {"wrangler.toml": config(more='[alias]\n"database" = "./src/db.ts"\n'),
        "src/index.ts": USE.format("database"), "src/db.ts": SQLITE}),
    Project("no-bundle", {"wrangler.toml": config("src/index.js", more="no_bundle = true\n"), "src/index.js": f"import {B};\n{WORKER}"}),
    Project("json-configuration", {"wrangler.json": json.dumps({"name": "worker", "main": "src/index.ts", "compatibility_date": RECENT}),
        "src/index.ts": USE.format("./db"), "src/db.ts": SQLITE}),
    Project("jsonc-configuration", {"wrangler.jsonc": '{ // mine\n "name": "worker", "main": "./src/index.ts", "compatibility_date": "' + RECENT + '", }',
        "src/index.ts": USE.format("./db"), "src/db.ts": SQLITE}),
    Project("main-missing", {"wrangler.toml": config("src/wroker.ts"), "src/worker.ts": WORKER}),
    Project("main-without-extension", {"wrangler.toml": config("src/index"), "src/index.ts": f"import {B};\n{WORKER}"}),
    Project("main-above", {"api/wrangler.toml": config("../lib/index.ts"), "lib/index.ts": f"import {B};\n{WORKER}"}, "api"),
    Project("environment-main", {"wrangler.toml": config(more='[env.local]\nmain = "src/bun.ts"\n'), "src/index.ts": WORKER,
        "src/bun.ts": USE.format("./db"), "src/db.ts": SQLITE}, environment="local"),
    Project("environment-inherits-main", {"wrangler.toml": config(more='[env.local]\nvars = { A = "1" }\n'),
        "src/index.ts": USE.format("./db"), "src/db.ts": SQLITE}, environment="local"),
    Project("environment-without-define", {"wrangler.toml": config(more='[define]\nIS_BUN = "false"\n[env.local]\n'),
        "src/index.ts": f"declare const IS_BUN: boolean;\nif (IS_BUN) {{ require({B}); }}\n{WORKER}"}, environment="local"),
    Project("environment-no-bundle", {"wrangler.toml": config("src/index.js", more="no_bundle = true\n[env.local]\nno_bundle = false\n"),
        "src/index.js": f"import {B};\n{WORKER}"}, environment="local"),
    Project("rules-text", single('import prompt from "./prompt.md"; console.log(prompt);', **{"src/prompt.md": "hello",
        "wrangler.toml": config(more='[[rules]]\ntype = "Text"\nglobs = ["**/*.md"]\nfallthrough = true\n')})),
    Project("rules-text-missing", single('import prompt from "./prompt.md"; console.log(prompt);', **{
        "wrangler.toml": config(more='[[rules]]\ntype = "Text"\nglobs = ["**/*.md"]\nfallthrough = true\n')})),
    Project("additional-modules", single('export const f = () => import("./lazy/a.js");', "src/index.js", **{"src/lazy/a.js": f"import {B};\n",
        "wrangler.toml": config("src/index.js", more='find_additional_modules = true\n[[rules]]\ntype = "ESModule"\nglobs = ["**/*.js"]\nfallthrough = true\n')})),
    Project("cloudflare-modules", single('import { env } from "cloudflare:workers"; import x from "cloudflare:nope"; console.log(env, x);')),
    # Node
    Project("node-with-recent-date", single('import fs from "node:fs"; import path from "path"; console.log(fs, path);')),
    Project("node-sqlite-with-recent-date", single('import { DatabaseSync } from "node:sqlite"; console.log(DatabaseSync);')),
    Project("node-test-with-recent-date", single('import { test } from "node:test"; console.log(test);')),
    Project("node-unknown-with-recent-date", single('import x from "node:nope"; console.log(x);')),
    Project("node-required-with-recent-date", single('console.log(require("node:fs"), require("crypto"));')),
    Project("node-switched-off", {"wrangler.toml": config(more='compatibility_flags = ["no_nodejs_compat", "no_nodejs_compat_v2"]\n'),
        "src/index.ts": 'import fs from "fs"; console.log(fs);\n' + WORKER}),
    Project("node-without-flag", {"wrangler.toml": config(date=BEFORE_NODE), "src/index.ts": 'import fs from "fs"; console.log(fs);\n' + WORKER}),
    Project("node-prefixed-without-flag", {"wrangler.toml": config(date=BEFORE_NODE), "src/index.ts": 'import fs from "node:fs"; console.log(fs);\n' + WORKER}),
    Project("node-unknown-without-flag", {"wrangler.toml": config(date=BEFORE_NODE), "src/index.ts": 'import x from "node:nope"; console.log(x);\n' + WORKER}),
    Project("node-flag-of-old", {"wrangler.toml": config(date=BEFORE_NODE, more='compatibility_flags = ["nodejs_compat"]\n'),
        "src/index.ts": 'import fs from "node:fs"; console.log(fs);\n' + WORKER}),
    Project("node-flag-of-old-bare", {"wrangler.toml": config(date=BEFORE_NODE, more='compatibility_flags = ["nodejs_compat"]\n'),
        "src/index.ts": 'import fs from "fs"; console.log(fs);\n' + WORKER}),
    Project("node-flag", {"wrangler.toml": config(date="2024-09-23", more='compatibility_flags = ["nodejs_compat"]\n'),
        "src/index.ts": 'import fs from "fs"; import c from "node:crypto"; console.log(fs, c);\n' + WORKER}),
    Project("node-flag-v2", {"wrangler.toml": config(date=BEFORE_NODE, more='compatibility_flags = ["nodejs_compat_v2"]\n'),
        "src/index.ts": 'import fs from "fs"; console.log(fs);\n' + WORKER}),
    Project("node-local-storage", {"wrangler.toml": config(date=BEFORE_NODE, more='compatibility_flags = ["nodejs_als"]\n'),
        "src/index.ts": 'import { AsyncLocalStorage } from "node:async_hooks"; console.log(AsyncLocalStorage);\n' + WORKER}),
    Project("node-installed-instead", {"wrangler.toml": config(date=BEFORE_NODE), "package.json": package(dependencies={"events": "3"}),
        "node_modules/events/package.json": package(name="events", main="events.js"), "node_modules/events/events.js": "module.exports = 1;",
        "src/index.ts": 'import events from "events"; console.log(events);\n' + WORKER}),
    Project("node-type-only-without-flag", {"wrangler.toml": config(date=BEFORE_NODE), "src/index.ts": 'import type { Stats } from "fs"; let x: Stats;\n' + WORKER}),
]  # fmt: skip


def installed(manifest: dict[str, object], uses: str, specifier: str = "lib", **others: str) -> dict[str, str]:
    """A Worker that imports `specifier` of an installed package, in which the file `uses` needs Bun."""
    names = [
        "main.js",
        "module.js",
        "browser.js",
        "workerd.js",
        "worker.js",
        "node.js",
        "default.js",
        "import.js",
        "require.js",
    ]
    names += ["index.js", "sub.js", "lib/x.js", "lib/index.js", "x.js", "dir/index.js", "bun.js"]
    code = {f"node_modules/lib/{name}": SQLITE if name == uses else _PLAIN for name in names}
    return {
        "wrangler.toml": config(), "src/index.ts": USE.format(specifier), **code,
        "node_modules/lib/package.json": package(name="lib", **manifest), **others,
    }  # fmt: skip


_MANIFESTS: dict[str, tuple[dict[str, object], str, str]] = {
    "main": ({"main": "main.js"}, "main.js", "lib"),
    "main-without-extension": ({"main": "./main"}, "main.js", "lib"),
    "main-is-a-folder": ({"main": "lib"}, "lib/index.js", "lib"),
    "main-is-missing": ({"main": "nowhere.js"}, "index.js", "lib"),
    "no-main": ({}, "index.js", "lib"),
    "module-before-main": ({"main": "main.js", "module": "module.js"}, "main.js", "lib"),
    "browser-table-for-main": ({"main": "main.js", "browser": {"./main.js": "./browser.js"}}, "main.js", "lib"),
    "browser-table-without-extension": ({"main": "main.js", "browser": {"./main": "./browser.js"}}, "main.js", "lib"),
    "browser-table-false": ({"main": "main.js", "browser": {"./main.js": False}}, "main.js", "lib"),
    "browser-table-for-bun": ({"main": "main.js", "browser": {"bun:sqlite": False}}, "main.js", "lib"),
    "exports-text": ({"exports": "./default.js", "main": "main.js"}, "default.js", "lib"),
    "exports-hides-main": ({"exports": "./default.js", "main": "main.js"}, "main.js", "lib"),
    "exports-conditions-at-the-top": (
        {"exports": {"worker": "./worker.js", "default": "./default.js"}},
        "default.js",
        "lib",
    ),
    "exports-order": ({"exports": {".": {"browser": "./browser.js", "workerd": "./workerd.js"}}}, "browser.js", "lib"),
    "exports-import": ({"exports": {".": {"require": "./require.js", "import": "./import.js"}}}, "import.js", "lib"),
    "exports-not-node": ({"exports": {".": {"node": "./node.js", "default": "./default.js"}}}, "node.js", "lib"),
    "exports-not-module": (
        {"exports": {".": {"module": "./module.js", "default": "./default.js"}}},
        "module.js",
        "lib",
    ),
    "exports-nested": (
        {"exports": {".": {"worker": {"import": "./worker.js"}, "default": "./default.js"}}},
        "worker.js",
        "lib",
    ),
    "exports-nested-falls-through": (
        {"exports": {".": {"worker": {"node": "./worker.js"}, "default": "./default.js"}}},
        "default.js",
        "lib",
    ),
    "exports-list": ({"exports": {".": ["nonsense", "./default.js"]}}, "default.js", "lib"),
    "exports-list-of-conditions": ({"exports": {".": [{"node": "./node.js"}, "./default.js"]}}, "default.js", "lib"),
    "exports-null-in-a-condition": ({"exports": {".": {"node": None, "default": "./default.js"}}}, "default.js", "lib"),
    "exports-key": ({"exports": {"./sub": "./sub.js"}}, "sub.js", "lib/sub"),
    "exports-pattern": ({"exports": {"./*": "./lib/*.js"}}, "lib/x.js", "lib/x"),
    "exports-pattern-with-suffix": ({"exports": {"./*.js": "./lib/*.js"}}, "lib/x.js", "lib/x.js"),
    "exports-folder": ({"exports": {"./": "./lib/"}}, "lib/x.js", "lib/x.js"),
    "exports-longest-pattern": ({"exports": {"./*": "./*.js", "./l/*": "./lib/*.js"}}, "lib/x.js", "lib/l/x"),
    "exports-bun-beside-default": ({"exports": {".": {"bun": "./bun.js", "default": "./default.js"}}}, "bun.js", "lib"),
    "subpath": ({}, "sub.js", "lib/sub"),
    "subpath-folder": ({}, "dir/index.js", "lib/dir"),
}
PROJECTS += [Project(f"package-{name}", installed(*given)) for name, given in _MANIFESTS.items()]
PROJECTS += [
    Project("package-required", {**installed({"main": "main.js", "module": "module.js"}, "main.js"),
        "src/index.ts": 'console.log(require("lib"));\n' + WORKER}),
    Project("package-required-conditions", {**installed({"exports": {".": {"import": "./import.js", "require": "./require.js"}}}, "require.js"),
        "src/index.ts": 'console.log(require("lib"));\n' + WORKER}),
    Project("package-scoped", {"wrangler.toml": config(), "src/index.ts": USE.format("@acme/lib/db"),
        "node_modules/@acme/lib/package.json": package(name="@acme/lib", exports={"./db": "./db.js"}), "node_modules/@acme/lib/db.js": SQLITE}),
    Project("package-above", {"app/wrangler.toml": config(), "app/src/index.ts": USE.format("lib"),
        "node_modules/lib/package.json": package(name="lib"), "node_modules/lib/index.js": SQLITE}, "app"),
    Project("package-uses-another", {"wrangler.toml": config(), "src/index.ts": USE.format("lib"),
        "node_modules/lib/index.js": 'export * from "other";\n', "node_modules/other/index.js": SQLITE}),
    Project("package-handles-it", {"wrangler.toml": config(), "src/index.ts": USE.format("lib"),
        "node_modules/lib/index.js": f"export let db;\ntry {{ db = require({B}); }} catch {{}}\n"}),
    Project("package-ignores-tsconfig", {"wrangler.toml": config(), "src/index.ts": USE.format("lib"), "stub.ts": STUB,
        "node_modules/lib/index.js": SQLITE, "tsconfig.json": tsconfig(paths={"bun:sqlite": ["./stub.ts"]})}),
    Project("imports-map-to-a-package", {"wrangler.toml": config(), "src/index.ts": USE.format("#lib"),
        "package.json": package(imports={"#lib": "lib"}), "node_modules/lib/index.js": SQLITE}),
    Project("imports-map-list", two("#db", "src/db.ts", **{"package.json": package(imports={"#db": ["./src/db.ts"]})})),
    Project("alias-to-a-package", {"wrangler.toml": config(more='[alias]\n"bun:sqlite" = "lib"\n'), "src/index.ts":
        f"import {{ db }} from {B}; console.log(db);\n{WORKER}", "node_modules/lib/index.js": _PLAIN}),
    Project("paths-in-a-package-folder", two("@/db", "src/db/package/main.ts", **{"src/db/package.json": package(main="package/main.ts"),
        "tsconfig.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("paths-exact", two("database", "src/db.ts", **{"tsconfig.json": tsconfig(paths={"database": ["./src/db.ts"]})})),
    Project("paths-configuration-folder", two("@/db", "src/db.ts", **{"tsconfig.json": '{"extends": "./shared/base.json"}',
        "shared/base.json": tsconfig(paths={"@/*": ["${configDir}/src/*"]})})),
    Project("paths-extended-from-a-package", two("@/db", "src/db.ts", **{"tsconfig.json": '{"extends": "shared/base.json"}',
        "node_modules/shared/base.json": tsconfig(baseUrl="../..", paths={"@/*": ["src/*"]})})),
    Project("site-entry-point", {"wrangler.toml": 'name = "worker"\ncompatibility_date = "2026-10-01"\n[site]\nbucket = "./public"\nentry-point = "workers-site"\n',
        "public/a.txt": "a", "workers-site/index.js": f"import {B};\n{WORKER}"}),
    Project("switch-on-a-definition", {"wrangler.toml": config(more='[define]\nRUNTIME = "\'worker\'"\n'), "src/index.ts":
        f'switch (RUNTIME) {{ case "bun": {{ require({B}); break; }} default: console.log(1); }}\n{WORKER}'}),
    Project("twice-in-one-file", single(f"import {{ Database }} from {B};\nimport {{ constants }} from {B};\nconsole.log(Database, constants);")),
    Project("import-source-phase", single(f"console.log(await import.source({B}));", "src/index.js")),
    Project("url-imports", single('import x from "https://esm.sh/x"; console.log(x);')),
]  # fmt: skip

# Node's modules by their less usual names, under a recent date and under the flag of 2024.
_NODE_NAMES = (
    "node:sys", "node:punycode", "node:wasi", "node:inspector/promises", "node:cluster", "node:repl", "node:v8", "node:vm",
    "node:tty", "node:domain", "node:trace_events", "node:child_process", "node:http2", "node:worker_threads",
    "node:test/reporters", "node:ffi", "_http_agent", "node:stream/web", "node:util/types", "node:path/posix",
    "node:fs/promises", "node:dns/promises", "node:readline/promises", "sys", "punycode", "worker_threads", "process",
    "console", "constants", "node:constants", "module",
)  # fmt: skip
_DATES = {"recent": config(), "flag24": config(date="2024-09-23", more='compatibility_flags = ["nodejs_compat"]\n')}
PROJECTS += [
    Project(f"node-{date}-{name.replace(':', '-').replace('/', '_')}",
            single(f'import x from "{name}"; console.log(x);', **{"wrangler.toml": text}))
    for name in _NODE_NAMES for date, text in _DATES.items()
]  # fmt: skip

_SHOWN = "console.log(x);"
PROJECTS += [
    Project(name, single(code, **files))
    for name, (code, files) in {
        "url-import-meta-db": ('console.log(new URL("./db.ts", import.meta.url));', {"src/db.ts": SQLITE}),
        "data-url-js": (f'import x from "data:text/javascript,export default 1"; {_SHOWN}', {}),
        "dot": (f'import x from "."; {_SHOWN}', {"src/index.js": "export default 1;"}),
        "dotdot": (f'import x from ".."; {_SHOWN}', {"index.ts": "export default 1;"}),
        "css-missing": ('import "./a.css";', {}),
        "txt-missing": (f'import x from "./a.txt"; {_SHOWN}', {}),
        "wasm-module-missing": (f'import x from "./a.wasm?module"; {_SHOWN}', {}),
        "glob-template-dir": ("export const f = (n: string) => import(`./locales/${n}/x.json`);", {"src/locales/en/x.json": "{}"}),
        "glob-double": ("export const f = (a: string, b: string) => import(`./p/${a}-${b}.ts`);", {"src/p/x-y.ts": SQLITE}),
        "glob-bare": ("export const f = (n: string) => import(`${n}`);", {}),
        "missing-package-try": ('try { await import("not-installed"); } catch {}', {}),
        "imports-to-bun": ('import { file } from "#bun"; console.log(file);', {"package.json": package(imports={"#bun": "bun"})}),
        "alias-node": (f'import x from "node:fs"; {_SHOWN}', {
            "wrangler.toml": config(more='[alias]\n"node:fs" = "./src/db.ts"\n'), "src/db.ts": SQLITE + "export default 1;"}),
        "rules-shadow-js": (f'import x from "./a.js"; {_SHOWN}', {"src/a.js": 'import "bun";',
            "wrangler.toml": config(more='rules = [{ type = "Text", globs = ["**/a.js"] }]\n')}),
        "dead-import-meta": (f"if (import.meta.env?.BUN) {{ await import({B}); }}", {}),
        "dead-navigator": (f'if (navigator.userAgent === "Cloudflare-Workers") {{}} else {{ await import({B}); }}', {}),
        "dead-navigator-define": (f'if (navigator.userAgent !== "Cloudflare-Workers") {{ await import({B}); }}', {}),
        "dead-global-process": (f'if (globalThis.process.env.NODE_ENV === "development") {{ await import({B}); }}', {}),
        "dead-bracket": (f'if (process["env"]["NODE_ENV"] === "development") {{ await import({B}); }}', {}),
        "vars-not-define": (f'if (process.env.MODE === "bun") {{ require({B}); }}', {"wrangler.toml": config(more='[vars]\nMODE = "worker"\n')}),
        "define-process": (f'if (process.env.MODE === "bun") {{ require({B}); }}', {
            "wrangler.toml": config(more='[define]\n"process.env.MODE" = "\'worker\'"\n')}),
        "enum-only": ('import { E } from "./e"; let x: E;', {"src/e.ts": SQLITE + "export enum E { A }"}),
        "namespace-type": ('import * as e from "./e"; let x: e.E;', {"src/e.ts": SQLITE + "export type E = 1;"}),
        "decorator-type-meta": ('import { E } from "./e"; const d: any = () => {}; export class A { @d x!: E; }', {
            "src/e.ts": SQLITE + "export class E {}", "tsconfig.json": tsconfig(experimentalDecorators=True, emitDecoratorMetadata=True)}),
        "imports-not-used": ('import { serve } from "bun";', {"tsconfig.json": tsconfig(importsNotUsedAsValues="preserve")}),
        "isolated-modules": ('import { serve } from "bun";', {"tsconfig.json": tsconfig(isolatedModules=True)}),
    }.items()
]  # fmt: skip
PROJECTS += [
    Project("ts-extends-array-later-wins", two("@/db", "src/db.ts", **{"tsconfig.json": '{"extends":["./a.json","./b.json"]}',
        "a.json": tsconfig(paths={"@/*": ["./nope/*"]}), "b.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("ts-extends-cycle", two("@/db", "src/db.ts", **{"b.json": '{"extends":"./tsconfig.json"}',
        "tsconfig.json": '{"extends":"./b.json","compilerOptions":{"paths":{"@/*":["./src/*"]}}}'})),
    Project("ts-paths-star", two("db", "src/db.ts", **{"tsconfig.json": tsconfig(paths={"*": ["./src/*"]})})),
    Project("ts-paths-ext", two("@/db.js", "src/db.ts", **{"tsconfig.json": tsconfig(paths={"@/*": ["./src/*"]})})),
    Project("ts-paths-relative", two("./db", "src/other.ts", **{"tsconfig.json": tsconfig(paths={"./db": ["./src/other.ts"]})})),
    Project("imports-nested", two("#db", "src/db.ts", **{"package.json": package(imports={"#db": {"worker": {"import": "./src/db.ts"}}})})),
    Project("imports-pattern-suffix", two("#db.js", "src/db.ts", **{"package.json": package(imports={"#*.js": "./src/*.ts"})})),
    Project("self-root", two("worker", "src/db.ts", **{"package.json": package(name="worker", exports="./src/db.ts")})),
    Project("exports-development", installed({"exports": {".": {"development": "./bun.js", "default": "./default.js"}}}, "bun.js")),
    Project("exports-production", installed({"exports": {".": {"production": "./bun.js", "default": "./default.js"}}}, "bun.js")),
    Project("exports-edge-light", installed({"exports": {".": {"edge-light": "./bun.js", "deno": "./bun.js", "default": "./default.js"}}}, "bun.js")),
    Project("browser-string-sub", installed({"browser": {"./sub.js": "./bun.js"}}, "bun.js", "lib/sub")),
    Project("sideeffects-false", installed({"sideEffects": False}, "index.js")),
    Project("alias-relative", two("./db", "src/db.ts", **{"wrangler.toml": config(more='[alias]\n"./db" = "./src/stub.ts"\n'), "src/stub.ts": _PLAIN})),
    Project("assets-only", {"wrangler.toml": 'name = "worker"\ncompatibility_date = "2026-10-01"\n[assets]\ndirectory = "./public"\n',
        "public/a.js": 'import "bun";'}),
    Project("python-main", {"wrangler.toml": config("src/index.py", more='compatibility_flags = ["python_workers"]\n'), "src/index.py": "import bun\n"}),
    Project("main-cjs", {"wrangler.toml": config("src/index.cjs"), "src/index.cjs": f"require({B});\nmodule.exports = {{}};\n"}),
    Project("main-js-is-ts", {"wrangler.toml": config("src/index.js"), "src/index.ts": f"import {B};\n{WORKER}"}),
    Project("commonjs-main", {"wrangler.toml": config("src/index.js"),
        "src/index.js": 'const { db } = require("./db");\nmodule.exports = { fetch: () => db };\n', "src/db.js": f"exports.db = require({B});\n"}),
]  # fmt: skip
