from __future__ import annotations

import json
import os
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bunproof.cli import main
from bunproof.workflow import registration, ruleset

OTHER = "https://github.com/psf/black"
ENTRY = """\
  - repo: https://github.com/bunproof/bunproof
    rev: v0.1.0
    hooks:
      - id: bunproof
"""
FLAT = """\
- repo: https://github.com/bunproof/bunproof
  rev: v0.1.0
  hooks:
    - id: bunproof
"""
FLOW = "{repo: https://github.com/bunproof/bunproof, rev: v0.1.0, hooks: [{id: bunproof}]}"


@pytest.mark.parametrize(
    ("before", "marker"),
    [
        pytest.param(f"repos:\n  - repo: {OTHER}\n    rev: 'x'\n    hooks:\n      - id: black\n@", ENTRY, id="indented"),
        pytest.param(f"repos:\n- repo: {OTHER}\n  rev: 'x'\n  hooks:\n  - id: black\n@", FLAT, id="flat"),
        pytest.param(f"repos:\n  - repo: {OTHER}\n    rev: 'x'\n    hooks: [{{id: black}}]  # why\n@\n# the end\n", ENTRY, id="comments"),
        pytest.param(f"repos:\n  - repo: {OTHER}\n    rev: x\n    hooks: []\n@default_stages: [pre-push]\n", ENTRY, id="keys-follow"),
        pytest.param(f"repos:\n  - repo: {OTHER}\n    rev: x\n    hooks: []\n@\n\nfail_fast: true\n", ENTRY, id="blank-lines-follow"),
        pytest.param(f"repos:\n  - repo: {OTHER}\n    hooks: []\n\n  - repo: meta\n    hooks: []\n@", "\n" + ENTRY, id="entries-apart"),
        pytest.param("repos:\n  - repo: local\n    hooks:\n      - id: x\n        entry: |\n          a\n          b\n@", ENTRY, id="block-scalar"),
        pytest.param("x: &a [1]\nrepos:\n  - repo: local\n    hooks: []\n    args: *a\n@", ENTRY, id="alias-at-the-end"),
        pytest.param("repos:\n@", ENTRY, id="no-value"),
        pytest.param("# nothing yet\n@", "repos:\n" + ENTRY, id="comment-alone"),
        pytest.param("@", "repos:\n" + ENTRY, id="empty"),
        pytest.param("fail_fast: true\n@", "repos:\n" + ENTRY, id="no-repos"),
        pytest.param("repos: [@]\n", FLOW, id="empty-flow"),
        pytest.param("repos: [{repo: meta, hooks: []}@]\n", ", " + FLOW, id="flow"),
        pytest.param("repos: [{repo: meta, hooks: []},@]\n", FLOW, id="flow-with-comma"),
        pytest.param("---\nrepos:\n  - repo: meta\n    hooks: []\n@...\n", ENTRY, id="document-marks"),
        pytest.param("a:\n  repos: [1]\nrepos:\n  - repo: meta\n    hooks: []\n@", ENTRY, id="another-key-of-that-name"),
        pytest.param("repos:\r\n  - repo: meta\r\n    hooks: []\r\n@", ENTRY.replace("\n", "\r\n"), id="crlf"),
        pytest.param("\ufeffrepos:\n  - repo: meta\n    hooks: []\n@", ENTRY, id="byte-order-mark"),
        pytest.param("repos:\n  -\n    repo: meta\n    hooks: []\n@", ENTRY, id="dash-alone"),
        pytest.param("repos:\n    -   repo: meta\n        hooks: []\n@", "    -   repo: https://github.com/bunproof/bunproof\n        rev: v0.1.0\n        hooks:\n          - id: bunproof\n", id="wide"),
    ],
)  # fmt: skip
def test_the_entry_goes_in_without_touching_a_byte(before, marker):
    head, tail = before.split("@")
    assert registration.into_yaml(head + tail) == head + marker + tail


