"""No command opens a socket, runs anything of the user's, starts a process but git, or writes what it was not asked to."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

# Run in the product's own process: the interpreter itself reports what is opened, started and written.
WATCH = """
import json, os, sys
seen = []
root = os.path.realpath(os.getcwd())
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "ftplib.", "http.", "smtplib.", "ctypes.", "os.exec", "os.spawn", "os.system", "os.startfile", "pty.")):
        seen.append(f"{event} {arguments!r}"[:300])
    elif event in {"subprocess.Popen", "os.posix_spawn"}:
        seen.append("process " + os.path.basename(str(arguments[0])) + " " + " ".join(map(str, arguments[1]))[:300])
    elif event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode, flags = os.fsdecode(arguments[0]), arguments[1], arguments[2] or 0
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        if writes and path != os.devnull and "__pycache__" not in path:
            seen.append("write " + os.path.relpath(os.path.realpath(path), root))
    elif event in {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "shutil.rmtree"}:
        seen.append(f"{event} {arguments[0]}")
    elif event in {"exec", "compile"} and arguments and isinstance(arguments[0], (bytes, str)) and b"EVIL" in (arguments[0] if isinstance(arguments[0], bytes) else arguments[0].encode()):
        seen.append("code of the user's")
sys.addaudithook(watch)
from bunproof.cli import main
code = main(json.loads(sys.argv[1]))
sys.stdout.flush()
sys.stderr.write("\\n" + json.dumps([code, seen]))
"""

EVIL = "import os  # EVIL\nraise SystemExit('EVIL')\n"
FILES = {
    "package.json": '{"name": "w", "engines": {"bun": ">=1.1.0"}, "devDependencies": {"wrangler": "^4.1.0"}, "scripts": {"test": "bun test"}}\n',
    "wrangler.toml": 'name = "w"\nmain = "src/index.ts"\ncompatibility_date = "2025-01-01"\n\n[vars]\nAPI_TOKEN = "your-api-token"\n',
    "wrangler.jsonc": '{"name": "w", "vars": {"A": 1, "A": 2}}\n',
    "src/index.ts": 'import { SQL } from "bun";\nimport { db } from "./db";\nexport default { db, SQL: new SQL() };\n',
    "src/db.ts": 'import { Database } from "bun:sqlite";\nexport const db = new Database();\n',
    "src/App.vue": '<script lang="ts">import { SQL } from "bun"; new SQL();</script>\n',
    ".env": "STRIPE_SECRET_KEY=sk_test_your_stripe_secret_key\n",
    "app.py": 'PASSWORD = "change-in-production"\n' + EVIL,
    "conf.yaml": "password: change-me\n",
    "Dockerfile": "FROM oven/bun:1.1\nENV API_TOKEN=changeme\n",
    ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: oven-sh/setup-bun@v2\n        with:\n          bun-version: 1.2.21\n",
    ".pre-commit-config.yaml": "repos: []\n",
    "bunproof.toml": "strict = true\n",
    # What an interpreter started in the repository would pick up, were it careless.
    "sitecustomize.py": EVIL, "usercustomize.py": EVIL, "json.py": EVIL, "tomli.py": EVIL, "detect_secrets/__init__.py": EVIL,
    "setup.py": EVIL, "bunproof_plugin.py": EVIL,
}  # fmt: skip
BASELINE = {
    "version": "1.5.0",
    "plugins_used": [{"name": "Evil", "path": "file://bunproof_plugin.py"}],
    "filters_used": [{"path": "file://bunproof_plugin.py::x"}],
    "results": {},
}


@pytest.fixture
def victim(repository):
    repository.write(FILES).write({".secrets.baseline": json.dumps(BASELINE)}).commit()
    return repository.write({"src/index.ts": FILES["src/index.ts"] + "// changed\n"})


def watched(repository, *arguments: str) -> list[str]:
    """What a run does besides reading: the interpreter is started as the console script starts it."""
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", WATCH, json.dumps(arguments)],
        cwd=repository.root, capture_output=True, check=False, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    code, seen = json.loads(done.stderr.splitlines()[-1])
    assert code in {0, 1}, done.stderr
    return seen


def strangers(seen: list[str]) -> list[str]:
    """All but git."""
    return [each for each in seen if not each.startswith("process git git ")]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check",), id="everything"),
        pytest.param(("check", "--staged"), id="staged"),
        pytest.param(("check", "--from-ref", "HEAD"), id="since a commit"),
        pytest.param(("check", "src/index.ts", ".env", "wrangler.toml"), id="named"),
        pytest.param(("check", "--diff", "--unsafe-fixes"), id="diff"),
        *(pytest.param(("check", "--format", style), id=style) for style in ("concise", "json", "sarif", "github")),
        pytest.param(("workflow", "--check"), id="workflow --check"),
        pytest.param(("workflow", "--stdout"), id="workflow --stdout"),
        pytest.param(("init", "--dry-run"), id="init --dry-run"),
        pytest.param(("explain", "missing-bun-export"), id="explain"),
        pytest.param(("rules",), id="rules"),
        pytest.param(("rules", "--format", "json"), id="rules as JSON"),
        pytest.param(("versions",), id="versions"),
        pytest.param(("completion", "bash"), id="completion"),
        pytest.param(("--help",), id="help"),
        pytest.param(("--version",), id="version"),
    ],
)
def test_a_command_that_only_looks(victim, arguments) -> None:
    assert strangers(watched(victim, *arguments)) == []


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        pytest.param(("check", "--fix", "--unsafe-fixes"), set(), id="fix"),
        pytest.param(("check", "--output", "report.txt"), {"report.txt"}, id="output"),
        pytest.param(("workflow",), {".github/workflows/bunproof.yml"}, id="workflow"),
        pytest.param(("init",), {".github/workflows/bunproof.yml", ".pre-commit-config.yaml"}, id="init"),
        pytest.param(("baseline",), {".secrets.baseline"}, id="baseline"),
    ],
)
def test_a_command_that_writes(victim, arguments, written) -> None:
    before = {path: path.read_bytes() for path in victim.root.rglob("*") if path.is_file() and ".git/" not in str(path)}
    seen = strangers(watched(victim, *arguments))
    assert all(each.startswith(("write ", "os.rename ", "os.chmod ", "os.mkdir ")) for each in seen), seen
    after = {path: path.read_bytes() for path in victim.root.rglob("*") if path.is_file() and ".git/" not in str(path)}
    changed = {str(path.relative_to(victim.root)) for path in after if after[path] != before.get(path)}
    assert changed <= written or arguments[1:2] == ("--fix",)
    assert before.keys() <= after.keys()
    temporary = [each.split()[1] for each in seen if each.startswith("write ")]
    assert all(any(name.startswith(asked) for asked in changed) for name in temporary), temporary


def test_the_language_server(victim) -> None:
    """A pair of sockets to itself is how asyncio wakes up; it leads nowhere."""
    pytest.importorskip("pygls", reason="in the dependency group `test`")
    assert [each for each in strangers(watched(victim, "lsp")) if not _leads_nowhere(each)] == []


def _leads_nowhere(event: str) -> bool:
    return event.startswith("socket.__new__ ") and event.endswith((", 1, 1, 0)", ", 1, 2049, 0)"))
