"""What a run prints and writes, in a process of its own."""

from __future__ import annotations

import json
import os
import sys

import pytest

BROKEN = "// bunproof: ignore\nlet x;\n"  # a finding that needs no family of rules


@pytest.fixture
def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI"))}
    return {**kept, "NO_COLOR": "1"}


def test_full_text(repository) -> None:
    run = repository.write({"a.ts": BROKEN}).bunproof("check")
    assert run.code == 1
    assert run.out == (
        "a.ts:1:4: error[malformed-suppression] this suppression silences nothing\n"
        "  |\n"
        "1 | // bunproof: ignore\n"
        "  |    ^^^^^^^^^^^^^^^^ it names no rule\n"
        "  |\n"
        "  = help: write `bunproof: ignore[rule] reason`\n"
        "  = docs: https://bunproof.github.io/bunproof/rules/malformed-suppression/\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_concise_is_one_line_a_finding(repository) -> None:
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--format", "concise")
    assert run.out == "a.ts:1:4: error[malformed-suppression] this suppression silences nothing\n"


def test_paths_read_from_where_the_user_is(repository) -> None:
    run = repository.write({"a.ts": BROKEN, "src/b.ts": BROKEN}).bunproof("check", "--format", "concise", folder="src")
    assert [line.split(":")[0] for line in run.out.splitlines()] == ["../a.ts", "b.ts"]


def test_machine_formats_name_paths_from_the_root(repository) -> None:
    run = repository.write({"src/b.ts": BROKEN}).check(folder="src")
    assert run.found == ["src/b.ts:1 malformed-suppression"]


def test_color_always(repository) -> None:
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--color", "always")
    assert "\x1b[1;31merror[malformed-suppression]\x1b[0m" in run.out


def test_in_actions_commands_follow_and_the_summary_is_written(repository, environment, tmp_path) -> None:
    summary = tmp_path / "summary.md"
    environment |= {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--color", "always", env=environment)
    text, _, commands = run.out.partition("1 error in 1 file\n")
    assert "\n::" not in text
    assert commands == (
        "::error title=bunproof (malformed-suppression),file=a.ts,line=1,col=4,endLine=1,endColumn=20"
        "::this suppression silences nothing%0Ait names no rule%0Ahelp: write `bunproof: ignore[rule] reason`\n"
    )
    assert summary.read_text().startswith("### bunproof: 1 error in 1 file\n")


def test_in_actions_json_stays_json(repository, environment) -> None:
    environment |= {"GITHUB_ACTIONS": "true"}
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--format", "json", env=environment)
    assert json.loads(run.out)["version"] == 1


def test_format_github_is_commands_alone(repository) -> None:
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--format", "github")
    assert run.out.startswith("::error ")
    assert run.out.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "sarif"])
@pytest.mark.parametrize("text", [BROKEN, ""], ids=["a finding", "nothing"])
def test_output_is_the_report_in_a_file(repository, form: str, text: str) -> None:
    run = repository.write({"a.ts": text}).bunproof("check", "--format", form, "--output", "report.json")
    assert (repository.root / "report.json").read_text() == run.out
    assert json.loads(run.out)["version"] in {1, "2.1.0"}


def test_output_of_text_is_plain(repository) -> None:
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--color", "always", "--output", "report.txt")
    assert "\x1b" in run.out
    assert "\x1b" not in (repository.root / "report.txt").read_text()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("no/such/report.json", "there is no folder no/such", id="a folder that is not there"),
        pytest.param(".", "cannot write .", id="a folder"),
        pytest.param("link", "it is a symbolic link", id="a link"),
    ],
)
def test_output_that_cannot_be_written_is_said(repository, name: str, says: str) -> None:
    (repository.root / "link").symlink_to(repository.root / "target")
    run = repository.write({"a.ts": BROKEN, "target": ""}).bunproof("check", "--output", name)
    assert run.code == 2
    assert says in run.err
    assert (repository.root / "target").read_text() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_output_may_be_a_device(repository) -> None:
    run = repository.write({"a.ts": BROKEN}).bunproof("check", "--format", "json", "--output", "/dev/stderr")
    assert run.err == run.out


def test_a_report_is_utf8_in_any_locale(repository, environment) -> None:
    environment |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    repository.write({"ü.ts": BROKEN + "// ünï bunproof: ignore\n"})
    done = repository.bunproof("check", "--format", "concise", env=environment)
    assert done.out.startswith("ü.ts:1:4:")
