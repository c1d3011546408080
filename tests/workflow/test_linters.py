"""What the linters of GitHub workflows say about every snapshot: nothing. None of them needs the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SNAPSHOTS = sorted(map(str, (HERE / "snapshots").glob("*.yml")))
TOOLS = {
    "zizmor": ["zizmor", "--offline", "--no-progress", "--quiet", "--format=plain", "--persona=auditor"],
    "schema": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
    "timeouts": ["check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout"],
    "actionlint": ["actionlint", "-no-color"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_the_linters_find_nothing_in_any_snapshot(command, tmp_path):
    assert len(SNAPSHOTS) >= 20
    # The tools are installed beside this Python, and look for one another (actionlint for shellcheck) on PATH.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    program = shutil.which(command[0], path=path)
    if program is None and not os.environ.get("CI"):
        pytest.skip(f"{command[0]} is not installed")
    assert program is not None
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    for snapshot in SNAPSHOTS:
        shutil.copy(snapshot, workflows)
    files = sorted(map(str, workflows.glob("*.yml")))
    done = subprocess.run(
        [program, *command[1:], *files],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert command[0] == "check-jsonschema" or not done.stdout.strip() or "No findings" in done.stdout
