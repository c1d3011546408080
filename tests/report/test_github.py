"""GitHub Actions: workflow commands and the job summary."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import STALE, finding

from bunproof.project import Project
from bunproof.report import github, owners, summary
from bunproof.report.mermaid import flowcharts
from bunproof.run import Outcome
from bunproof.settings import Settings
from bunproof.tree import Tree

TITLE = "title=bunproof (missing-bun-export)"
GITHUB = ("GITHUB_WORKSPACE", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")


@pytest.fixture(autouse=True)
def _outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GITHUB:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("each", "command"),
    [
        pytest.param(
            finding("a SQL", "SQL", label="why", help="do", chain=("a.ts", "b.ts"), notes=(("pinned", "1"),)),
            f"::error {TITLE},file=src/db.ts,line=1,col=3,endLine=1,endColumn=6"
            "::`SQL` is missing from `bun`%0Awhy%0Abundled: a.ts > b.ts%0Apinned: 1%0Ahelp: do",
            id="all there is to say",
        ),
        pytest.param(
            finding("x", "x", message="100% a\r\nb: c, d"),
            f"::error {TITLE},file=src/db.ts,line=1,col=1,endLine=1,endColumn=2::100%25 a%0D%0Ab: c, d",
            id="data is escaped",
        ),
        pytest.param(
            finding("x", "x", message="m", path="a,b:c%\n.ts"),
            f"::error {TITLE},file=a%2Cb%3Ac%25%0A.ts,line=1,col=1,endLine=1,endColumn=2::m",
            id="properties are escaped more",
        ),
        pytest.param(
            finding("x\ny\n", "x\ny", message="m"),
            f"::error {TITLE},file=src/db.ts,line=1,col=1::m",
            id="an end column only on the same line",
        ),
        pytest.param(finding("", "", message="m"), f"::error {TITLE},file=src/db.ts,line=1::m", id="a whole file"),
    ],
)
def test_command(each, command: str) -> None:
    assert list(github.commands([each], "/repository")) == [command]


def test_ten_of_each_level_errors_first() -> None:
    found = [finding("x", "x", rule=STALE)] * 12 + [finding("x", "x")] * 12
    levels = [line.split()[0] for line in github.commands(found, "/repository")]
    assert levels == ["::error"] * 10 + ["::warning"] * 10


@pytest.mark.parametrize(
    ("workspace", "file"),
    [("/w", "file=packages/app/src/db.ts"), ("/w/packages/app", "file=src/db.ts"), ("/elsewhere", "file=src/db.ts")],
    ids=["checked out below the workspace", "the workspace itself", "outside of the workspace"],
)
def test_files_are_named_from_the_workspace(monkeypatch: pytest.MonkeyPatch, workspace: str, file: str) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", workspace)
    (command,) = github.commands([finding("x", "x")], "/w/packages/app")
    assert f"{file}," in command


def test_the_old_form_of_commands_is_disarmed() -> None:
    assert "##[" not in github.disarmed("a ##[error] b")


@pytest.mark.parametrize(
    ("pattern", "path", "owned"),
    [
        pytest.param("*", "a/b.ts", True, id="everything"),
        pytest.param("*.ts", "a/b.ts", True, id="an ending, anywhere"),
        pytest.param("/*.ts", "a/b.ts", False, id="an ending, at the top"),
        pytest.param("src/", "src/a/b.ts", True, id="a folder"),
        pytest.param("src/", "app/src/b.ts", True, id="a folder, anywhere"),
        pytest.param("/src/", "app/src/b.ts", False, id="a folder, at the top"),
        pytest.param("src", "src/a/b.ts", True, id="a name that is a folder"),
        pytest.param("docs/*", "docs/a.md", True, id="the files of a folder"),
        pytest.param("docs/*", "docs/a/b.md", False, id="not those below it"),
        pytest.param("apps/**/test", "apps/a/b/test/c.ts", True, id="folders between"),
        pytest.param("apps/**", "apps/a/b.ts", True, id="all below"),
        pytest.param("**/logs", "deep/logs/x", True, id="logs anywhere"),
        pytest.param("a?.ts", "ab.ts", True, id="one character"),
        pytest.param("a.ts", "axts", False, id="a dot is a dot"),
        pytest.param(r"a\ b.ts", "a b.ts", True, id="an escaped space"),
        pytest.param("!src/", "src/a.ts", False, id="GitHub skips negation"),
        pytest.param("[ab].ts", "a.ts", False, id="GitHub skips ranges"),
    ],
)
def test_owners(pattern: str, path: str, owned: bool) -> None:
    assert bool(owners.owners(owners.parse(f"# ours\n\n{pattern} @us # why\n"), path)) is owned


def test_the_last_line_that_matches_wins() -> None:
    lines = owners.parse("* @all\n/src/ @one @two\n/src/free/\n")
    assert [owners.owners(lines, path) for path in ("a", "src/a", "src/free/a")] == [("@all",), ("@one", "@two"), ()]


def test_the_first_file_that_exists_is_read(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/CODEOWNERS").write_text("* @docs\n")
    assert owners.owners(owners.load(Tree(str(tmp_path))), "x") == ("@docs",)
    (tmp_path / "CODEOWNERS").write_text("* @top\n")
    assert owners.owners(owners.load(Tree(str(tmp_path))), "x") == ("@top",)


def test_owners_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("* @x\n")
    root = tmp_path / "root"
    root.mkdir()
    (root / "CODEOWNERS").symlink_to(outside)
    assert owners.load(Tree(str(root))) == []


def outcome(tmp_path: Path, *findings) -> Outcome:
    return Outcome(list(findings), 3, Project(Tree(str(tmp_path)), Settings()))


def test_the_whole_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(GITHUB[1:], ("https://github.com", "o/r", "abc"), strict=True):
        monkeypatch.setenv(name, value)
    (tmp_path / "CODEOWNERS").write_text("/src/ @o/data\n")
    found = [
        finding("x", "x", path="a b.ts", rule=STALE, message="no | pipe, *no* stars, @nobody"),
        finding("SQL", "SQL", label="why `not`", help="do", chain=("wrangler.toml main", "src/db.ts", "bun:sqlite")),
    ]
    assert summary.render(outcome(tmp_path, *found), 1 << 20).decode() == (
        """### bunproof: 1 error and 1 warning in 2 files

