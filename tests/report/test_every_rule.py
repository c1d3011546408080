"""The rendered output of every rule's failing examples: as kept, and as the laws of diagnostics want it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bunproof.report.pages import load_page
from bunproof.rules import rule_ids

SNAPSHOTS = Path(__file__).parent / "snapshots"
FIRST = re.compile(r"\S.*:\d+:\d+: (?:error|warning)\[(?P<rule>[a-z0-9-]+)\] (?P<message>.*)")
KEPT = sorted(SNAPSHOTS.glob("*.txt"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_kept_output_keeps_the_laws(path: Path) -> None:
    """`python -m bunproof_dev.snapshots --check` compares it with what is printed now."""
    lines = path.read_text().splitlines()
    found = [match for line in lines if (match := FIRST.fullmatch(line))]
    assert path.stem in {match["rule"] for match in found}
    for match in found:
        assert not match["message"].endswith("."), match[0]
        assert match["message"].count("`") % 2 == 0, match[0]
    assert all(line == line.rstrip() for line in lines)
    assert not [line for line in lines if line.startswith(("::", "##["))]


def test_every_rule_that_shows_a_failure_has_kept_output() -> None:
    shown = {rule_id for rule_id in rule_ids() if "```" in load_page(rule_id).section("Fails")}
    assert {path.stem for path in KEPT} <= shown, "remove with: python -m bunproof_dev.snapshots"
