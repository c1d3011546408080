from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bunproof.check import all_of
from bunproof.project import Project
from bunproof.select import Selection
from bunproof.settings import Settings
from bunproof.tree import Tree
from bunproof.wrangler.rules.competing_configuration import check, check_others

DEPLOYS = {"app/package.json": '{"scripts": {"deploy": "wrangler deploy"}}'}


def repository(root: Path, files: dict[str, str]) -> Project:
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return Project(Tree(str(root)), Settings())


@pytest.mark.parametrize(
    ("path", "others", "found"),
    [
        pytest.param("wrangler.toml", {"wrangler.jsonc": "{}"}, ["error `wrangler.jsonc` beside it"], id="toml-beside-jsonc"),
        pytest.param("wrangler.jsonc", {"wrangler.json": "{}"}, ["error `wrangler.json` beside it"], id="jsonc-beside-json"),
        pytest.param("wrangler.jsonc", {"wrangler.toml": ""}, [], id="jsonc-beside-toml"),
        pytest.param("app/wrangler.toml", {"wrangler.json": "{}"}, ["warning `wrangler.json` above it"], id="above"),
        pytest.param("app/wrangler.toml", {"wrangler.json": "{}", **DEPLOYS}, ["error `wrangler.json` above it"], id="above-and-deployed-from-here"),
        pytest.param("app/wrangler.jsonc", {"wrangler.json": "{}"}, ["warning `wrangler.json` above it"], id="jsonc-below-json"),
        pytest.param("app/wrangler.json", {"wrangler.json": "{}"}, [], id="the-nearer-of-two-equal-names"),
        pytest.param("app/wrangler.toml", {"wrangler.toml": "", "web/wrangler.json": "{}"}, [], id="not-in-the-way"),
        pytest.param("tests/wrangler.toml", {"tests/wrangler.json": "{}"}, ["warning `tests/wrangler.json` beside it"], id="of-tests"),
        pytest.param("wrangler.auth.toml", {"wrangler.json": "{}"}, [], id="another-name-is-always-named"),
        pytest.param("wrangler.toml", {"wrangler.json": "{}", "package.json": '{"scripts": {"d": "wrangler deploy -c wrangler.toml"}}'}, [], id="named-by-a-script"),
        pytest.param("app/wrangler.toml", {"wrangler.json": "{}", ".github/workflows/d.yml": "- run: bunx wrangler deploy --config=app/wrangler.toml\n"}, [], id="named-by-a-workflow"),
        pytest.param("app/wrangler.toml", {"wrangler.json": "{}", ".github/workflows/d.yml": "- run: bunx wrangler deploy --config=app/wrangler.tomls\n"}, ["warning `wrangler.json` above it"], id="another-file-is-named"),
    ],
)  # fmt: skip
def test_which_one_wrangler_reads(tmp_path: Path, path: str, others: dict[str, str], found: list[str]):
    said = list(check(repository(tmp_path, {path: "", **others}), path))
    words = [each.message.removeprefix("wrangler never reads this file: ").removesuffix(" wins") for each in said]
    assert [f"{each.severity} {word}" for each, word in zip(said, words, strict=True)] == found


def test_a_new_file_that_wins_is_told_at_the_ones_that_lose(tmp_path: Path):
    project = repository(
        tmp_path, {"wrangler.json": "{}", "wrangler.toml": "", "app/wrangler.toml": "", "app/other.toml": ""}
    )
    said = list(all_of(check_others(project, Selection(["wrangler.json"]), ["wrangler.json"])))
    assert [each.location.path for each in said] == ["app/wrangler.toml", "wrangler.toml"]
    all_of_them = ["wrangler.json", "wrangler.toml", "app/wrangler.toml"]
    assert list(check_others(project, Selection(all_of_them), all_of_them)) == []
    assert list(check_others(project, Selection(["app/wrangler.toml"]), ["app/wrangler.toml"])) == []
