"""Hold our verdicts to Bun's own: every name of the tables and 200 invented ones, in every form, through real releases.

    python tests/bun/differential.py FOLDER RELEASE...    FOLDER holds one Bun binary a release, named by it
    python tests/bun/differential.py --record FOLDER RELEASE...    and write the slice that the tests hold us to

One Bun process a release imports every case and says what became of it; then the rules judge the same files.
"""

from __future__ import annotations

import functools
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from bunproof.bun import exports, exports_data, judge, star_chains
from bunproof.bun.versions import Versions
from bunproof.check import all_of
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.syntax import javascript
from bunproof.tree import Tree

javascript.read = functools.cache(javascript.read)  # the same files are judged for every release

SLICE = 29  # every so many cases are held in the repository
RECORDED = Path(__file__).parent / "differential.json"
SEE = 'const see = (v: unknown) => (v === undefined ? "undefined" : "ok");'
# What keeps a file from loading, and what is undefined at run time.
FATAL = {"unlinkable-bun-export", "missing-bun-module", "type-re-export"}

# form -> (extensions, an import line, what it yields); N is the name, V a fresh variable, M the module, X a property access
FORMS = {
    "aliased": ("ts js", 'import { N as V } from "M";', "see(V)"),
    "unused": ("ts js", 'import { N as V } from "M";', '"ok"'),
    "as-type": ("ts", 'import { N as V } from "M"; let tV: V;', '"ok"'),
    "inline-type": ("ts", 'import { type N as V } from "M";', '"ok"'),
    "type": ("ts", 'import type { N as V } from "M";', '"ok"'),
    "string": ("ts js", 'import { "N" as V } from "M";', "see(V)"),
    "namespace": ("ts js", 'import * as V from "M"; const rV = see(VX);', "rV"),
    "default-member": ("ts js", 'import V from "M"; const rV = see(VX);', "rV"),
    "re-export": ("ts js", 'export { N as V } from "M";', '"ok"'),
    "re-export-type": ("ts", 'export { type N as V } from "M";', '"ok"'),
    "star": ("ts js", 'import { N as V } from "./star_S";', "see(V)"),
    "dynamic": ("ts js", 'const { N: V } = await import("M");', "see(V)"),
    "dynamic-member": ("ts", 'const V = await import("M"); const rV = see(VX);', "rV"),
    "then": ("ts", 'const V = await import("M").then((m) => see(mX));', "V"),
    "then-destructured": ("ts", 'const V = await import("M").then(({ N: x }) => see(x));', "V"),
    "require": ("ts js", 'const { N: V } = require("M");', "see(V)"),
    "require-member": ("ts", 'const V = see(require("M")X);', "V"),
    "create-require": ("ts", 'const V = see(createRequire(import.meta.url)("M")X);', "V"),
    "import-equals": ("ts", 'import V = require("M"); const rV = see(VX);', "rV"),
    "global": ("ts js", "const V = see(BunX);", "V"),
    "global-destructured": ("ts js", "const { N: V } = Bun;", "see(V)"),
    "global-this": ("ts", "const V = see(globalThis.BunX);", "V"),
}
# Where Bun links, one missing name keeps the file from loading: one name a file.
LINKED = {"re-export", "star"}
LINKED_IN_MODULES = {*LINKED, "aliased", "unused", "string"}
MODULE_FORMS = {
    "static": ("ts js", 'import x from "M"; see(x);'),
    "namespace": ("ts js", 'import * as x from "M"; x;'),
    "side-effect": ("ts js", 'import "M";'),
    "unused": ("ts js", 'import x from "M";'),
    "as-type": ("ts", 'import x from "M"; let t: x;'),
    "type": ("ts", 'import type x from "M";'),
    "star": ("ts js", 'export * from "M";'),
    "dynamic": ("ts js", 'const x = await import("M");'),
    "caught": ("ts js", 'try { await import("M") } catch {}'),
    "require": ("ts js", 'const x = require("M");'),
    "require-caught": ("ts js", 'try { require("M") } catch {}'),
    "never": ("ts js", 'if (false) { require("M") }'),
}
RUNNER = """
import { readFileSync, writeFileSync } from "node:fs";
const out = {};
for (const path of JSON.parse(readFileSync("cases.json", "utf8"))) {
  try { out[path] = (await import("./" + path)).default; }
  catch (error) { out[path] = ["error " + String(error?.message ?? error).split("\\n")[0]]; }
}
writeFileSync("out.json", JSON.stringify(out));
process.exit(0);
"""


