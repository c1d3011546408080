"""What we ask of others holds for us: our own gate, and a scanner for secrets, over our own repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
