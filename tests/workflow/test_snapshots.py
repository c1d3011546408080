"""The workflows of varied repositories, whole. A file dropped into `repositories/` is a test.

`UPDATE_SNAPSHOTS=1 pytest tests/workflow` writes what is there now; the difference is for reading.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from bunproof.cli import main

HERE = Path(__file__).parent
REPOSITORIES = sorted((HERE / "repositories").glob("*.txt"))
_FILE = re.compile(r"(?m)^-- (.+) --\n")


def unpack(text: str) -> tuple[list[str], dict[str, str]]:
    """The options of the first line, and the files that follow it."""
    first, *parts = _FILE.split(text)
    return first.removeprefix("options:").split(), dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize("path", REPOSITORIES, ids=lambda path: path.stem)
def test_the_workflow_of_a_repository_is_its_snapshot(path, repository, monkeypatch, capsys):
    options, files = unpack(path.read_text(encoding="utf-8"))
    repository.write(files)
    monkeypatch.chdir(repository.root)
    assert main(["workflow", *options]) == 0
    written = (repository.root / ".github/workflows/bunproof.yml").read_text(encoding="utf-8")
    snapshot = HERE / "snapshots" / f"{path.stem}.yml"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(written, encoding="utf-8")
    assert written == snapshot.read_text(encoding="utf-8")
    assert yaml.safe_load(written)["jobs"]["required"]["if"] == "always()"

    # Writing twice changes nothing, and a clone agrees with the machine it was written on.
    capsys.readouterr()
    assert main(["workflow"]) == 0
    assert capsys.readouterr().out == ".github/workflows/bunproof.yml is up to date\n"
    assert (repository.root / ".github/workflows/bunproof.yml").read_text(encoding="utf-8") == written
    repository.commit()
    assert main(["workflow", "--check"]) == 0


def test_no_snapshot_is_left_over():
    assert [path.stem for path in REPOSITORIES] == [path.stem for path in sorted((HERE / "snapshots").glob("*.yml"))]