class Case(NamedTuple):
    """A file to be imported: it yields a list, one answer a line of `lines`, whose numbers are 1-based."""

    path: str
    source: str
    lines: tuple[int, ...]


def invented(count: int = 200) -> list[str]:
    """Names that no release has, near to real ones and far from them; the same ones every time."""
    chance = random.Random(22)  # noqa: S311 - a fixed sequence
    real = sorted({*exports.names("bun"), *exports.names("bun:test"), *exports.names("bun:sqlite")} - {"$"})
    known = {
        name for tables in (exports_data.VALUES, exports_data.TYPES) for table in tables.values() for name in table
    }
    found: list[str] = []
    while len(found) < count:
        name = chance.choice(real)
        at = chance.randrange(len(name))
        name = chance.choice(
            [name[:at] + name[at + 1 :], name.swapcase(), f"{name}Sync", name[:at] + "q" + name[at:], f"create{name}"]
        )
        if name.isidentifier() and name not in known and name not in found:
            found.append(name)
    return found


def name_cases() -> list[Case]:
    """Every name in every form."""
    cases = []
    for module in ("bun", "bun:sqlite", "bun:test", "bun:ffi", "bun:jsc", "bun:wrap", "bun:app", "bun:sql"):
        slug = module.replace(":", "_")
        known = {*exports.names(module), *exports_data.TYPES.get(module, {})} - {"default"}
        names = [*sorted(known), *(invented() if module == "bun" else invented(40))]
        for form, (endings, line, answer) in FORMS.items():
            if module != "bun" and form.startswith("global"):
                continue
            alone = form in (LINKED if module == "bun" else LINKED_IN_MODULES)
            for ending in endings.split():
                for number, group in enumerate([[name] for name in names] if alone else [names]):
                    parts = [_filled(line, answer, module, ending, name, f"v{at}") for at, name in enumerate(group)]
                    cases.append(_case(f"{slug}_{form}_{number}.{ending}", parts, ending))
    return cases


def _filled(line: str, answer: str, module: str, ending: str, name: str, variable: str) -> tuple[str, str]:
    slug = module.replace(":", "_")
    values = {'"M"': f'"{module}"', "star_S": f"star_{slug}_{ending}", "V": variable, "X": f".{name}"}
    for key, value in values.items():
        line, answer = line.replace(key, value), answer.replace(key, value)
    return re.sub(r"\bN\b", lambda _: name, line), answer


def _case(path: str, parts: list[tuple[str, str]], ending: str) -> Case:
    head = [SEE if ending == "ts" else SEE.replace(": unknown", "")]
    if "createRequire" in parts[0][0]:
        head.append('import { createRequire } from "node:module";')
    body = [*head, *(line for line, _ in parts), f"export default [{', '.join(answer for _, answer in parts)}];", ""]
    return Case(path, "\n".join(body), tuple(range(len(head) + 1, len(head) + 1 + len(parts))))


def module_cases() -> list[Case]:
    """Every module, known, aliased and invented, in every form."""
    names = [*exports.modules(), *(f"bun:{name}" for name in exports_data.ALIASES)]
    names += [
        f"bun:{name}"
        for name in ("nope", "sqlite3", "tests", "yaml", "redis", "s3", "sql/x", "fs/nope", "FS", "sqlite/x")
    ]
    cases = []
    for number, module in enumerate(name for name in names if name not in {"bun:main", "bun:bundle"}):
        for form, (endings, template) in MODULE_FORMS.items():
            if form == "static" and module not in {
                "bun",
                "bun:sqlite",
                "bun:ffi",
                "bun:nope",
                "bun:fs",
                "bun:jsc",
                "bun:wrap",
            }:
                continue
            for ending in endings.split():
                parts = [(template.replace('"M"', f'"{module}"'), '"ok"')]
                cases.append(_case(f"module_{number}_{form}.{ending}", parts, ending))
    return cases


