"""A repository of realistic shape, of any size, the same for the same size.

Eleven of twenty files are JavaScript or TypeScript, as in measured repositories (12,738 of 22,999 files), the others
documents, data, styles and images. Sizes follow a log-normal law (median 2.5 KB, mean 4.8 KB); 4 % of the files mention
Bun, half of these import from it; 1 % are wrangler configurations, each with its Worker beside it; one in ten speaks of tokens, passwords or keys
without holding one. Everything is clean: what is measured is the cost of saying nothing.
"""

from __future__ import annotations

import os
import random
import subprocess
from pathlib import Path

_WORDS = (
    "account", "action", "active", "adapter", "amount", "api", "array", "async", "base", "batch", "body", "buffer", "cache",
    "call", "chart", "child", "client", "code", "color", "column", "config", "context", "count", "create", "current",
    "cursor", "data", "date", "debug", "detail", "display", "document", "draft", "element", "email",
    "entry", "error", "event", "fetch", "field", "filter", "format", "frame", "group", "handler", "header",
    "height", "history", "index", "input", "item", "label", "layout", "length", "level", "limit", "list", "loader", "locale",
    "manager", "margin", "match", "member", "message", "method", "model", "module", "name", "node", "number", "object",
    "offset", "option", "order", "output", "owner", "page", "parent", "path", "payload", "plugin", "position", "price",
    "process", "profile", "project", "promise", "query", "queue", "range", "record", "render", "report", "request", "result",
    "route", "row", "schema", "scope", "section", "select", "service", "session", "shape", "signal", "size", "source",
    "state", "status", "store", "stream", "string", "style", "submit", "summary", "table", "target", "task", "template",
    "theme", "title", "total", "trace", "type", "update", "user", "value", "vector", "version", "view", "width", "window",
)  # fmt: skip
_SENSITIVE = ("token", "password", "apiKey", "secret", "credentials", "authorization")
_MANIFEST = '{ "name": "corpus", "packageManager": "bun@1.2.21", "dependencies": { "date-fns": "^4.1.0" } }\n'
_ENTRY = """import { createHash } from "node:crypto";
import { format } from "date-fns";
import { answer } from "./answer";

export default { fetch: (request: Request) => answer(format(createHash("sha1").update(request.url).digest("hex"))) };
"""
_ANSWER = "export const answer = (text: string) => new Response(text);\n"
_FOLDERS = (
    "src/api",
    "src/components",
    "src/lib",
    "src/pages",
    "packages/core/src",
    "packages/ui/src",
    "tests",
    "scripts",
)
_SUFFIXES = (".ts", ".ts", ".ts", ".tsx", ".tsx", ".js", ".mjs")
_OTHERS = (".json", ".md", ".css", ".svg", ".json", ".png", ".yaml", ".md", ".css")
_BUN = (
    'import { file, serve } from "bun";',
    'import { Database } from "bun:sqlite";',
    'import { expect, test } from "bun:test";',
)


def build(root: Path, files: int) -> Path:
    """Write and stage a repository of about `files` files below `root`, unless it is there. Returns its folder."""
    folder = root / f"corpus-{files}"
    if (folder / ".git" / "complete").exists():
        return folder
    chance = random.Random(files)  # noqa: S311 - a corpus, not a key
    for number in range(files):
        if number % 100 == 50:
            name, text = _configuration(chance, number)
        elif number % 20 < 11:
            name, text = _module(chance, number)
        else:
            name, text = _other(chance, number)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(chance.randbytes(len(text)) if name.endswith(".png") else text.encode("utf-8"))
        if name.endswith(".toml"):
            (path.parent / "src").mkdir()
            (path.parent / "src" / "index.ts").write_text(_ENTRY)
            (path.parent / "src" / "answer.ts").write_text(_ANSWER)
        elif name.endswith((".ts", ".tsx", ".js", ".mjs")):
            (path.parent.parent / "types.ts").write_text("export interface Options { readonly limit: number }\n")
    (folder / "package.json").write_text(_MANIFEST)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    (folder / ".git" / "complete").touch()
    return folder


def dirty(folder: Path, count: int) -> list[str]:
    """Files with findings, beside the clean ones: paths below `folder`."""
    names = []
    for number in range(count):
        path = folder / "dirty" / f"module{number}.ts"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            'import { nope } from "bun";\nconst password = process.env.PASSWORD || "changeme";\nnope(password);\n'
        )
        names.append(os.path.relpath(path, folder))
    return names


