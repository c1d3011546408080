"""The built wheel and the manifest, installed as a user's machine would: by pip, by pre-commit and by prek.

Not collected by default, because it installs from a package index:

    python -m pytest tests/acceptance/installed.py [--wheel dist/bunproof-....whl]
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BAD = 'name = "w"\ncompatibility_date = "2025-01-01"\n\n[vars]\nJWT_SECRET = "your-jwt-secret-min-32-chars"\n'


@pytest.fixture(scope="session")
def wheel(request, tmp_path_factory) -> Path:
    given = request.config.getoption("--wheel")
    if given:
        return Path(given)
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def program(wheel, tmp_path_factory) -> str:
    """`bunproof` in a virtual environment that holds the wheel and what it asks for, and nothing else."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "-q", "--only-binary", ":all:", str(wheel)], check=True)
    return str(scripts / "bunproof")


def test_the_wheel_judges_the_incident(program, repository) -> None:
    from incident import EXPECTED_IMPORTS, EXPECTED_PLACEHOLDERS, FILES

    repository.write(FILES).commit()
    done = subprocess.run([program, "check", "--format", "json"], cwd=repository.root, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    errors = {
        (each["path"], each["line"]) for each in json.loads(done.stdout)["diagnostics"] if each["severity"] == "error"
    }
    assert errors >= EXPECTED_IMPORTS | EXPECTED_PLACEHOLDERS


@pytest.mark.parametrize(
    "command", [["rules"], ["explain", "missing-bun-export"], ["versions"], ["check", "--help"]], ids=" ".join
)
def test_the_wheel_carries_what_each_command_needs(program, repository, command) -> None:
    done = subprocess.run([program, *command], cwd=repository.root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.fixture(scope="session")
def revision(tmp_path_factory) -> Path:
    """This repository as it lies here, as a commit that a hook runner can clone."""
    folder = tmp_path_factory.mktemp("revision") / "bunproof"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "as it lies here"], ["tag", "v0"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("runner", ["pre-commit", "prek"])
def test_a_runner_installs_the_hooks_and_blocks_a_bad_commit(
    repository, revision, runner, tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PREK_HOME", str(tmp_path / "home"))
    for name in ("VIRTUAL_ENV", "COVERAGE_PROCESS_START"):
        monkeypatch.delenv(name, raising=False)
    program = str(Path(sys.executable).with_name(runner))
    config = {"repos": [{"repo": str(revision), "rev": "v0", "hooks": [{"id": "bunproof"}]}]}
    repository.write({".pre-commit-config.yaml": yaml.safe_dump(config), "wrangler.toml": BAD})
    repository.git("add", "-A")
    bad = subprocess.run([program, "run"], cwd=repository.root, capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    assert "wrangler.toml:5:15: error[placeholder-credential]" in bad.stdout, bad.stdout + bad.stderr
    repository.write({"wrangler.toml": BAD.partition("[vars]")[0]}).git("add", "-A")
    good = subprocess.run([program, "run"], cwd=repository.root, capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stdout + good.stderr
