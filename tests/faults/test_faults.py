"""Whatever breaks, it is said, nothing passes in silence, and no file is half written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from table import BESIDE, CONTENT, FAULTS, WRITERS, Fault, suffer, writable

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
    after = contents(repository.root)
    temporary = {name for name in after if name.endswith(".tmp")}
    assert bool(temporary) == (fault.left == BESIDE)
    assert {name: data for name, data in after.items() if name not in temporary} == before


@pytest.mark.parametrize("name", WRITERS)
def test_runs_at_once_leave_a_whole_file(repository, name) -> None:
    repository.write(CONTENT)
    writable(repository.root)
    repository.commit()
    command = [sys.executable, "-m", "bunproof", *WRITERS[name]]
    alone = subprocess.run(command, cwd=repository.root, capture_output=True, check=False)
    assert alone.returncode in {0, 1}
    expected = (repository.root / name).read_bytes()
    repository.git("checkout", "-q", ".")
    repository.git("clean", "-q", "-f", "-d")
    several = [
        subprocess.Popen(command, cwd=repository.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)
    ]
    told = [each.communicate() for each in several]
    assert (repository.root / name).read_bytes() == expected
    assert {each.returncode for each in several} <= {0, 1, 2}
    for (_, error), each in zip(told, several, strict=True):
        assert (b"changed while it was judged" in error) == (each.returncode == 2), error
    assert not list(repository.root.rglob("*.tmp"))


def test_the_page_tells_of_every_fault() -> None:
    rows = [
        line
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| boundary")
    ]
    assert rows == [each.row for each in FAULTS]
