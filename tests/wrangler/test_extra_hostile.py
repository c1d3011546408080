from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from clean_configurations import CLEAN

from bunproof.check import all_of
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.source import Source
from bunproof.tree import Tree
from bunproof.wrangler import extra
from bunproof.wrangler.read import read

ODD = (None, True, 5, 1.5, "", "\ud83d\udc4b" * 30, [], {}, [None, 5, "x", {}], {"": None, "binding": 5, "crons": [[]]})
FOR_ALL = [
    pytest.param(path, text, id=name)
    for name, files in CLEAN.items()
    for path, text in files.items()
    if "wrangler" in path
]


def places(value: object, path: tuple = ()) -> Iterator[tuple]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from places(each, (*path, key))


def with_odd(data: object, path: tuple, odd: object) -> object:
    """The data with something odd at one place."""
    if not path:
        return odd
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = with_odd(data[path[0]], path[1:], odd)
    return copy


@pytest.mark.parametrize(("path", "text"), FOR_ALL)
def test_no_value_in_any_place_stops_a_rule(tmp_path: Path, path: str, text: str):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    tree = Tree(str(tmp_path))
    data = read(Source(path, text.encode())).data
    data = {**data, "env": {"x": data, **data.get("env", {})}}
    for number, place in enumerate(places(data)):
        changed = json.dumps(with_odd(data, place, ODD[number % len(ODD)])).encode()
        (tmp_path / "wrangler.json").write_bytes(changed)
        project = Project(tree, Settings())
        list(all_of(extra.judge(read(project.source("wrangler.json", changed)), project, "2026-11-24")))
