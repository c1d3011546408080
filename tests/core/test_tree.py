"""Reading: what is there, what is not, and what must not be followed, also where the system lacks a flag."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from bunproof import folders as folders_module
from bunproof import tree as tree_module
from bunproof.errors import Unreadable, UsageError
from bunproof.git import BlobReader, git
from bunproof.index_tree import IndexTree
from bunproof.tree import Tree

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def outcome(tree: Tree, path: str) -> str:
    """A file's text, or why it has none of its own."""
    try:
        return tree.read(path).decode()
    except Unreadable as problem:
        return problem.reason if problem.absent else "a finding"


@pytest.fixture(params=["with O_NOFOLLOW", "in a large run", "without O_NOFOLLOW, as on Windows"])
def tree(request, repository, monkeypatch) -> Tree:
    if request.param.startswith("without"):
        monkeypatch.setattr(tree_module, "_PLAIN", tree_module._PLAIN & ~os.O_NOFOLLOW)
        monkeypatch.setattr(tree_module, "_read_from", None)
    tree = Tree(str(repository.root))
    if request.param == "in a large run":
        tree.expect_many()
    return tree


@needs_links
@pytest.mark.parametrize(
    ("link", "target", "told"),
    [
        pytest.param("link.ts", "a.ts", "inside", id="to a file inside"),
        pytest.param("folder", "src", "inside", id="of a folder inside"),
        pytest.param("link.ts", "/etc/hosts", "it is a symbolic link out of the repository", id="to a file outside"),
        pytest.param("folder", "/etc", "it is a symbolic link out of the repository", id="of a folder outside"),
        pytest.param("link.ts", "../repository/../outside.ts", "it is a symbolic link out of the repository", id="up and out"),
        pytest.param("link.ts", "nothing", "it is a symbolic link to nothing that can be read", id="to nothing"),
        pytest.param("link.ts", "link.ts", "it is a symbolic link to nothing that can be read", id="to itself"),
    ],
)  # fmt: skip
def test_link(repository, tree, tmp_path, link, target, told) -> None:
    (tmp_path / "outside.ts").write_text("outside")
    repository.write({"a.ts": "inside", "src/hosts": "inside"})
    (repository.root / link).symlink_to(target)
    path = "folder/hosts" if link == "folder" else link
    assert outcome(tree, path) == told


@pytest.mark.parametrize(
    ("path", "there"),
    [
        pytest.param("a.ts", True, id="a file"),
        pytest.param("src/b.ts", True, id="in a folder"),
        pytest.param("src/ü.ts", True, id="with other letters"),
        pytest.param("c.ts", False, id="nothing"),
        pytest.param("src", False, id="a folder"),
        pytest.param("src/", False, id="a folder with its slash"),
        pytest.param("", False, id="the root"),
        pytest.param("nowhere/a.ts", False, id="in no folder"),
        pytest.param("a.ts/b.ts", False, id="below a file"),
        pytest.param("src/../a.ts", False, id="up"),
        pytest.param("link.ts", True, id="behind a link"),
        pytest.param("broken.ts", False, id="behind a link to nothing"),
        pytest.param("folder/b.ts", True, id="behind a link to a folder"),
        pytest.param("a\0.ts", False, id="what no file can be called"),
        pytest.param("\ud800.ts", False, id="half a letter"),
    ],
)
@needs_links
def test_whether_a_file_is_there(repository, tree, path, there) -> None:
    repository.write({"a.ts": "", "src/b.ts": "", "src/ü.ts": ""})
    for link, target in (("link.ts", "a.ts"), ("broken.ts", "c.ts"), ("folder", "src")):
        (repository.root / link).symlink_to(target)
    assert tree.is_file(path) == there
    assert tree.is_file(path) == there, "asked again"


@needs_links
def test_a_link_that_git_lists_is_not_judged_twice(repository) -> None:
    repository.write({"a.ts": "// bunproof: ignore\n"})
    (repository.root / "b.ts").symlink_to("a.ts")
    assert repository.commit().check().found == ["a.ts:1 malformed-suppression"]


