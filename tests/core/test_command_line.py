"""Bad input gets one clear line and exit 2; good input gets what the contract says."""

from __future__ import annotations

import os
import sys

import pytest

USAGE = [
    pytest.param(["chek"], "unknown command `chek`, did you mean `check`?", id="mistyped command"),
    pytest.param(["check", "--stagd"], "unknown option `--stagd`, did you mean `--staged`?", id="mistyped option"),
    pytest.param(["check", "--only", "bun-import"], "unknown hook `bun-import`, did you mean `bun-imports`?", id="unknown hook"),
    pytest.param(["check", "--format", "xml"], "unknown format `xml`", id="unknown format"),
    pytest.param(["check", "--format"], "--format needs a value: --format FORMAT", id="missing value"),
    pytest.param(["check", "--staged=yes"], "--staged takes no value", id="value for a switch"),
    pytest.param(["check", "nope.ts"], "no such file or folder: nope.ts", id="missing path"),
    pytest.param(["check", "../outside.ts"], "../outside.ts is outside the repository", id="path outside"),
    pytest.param(["check", "--staged", "--all-files"], "--staged and --all-files both say which files: give one", id="two selectors"),
    pytest.param(["check", "--to-ref", "HEAD"], "--to-ref goes with --from-ref", id="half a range"),
    pytest.param(["check", "--from-ref", "nope"], "`nope` is not a commit of this repository (a shallow clone may lack it)", id="unknown ref"),
    pytest.param(["check", "--from-ref=--output=x"], "`--output=x` is not a commit of this repository", id="a ref that is an option"),
    pytest.param(["check", "--fix", "--diff"], "--fix and --diff exclude each other", id="fix and diff"),
    pytest.param(["check", "--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff", id="unsafe fixes alone"),
    pytest.param(["check", "--fix", "--staged"], "--fix changes the working tree, --staged judges the index: give one", id="fix of the index"),
    pytest.param(["baseline", "x"], "`baseline` takes no argument, got x", id="argument where none goes"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "told"), USAGE)
def test_bad_usage_is_one_line(repository, arguments, told) -> None:
    run = repository.bunproof(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith(f"bunproof: {told}")
    assert run.err.count("\n") == 1


def test_outside_of_a_repository(tmp_path, repository) -> None:
    run = repository.bunproof("check", folder="..")
    assert (run.code, run.err) == (2, f"bunproof: not a git repository: {os.path.realpath(tmp_path)}\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(b"strct = true", "unknown key `strct`, did you mean `strict`?", id="mistyped key"),
        pytest.param(b"strict = 1", "`strict` must be true or false", id="wrong type"),
        pytest.param(b"exclude = 'x'", "`exclude` must be a list of strings", id="a string for a list"),
        pytest.param(b"[rules]\nunused-supression = 'off'", "unknown rule `unused-supression`, did you mean `unused-suppression`?", id="mistyped rule"),
        pytest.param(b"[rules]\nunused-suppression = 'of'", '`rules.unused-suppression` must be "error", "warning" or "off"', id="mistyped level"),
        pytest.param(b"rules = 1", "`rules` must be a table", id="rules is no table"),
        pytest.param(b"files = 1", "`files` must be a table", id="files is no table"),
        pytest.param(b"[files]\nlife = []", "unknown kind of file `life`, did you mean `live`?", id="mistyped kind of file"),
        pytest.param(b"bun-version = 1", "`bun-version` must be a string", id="a number for a version"),
        pytest.param(b"a = ", "Invalid value (at end of document)", id="not TOML"),
        pytest.param(b"\xff", "is not UTF-8", id="not UTF-8"),
    ],
)  # fmt: skip
def test_a_broken_bunproof_toml_is_one_line(repository, text, told) -> None:
    run = repository.write({"bunproof.toml": text}).bunproof("check")
    assert run.code == 2
    assert run.err.startswith("bunproof: bunproof.toml")
    assert told in run.err
    assert run.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything is readable there")
def test_an_unreadable_file_is_a_finding(repository) -> None:
    repository.write({"a.ts": "x"})
    (repository.root / "a.ts").chmod(0)
    run = repository.check("a.ts")
    assert (run.code, run.found) == (1, ["a.ts:1 unreadable-file"])


@pytest.mark.parametrize("data", [pytest.param(b"\xff\xfe\x00bun", id="binary"), pytest.param(b"", id="empty")])
def test_any_bytes_are_judged(repository, data) -> None:
    assert repository.write({"a.ts": data}).check().code in {0, 1}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_out_of_the_repository_is_not_followed(repository, tmp_path) -> None:
    (tmp_path / "secret.ts").write_text("// bunproof: ignore\n")
    (repository.root / "link.ts").symlink_to(tmp_path / "secret.ts")
    run = repository.check("link.ts")
    assert (run.code, run.found) == (1, ["link.ts:1 unreadable-file"])
    assert repository.check().diagnostics == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(repository) -> None:
    os.mkfifo(repository.root / "pipe.ts")
    assert repository.check("pipe.ts").found == ["pipe.ts:1 unreadable-file"]


def test_version(repository) -> None:
    run = repository.bunproof("--version")
    assert run.code == 0
    assert run.out.startswith("bunproof ")


@pytest.mark.parametrize("arguments", [["--help"], [], ["check", "--help"], ["workflow", "-h"]], ids=" ".join)
def test_help_fits_a_screen(repository, arguments) -> None:
    run = repository.bunproof(*arguments)
    assert run.code == 0
    assert len(run.out.splitlines()) <= 24
    assert max(map(len, run.out.splitlines())) <= 100
