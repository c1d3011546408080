"""Run one Bun release and write down what it exports."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from typing import NamedTuple

MODULES = (
    "bun", "bun:app", "bun:bundle", "bun:ffi", "bun:jsc", "bun:sql", "bun:sqlite", "bun:test", "bun:wrap",
)  # fmt: skip
# Modules that a release answers when asked for `bun:` and their name: Node's, and packages that Bun carries itself.
ALIASES = [
    "assert",
    "assert/strict",
    "async_hooks",
    "buffer",
    "child_process",
    "cluster",
    "console",
    "constants",
    "crypto",
    "dgram",
    "diagnostics_channel",
    "dns",
    "dns/promises",
    "domain",
    "events",
    "fs",
    "fs/promises",
    "http",
    "http2",
    "https",
    "inspector",
    "inspector/promises",
    "module",
    "net",
    "os",
    "path",
    "path/posix",
    "path/win32",
    "perf_hooks",
    "process",
    "punycode",
    "querystring",
    "quic",
    "readline",
    "readline/promises",
    "repl",
    "sea",
    "sqlite",
    "stream",
    "stream/consumers",
    "stream/promises",
    "stream/web",
    "string_decoder",
    "sys",
    "test",
    "test/reporters",
    "timers",
    "timers/promises",
    "tls",
    "trace_events",
    "tty",
    "url",
    "util",
    "util/types",
    "v8",
    "vm",
    "wasi",
    "worker_threads",
    "zlib",
    "_http_agent",
    "_http_client",
    "_http_common",
    "_http_incoming",
    "_http_outgoing",
    "_http_server",
    "_stream_duplex",
    "_stream_passthrough",
    "_stream_readable",
    "_stream_transform",
    "_stream_wrap",
    "_stream_writable",
    "_tls_common",
    "_tls_wrap",
    "bun",
    "ws",
    "undici",
    "node-fetch",
    "isomorphic-fetch",
    "@vercel/fetch",
    "abort-controller",
    "utf-8-validate",
    "detect-libc",
]

_ABSENT = "bunproof_absent_name"
_RUNNER = """
import { readFileSync, writeFileSync } from "node:fs";
const load = async (path) => { try { return (await import("./" + path)).default; } catch { return null; } };
const out = {};
for (const path of JSON.parse(readFileSync("files.json", "utf8"))) out[path] = await load(path);
writeFileSync("out.json", JSON.stringify(out));
process.exit(0);
"""
# What a module's names are when they are read, when they are linked, and on its default export.
_READ = 'import * as m from "M"; export default Object.getOwnPropertyNames(m);'
_STAR = 'export * from "M";'
_LINKED = 'import * as m from "./S"; export default Object.keys(m);'
_STRICT = f'import {{ {_ABSENT} as x }} from "M"; export default [String(x)];'
_DEFAULT = """import d from "M"; const names = [];
for (let o = d; o && o !== Object.prototype; o = Object.getPrototypeOf(o)) names.push(...Object.getOwnPropertyNames(o));
export default names;"""
_EXISTS = 'import * as x from "M"; export default [typeof x];'
_FEATURE = 'import { feature } from "bun:bundle"; export default feature("X") ? ["feature"] : ["feature"];'


class Observation(NamedTuple):
    """What a release has.

    `read` are names by module (a module that is not there is absent), `linked` those that `export *` passes on,
    `defaults` the members of a default export, `strict` the modules where an unknown name is an error, `aliases` the
    names that `bun:` answers.
    """

    version: str
    read: dict[str, list[str]]
    linked: dict[str, list[str]]
    defaults: dict[str, list[str]]
    strict: list[str]
    aliases: list[str]


def observe(binary: str, version: str) -> Observation:
    """Run a binary over all modules. Raises OSError where it cannot be run."""
    with tempfile.TemporaryDirectory() as folder:
        files = dict(_files())
        os.mkdir(f"{folder}/node_modules")  # without it, Bun would fetch unknown packages
        for name, text in {**files, "runner.test.mjs": _RUNNER, "files.json": json.dumps(list(files))}.items():
            with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                file.write(text)
        # As a test, since `bun:test` of old releases refuses to load elsewhere; the exit code is the test runner's.
        subprocess.run(
            [binary, "test", "runner"],
            cwd=folder,
            check=False,
            capture_output=True,
            timeout=300,
        )
        with open(f"{folder}/out.json", encoding="utf-8") as file:
            out: dict[str, list[str] | None] = json.load(file)
    return Observation(
        version,
        {module: sorted(set(names)) for module, names in _answers(out, "read", MODULES)},
        {module: sorted(set(names)) for module, names in _answers(out, "linked", MODULES)},
        {module: sorted(set(names)) for module, names in _answers(out, "default", MODULES) if module != "bun"},
        [module for module in MODULES if out[_path("exists", module)] and out[_path("strict", module)] is None],
        [name for name in ALIASES if out[_path("alias", f"bun:{name}")]],
    )  # fmt: skip


def _files() -> list[tuple[str, str]]:
    kinds = {"read": _READ, "linked": _LINKED, "strict": _STRICT, "default": _DEFAULT, "exists": _EXISTS}
    found = []
    for module in MODULES:
        found.append((_path("star", module), _STAR.replace("M", module)))
        for kind, template in kinds.items():
            text = (
                _FEATURE if module == "bun:bundle" and kind in {"read", "exists"} else template.replace("M", module, 1)
            )
            text = text.replace("./S", f"./{_path('star', module)}")
            found.append((_path(kind, module), text))
    found += [(_path("alias", f"bun:{name}"), _EXISTS.replace("M", f"bun:{name}")) for name in ALIASES]
    return found


def _path(kind: str, module: str) -> str:
    return f"{kind}_{module.replace(':', '_').replace('/', '_')}.mjs"


def _answers(out: dict[str, list[str] | None], kind: str, modules: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    found = []
    for module in modules:
        names = out[_path(kind, module)]
        if names is not None:
            found.append((module, names))
    return found
