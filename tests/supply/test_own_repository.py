"""What we ask of others holds for us: our own gate, and a scanner for secrets, over our own repository."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a source distribution is no repository")
GUESSES = ("KeywordDetector", "Base64HighEntropyString", "HexHighEntropyString", "IPPublicDetector")
STAND_INS = "^tests/(credentials|hostile|report|fuzz|supply|rules|workflow|acceptance|wrangler|bun)/"


def test_our_own_gate() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bunproof", "check", "--strict"], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.decode()) == (0, "")


def test_no_token_of_any_kind_that_a_scanner_knows() -> None:
    """By their form alone: what only looks like chance is hashes in our lock and tables."""
    without = [word for name in GUESSES for word in ("--disable-plugin", name)]
    command = [sys.executable, "-m", "detect_secrets", "scan", *without, "--exclude-files", STAND_INS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert json.loads(done.stdout)["results"] == {}


def _requirements() -> list[str]:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]


@pytest.mark.parametrize("requirement", _requirements())
def test_a_dependency_is_bounded_and_justified(requirement) -> None:
    name = re.match(r"[\w-]+", requirement)[0]
    assert re.search(r">=[\d.]+,<[\d.]+$", requirement), "from a release that we tried up to one that could break us"
    assert f"`{name}`" in (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")


def test_what_ci_installs_is_held_by_hashes() -> None:
    text = (ROOT / "tests/requirements.txt").read_text(encoding="utf-8")
    pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned)
    assert text.count("--hash=sha256:") >= len(pinned)


def test_a_release_has_no_password_and_is_attested() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert "id-token: write" in text
    assert "attestations: write" in text
    assert "attest-build-provenance@" in text
    assert "secrets." not in text
    assert all(re.search(r"@[0-9a-f]{40} # v\d", line) for line in text.splitlines() if "uses: " in line)
