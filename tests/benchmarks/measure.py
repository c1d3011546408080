"""Time whole processes, several commands in turn, so that a machine whose speed drifts is fair to all of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import NamedTuple


class Figure(NamedTuple):
    """A command's runs: wall seconds by the turn in which it ran, and peak memory of its largest process in MiB."""

    turns: dict[int, float]
    memory: float

    @property
    def seconds(self) -> float:
        """The median."""
        return statistics.median(self.turns.values())

    def over(self, other: Figure) -> float:
        """The median of how many times as long as another command it took in the same turn: the machine's speed drifts."""
        both = self.turns.keys() & other.turns.keys()
        return statistics.median(self.turns[turn] / other.turns[turn] for turn in both)


def measure(commands: dict[str, list[str]], folder: str, runs: int, *, seconds: float = 60) -> dict[str, Figure]:
    """Run the commands in turn, one warm-up and then `runs` times each; a command that is slow is run less often."""
    spent: dict[str, dict[int, float]] = {name: {} for name in commands}
    memory = dict.fromkeys(commands, 0.0)
    for turn in range(runs + 1):
        for name, command in commands.items():
            done = spent[name]
            if turn and done and sum(done.values()) > seconds:
                continue
            took, most = _run(command, folder)
            if turn or took > seconds / 4:
                done[turn] = took
                memory[name] = max(memory[name], most)
    return {name: Figure(turns, memory[name]) for name, turns in spent.items()}


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
