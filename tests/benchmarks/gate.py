"""Measure how the gate of a generated workflow grows with a repository; print a Markdown table for `docs/ci.md`.

    python tests/benchmarks/gate.py [--sizes 1000,10000,100000] [--folder FOLDER]

For each size: a clone of depth 2, as the workflow checks out; the gate on a pull request that changes ten files, and on
everything, each alone and through pre-commit; the best of three runs (of one, from 100,000 files on). pre-commit runs our hook
as a system hook, so that what it adds is itself and not an installation.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from corpus import build

_CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: bunproof
        name: bunproof
        entry: bunproof check
        language: system
        require_serial: true
"""
_RANGE = ["--from-ref", "HEAD^1", "--to-ref", "HEAD"]
_COMMANDS = {
    "pull request": ["bunproof", "check", *_RANGE],
    "through pre-commit": ["pre-commit", "run", "bunproof", *_RANGE],
    "everything": ["bunproof", "check", "--all-files"],
    "everything through pre-commit": ["pre-commit", "run", "bunproof", "--all-files"],
}
_RUNS = 3
_LARGE = 100_000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "bunproof-gate")
    options = parser.parse_args()
    print(f"| files | clone, depth 2 | {' | '.join(_COMMANDS)} |\n|---|---|{'---|' * len(_COMMANDS)}")
    for size in map(int, options.sizes.split(",")):
        origin = _origin(options.folder, size)
        clone = options.folder / "clone"
        shutil.rmtree(clone, ignore_errors=True)
        cells = [_seconds([["git", "clone", "-q", "--depth", "2", f"file://{origin}", str(clone)]], options.folder)]
        runs = _RUNS if size < _LARGE else 1
        cells += [_seconds([command] * runs, clone) for command in _COMMANDS.values()]
        print(f"| {size:,} | {' | '.join(cells)} |", flush=True)
    return 0


def _origin(folder: Path, size: int) -> Path:
    """A repository whose last commit changes ten files."""
    origin = build(folder, size)
    (origin / ".pre-commit-config.yaml").write_text(_CONFIG)
    _commit(origin, "all there is")
    sources = subprocess.run(["git", "ls-files", "*.ts"], cwd=origin, capture_output=True, text=True, check=True)
    for name in sources.stdout.splitlines()[:10]:
        with (origin / name).open("a") as file:
            file.write("// changed\n")
    _commit(origin, "a pull request")
    return origin


def _commit(origin: Path, message: str) -> None:
    identity = [
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.invalid",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "gc.auto=0",
    ]
    subprocess.run(["git", *identity, "add", "-A"], cwd=origin, check=True)
    subprocess.run(
        ["git", *identity, "commit", "-q", "--no-verify", "--allow-empty", "-m", message], cwd=origin, check=True
    )


def _seconds(commands: list[list[str]], folder: Path) -> str:
    """The best time of some runs, and the processor time of that run: the second is the same on a busy machine."""
    times = []
    for command in commands:
        start, used = time.perf_counter(), _processor_time()
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        times.append((time.perf_counter() - start, _processor_time() - used))
        assert done.returncode in {0, 1}, (command, done.stdout[-2000:], done.stderr[-2000:])
    wall, processor = min(times)
    return f"{wall:.1f} s ({processor:.1f})"


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
