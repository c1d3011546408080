"""The one place that starts a process, and the process is git."""

from __future__ import annotations

import os

from bunproof.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from subprocess import Popen


def find_root(folder: str) -> str | None:
    """The top of the repository that holds `folder` (an absolute path), found without git; None outside of one."""
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def git(root: str, *arguments: str, ok: tuple[int, ...] = (0,), stdin: bytes | None = None) -> bytes:
    """What git prints. Raises UsageError with git's own reason where it exits with a code that is not in `ok`."""
    import subprocess  # 18 ms that a run over named files never pays

    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=off", *arguments], cwd=root, input=stdin, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise UsageError("git is not on PATH") from None
    if done.returncode not in ok:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        told = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[-1] if lines else "")
        raise UsageError(f"git {arguments[0]} failed: {told or f'exit code {done.returncode}'}")
    return done.stdout


def git_names(root: str, *arguments: str) -> list[str]:
    """The paths that a git command prints, which must have been given `-z`."""
    return [os.fsdecode(name) for name in git(root, *arguments).split(b"\0") if name]


class BlobReader:
    """Blobs of the index, over one `git cat-file` process for a whole run."""

    def __init__(self, root: str) -> None:
        import subprocess

        self._process: Popen[bytes] = subprocess.Popen(
            ["git", "cat-file", "--batch"],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def read(self, object_id: str) -> bytes | None:
        """The bytes of an object, or None where git does not have it."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return None
        stdin.write(object_id.encode() + b"\n")
        stdin.flush()
        header = stdout.readline().split()
        if len(header) != 3:  # noqa: PLR2004 - "<id> <type> <size>", or "<id> missing"
            return None
        data = stdout.read(int(header[2]))
        stdout.read(1)
        return data

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