def test_a_file_without_a_last_line_feed_gets_one():
    text = "repos:\n  - repo: meta\n    hooks: []"
    assert registration.into_yaml(text) == text + "\n" + ENTRY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("repos: {a: 1}\n", id="a-mapping"),
        pytest.param("repos: text\n", id="a-string"),
        pytest.param("- repos\n", id="a-list-at-the-root"),
    ],
)
def test_what_has_no_place_is_left_alone(text):
    assert registration.into_yaml(text) is None


WORDS = st.text("ab -#:'\"[]{}&*|>\n\t,ü", max_size=12)
REPOSITORY = st.fixed_dictionaries(
    {"repo": WORDS, "rev": WORDS, "hooks": st.lists(st.fixed_dictionaries({"id": WORDS}))}
)


@settings(deadline=None)
@given(
    st.dictionaries(WORDS.filter(lambda text: text != "repos"), WORDS, max_size=2),
    st.lists(REPOSITORY, max_size=3),
    st.sampled_from([None, False, True]),
    st.integers(2, 6),
)
def test_any_configuration_keeps_its_bytes_and_gains_the_entry(others, repositories, flow, indent):
    text = yaml.safe_dump({**others, "repos": repositories}, default_flow_style=flow, indent=indent, sort_keys=False)
    after = registration.into_yaml(text)
    assert after is not None
    assert yaml.safe_load(after) == {**others, "repos": [*repositories, registration.ENTRY]}
    start = next(index for index in range(len(text) + 1) if index == len(text) or text[index] != after[index])
    assert after.endswith(text[start:])


def run(capsys, *arguments):
    code = main(["init", *arguments])
    return code, *capsys.readouterr()


def test_init_adds_the_hook_writes_the_workflow_and_says_what_is_left(repository, monkeypatch, capsys):
    before = f'# ours\nrepos:\n- repo: {OTHER}   # spaces\n  rev: "x"\n  hooks:\n  - id: black\n'
    repository.write({".pre-commit-config.yaml": before, "package.json": "{}"}).commit()
    monkeypatch.chdir(repository.root)

    code, out, _ = run(capsys, "--dry-run")
    assert code == 0
    assert "+++ b/.pre-commit-config.yaml" in out
    assert "+++ b/.github/workflows/bunproof.yml" in out
    assert "pre-commit run bunproof" in out
    assert repository.git("status", "--porcelain") == ""

    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert out.startswith(
        "added the hook `bunproof` to .pre-commit-config.yaml\nwrote .github/workflows/bunproof.yml\n\n"
        "`pre-commit install` makes the hooks run"
    )
    assert out.endswith(ruleset.command())
    assert (repository.root / ".pre-commit-config.yaml").read_text() == before + FLAT
    assert main(["workflow", "--check"]) == 0

    capsys.readouterr()
    _, out, _ = run(capsys)
    assert out.startswith(
        ".pre-commit-config.yaml has the hooks already\n.github/workflows/bunproof.yml is up to date\n"
    )
    assert run(capsys, "--dry-run")[1] == ""
    assert (repository.root / ".pre-commit-config.yaml").read_text() == before + FLAT


@pytest.mark.parametrize(
    ("files", "path", "expected", "gate"),
    [
        pytest.param({}, ".pre-commit-config.yaml", "repos:\n" + ENTRY, "pre-commit run bunproof", id="nothing"),
        pytest.param({"prek.toml": "fail_fast = true"}, "prek.toml", "fail_fast = true\n\n" + registration.TOML, "prek run bunproof", id="prek"),
        pytest.param({"prek.toml": ""}, "prek.toml", registration.TOML, "prek run bunproof", id="empty-prek"),
        pytest.param({".pre-commit-config.yml": "repos: []\n"}, ".pre-commit-config.yml", f"repos: [{FLOW}]\n", "prek run bunproof", id="yml"),
        pytest.param({"prek.toml": "[[repos]]\nrepo = 'builtin'\nhooks = []\n", ".pre-commit-config.yaml": "repos:\n" + ENTRY}, ".pre-commit-config.yaml", "repos:\n" + ENTRY, "pre-commit run bunproof", id="already-in-one-of-two"),
    ],
)  # fmt: skip
def test_init_finds_the_configuration_that_is_in_use(repository, monkeypatch, capsys, files, path, expected, gate):
    repository.write(files)
    monkeypatch.chdir(repository.root)
    assert run(capsys)[0] == 0
    assert (repository.root / path).read_text() == expected
    assert gate in (repository.root / ".github/workflows/bunproof.yml").read_text()


