"""Our verdict on each project of `projects.py` is the one that was recorded from the real wrangler."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bunproof.check import all_of
from bunproof.hooks import is_configuration
from bunproof.project import Project as Judged
from bunproof.settings import Settings
from bunproof.tree import Tree
from bunproof.worker import findings, plain_bundles

HERE = Path(__file__).parent
RECORD = json.loads((HERE / "recorded.json").read_text())


def load(name: str):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


PROJECTS = load("projects").PROJECTS
fingerprint = load("record").fingerprint


@pytest.fixture(scope="module")
def together(tmp_path_factory):
    """A repository of all projects, a folder each."""
    root = tmp_path_factory.mktemp("projects")
    subprocess.run(["git", "init", "-q", root], check=True)
    (root / ".gitignore").write_text("node_modules/\n")
    for project in PROJECTS:
        for name, text in project.files.items():
            path = root / project.id / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    return Judged(Tree(str(root)), Settings())


@pytest.fixture(scope="module")
def judged(together):
    """The findings of each project."""
    found = {project.id: [] for project in PROJECTS}
    for each in all_of(findings.find(together, filter(is_configuration, together.tree.files()))):
        if each.mirrors == "wrangler":
            found[each.location.path.split("/")[0]].append(each)
    return found


@pytest.mark.parametrize("project", [pytest.param(each, id=each.id) for each in PROJECTS])
def test_the_verdict_is_that_of_wrangler(project, judged):
    found = [each for each in judged[project.id] if project.environment or each.environment is None]
    seen = RECORD[project.id]
    no_entry = [each for each in found if each.rule.id == "missing-worker-import" and len(each.chain) == 2]
    errors = [each for each in found if each.severity == "error" and each not in no_entry]
    assert bool(errors or no_entry) == bool(seen["exit"])
    assert {place(each) for each in errors} == set(map(tuple, seen["unresolved"]))
    assert bool(no_entry) == seen["no_entry"]
    assert {each.chain[-1] for each in found if each.severity == "warning"} == set(seen["warned"])


def place(diagnostic):
    """Where wrangler says it: for what a package imports, in the package."""
    importer = diagnostic.chain[-2]
    path, line = diagnostic.location.path, diagnostic.location.start.line
    path, line = (importer, 1) if "node_modules" in importer else (path, line)
    return (path.partition("/")[2], line)


def test_every_project_is_recorded_as_it_is():
    assert {each.id: fingerprint(each) for each in PROJECTS} == {name: seen["files"] for name, seen in RECORD.items()}


def test_there_are_many_and_both_kinds():
    exits = [seen["exit"] for seen in RECORD.values()]
    assert len(exits) >= 60
    assert min(exits.count(0), exits.count(1)) >= 60


def test_what_a_cheap_look_lets_go_has_no_findings(together):
    subprocess.run(["git", "add", "-A"], cwd=together.root, check=True)
    paths = [path for path in together.tree.files() if is_configuration(path)]
    quiet = [path for path in paths if plain_bundles.is_quiet(together, path)]
    assert len(quiet) > 5
    assert [f"{each.location.path}: {each.message}" for each in all_of(findings.find(together, quiet))] == []
