"""Measure what the gate costs, beside what else runs on a commit; write the figures into `docs/performance.md`.

    python tests/benchmarks/run.py [--sizes 1000,10000,100000] [--runs 11] [--folder FOLDER] [--write]

Peers are measured where they are on PATH: git, oxlint, biome, betterleaks (gitleaks' successor), detect-secrets, check-jsonschema (with
`--schema FILE`, wrangler's config-schema.json), wrangler. All commands of a table are run in turn on the same files. Told are
the medians of their times, and of how many times as long as another each took in the same turn. Nothing here is a test: a time
says something of a machine, a ratio something of us.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from corpus import build, dirty, wrangler
from measure import Figure, measure
from plot import growth

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
PYTHON = "python -c pass"
GREP = "git grep -l bun"
GATE = "bunproof check"
_MOST_FOR_PEERS, _MOST_FOR_SLOW_PEERS = 10_000, 1_000  # files; beyond, they take minutes


def main() -> int:
    """Measure, print, and with `--write` put the figures into the document."""
    arguments = _arguments()
    root = Path(arguments.folder or tempfile.mkdtemp(prefix="bunproof-benchmark-"))
    tables = [_commits(root, arguments.runs)]
    growing: dict[int, dict[str, Figure]] = {}
    for size in map(int, arguments.sizes.split(",")):
        figures = measure(
            _whole(size, arguments.schema), str(build(root, size)), arguments.runs if size < 50_000 else 5
        )
        growing[size] = figures
        tables.append(_table(f"A repository of {size:,} files", figures, GREP))
    text = "\n".join([_machine(), "", *tables])
    sys.stdout.write(text + "\n")
    if arguments.write:
        before = DOCUMENT.read_text(encoding="utf-8")
        head, _, rest = before.partition(BEGIN)
        DOCUMENT.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
        DOCUMENT.with_name("performance.svg").write_text(growth(growing, GREP), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument(
        "--folder", help="where the repositories are built, and found again (default: a temporary folder)"
    )
    parser.add_argument("--schema", help="wrangler's config-schema.json, for check-jsonschema")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md and its plot")
    return parser.parse_args()


def _commits(root: Path, runs: int) -> str:
    """What a commit costs: the files are named, as a hook runner does."""
    folder = build(root, 1000)
    modules = sorted(
        str(path.relative_to(folder)) for path in folder.glob("src/**/*.ts") if b"un" not in path.read_bytes()[:80]
    )
    importing = sorted(
        str(path.relative_to(folder)) for path in folder.glob("**/*.ts") if b'"bun' in path.read_bytes()[:80]
    )
    large = folder / "workers" / "large" / "wrangler.toml"
    large.parent.mkdir(parents=True, exist_ok=True)
    text = wrangler(random.Random(0), "large", 17)  # noqa: S311 - a corpus
    large.write_text(text)
    check = [_program("bunproof"), "check"]
    (large.parent / "src").mkdir()
    (large.parent / "src" / "index.ts").write_text("export default { fetch: () => new Response() };\n")
    subprocess.run(["git", "add", str(large.parent)], cwd=folder, check=True)
    named = {
        "one clean file": modules[:1],
        f"a wrangler.toml of {len(text.splitlines())} lines": [str(large.relative_to(folder))],
        "ten clean files": modules[:10],
        "ten files, two of which import Bun modules": [*modules[:8], *importing[:2]],
        "a hundred clean files": modules[:100],
        "one file with two findings": dirty(folder, 1),
        "ten files with twenty findings": dirty(folder, 10),
    }
    commands = {PYTHON: [sys.executable, "-c", "pass"]} | {name: [*check, *paths] for name, paths in named.items()}
    if shutil.which("wrangler"):
        dry = ["wrangler", "deploy", "--dry-run", "--config", str(large)]
        commands["that wrangler.toml by `wrangler deploy --dry-run`"] = dry
    table = _table("A commit", measure(commands, str(folder), runs), PYTHON)
    shutil.rmtree(folder / "dirty")
    shutil.rmtree(large.parent)
    subprocess.run(["git", "rm", "-rq", "--cached", str(large.parent)], cwd=folder, check=True)
    return table


def _whole(size: int, schema: str | None) -> dict[str, list[str]]:
    """The commands that judge a whole repository."""
    commands = {
        PYTHON: [sys.executable, "-c", "pass"],
        GREP: ["git", "grep", "-l", "bun"],
        GATE: [_program("bunproof"), "check"],
    }
    commands["bunproof check --only bun-imports"] = [_program("bunproof"), "check", "--only", "bun-imports"]
    peers = {
        "oxlint": ["oxlint", "."],
        "biome lint": ["biome", "lint", "."],
        "betterleaks": ["betterleaks", "."],
    }
    if size > _MOST_FOR_PEERS:
        return commands
    if size <= _MOST_FOR_SLOW_PEERS:
        peers["detect-secrets scan"] = ["detect-secrets", "scan"]
    if schema:
        peers["check-jsonschema"] = [
            "sh",
            "-c",
            f"git ls-files '*wrangler.toml' | xargs check-jsonschema --schemafile '{schema}'",
        ]
    return commands | {name: command for name, command in peers.items() if shutil.which(command[0])}


def _table(title: str, figures: dict[str, Figure], unit: str) -> str:
    """`unit` is the command whose times the others are told in; what the whole gate takes of theirs is told too."""
    ours = figures.get(GATE)
    head, line = f"| | median | x `{unit}` |", "|---|---:|---:|"
    rows = [f"| {name} | {_time(each.seconds)} | {each.over(figures[unit]):.2f} |" for name, each in figures.items()]
    if ours:
        head, line = f"{head} `{GATE}` takes |", f"{line}---:|"
        rows = [f"{row} {ours.over(each):.3f} of it |" for row, each in zip(rows, figures.values(), strict=True)]
    rows = [f"{row} {each.memory:.0f} |" for row, each in zip(rows, figures.values(), strict=True)]
    return "\n".join([f"### {title}", "", f"{head} peak MiB |", f"{line}---:|", *rows, ""])


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.0f} s"


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _machine() -> str:
    imports = "`re` among the imports" if b"import re" in Path(_program("bunproof")).read_bytes() else "no other import"
    return (
        f"Measured with CPython {platform.python_version()} on {os.cpu_count()} cores, {platform.system()} {platform.machine()}; "
        f"the script that starts bunproof has {imports}."
    )


if __name__ == "__main__":
    sys.exit(main())
