"""The one place that writes files: whole or not at all, and only inside the repository."""

from __future__ import annotations

import os
import stat

from bunproof.errors import UsageError

_ATTEMPTS = 5
_PAUSE = 0.05


def write(root: str, path: str, data: bytes) -> None:
    """Put `data` into the file `path` (below `root`, with `/`), making its folders; an existing file keeps its mode.

    The bytes reach the disk under another name in the same folder, which then takes the place of the file: whatever
    interrupts this leaves the old file or the new one. Raises UsageError, with the file as it was, where the path
    leaves the repository, passes through a symbolic link or names something else than a regular file, and where the
    system refuses.
    """
    folder = _folder(root, path)
    full = os.path.join(folder, os.path.basename(path))
    try:
        mode = _mode(full, path)
        _replace(full, data, mode)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None


def _folder(root: str, path: str) -> str:
    """The folder of a path, made if need be, with no link on the way."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} or "\0" in part or os.sep in part for part in parts) or os.path.isabs(path):
        raise UsageError(f"refusing to write {path}: it is not a path below the repository")
    folder = root
    for part in parts[:-1]:
        folder = os.path.join(folder, part)
        try:
            if not os.path.lexists(folder):
                os.mkdir(folder)
            mode = os.lstat(folder).st_mode
        except OSError as error:
            raise UsageError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None
        if not stat.S_ISDIR(mode):
            what = "a symbolic link" if stat.S_ISLNK(mode) else "not a folder"
            raise UsageError(f"refusing to write {path}: {os.path.relpath(folder, root)} is {what}")
    if os.path.commonpath([os.path.realpath(folder), os.path.realpath(root)]) != os.path.realpath(root):
        raise UsageError(f"refusing to write {path}: it is outside of the repository")  # a junction, on Windows
    return folder


def _mode(full: str, path: str) -> int | None:
    """The permissions to keep; None for a new file, whose permissions the system's mask decides."""
    try:
        mode = os.lstat(full).st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        what = "a symbolic link" if stat.S_ISLNK(mode) else "not a regular file"
        raise UsageError(f"refusing to write {path}: it is {what}")
    return stat.S_IMODE(mode)


def _replace(full: str, data: bytes, mode: int | None) -> None:
    temporary = f"{full}.{os.getpid()}.{os.urandom(4).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        if mode is not None:
            os.chmod(temporary, mode)
        _rename(temporary, full)
    except BaseException:
        os.unlink(temporary)
        raise


def _rename(temporary: str, full: str) -> None:
    """Windows refuses for as long as an indexer or a virus scanner holds the old file open: a moment, as a rule."""
    for _ in range(_ATTEMPTS if _on_windows() else 0):
        if _renamed(temporary, full):
            return
    os.replace(temporary, full)


def _renamed(temporary: str, full: str) -> bool:
    import time  # on the way to a write, never on the way of a check

    try:
        os.replace(temporary, full)
    except PermissionError:
        time.sleep(_PAUSE)
        return False
    return True


def _on_windows() -> bool:
    return os.name == "nt"
