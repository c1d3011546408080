"""Whatever breaks, it is said, nothing passes in silence, and no file is half written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from table import CONTENT, FAULTS, Fault, suffer

PAGE = Path(__file__).parents[2] / "docs/reliability.md"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the faults are made of Linux's own devices")


def contents(root: Path) -> dict[str, bytes]:
    """Every regular file below a folder, but for what git rewrites at will."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 26
    }


@pytest.mark.parametrize("fault", [pytest.param(each, id=each.name) for each in FAULTS])
def test_fault(repository, fault: Fault) -> None:
    repository.write(CONTENT).commit()
    if fault.arrange is not None:
        fault.arrange(repository.root)
    before = contents(repository.root)
    code, told = suffer(fault, repository.root)
    assert fault.told in told
    assert all(each in told for each in fault.also)
    assert code == fault.code
    assert "Traceback" not in told
    assert "hunter2" not in told
    assert contents(repository.root) == before


def test_the_page_tells_of_every_fault() -> None:
    rows = [
        line
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| boundary")
    ]
    assert rows == [each.row for each in FAULTS]
