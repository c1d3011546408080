"""Time whole processes, several commands in turn, so that a machine whose speed drifts is fair to all of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import NamedTuple


class Figure(NamedTuple):
    """The median of a command's runs: wall seconds, and peak memory of its largest process in MiB."""

    seconds: float
    memory: float


def measure(commands: dict[str, list[str]], folder: str, runs: int, *, seconds: float = 60) -> dict[str, Figure]:
    """Run the commands in turn, one warm-up and then `runs` times each; a command that is slow is run less often."""
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            done = spent[name]
            if turn and done and sum(took for took, _ in done) > seconds:
                continue
            figure = _run(command, folder)
            if turn or figure[0] > seconds / 4:
                done.append(figure)
    return {
        name: Figure(statistics.median(took for took, _ in done), max(memory for _, memory in done))
        for name, done in spent.items()
    }


def _run(command: list[str], folder: str) -> tuple[float, float]:
    # certificates slow Node down, and modules that are compiled anew in each run are nobody's installation
    unwanted = ("NODE_EXTRA", "GITHUB_", "PYTHONDONTWRITEBYTECODE", "COVERAGE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_maxrss / 1024
