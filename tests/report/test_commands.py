"""`explain`, `rules`, `completion` and `--help`: what a user reads before there is a finding."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from samples import STALE

from bunproof import cli
from bunproof import help as help_
from bunproof.arguments import COMMANDS, SHELLS
from bunproof.commands import explain
from bunproof.report import markdown
from bunproof.report.pages import Page, examples, load_page
from bunproof.report.style import PLAIN, Style
from bunproof.rules import rule_ids


def says(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(list(arguments)) == 0
    return capsys.readouterr().out


def refuses(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(list(arguments)) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("rule_id", sorted(rule_ids()))
def test_explain(capsys: pytest.CaptureFixture[str], rule_id: str) -> None:
    lines = says(capsys, "explain", rule_id).splitlines()
    assert lines[0].endswith(f"[{rule_id}] of {rule_ids()[rule_id]}") or lines[0].endswith("'s own verdict")
    assert "Why" in lines
    assert lines[-1] == f"https://bunproof.github.io/bunproof/rules/{rule_id}/"


PAGE = """\
## Why

A suppression outlives the finding it was written for, and then hides the next one on its line.

## Fails

```ts src/db.ts
// bunproof: ignore[missing-bun-export] until the servers are upgraded
import { file } from "bun";
```
"""


def test_the_whole_of_a_page(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(STALE, "A `bunproof: ignore[...]` comment that silences nothing.", PAGE)
    monkeypatch.setattr(explain, "load_page", lambda _: page)
    monkeypatch.setenv("COLUMNS", "60")
    assert says(capsys, "explain", "unused-suppression") == (
        """warning[unused-suppression] of bunproof

A `bunproof: ignore[...]` comment that silences nothing.

Why

A suppression outlives the finding it was written for, and
then hides the next one on its line.

Fails

  src/db.ts
    // bunproof: ignore[missing-bun-export] until the servers are upgraded
    import { file } from "bun";

