"""A repository to judge: what every test that runs the product starts from."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of the tests that install the product."""
    parser.addoption("--wheel", help="the built wheel for tests/acceptance/installed.py (default: build one)")


class Run(NamedTuple):
    """What a user of the command line sees."""

    code: int
    out: str
    err: str

    @property
    def diagnostics(self) -> list[dict]:
        """The findings of a `--format json` run."""
        return json.loads(self.out)["diagnostics"]

    @property
    def found(self) -> list[str]:
        """The findings as `path:line rule`."""
        return [f"{each['path']}:{each['line']} {each['rule']}" for each in self.diagnostics]


class Repository:
    """A git repository in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        """What git prints; raises where it fails."""
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *identity, *arguments], cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout

    def write(self, files: dict[str, str | bytes]) -> Repository:
        """Write files, by path below the root."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def commit(self, message: str = "a change") -> Repository:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", message)
        return self

    def bunproof(self, *arguments: str, folder: str = ".", env: dict[str, str] | None = None) -> Run:
        """Run the product in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "bunproof", *arguments],
            cwd=self.root / folder, capture_output=True, check=False, env=env,
        )  # fmt: skip
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    def check(self, *arguments: str, folder: str = ".") -> Run:
        """Run `bunproof check` for its JSON."""
        return self.bunproof("check", "--format", "json", *arguments, folder=folder)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


@pytest.fixture(scope="session")
def make_repository() -> type[Repository]:
    """For repositories that more than one test looks at."""
    return Repository