#### @o/data (1)

| | place | rule | finding |
|---|---|---|---|
| error | [src/db.ts:1:1](https://github.com/o/r/blob/abc/src/db.ts#L1) | [missing-bun-export](https://bunproof.github.io/bunproof/rules/missing-bun-export/) | <code>SQL</code> is missing from <code>bun</code><br>why <code>not</code><br>do |

#### nobody in CODEOWNERS (1)

| | place | rule | finding |
|---|---|---|---|
| warning | [a b.ts:1:1](https://github.com/o/r/blob/abc/a%20b.ts#L1) | [unused-suppression](https://bunproof.github.io/bunproof/rules/unused-suppression/) | no &#124; pipe, &#42;no&#42; stars, @&#8203;nobody |

```mermaid
flowchart LR
  n0["wrangler.toml main"]
  n1["src/db.ts"]
  n2["bun:sqlite"]
  n0 --> n1
  n1 --> n2
  classDef stopped stroke:#d1242f,stroke-width:2px
  class n2 stopped
```
"""
    )


def test_without_codeowners_there_is_one_table(tmp_path: Path) -> None:
    text = summary.render(outcome(tmp_path, finding("x", "x"), finding("y", "y", path="b.ts")), 1 << 20).decode()
    assert text.count("|---|---|---|---|") == 1
    assert "CODEOWNERS" not in text
    assert "| src/db.ts:1:1 |" in text


def test_a_summary_ends_within_its_room(tmp_path: Path) -> None:
    found = [finding("x", "x", message=f"`{'ü' * 50}`")] * 100
    data = summary.render(outcome(tmp_path, *found), 2000)
    rows = data.decode().count("| error |")
    assert len(data) <= 2000
    assert rows > 3
    assert data.decode().endswith(f"\n{100 - rows} findings more in the log\n")


def test_drawings_that_do_not_fit_are_said_to_be_left_out(tmp_path: Path) -> None:
    found = [finding("x", "x", chain=tuple(f"{number}.ts" for number in range(70)))]
    assert summary.render(outcome(tmp_path, *found), 1000).decode().endswith("\nthe drawings did not fit\n")


def test_a_full_step_gets_nothing(tmp_path: Path) -> None:
    assert summary.render(outcome(tmp_path, finding("x", "x")), 10) == b""


def test_a_summary_is_appended(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    summary.append(str(path), outcome(tmp_path, finding("x", "x")))
    assert path.read_text().startswith("before\n### bunproof: 1 error in 1 file\n")


def test_a_summary_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    summary.append(str(tmp_path), outcome(tmp_path, finding("x", "x")))


def test_chains_of_one_entry_are_one_drawing() -> None:
    chains = [("a", "b", "c"), ("a", "b", "d"), ("z", "c"), ("alone",)]
    charts = list(flowcharts(chains))
    assert len(charts) == 2
    assert charts[0].count("n0 --> n1") == 1


def test_a_drawing_stays_readable() -> None:
    (chart,) = flowcharts(("main", f"{number}.ts", "bun") for number in range(100))
    assert chart.count("-->") == 80
    assert 'more["and 60 more"]' in chart


def test_a_name_cannot_break_a_drawing() -> None:
    (chart,) = flowcharts([("a", 'b"]; click c "x')])
    assert 'n1["b#34;#93;#59; click c #34;x"]' in chart
