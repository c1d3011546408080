"""What fuzzing found once is tried on every run: `corpus/TARGET/` under a name that tells what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from targets import TARGETS

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*/*"))


@pytest.mark.parametrize("path", [pytest.param(path, id=f"{path.parent.name} {path.name}") for path in CORPUS])
def test_what_was_found(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_folder_is_a_target() -> None:
    assert {path.parent.name for path in CORPUS} <= TARGETS.keys()