def test_with_lefthook_the_snippet_is_printed(repository, monkeypatch, capsys):
    repository.write({"lefthook.yml": "pre-commit:\n  commands: {}\n"})
    monkeypatch.chdir(repository.root)
    _, out, _ = run(capsys)
    assert "run: bunproof check --staged" in out
    assert not (repository.root / ".pre-commit-config.yaml").exists()
    assert "run: bunproof check --all-files" in (repository.root / ".github/workflows/bunproof.yml").read_text()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({".pre-commit-config.yaml": "repos: [\n"}, ".pre-commit-config.yaml: it is not YAML", id="broken-yaml"),
        pytest.param({".pre-commit-config.yaml": "? [repos]\n: 1\n"}, ".pre-commit-config.yaml: it is not YAML", id="key-that-is-a-list"),
        pytest.param({".pre-commit-config.yaml": "- repos\n"}, ".pre-commit-config.yaml: it is no mapping", id="list"),
        pytest.param({".pre-commit-config.yaml": "[" * 9999}, ".pre-commit-config.yaml: ", id="deep"),
        pytest.param({".pre-commit-config.yaml": b"repos: # \xff\n"}, ".pre-commit-config.yaml: it is not", id="not-utf-8"),
        pytest.param({".pre-commit-config.yaml": "repos: text\n"}, "no place for the hooks was found", id="no-place"),
        pytest.param({".pre-commit-config.yaml": "repos: []\n".encode("utf-16")}, ".pre-commit-config.yaml is not UTF-8", id="utf-16"),
        pytest.param({".pre-commit-config.yaml": "repos: {a: 1}\n"}, "no place for the hooks was found", id="mapping"),
        pytest.param({"prek.toml": "repos = 1\n"}, "no place for the hooks was found", id="toml-of-another-shape"),
        pytest.param({"prek.toml": "repos = [\n"}, "prek.toml: ", id="broken-toml"),
        pytest.param({"prek.toml": "repos = [{ repo = 'meta', hooks = [] }]\n"}, "no place for the hooks was found", id="inline-toml"),
        pytest.param({".github/workflows/bunproof.yml": "name: x\n"}, "a workflow that bunproof did not write", id="foreign"),
        pytest.param({"package.json": "{"}, "package.json: it cannot be parsed", id="broken-package"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_one_line_and_nothing_is_written(repository, files, message):
    repository.write(files).commit()
    done = repository.bunproof("init")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("bunproof: ")
    assert message in done.err
    assert "Traceback" not in done.err
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_configuration_is_not_written_through(repository, tmp_path):
    outside = tmp_path / "shared.yaml"
    outside.write_text("repos: []\n")
    (repository.root / ".pre-commit-config.yaml").symlink_to(outside)
    assert repository.bunproof("init").code == 2
    assert outside.read_text() == "repos: []\n"


def test_the_ruleset_requires_one_check_of_github_actions():
    text = ruleset.command()
    body = json.loads(re.search(r"<<'JSON'\n(.*)\nJSON\n", text, re.DOTALL)[1])
    assert body["conditions"]["ref_name"]["include"] == ["~DEFAULT_BRANCH"]
    assert body["rules"][0]["parameters"]["required_status_checks"] == [
        {"context": "required", "integration_id": 15368}
    ]
