"""`--fix` and `--diff`. The rules' fixes are the rules' own tests; here a check of our own offers them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from samples import EXPORT, finding, fix

from bunproof import cli, fixes, judgement
from bunproof.check import Check
from bunproof.diagnostics import Diagnostic, Edit, Fix
from bunproof.errors import UsageError
from bunproof.hooks import Hook, Names
from bunproof.project import Project
from bunproof.report import diff
from bunproof.report.style import PLAIN, Style
from bunproof.settings import Settings
from bunproof.source import Span
from bunproof.tree import Tree


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/db.ts").write_text("0123456789")
    return Project(Tree(str(tmp_path)), Settings())


def fixable(*edits: tuple[int, int, str], safe: bool = True, path: str = "src/db.ts") -> Diagnostic:
    made = Fix("do it", safe, tuple(Edit(path, *edit) for edit in edits))
    return finding("0123456789", "0", fix=made, message=str(edits))


def result(project: Project, *findings: Diagnostic, unsafe: bool = False) -> str:
    changes = fixes.rewrites(fixes.choose(findings, project, unsafe=unsafe), project)
    return changes[0].text if changes else project.source("src/db.ts").text


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        pytest.param([fixable((1, 2, "a"))], "0a23456789", id="one"),
        pytest.param([fixable((1, 2, "a")), fixable((3, 4, "b"))], "0a2b456789", id="two apart"),
        pytest.param([fixable((1, 3, "a")), fixable((3, 4, "b"))], "0ab456789", id="two that touch"),
        pytest.param([fixable((1, 3, "a")), fixable((2, 4, "b"))], "0a3456789", id="never two that overlap"),
        pytest.param([fixable((1, 1, "a")), fixable((1, 1, "b"))], "0a123456789", id="nor two insertions at one place"),
        pytest.param([fixable((1, 1, "a")), fixable((1, 2, "b"))], "0a123456789", id="nor one before the other"),
        pytest.param([fixable((1, 2, "a")), fixable((1, 2, "a"))], "0a23456789", id="the same twice is once"),
        pytest.param([fixable((0, 1, "a"), (9, 10, "b"))], "a12345678b", id="edits of one fix go together"),
        pytest.param([fixable((0, 1, "a")), fixable((0, 2, "b"), (9, 10, "c"))], "a123456789", id="or not at all"),
        pytest.param([fixable((0, 2, "a"), (1, 3, "b"))], "0123456789", id="a fix that contradicts itself is none"),
        pytest.param([fixable((1, 2, "a"), safe=False)], "0123456789", id="unsafe ones only when asked"),
        pytest.param([fixable((9, 11, "a"))], "0123456789", id="never outside of the file"),
        pytest.param([fixable((0, 1, "a"), path="gone.ts")], "0123456789", id="never a file that is gone"),
        pytest.param([fixable()], "0123456789", id="a fix without edits is none"),
    ],
)
def test_which_fixes_are_applied(project: Project, findings: list[Diagnostic], text: str) -> None:
    assert result(project, *findings) == text


def test_a_safe_fix_goes_before_an_unsafe_one(project: Project) -> None:
    unsafe, safe = fixable((0, 2, "u"), safe=False), fixable((1, 3, "s"))
    assert result(project, unsafe, safe, unsafe=True) == "0s3456789"
    assert result(project, unsafe, unsafe=True) == "u23456789"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"\xef\xbb\xbfab", b"\xef\xbb\xbfX\nYb", id="the byte order mark is kept"),
        pytest.param(b"a\r\nb", b"X\r\nY\r\nb", id="CRLF is kept, and used"),
        pytest.param("aü\U0001f600".encode(), "X\nYü\U0001f600".encode(), id="what is not ASCII is kept"),
        pytest.param(b"a\xff", b"a\xff", id="what is not UTF-8 is not touched"),
    ],
)
def test_bytes(tmp_path: Path, data: bytes, expected: bytes) -> None:
    (tmp_path / "a.ts").write_bytes(data)
    project = Project(Tree(str(tmp_path)), Settings())
    each = finding("a", "a", fix=fix(0, 1, "X\nY", path="a.ts"))
    fixes.write(fixes.rewrites(fixes.choose([each], project, unsafe=False), project), project)
    assert (tmp_path / "a.ts").read_bytes() == expected


def test_a_file_that_changed_meanwhile_stops_all_writing(project: Project) -> None:
    other = Path(project.root) / "a.ts"
    other.write_text("x")
    chosen = fixes.choose([fixable((0, 1, "a")), fixable((0, 1, "a"), path="a.ts")], project, unsafe=False)
    changes = fixes.rewrites(chosen, project)
    (Path(project.root) / "src/db.ts").write_text("edited")
    with pytest.raises(UsageError, match="src/db.ts changed while it was judged"):
        fixes.write(changes, project)
    assert other.read_text() == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
@pytest.mark.parametrize("link", ["src/link.ts", "folder/db.ts"], ids=["a linked file", "a linked folder"])
def test_nothing_is_written_through_a_link(project: Project, link: str) -> None:
    root = Path(project.root)
    (root / "src/link.ts").symlink_to(root / "src/db.ts")
    (root / "folder").symlink_to(root / "src")
    assert fixes.choose([fixable((0, 1, "a"), path=link)], project, unsafe=False) == []


def test_a_diff(project: Project) -> None:
    (Path(project.root) / "src/db.ts").write_text("one\r\n\x1b two\r\nthree\nfour")
    each = finding("x", "x", fix=fix(0, 3, "ONE"))
    more = finding("x", "x", fix=fix(18, 22, "FOUR\n"))
    changes = fixes.rewrites(fixes.choose([each, more], project, unsafe=False), project)
    lines = list(diff.render(changes, PLAIN))
    assert "\n".join(lines) == (
        "--- a/src/db.ts\n+++ b/src/db.ts\n@@ -1,4 +1,4 @@\n-one\r\n+ONE\r\n ␛ two\r\n three\n"
        "-four\n\\ No newline at end of file\n+FOUR\r"
    )
    assert next(diff.render(changes, Style(colour=True))) == "\x1b[1m--- a/src/db.ts\x1b[0m"


class Shouting(Check):
    """Finds `x` in a.ts, and offers `y`; an unsafe fix for `z`."""

    def visit(self, path: str, data: bytes, found=None):  # noqa: ARG002 - as every check
        source = self.project.source(path, data)
        for word, safe in (("x", True), ("z", False)):
            at = source.text.find(word)
            if at >= 0:
                made = Fix("write `y`", safe, (Edit(path, at, at + 1, "y"),))
                yield Diagnostic(EXPORT, "error", source.locate(Span(at, at + 1)), f"`{word}` is wrong", fix=made)


@pytest.fixture
def shouting(repository, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "shouting", type("module", (), {"Check": Shouting}))
    monkeypatch.setattr(judgement, "HOOKS", (Hook("bun-imports", "", "", "shouting", Names(endings=(".ts",))),))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(repository.root)
    return repository


def test_fix_writes_reports_and_blocks(shouting, capsys: pytest.CaptureFixture[str]) -> None:
    shouting.write({"a.ts": "x x\n"})
    assert cli.main(["check", "--fix"]) == 1
    assert (shouting.root / "a.ts").read_text() == "y y\n"
    assert capsys.readouterr().out == (
        "a.ts:1:1: fixed[missing-bun-export] `x` is wrong\n"
        "a.ts:1:3: fixed[missing-bun-export] `x` is wrong\n"
        "fixed 2 findings in 1 file; nothing left to block in 1 file\n"
    )
    assert cli.main(["check", "--fix"]) == 0


def test_fix_leaves_the_unsafe_and_says_so(shouting, capsys: pytest.CaptureFixture[str]) -> None:
    shouting.write({"a.ts": "xz\n"})
    assert cli.main(["check", "--fix"]) == 1
    assert (shouting.root / "a.ts").read_text() == "yz\n"
    assert capsys.readouterr().out.endswith(
        "fixed 1 finding in 1 file; 1 error left in 1 file (1 fixable with `--fix --unsafe-fixes`)\n"
    )
    assert cli.main(["check", "--fix", "--unsafe-fixes"]) == 1
    assert (shouting.root / "a.ts").read_text() == "yy\n"


def test_a_fix_that_never_settles_ends(shouting) -> None:
    shouting.write({"a.ts": "x" * 20})
    assert cli.main(["check", "--fix"]) == 1
    assert (shouting.root / "a.ts").read_text() == "y" * 5 + "x" * 15


def test_fix_keeps_the_mode(shouting) -> None:
    shouting.write({"a.ts": "x\n"})
    os.chmod(shouting.root / "a.ts", 0o755)  # noqa: S103 - an executable script
    cli.main(["check", "--fix"])
    assert (shouting.root / "a.ts").stat().st_mode & 0o777 == 0o755


def test_diff_shows_and_changes_nothing(shouting, capsys: pytest.CaptureFixture[str]) -> None:
    shouting.write({"a.ts": "x\n"})
    assert cli.main(["check", "--diff", "--format", "concise"]) == 1
    assert (shouting.root / "a.ts").read_text() == "x\n"
    assert capsys.readouterr().out == (
        "a.ts:1:1: error[missing-bun-export] `x` is wrong\n--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-x\n+y\n"
    )


def test_diff_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--diff", "--format", "sarif"]) == 2
    assert "--format sarif tells the fixes itself" in capsys.readouterr().err