def _module(chance: random.Random, number: int) -> tuple[str, str]:
    size = min(int(chance.lognormvariate(7.83, 1.14)), 400_000)
    ending = _SUFFIXES[number % len(_SUFFIXES)]
    lines = ['import { format } from "date-fns";']
    if ending in {".ts", ".tsx"}:
        lines.append('import type { Options } from "../types";')
    if number % 20 == 7 and number % 100 != 87:
        lines.insert(0, _BUN[number // 40 % 3] if number % 40 == 7 else "// This runs on Node and on Bun alike.")
    written = 80
    while written < size:
        block = _block(chance, len(lines), ending)
        lines += block
        written += sum(len(line) + 1 for line in block)
    folder = f"{_FOLDERS[number % len(_FOLDERS)]}/{_WORDS[number // 40 % len(_WORDS)]}{number // 8000 or ''}"
    return f"{folder}/{_name(chance)}{number}{ending}", "\n".join(lines) + "\n"


def _other(chance: random.Random, number: int) -> tuple[str, str]:
    size = min(int(chance.lognormvariate(7.83, 1.14)), 400_000)
    ending = _OTHERS[number % 20 - 11]
    lines: list[str] = []
    written = 0
    while written < size:
        a, b = _name(chance), chance.choice(_WORDS)
        line = {
            ".json": f'  "{a}": "{b} of the {a}",',
            ".md": f"The {b} of a {a} is shown below the {chance.choice(_WORDS)}.",
            ".css": f".{a} {{ margin: {chance.randrange(40)}px; }}",
            ".svg": f'<path d="M{chance.random():.4f} {chance.random():.4f}L{chance.random():.4f} {chance.random():.4f}"/>',
            ".yaml": f"{a}{chance.randrange(99)}: {b} {a}",
            ".png": "x" * 80,
        }[ending]
        lines.append(line)
        written += len(line) + 1
    if ending == ".json":
        lines = ["{", *lines, '  "last": 1', "}"]
    return (
        f"assets/{_WORDS[number // 40 % len(_WORDS)]}{number // 8000 or ''}/{_name(chance)}{number}{ending}",
        "\n".join(lines) + "\n",
    )


def _block(chance: random.Random, number: int, ending: str) -> list[str]:
    """A few lines that any parser takes; `number` keeps their names apart."""
    a, b, c = _name(chance), _name(chance), chance.choice(_WORDS)
    if chance.random() < 0.01:
        c = chance.choice(_SENSITIVE)
    typed = ending in {".ts", ".tsx"}
    if chance.random() < 0.3:
        of = ": string" if typed else ""
        return [f"export const {a}{number} = ({c}Of{of}) => {c}Of.length + {chance.randrange(1000)};"]
    if ending == ".tsx" and chance.random() < 0.3:
        return [
            f"export function {a.title()}{number}(props: Options) {{",
            f'  return <Field name="{c}" label={{props.{a}}} onChange={{(event) => set{b.title()}(event.target.value)}} />;',
            "}",
        ]
    return [
        f"export async function {a}{number}(request{': Request' if typed else ''}) {{",
        f"  // The {c} is kept until the {b} has been sent.",
        f"  const {{ {a}, {b} }} = await {c}Of.{chance.choice(_WORDS)}(request, {{ limit: {chance.randrange(99)} }});",
        f"  if (options.{c} && {a}.{b} !== undefined) {{",
        f'    throw new Error("the {c} of {a} is not a {b}");',
        "  }",
        f"  return {a}.map((each) => format(each.{b}, `${{{a}}}/${{{b}}}`));",
        "}",
        "",
    ]


def _name(chance: random.Random) -> str:
    return chance.choice(_WORDS) + chance.choice(_WORDS).title()


def _configuration(chance: random.Random, number: int) -> tuple[str, str]:
    folder = f"workers/{_WORDS[number // 100 % len(_WORDS)]}{number}"
    return f"{folder}/wrangler.toml", wrangler(chance, f"worker-{number}", chance.randrange(6))


def wrangler(chance: random.Random, name: str, environments: int) -> str:
    """A clean `wrangler.toml`: about 20 lines, and 20 for each environment."""
    lines = [
        f'name = "{name}"',
        'main = "src/index.ts"',
        'compatibility_date = "2025-06-01"',
        'compatibility_flags = ["nodejs_compat"]',
        "",
        "[vars]",
    ]
    lines += [
        'PUBLIC_ORIGIN = "https://www.example.com"',
        f'LOG_LEVEL = "{chance.choice(("info", "warn"))}"',
        'API_URL = "https://api.example.com"',
        "",
        *_bindings(chance, ""),
    ]
    for number in range(environments):
        lines += [
            "",
            f"[env.stage{number}]",
            "workers_dev = true",
            "",
            f"[env.stage{number}.vars]",
            'LOG_LEVEL = "debug"',
        ]
        lines += [
            'PUBLIC_ORIGIN = "https://stage.example.com"',
            'API_URL = "https://stage.example.com"',
            "",
            *_bindings(chance, f"env.stage{number}."),
        ]
    return "\n".join(lines) + "\n"


def _bindings(chance: random.Random, prefix: str) -> list[str]:
    return [
        f"[[{prefix}kv_namespaces]]", 'binding = "CACHE"', f'id = "{chance.getrandbits(128):032x}"', "",
        f"[[{prefix}d1_databases]]", 'binding = "DB"', 'database_name = "main"',
        f'database_id = "{chance.getrandbits(32):08x}-1f2e-4d3c-8b5a-{chance.getrandbits(48):012x}"', "",
        f"[[{prefix}r2_buckets]]", 'binding = "FILES"', 'bucket_name = "files"',
    ]  # fmt: skip
