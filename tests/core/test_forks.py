"""Many files are visited by several processes; nobody may notice but the clock."""

from __future__ import annotations

import os
import sys

import pytest

from bunproof import forks, judgement
from bunproof.project import Project
from bunproof.select import Selection
from bunproof.settings import Settings
from bunproof.tree import Tree

BAD = "// bunproof: ignore\n"
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork there")


@pytest.fixture
def many(repository):
    return repository.write(
        {f"src/{number:03}.ts": BAD if number % 10 == 0 else "export {};\n" for number in range(500)}
    )


def visited(repository, monkeypatch, **changes: object) -> tuple[set[str], int]:
    """What a pass over all files marks, with parts of the platform replaced."""
    for name, value in changes.items():
        monkeypatch.setattr(forks, name, value)
    tree = Tree(str(repository.root))
    judged = judgement.Judgement(Project(tree, Settings()), Selection(tree.files(), everything=True))
    judged.judge()
    return judged.visits.marked, judged.visits.judged


@needs_fork
@pytest.mark.parametrize("processors", [1, 2, 9])
def test_any_number_of_processes_sees_the_same(many, monkeypatch, processors) -> None:
    marked, count = visited(many, monkeypatch, _processors=lambda: processors)
    assert (len(marked), count) == (50, 500)


def test_without_fork_one_process_sees_the_same(many, monkeypatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    marked, count = visited(many, monkeypatch)
    assert (len(marked), count) == (50, 500)


@needs_fork
def test_a_child_that_dies_loses_nothing(many, monkeypatch) -> None:
    monkeypatch.setattr(forks, "_send", lambda *_: sys.exit(7))
    marked, _ = visited(many, monkeypatch, _processors=lambda: 2)
    assert len(marked) == 50


@needs_fork
def test_a_fork_that_is_refused_loses_nothing(many, monkeypatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    marked, count = visited(many, monkeypatch, _processors=lambda: 3)
    assert (len(marked), count) == (50, 500)


@needs_fork
def test_processors_are_counted_without_affinity(many, monkeypatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    marked, _ = visited(many, monkeypatch)
    assert len(marked) == 50


@pytest.mark.parametrize(
    ("others", "configurations"),
    [
        pytest.param(500, 0, id="no configuration"),
        pytest.param(500, 1, id="one"),
        pytest.param(300, 300, id="as many as other files"),
        pytest.param(0, 600, id="nothing else"),
        pytest.param(200_000, 60_000, id="very many"),
    ],
)
def test_every_file_is_dealt_out_once_and_configurations_by_themselves(others, configurations) -> None:
    alike = {f"wrangler/{number}/wrangler{number % 2 or ''}.toml" for number in range(configurations)}
    paths = sorted([*alike, *(f"wrangler/{number}/src/a.ts" for number in range(others))])
    portions = list(forks._portions(paths))
    assert sorted(path for portion in portions for path in portion) == paths
    assert len(portions) < 256  # each has its number in a byte
    assert all(alike.issuperset(portion) or alike.isdisjoint(portion) for portion in portions)


def test_a_whole_run_over_many_files(many) -> None:
    run = many.check()
    assert len(run.found) == 50
    assert run.found == sorted(run.found)
