"""Writing: whole or not at all, only inside the repository."""

from __future__ import annotations

import os
import stat

import pytest

from bunproof import atomic
from bunproof.errors import UsageError

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


def test_a_new_file_gets_its_folders(tmp_path):
    atomic.write(str(tmp_path), "a/b/c.yml", b"one\r\n")
    assert (tmp_path / "a/b/c.yml").read_bytes() == b"one\r\n"
    assert list((tmp_path / "a/b").iterdir()) == [tmp_path / "a/b/c.yml"]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_an_existing_file_keeps_its_mode(tmp_path, mode):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(mode)
    atomic.write(str(tmp_path), "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


@pytest.mark.parametrize("path", ["", "..", "../a", "a/../../b", "/etc/a", "a//b", "./a", "a/", "a\0b"])
def test_a_path_that_leaves_the_repository_is_refused(tmp_path, path):
    (tmp_path / "top").mkdir()
    with pytest.raises(UsageError, match="not a path below the repository"):
        atomic.write(str(tmp_path / "top"), path, b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "top"]
    assert list((tmp_path / "top").iterdir()) == []


@POSIX
@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("link", "it is a symbolic link", id="file"),
        pytest.param("dangling", "it is a symbolic link", id="dangling"),
        pytest.param("folder/a", "folder is a symbolic link", id="folder"),
        pytest.param("file/a", "file is not a folder", id="file-for-a-folder"),
        pytest.param("pipe", "it is not a regular file", id="pipe"),
        pytest.param("there", "it is not a regular file", id="folder-for-a-file"),
    ],
)
def test_only_regular_files_in_real_folders_are_written(tmp_path, path, message):
    top, outside = tmp_path / "top", tmp_path / "outside"
    top.mkdir()
    outside.mkdir()
    (outside / "a").write_text("old")
    (top / "file").write_text("old")
    (top / "there").mkdir()
    (top / "link").symlink_to(outside / "a")
    (top / "dangling").symlink_to(outside / "b")
    (top / "folder").symlink_to(outside)
    os.mkfifo(top / "pipe")
    with pytest.raises(UsageError, match=message):
        atomic.write(str(top), path, b"new")
    assert [(each.name, each.read_text()) for each in outside.iterdir()] == [("a", "old")]


@pytest.mark.parametrize("function", ["write", "fsync", "replace", "chmod", "open"])
def test_a_failing_system_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, function):
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, function, fail)
    with pytest.raises(UsageError, match="cannot write a: no space left on device"):
        atomic.write(str(tmp_path), "a", b"new")
    monkeypatch.undo()
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"old")]


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(atomic.os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        atomic.write(str(tmp_path), "a", b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"old")]


def test_a_disk_that_takes_little_at_a_time_gets_all(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(atomic.os, "write", lambda handle, data: write(handle, bytes(data[:3])))
    atomic.write(str(tmp_path), "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path, monkeypatch):
    def fail(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(atomic.os, "mkdir", fail)
    with pytest.raises(UsageError, match="cannot write a/b: permission denied"):
        atomic.write(str(tmp_path), "a/b", b"x")


@pytest.mark.parametrize(("held", "written"), [(2, True), (99, False)], ids=["for-a-moment", "for-good"])
def test_windows_holds_an_open_file(tmp_path, monkeypatch, held, written):
    replace = os.replace
    refusals = iter([True] * held + [False] * 9)

    def busy(*names):
        if next(refusals):
            raise PermissionError(13, "Access is denied")
        replace(*names)

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(atomic.os, "replace", busy)
    monkeypatch.setattr(atomic, "_PAUSE", 0)
    monkeypatch.setattr(atomic, "_on_windows", lambda: True)
    if written:
        atomic.write(str(tmp_path), "a", b"new")
    else:
        with pytest.raises(UsageError, match="access is denied"):
            atomic.write(str(tmp_path), "a", b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", b"new" if written else b"old")]


def test_a_folder_that_is_really_elsewhere_is_refused(tmp_path, monkeypatch):
    """A junction of Windows is no symbolic link to `lstat`, but its real path tells."""
    (tmp_path / "junction").mkdir()
    real = os.path.realpath
    monkeypatch.setattr(
        atomic.os.path, "realpath", lambda path: "/elsewhere" if path.endswith("junction") else real(path)
    )
    with pytest.raises(UsageError, match="outside of the repository"):
        atomic.write(str(tmp_path), "junction/a", b"x")
