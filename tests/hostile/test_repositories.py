"""Repositories of every shape, names of every kind, and what git tells its hooks: the same findings, and no crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bunproof import git as git_module
from bunproof.errors import Unreadable, UsageError
from bunproof.index_tree import IndexTree
from bunproof.tree import Tree

MARKED = "// bunproof: ignore\n"
FOUND = ["a.ts:1 malformed-suppression"]
FORMATS = ("full", "concise", "json", "sarif", "github")
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")


def clean_environment(**more: str) -> dict[str, str]:
    return {**{name: value for name, value in os.environ.items() if not name.startswith("GIT_")}, **more}


NAMES = {
    "Latin-1": b"caf\xe9.ts",
    "no encoding at all": b"\xff\xfe/\x80.ts",
    "UTF-8": "ünï/日本.ts".encode(),
    "a line feed": b"a\nb.ts",
    "quotes, a tab and a backslash": b"a\tb \\ \"q\" 'q'.ts",
    "an escape sequence": b"\x1b[31mred.ts",
    "a workflow command": b"::error::a.ts",
    "an option": b"--only.ts",
    "a bidirectional override": "\u202ereversed.ts".encode(),
    "a pattern": b"*?[a].ts",
    "an address's and markup's own characters": b"a%20b&<>.ts",
    "magic of git's": b":(top)a.ts",
}


@pytest.fixture(scope="module")
def strange(tmp_path_factory, make_repository):
    """A repository with a finding in a file of each name, staged upon an empty commit."""
    repository = make_repository(tmp_path_factory.mktemp("names") / "repository")
    repository.git("commit", "-q", "--allow-empty", "-m", "none")
    for name in NAMES.values():
        path = os.path.join(os.fsencode(repository.root), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(MARKED.encode())
    repository.git("add", "-A")
    return repository


@linux
@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="all"),
        pytest.param(("--", *NAMES.values()), id="named"),
        pytest.param(("--staged",), id="staged"),
    ],
)
def test_names(strange, arguments, style) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bunproof", "check", "--format", style, *arguments],
        cwd=strange.root, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    out = done.stdout.decode()
    assert "\x1b" not in out
    assert "\u202e" not in out or style not in {"full", "concise"}  # programs need the name as it is
    if style == "json":
        assert len(json.loads(out)["diagnostics"]) == len(NAMES)
    elif style == "concise":
        assert out.count("\n") == len(NAMES)
    elif style == "github":
        assert all(line.startswith("::") for line in out.splitlines())


def test_names_that_differ_by_case_alone(repository) -> None:
    repository.write({"a.ts": MARKED, "A.ts": MARKED}).commit()
    expected = ["A.ts:1 malformed-suppression", *FOUND]
    sensitive = not (repository.root / "A.TS").exists()
    assert repository.check().found == (expected if sensitive else expected[1:])


def test_quoted_paths(repository) -> None:
    repository.git("config", "core.quotePath", "true")
    repository.write({"ünï.ts": MARKED}).git("add", "-A")
    assert repository.check().found == ["ünï.ts:1 malformed-suppression"]
    assert repository.check("--staged").found == ["ünï.ts:1 malformed-suppression"]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(("diff.external", "false"), id="an external diff"),
        pytest.param(("diff.renames", "copies"), id="renames and copies"),
        pytest.param(("diff.relative", "true"), id="relative paths"),
        pytest.param(("diff.noprefix", "true"), id="no prefix"),
        pytest.param(("diff.ignoreSubmodules", "none"), id="submodules"),
        pytest.param(("core.ignoreCase", "true"), id="ignored case"),
        pytest.param(("core.fsmonitor", "touch ran;"), id="a program that watches files"),
        pytest.param(("core.pager", "touch ran;"), id="a pager"),
        pytest.param(("core.hooksPath", "."), id="hooks elsewhere"),
        pytest.param(("color.ui", "always"), id="colours"),
        pytest.param(("status.short", "true"), id="a short status"),
    ],
)
def test_configuration_of_git(repository, settings) -> None:
    repository.write({"src/x.ts": "export {};\n"}).commit()
    repository.git("config", *settings)
    repository.write({"a.ts": MARKED})
    subprocess.run(["git", "-c", "core.fsmonitor=false", "add", "-A"], cwd=repository.root, check=True)
    assert repository.check().found == FOUND
    assert repository.check("--staged").found == FOUND
    assert repository.check("--all-files", folder="src").found == FOUND
    assert not (repository.root / "ran").exists()


def in_hook(repository, folder: str = ".", **told: str) -> list[str]:
    return found(
        repository.bunproof("check", "--staged", "--format", "json", folder=folder, env=clean_environment(**told))
    )


def found(run) -> list[str]:
    assert run.err == ""
    return run.found


def test_what_git_tells_a_hook_of_the_same_repository(repository) -> None:
    repository.write({"a.ts": MARKED}).git("add", "-A")
    assert in_hook(repository, GIT_DIR=".git", GIT_INDEX_FILE=".git/index") == FOUND
    assert (
        in_hook(repository, GIT_DIR=str(repository.root / ".git"), GIT_WORK_TREE=str(repository.root), GIT_PREFIX="")
        == FOUND
    )


def test_a_partial_commit_is_judged_by_its_own_index(repository, tmp_path) -> None:
    """`git commit FILE` and `git commit -a` hand the hook an index of their own."""
    repository.write({"a.ts": "export {};\n"}).commit()
    for index in (str(repository.root / ".git/next-index-1.lock"), str(tmp_path / "index")):
        environment = clean_environment(GIT_INDEX_FILE=index)
        repository.write({"a.ts": MARKED})
        for command in (("read-tree", "HEAD"), ("add", "a.ts")):
            subprocess.run(["git", *command], cwd=repository.root, env=environment, check=True)
        assert in_hook(repository) == []
        assert in_hook(repository, GIT_INDEX_FILE=index) == FOUND


@pytest.mark.parametrize("told", ["GIT_DIR", "GIT_INDEX_FILE"])
def test_what_git_tells_a_hook_of_another_repository(repository, make_repository, tmp_path, told) -> None:
    """A hook that looks into another repository must see that one, not the one that is being committed to."""
    other = make_repository(tmp_path / "other").write({"b.ts": "export {};\n"}).commit()
    repository.write({"a.ts": MARKED}).git("add", "-A")
    place = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"}[told]
    assert in_hook(repository, **{told: str(other.root / place)}) == FOUND


def test_a_repository_that_lives_elsewhere(repository, tmp_path) -> None:
    """As dotfiles are often kept: the work tree has no `.git`."""
    (repository.root / ".git").rename(tmp_path / "elsewhere.git")
    repository.write({"src/x.ts": "export {};\n", "a.ts": MARKED})
    told = {"GIT_DIR": str(tmp_path / "elsewhere.git"), "GIT_WORK_TREE": str(repository.root)}
    subprocess.run(["git", "add", "-A"], cwd=repository.root, env=clean_environment(**told), check=True)
    assert in_hook(repository, **told) == FOUND
    assert in_hook(repository, folder="src", **told) == FOUND
    assert repository.check().code == 2


def test_a_worktree(repository, make_repository, tmp_path) -> None:
    repository.write({"src/x.ts": "export {};\n"}).commit()
    repository.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    (tmp_path / "tree/a.ts").write_text(MARKED)
    subprocess.run(["git", "add", "-A"], cwd=tmp_path / "tree", check=True)
    tree = make_repository.__new__(make_repository)
    tree.root = tmp_path / "tree"
    assert tree.check().found == FOUND
    assert in_hook(tree) == FOUND
    folder = repository.root / ".git/worktrees/tree"
    assert in_hook(tree, GIT_DIR=str(folder), GIT_INDEX_FILE=str(folder / "index")) == FOUND
    assert repository.check().found == []


def test_a_submodule_and_a_nested_repository(repository, make_repository, tmp_path) -> None:
    inner = make_repository(tmp_path / "inner").write({"a.ts": MARKED}).commit()
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "sub.ts")
    make_repository(repository.root / "nested.ts").write({"a.ts": MARKED}).commit()
    repository.commit()
    assert repository.check().found == []
    assert repository.check("--staged").found == []
    assert repository.check("sub.ts/a.ts").found == ["sub.ts/a.ts:1 malformed-suppression"]
    assert repository.check(folder="sub.ts").found == FOUND
    assert repository.check(folder="nested.ts").found == FOUND
    assert Tree(str(repository.root)).ignored(["sub.ts/x.ts", "x.ts", "../x.ts", "", "a\0b", "\ud800"]) == set()


def test_a_shallow_clone(repository, make_repository, tmp_path) -> None:
    repository.write({"b.ts": "export {};\n"}).commit()
    repository.write({"a.ts": MARKED}).commit()
    for depth in (1, 2):
        place = tmp_path / f"depth {depth}"
        subprocess.run(["git", "clone", "-q", "--depth", str(depth), repository.root.as_uri(), place], check=True)
        clone = make_repository(place)
        assert clone.check().found == FOUND
        assert clone.check("--from-ref", "HEAD^1").code == {1: 2, 2: 1}[depth]


def test_the_folder_of_git_itself(repository) -> None:
    repository.write({"a.ts": MARKED}).commit()
    assert repository.check(folder=".git/hooks").found == FOUND


def test_before_the_first_commit(repository) -> None:
    assert repository.check("--staged").found == []
    repository.write({"a.ts": MARKED}).git("add", "-A")
    assert repository.check("--staged").found == FOUND
    repository.git("add", "-N", ".")
    assert repository.check().found == FOUND


def test_a_merge_that_has_stopped(repository) -> None:
    repository.write({"a.ts": "export {};\n"}).commit()
    repository.git("checkout", "-q", "-b", "other")
    repository.write({"a.ts": MARKED}).commit()
    repository.git("checkout", "-q", "main")
    repository.write({"a.ts": "export const other = 1;\n"}).commit()
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "-q", "other")
    assert repository.check().code == 1
    assert repository.check("--staged").code in {0, 1}


@pytest.mark.parametrize("tree", [Tree, IndexTree])
@pytest.mark.parametrize(
    "path",
    [
        "../outside.ts",
        "src/../../outside.ts",
        "..",
        "/etc/hosts",
        "a\0b.ts",
        "\ud800.ts",
        "",
        ".",
        "a" * 5000,
        "src/../a.ts",
    ],
)
def test_a_path_that_a_file_makes_up(repository, tmp_path, tree, path) -> None:
    (tmp_path / "outside.ts").write_text("outside")
    repository.write({"src/a.ts": "x", "a.ts": "x"}).commit()
    judged = tree(str(repository.root))
    assert judged.is_file(path) is False
    with pytest.raises(Unreadable):
        judged.read(path)
    judged.close()


def test_git_of_the_current_folder_is_not_run(tmp_path, monkeypatch) -> None:
    """Windows looks into the current folder before PATH, and the current folder is the user's repository."""
    (tmp_path / "git.exe").write_text("")
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(tmp_path)]))
    assert git_module.program("nt") == str(tmp_path / "git.exe")
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(UsageError, match="not on PATH"):
        git_module.program("nt")


@linux
def test_a_large_repository_stays_small_in_memory(repository) -> None:
    """2,000 files of 10 kB that no one need look at twice: what is read must not be kept."""
    blob = b"export const x = 1;\n" * 500
    folder = Path(repository.root / "src")
    folder.mkdir()
    for number in range(2_000):
        (folder / f"{number}.ts").write_bytes(blob)
    code = "from bunproof.cli import main\nmain(['check'])\nprint(open('/proc/self/status').read())"
    done = subprocess.run([sys.executable, "-c", code], cwd=repository.root, capture_output=True, check=True, text=True)
    peak = next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("VmHWM"))
    assert int(peak) < 45_000  # kB