@pytest.mark.parametrize(
    ("error", "reason", "absent"),
    [
        pytest.param(PermissionError(errno.EACCES, "Permission denied"), "permission denied", False, id="no permission"),
        pytest.param(OSError(errno.EIO, "Input/output error"), "input/output error", False, id="a broken disk"),
        pytest.param(FileNotFoundError(errno.ENOENT, "No such file or directory"), "no such file or directory", True, id="gone"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_opened(repository, tree, monkeypatch, error, reason, absent) -> None:
    repository.write({"a.ts": "x"})

    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(tree_module.os, "open", refuse)
    with pytest.raises(Unreadable) as caught:
        tree.read("a.ts")
    assert (caught.value.reason, caught.value.absent) == (reason, absent)


def test_a_read_that_fails_half_way(repository, tree, monkeypatch) -> None:
    repository.write({"a.ts": "x"})

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(tree_module.os, "read", fail)
    monkeypatch.setattr(tree_module, "_read_from", fail)
    with pytest.raises(Unreadable, match="input/output error"):
        tree.read("a.ts")


def test_a_file_over_the_limit_is_not_read(repository, tree, monkeypatch) -> None:
    monkeypatch.setattr(tree_module, "LIMIT", 1 << 20)
    repository.write({"big.json": b"x" * ((1 << 20) + 1), "small.json": b"x" * (1 << 20)})
    assert len(tree.read("small.json")) == 1 << 20
    with pytest.raises(Unreadable, match="larger than 1 MiB"):
        tree.read("big.json")


def test_short_reads_are_continued(repository, tree, monkeypatch) -> None:
    repository.write({"a.ts": b"0123456789"})
    read = os.read
    monkeypatch.setattr(tree_module.os, "read", lambda handle, size: read(handle, min(size, 3)))
    monkeypatch.setattr(tree_module, "_read_from", lambda *_: b"012")
    assert tree.read("a.ts") == b"0123456789"


def _broken(*_: object) -> bytes:
    raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize(
    "read_from",
    [
        pytest.param(None, id="a system that cannot read from a place"),
        pytest.param(_broken, id="a reading from a place that fails"),
        pytest.param(lambda *_: b"", id="one that brings nothing"),
    ],
)
def test_a_file_is_read_from_its_start(repository, tree, monkeypatch, read_from) -> None:
    repository.write({"a.ts": b"0123456789"})
    monkeypatch.setattr(tree_module, "_read_from", read_from)
    assert tree.read("a.ts") == b"0123456789"


def test_the_index(repository) -> None:
    repository.write({"src/a.ts": "staged", "b.ts": "x"}).git("add", "-A")
    repository.write({"src/a.ts": "changed"})
    tree = IndexTree(str(repository.root))
    assert tree.read("src/a.ts") == b"staged"
    assert tree.files() == ["b.ts", "src/a.ts"]
    assert (tree.is_file("b.ts"), tree.is_file("c.ts"), tree.is_folder("src"), tree.is_folder("b.ts")) == (
        True,
        False,
        True,
        False,
    )
    with pytest.raises(Unreadable, match="not in the index"):
        tree.read("c.ts")
    tree.close()
    tree.close()


def test_an_object_that_git_lacks(repository) -> None:
    reader = BlobReader(str(repository.root))
    assert reader.read("0" * 40, 1) is None
    reader.close()


def test_a_git_command_that_fails_is_one_line(repository) -> None:
    with pytest.raises(UsageError, match="^git show failed: fatal: "):
        git(str(repository.root), "show", "nope")


def test_without_git(repository, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="^git is not on PATH$"):
        git(str(repository.root), "version")


def test_what_git_ignores(repository, tree) -> None:
    repository.write({".gitignore": "fire22-*\n", "fire22-a.ts": "x", "b.ts": "x"})
    assert tree.ignored(["fire22-a.ts", "b.ts", "fire22-gone.ts"]) == {"fire22-a.ts", "fire22-gone.ts"}
    assert tree.ignored([]) == set()


def test_a_folder_of_very_many_files_is_not_remembered(repository, monkeypatch) -> None:
    monkeypatch.setattr(folders_module, "_MOST", 2)
    repository.write({"a.ts": "1", "b.ts": "2", "c.ts": "3", "src/d.ts": "4"})
    tree = Tree(str(repository.root))
    tree.expect_many()
    assert [tree.read(path).decode() for path in ("c.ts", "src/d.ts")] == ["3", "4"]
    assert [tree.is_file(path) for path in ("a.ts", "b.ts", "c.ts", "e.ts", "src/d.ts", "src/e.ts")] == [True, True, True, False, True, False]  # fmt: skip
    assert [tree.lacks(path) for path in ("a.ts", "e.ts", "src/e.ts")] == [False, False, True]
