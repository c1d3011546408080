"""What the linters of GitHub workflows say about every snapshot, and about our own: nothing. None needs the network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bunproof.about import __version__
from bunproof.workflow import pins

HERE = Path(__file__).parent
TOP = HERE.parents[1]
SNAPSHOTS = sorted(map(str, (HERE / "snapshots").glob("*.yml")))
OURS = sorted(map(str, (TOP / ".github/workflows").glob("*.yml")))
TOOLS = {
    "zizmor": ["zizmor", "--offline", "--no-progress", "--quiet", "--format=plain", "--persona=auditor"],
    "schema": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
    "timeouts": ["check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout"],
    "actionlint": ["actionlint", "-no-color"],
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_the_linters_find_nothing_in_any_snapshot(command, tmp_path):
    assert len(SNAPSHOTS) >= 20
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    for snapshot in SNAPSHOTS:
        shutil.copy(snapshot, workflows)
    lint(command, sorted(map(str, workflows.glob("*.yml"))), tmp_path)


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_the_linters_find_nothing_in_our_own_workflows(command):
    assert len(OURS) >= 3
    lint(command, OURS, TOP)


def test_the_linters_find_nothing_in_our_action():
    action = str(TOP / ".github/actions/bunproof/action.yml")
    lint(TOOLS["zizmor"], [action], TOP)
    lint(["check-jsonschema", "--builtin-schema", "vendor.github-actions"], [action], TOP)


def test_our_workflows_pin_what_we_pin_for_others_and_install_this_version():
    known = {action.name: action.uses for action in vars(pins).values() if isinstance(action, pins.Action)}
    for path in OURS:
        text = Path(path).read_text(encoding="utf-8")
        for uses in re.findall(r"uses: (\S+@\S+ # \S+)", text):
            assert known.get(uses.partition("@")[0], uses) == uses
        for version in re.findall(r"bunproof==(\S+)", text):
            assert version == __version__


def lint(command: list[str], files: list[str], folder: Path) -> None:
    """Assert that a linter is silent about some files."""
    # The tools are installed beside this Python, and look for one another (actionlint for shellcheck) on PATH.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    program = shutil.which(command[0], path=path)
    if program is None and not os.environ.get("CI"):
        pytest.skip(f"{command[0]} is not installed")
    assert program is not None
    done = subprocess.run(
        [program, *command[1:], *files],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert command[0] == "check-jsonschema" or not done.stdout.strip() or "No findings" in done.stdout
