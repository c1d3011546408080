"""The names in git's index are those that git tells."""

from __future__ import annotations

import os
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunproof import git_index
from bunproof.tree import Tree

FILES = {"a.ts": "", "src/b.ts": "", "src/größe 1.ts": "", "-dash": "", "x" * 200 + ".json": "", "b\n.ts": ""}


@pytest.fixture
def committed(repository):
    return repository.write(FILES).commit()


def told(repository) -> list[str]:
    """What git says."""
    return sorted({name for name in repository.git("ls-files", "-z").split("\0") if name})


def read(repository) -> list[str] | None:
    root = str(repository.root)
    return git_index.tracked(root, git_index.read(root))


def _intend(repository) -> None:
    repository.write({"new.ts": ""}).git("add", "-N", "new.ts")


def _conflict(repository) -> None:
    entries = "".join(f"100644 {'1' * 40} {stage}\tboth.ts\n" for stage in (1, 2, 3))
    subprocess.run(["git", "update-index", "--index-info"], cwd=repository.root, input=entries.encode(), check=True)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _: None, id="committed files"),
        pytest.param(lambda each: each.write({"c.ts": ""}).git("add", "-A"), id="a staged one"),
        pytest.param(lambda each: each.git("rm", "-q", "--cached", "a.ts"), id="one that is tracked no more"),
        pytest.param(lambda each: (each.root / "a.ts").unlink(), id="one that is gone"),
        pytest.param(lambda each: each.git("update-index", "--assume-unchanged", "a.ts"), id="one assumed unchanged"),
        pytest.param(lambda each: each.git("update-index", "--untracked-cache"), id="an extension that may be ignored"),
        pytest.param(lambda each: each.git("rm", "-rq", "--cached", "."), id="no file at all"),
    ],
)
def test_a_plain_index_is_read(committed, change) -> None:
    change(committed)
    assert read(committed) == told(committed)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda each: each.git("update-index", "--index-version", "4"), id="version 4"),
        pytest.param(_intend, id="version 3, with more flags"),
        pytest.param(lambda each: each.git("update-index", "--skip-worktree", "a.ts"), id="a file left out of the checkout"),
        pytest.param(_conflict, id="a merge in conflict"),
        pytest.param(lambda each: each.git("update-index", "--split-index"), id="a split index"),
        pytest.param(lambda each: each.git("config", "core.worktree", str(each.root)), id="another worktree"),
        pytest.param(lambda each: (each.root / ".git/index").unlink(), id="no index"),
        pytest.param(lambda each: (each.root / ".git/index").write_bytes(b"DIRC\0\0\0\2\0\0\0\7"), id="an index that is cut off"),
        pytest.param(lambda each: (each.root / ".git/index").write_bytes(b"no index"), id="no index of git's"),
        pytest.param(lambda each: each.git("config", "extensions.objectformat", "sha1"), id="a format of objects that is told"),
    ],
)  # fmt: skip
def test_git_is_asked_about_any_other(committed, change) -> None:
    change(committed)
    assert read(committed) is None


def test_git_is_asked_where_it_tells_of_another_index(committed, monkeypatch) -> None:
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other")
    assert read(committed) is None


def test_a_worktree_has_its_index_elsewhere(committed, tmp_path) -> None:
    committed.git("worktree", "add", "-q", str(tmp_path / "tree"))
    root = str(tmp_path / "tree")
    assert git_index.tracked(root, git_index.read(root)) is None
    assert Tree(root).tracked() == told(committed)


def test_an_index_of_sha_256(tmp_path) -> None:
    subprocess.run(["git", "init", "-q", "--object-format=sha256", tmp_path], check=True)
    (tmp_path / "a.ts").touch()
    subprocess.run(["git", "add", "-A"], cwd=tmp_path, check=True)
    root = str(tmp_path)
    assert git_index.tracked(root, git_index.read(root)) is None
    assert Tree(root).tracked() == ["a.ts"]


@given(st.binary(max_size=300))
def test_any_bytes(data) -> None:
    for index in (data, b"DIRC\0\0\0\2" + data, b"DIRC\0\0\0\2\0\0\0\1" + data):
        found = git_index._names(index)
        assert found is None or isinstance(found, bytes)


def test_names_that_are_held(committed) -> None:
    index = git_index.read(str(committed.root))
    assert all(git_index.holds(index, name) for name in told(committed))
    assert not any(git_index.holds(index, name) for name in ("b.ts", "src", "src/größe", "ts", os.curdir))