def stars() -> list[Case]:
    """The files that pass a module on whole."""
    modules = ("bun", "bun:sqlite", "bun:test", "bun:ffi", "bun:jsc", "bun:wrap", "bun:app", "bun:sql")
    return [
        Case(f"star_{module.replace(':', '_')}_{ending}.{ending}", f'export * from "{module}";\n', ())
        for module in modules for ending in ("ts", "js")
    ]  # fmt: skip


def truth(binary: Path, folder: Path, cases: list[Case]) -> dict[str, list[str]]:
    """What a release makes of every case: a list of "ok" and "undefined", or of one "error ..."."""
    (folder / "runner.test.mjs").write_text(RUNNER)  # as a test: old releases refuse to load `bun:test` elsewhere
    # From 1.1.24 to 1.1.45 a `bun:sql` that could not be loaded is found, empty, by the next require of the process.
    alone = [case.path for case in cases if "require" in case.source and '"bun:sql"' in case.source]
    found: dict[str, list[str]] = {}
    for group in ([case.path for case in cases if case.path not in alone], *([path] for path in alone)):
        (folder / "cases.json").write_text(json.dumps(group))
        command = [binary, "test", "runner"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=1800, check=False)
        if not (folder / "out.json").exists():
            raise SystemExit(f"{binary.name}: {done.stdout[-500:]}{done.stderr[-2000:]}")
        found |= json.loads((folder / "out.json").read_text())
        (folder / "out.json").unlink()
    return {
        case.path: found[case.path]
        if not found[case.path][0].startswith("error")
        else found[case.path][:1] * len(case.lines)
        for case in cases
    }


def verdicts(project: Project, release: str, cases: list[Case]) -> dict[str, list[str]]:
    """What we say of every case, for one release."""
    project.settings.bun_version = release
    versions = Versions(project)
    found = {}
    for case in cases:
        said = dict.fromkeys(case.lines, "ok")
        for each in (
            *all_of(judge.judge(project, versions, case.path, None)),
            *all_of(star_chains.judge(project, versions, case.path)),
        ):
            if each.severity == "error":
                said[each.location.start.line] = "error" if each.rule.id in FATAL else "undefined"
        found[case.path] = list(said.values())
    return found


def main(arguments: list[str]) -> int:
    """Compare, or with --record write the slice. Returns 1 where we differ anywhere."""
    record = arguments[0] == "--record"
    binaries, *releases = arguments[1:] if record else arguments
    cases = [*name_cases(), *module_cases()][:: SLICE if record else 1]
    failed = 0
    recorded = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = prepared(folder, [*cases, *stars()])
        for release in releases:
            done = truth(Path(binaries, release), folder, cases)
            failed += compare(release, cases, verdicts(project, release, cases), done)
            recorded[release] = {path: "".join(each[0] for each in answers) for path, answers in done.items()}
    if record:
        kept = [[case.path, case.source, case.lines] for case in cases]
        RECORDED.write_text(json.dumps({"cases": kept, "verdicts": recorded}, indent=0) + "\n")
    return 1 if failed else 0


def prepared(folder: Path, cases: list[Case]) -> Project:
    """A repository that holds the cases."""
    (folder / ".git").mkdir()
    (folder / "node_modules").mkdir()  # without it, Bun would fetch unknown packages
    for case in cases:
        (folder / case.path).write_text(case.source)
    return Project(Tree(str(folder)), Settings())


def compare(release: str, cases: list[Case], said: dict[str, list[str]], done: dict[str, list[str]]) -> int:
    """Print where we differ from a release, and return how often."""
    equal, wrong = Counter[str](), Counter[str]()
    for case in cases:
        for line, ours, theirs in zip(case.lines, said[case.path], done[case.path], strict=True):
            verdict = theirs.split(" ")[0]
            if ours == verdict:
                equal[ours] += 1
                continue
            form = re.sub(r"_\d+", "", case.path)
            wrong[form] += 1
            if wrong[form] < 4:
                print(f"  {case.path}: we say {ours}, Bun {theirs[:90]}: {case.source.splitlines()[line - 1]}")
    print(
        f"{release}: {equal.total()} of {equal.total() + wrong.total()} verdicts equal {dict(equal)} {dict(wrong)}",
        flush=True,
    )
    return wrong.total()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
