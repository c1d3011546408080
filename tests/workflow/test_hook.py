from __future__ import annotations

import pytest

PATH = ".github/workflows/bunproof.yml"
OURS = "repos:\n  - repo: https://github.com/bunproof/bunproof\n    rev: v0.1.0\n    hooks:\n      - id: @\n"
OTHER = {".github/workflows/ci.yml": "name: ci\non: push\njobs: {}\n"}


def findings(run):
    return [f"{each['severity']} {each['path']}:{each['line']} {each['rule']}" for each in run.diagnostics]


@pytest.mark.parametrize(
    ("files", "arguments", "expected"),
    [
        pytest.param({"a": ""}, [], [], id="nothing-asked"),
        pytest.param({"a": ""}, ["--only", "ci-workflow"], [f"error {PATH}:1 missing-workflow"], id="asked-by-flag"),
        pytest.param({".pre-commit-config.yaml": OURS.replace("@", "ci-workflow")}, [], [f"error {PATH}:1 missing-workflow"], id="asked-by-configuration"),
        pytest.param({".pre-commit-config.yaml": OURS.replace("@", "bunproof # ci-workflow")}, [], [], id="named-in-a-comment"),
        pytest.param(OTHER, [], [], id="other-workflows-of-something-else"),
        pytest.param({**OTHER, "tests/package.json": "{}"}, [], [], id="nothing-but-fixtures"),
        pytest.param({**OTHER, "package.json": "{}"}, [], [f"warning {PATH}:1 missing-workflow"], id="other-workflows"),
        pytest.param({PATH: "name: mine\n"}, [], [f"warning {PATH}:1 foreign-workflow"], id="foreign"),
        pytest.param({PATH: "name: mine\n"}, ["--only", "ci-workflow"], [f"error {PATH}:1 foreign-workflow"], id="foreign-asked"),
    ],
)  # fmt: skip
def test_a_workflow_that_is_not_there(repository, files, arguments, expected):
    repository.write(files).commit()
    assert findings(repository.check(*arguments)) == expected


def test_drift_and_edits_are_errors_at_the_line(repository):
    repository.write({"package.json": "{}", "bun.lock": ""}).commit()
    assert repository.bunproof("workflow").code == 0
    assert findings(repository.commit().check()) == []
    text = (repository.root / PATH).read_text()

    line = text.split("\n").index("    needs: [gate, build]") + 1
    repository.write({PATH: text.replace("needs: [gate, build]", "needs: [build]")})
    assert findings(repository.check()) == [f"error {PATH}:{line} edited-workflow"]
    assert findings(repository.check(PATH)) == [f"error {PATH}:{line} edited-workflow"]

    repository.write({PATH: text, "package.json": '{"scripts": {"test": "bun test"}}'})
    line = text.split("\n").index("      # >>> yours: build, at the end >>>") + 1
    assert findings(repository.check()) == [f"error {PATH}:{line} drifted-workflow"]
    assert findings(repository.check("package.json")) == [f"error {PATH}:{line} drifted-workflow"]
    assert "writes `- name: Run the tests`" in repository.bunproof("check").out


def test_the_index_is_judged_when_asked(repository):
    repository.write({"package.json": "{}", "bun.lock": ""}).commit()
    repository.bunproof("workflow")
    repository.commit()
    repository.write({"package.json": '{"scripts": {"test": "bun test"}}'})
    assert findings(repository.check("--staged")) == []
    repository.git("add", "package.json")
    assert [each["rule"] for each in repository.check("--staged").diagnostics] == ["drifted-workflow"]
    repository.bunproof("workflow")
    assert [each["rule"] for each in repository.check("--staged").diagnostics] == ["drifted-workflow"]
    repository.git("add", PATH)
    assert findings(repository.check("--staged")) == []


def test_a_workflow_that_was_cut_short_is_reported_at_its_end(repository):
    repository.bunproof("workflow")
    text = (repository.root / PATH).read_text()
    repository.write({PATH: "\n".join(text.split("\n")[:20])})
    assert findings(repository.check()) == [f"error {PATH}:20 edited-workflow"]


def test_an_unreadable_fact_is_a_finding(repository):
    repository.write({"package.json": "{}"})
    repository.bunproof("workflow")
    repository.write({"package.json": "{"})
    found = repository.check("--only", "ci-workflow").diagnostics
    assert [(each["path"], each["rule"]) for each in found] == [("package.json", "unparsable-file")]
