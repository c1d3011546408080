"""A slice of the differential test, against what real releases were recorded to do.

The whole of it needs the releases: `python tests/bun/differential.py`.
"""

from __future__ import annotations

import json

import pytest
from tests.bun import differential

RECORDED = json.loads(differential.RECORDED.read_text())
CASES = [differential.Case(path, source, tuple(lines)) for path, source, lines in RECORDED["cases"]]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return differential.prepared(tmp_path_factory.mktemp("differential"), [*CASES, *differential.stars()])


@pytest.mark.parametrize("release", RECORDED["verdicts"])
def test_verdicts_equal_those_of_the_release(project, release):
    said = differential.verdicts(project, release, CASES)
    assert {path: "".join(each[0] for each in verdicts) for path, verdicts in said.items()} == RECORDED["verdicts"][
        release
    ]