https://bunproof.github.io/bunproof/rules/unused-suppression/
"""
    )


def test_explain_takes_a_hook_for_all_of_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    shown = says(capsys, "explain", "bunproof")
    assert [line.split("]")[0] for line in shown.splitlines() if "] of bunproof" in line] == [
        "error[unreadable-file",
        "error[unparsable-file",
        "error[internal-error",
        "warning[unused-suppression",
        "error[malformed-suppression",
    ]


def test_explain_takes_a_name_as_reports_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert "internal-error" in says(capsys, "explain", "[internal-error]")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["explain", "internal-eror"], "unknown rule `internal-eror`, did you mean `internal-error`?", id="rule"),
        pytest.param(["explain"], "which rule? `bunproof rules` lists them", id="no rule"),
        pytest.param(["completion", "zhs"], "unknown shell `zhs`, did you mean `zsh`?", id="shell"),
        pytest.param(["completion"], "which shell? give one of bash, zsh, fish, powershell", id="no shell"),
        pytest.param(["chekc"], "unknown command `chekc`, did you mean `check`?", id="command"),
        pytest.param(["check", "--stagd"], "unknown option `--stagd`, did you mean `--staged`?", id="option"),
        pytest.param(["check", "--format", "jsn"], "unknown format `jsn`, did you mean `json`?", id="format"),
        pytest.param(["check", "--only", "bun-import"], "unknown hook `bun-import`, did you mean `bun-imports`?", id="hook"),
        pytest.param(["rules", "--color=alway"], "unknown when `alway`, did you mean `always`?", id="colour"),
    ],
)  # fmt: skip
def test_mistyped_names(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert refuses(capsys, *arguments) == f"bunproof: {message}\n"


def test_rules_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    shown = says(capsys, "rules").splitlines()
    listed = [line.split()[1] for line in shown if line.startswith("  ")]
    assert listed == list(rule_ids())
    assert [line for line in shown if line and not line.startswith((" ", "`"))] == list(
        dict.fromkeys(rule_ids().values())
    )


def test_rules_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(says(capsys, "rules", "--format", "json"))
    assert listed["version"] == 1
    assert listed["rules"][-1] == {
        "id": "malformed-suppression", "hook": "bunproof", "severity": "error", "mirrors": None,
        "title": "a suppression comment without a known rule or without a reason",
        "url": "https://bunproof.github.io/bunproof/rules/malformed-suppression/",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["", *(command.name for command in COMMANDS)])
def test_help_fits_a_screen(command: str) -> None:
    lines = help_.render(command).splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert all(line == line.rstrip() for line in lines)


def test_help_names_every_option_with_its_choices() -> None:
    shown = help_.render("check")
    for flag in next(command for command in COMMANDS if command.name == "check").flags:
        assert flag.name in shown
        assert all(choice in shown for choice in flag.choices)


def test_markdown_for_a_terminal() -> None:
    text = (
        "One two\nthree [four](https://x.example) `five`.\n\n## Why\n\n- an item that\n  goes on\n- [y](y)\n"
        "1. first\n\n| a | b |\n|---|---|\n```sh\nrun\n```\nafter"
    )
    assert list(markdown.render(text, PLAIN, 24)) == [
        "One two three four", "(https://x.example)", "`five`.", "", "Why", "", "- an item that goes on", "- y",
        "1. first", "", "| a | b |", "|---|---|", "    run", "after",
    ]  # fmt: skip


def test_markdown_in_colour() -> None:
    lines = list(markdown.render("## Why\n\nA `b`.\n\n```ts a.ts\nx\n```\n", Style(colour=True), 80))
    assert lines == ["\x1b[1mWhy\x1b[0m", "", "A \x1b[36m`b`\x1b[0m.", "", "\x1b[2m  a.ts\x1b[0m", "    x"]


def test_a_long_list_item_hangs() -> None:
    assert list(markdown.render("- one two three four", PLAIN, 12)) == ["- one two", "  three four"]


def test_examples_are_repositories() -> None:
    section = "```ts a.ts\na\n```\n\n```json package.json\n{}\n```\n\nor\n\n```ts b.ts\n## no heading\n```\n"
    assert [[block.path for block in example] for example in examples(section)] == [["a.ts", "package.json"], ["b.ts"]]


def test_a_section_ends_at_the_next_heading_outside_of_a_block() -> None:
    page = load_page("unused-suppression")._replace(body="## Fails\n\n```sh .env\n## A\n```\n\n## Passes\n\nx\n")
    assert page.section("Fails") == "```sh .env\n## A\n```"
    assert page.section("Nothing") == ""


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_knows_everything(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    script = says(capsys, "completion", shell)
    for command in COMMANDS:
        assert command.name in script
        assert all(flag.name.lstrip("-") in script for flag in command.flags)
    assert all(rule_id in script for rule_id in rule_ids())


BASH = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bunproof; printf "%s\\n" "${COMPREPLY[@]}"'


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param(["ch"], ["check"], id="a command"),
        pytest.param(["--v"], ["--version"], id="a global option"),
        pytest.param(["check", "--unsa"], ["--unsafe-fixes"], id="an option"),
        pytest.param(["check", "--format", ""], ["full", "concise", "json", "sarif", "github"], id="a value"),
        pytest.param(["check", "--from-ref", ""], [""], id="a value that is not ours to know"),
        pytest.param(["check", "--output", "fi"], ["file.ts"], id="a file for an option"),
        pytest.param(["check", "fi"], ["file.ts"], id="a file"),
        pytest.param(["explain", "internal"], ["internal-error"], id="a rule"),
        pytest.param(["completion", "f"], ["fish"], id="a shell"),
    ],
)
def test_bash(capsys: pytest.CaptureFixture[str], tmp_path, line: list[str], words: list[str]) -> None:
    script = tmp_path / "completion"
    script.write_text(says(capsys, "completion", "bash"))
    (tmp_path / "file.ts").touch()
    done = subprocess.run(
        ["bash", "-c", BASH, "bash", str(script), "bunproof", *line],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout.split("\n")[:-1], done.stderr) == (words, "")


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
@pytest.mark.parametrize(("line", "word"), [("bunproof ch", "check"), ("bunproof explain internal", "internal-error")])
def test_fish(capsys: pytest.CaptureFixture[str], tmp_path, line: str, word: str) -> None:
    script = tmp_path / "completion.fish"
    script.write_text(says(capsys, "completion", "fish"))
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\t")[0].strip() == word


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_reads_its_script(capsys: pytest.CaptureFixture[str], tmp_path) -> None:
    script = tmp_path / "_bunproof"
    script.write_text(says(capsys, "completion", "zsh"))
    command = f"autoload -Uz compinit && compinit -u -d {tmp_path}/dump && source {script} && print $_comps[bunproof]"
    done = subprocess.run(["zsh", "-f", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("_bunproof\n", "")
