"""The one place that starts a process, and the process is git."""

from __future__ import annotations

import os

from bunproof.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from subprocess import Popen

    from bunproof.process import Done


def find_root(folder: str) -> str | None:
    """The top of the repository that holds `folder` (an absolute path), found without git; None outside of one."""
    inner = folder
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return _told_root(inner)
        folder = parent


def _told_root(folder: str) -> str | None:
    """The working tree of a repository that keeps its `.git` elsewhere and says so in the environment."""
    told = os.environ.get("GIT_WORK_TREE")
    if not told or not os.environ.get("GIT_DIR"):
        return None
    root = os.path.realpath(told)
    return root if folder == root or folder.startswith(root + os.sep) else None


def git(root: str, *arguments: str, ok: tuple[int, ...] = (0,), stdin: bytes = b"") -> bytes:
    """What git prints. Raises UsageError with git's own reason where it exits with a code that is not in `ok`."""
    return answer(start(root, *arguments, stdin=stdin), arguments[0], ok)


def start(root: str, *arguments: str, stdin: bytes = b"") -> Callable[[], Done]:
    """Start git, for `answer` to wait for. Raises UsageError where it cannot be started."""
    from bunproof import process  # a run over named files needs no git

    try:
        return process.start([*_command(root), *arguments], _environment(root), stdin)
    except FileNotFoundError:
        raise UsageError("git is not on PATH") from None
    except OSError as error:
        raise UsageError(f"git cannot be started: {(error.strerror or str(error)).lower()}") from None


def answer(finish: Callable[[], Done], command: str, ok: tuple[int, ...] = (0,)) -> bytes:
    """What git prints that was started with this command. Raises UsageError as `git` does."""
    code, output, complaints = finish()
    if code not in ok:
        lines = complaints.decode("utf-8", "replace").strip().splitlines()
        told = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[-1] if lines else "")
        raise UsageError(f"git {command} failed: {told or f'exit code {code}'}")
    return output


def holding(listed: str, part: str) -> Iterator[tuple[int, int]]:
    """Where each name that holds a part starts and ends, among names with zeros between."""
    at = listed.find(part)
    while at >= 0:
        end = listed.find("\0", at)
        yield listed.rfind("\0", 0, at) + 1, end if end >= 0 else len(listed)
        at = listed.find(part, end) if end >= 0 else -1


def git_names(root: str, *arguments: str) -> list[str]:
    """The paths that a git command prints, which must have been given `-z`."""
    return names(git(root, *arguments))


def names(printed: bytes) -> list[str]:
    """The paths in what git prints with `-z`."""
    return os.fsdecode(printed).split("\0")[:-1]


def _command(root: str) -> list[str]:
    # No file system monitor: it is a program of the user's, and git would start it.
    return [program(os.name), "-C", root, "-c", "core.quotePath=off", "-c", "core.fsmonitor=false"]


def program(system: str) -> str:
    """Git's name; on Windows its path, because there a `git.exe` of the current folder would come before PATH's."""
    if system != "nt":
        return "git"
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(folder, "git.exe")
        if os.path.isabs(folder) and os.path.isfile(path):
            return path
    raise UsageError("git is not on PATH")


# What git tells its hooks about the repository that they run for. It must not decide about another one.
_TOLD = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
)  # fmt: skip


def _environment(root: str) -> dict[str, str]:
    """The environment for git: no locks, no fetching, no object in another's place (none is pushed), English reasons."""
    told = os.environ.get("GIT_DIR")
    ours = _git_folder(root)
    if told:
        foreign = ours is not None and os.path.realpath(os.path.join(root, told)) != ours
    else:
        index = os.environ.get("GIT_INDEX_FILE", "")
        folder = os.path.dirname(os.path.realpath(os.path.join(root, index)))
        foreign = bool(index) and folder != ours and os.path.isfile(os.path.join(folder, "HEAD"))
    kept = {
        name: value
        for name, value in os.environ.items()
        if not (foreign and name in _TOLD) and not name.endswith("_PATHSPECS")  # ours must mean what they say
    }
    return {**kept, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


def _git_folder(root: str) -> str | None:
    """Where the repository at `root` keeps its data: `.git`, or for a worktree or submodule what the file `.git` says."""
    path = os.path.join(root, ".git")
    try:
        with open(path, "rb") as file:
            said = os.fsdecode(file.read(1 << 16).strip())
    except IsADirectoryError:
        return os.path.realpath(path)
    except OSError:  # Windows calls a folder unreadable
        return os.path.realpath(path) if os.path.isdir(path) else None
    return os.path.realpath(os.path.join(root, said.removeprefix("gitdir:").strip()))


class BlobReader:
    """Blobs of the index, over one `git cat-file` process for a whole run."""

    def __init__(self, root: str) -> None:
        import subprocess

        self._process: Popen[bytes] = subprocess.Popen(
            [*_command(root), "cat-file", "--batch"],
            env=_environment(root),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def read(self, object_id: str, limit: int) -> bytes | None:
        """The bytes of an object, one more than `limit` of a larger one; None where git does not have it.

        Raises UsageError where git has died.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return None
        try:
            stdin.write(object_id.encode() + b"\n")
            stdin.flush()
            header = stdout.readline().split()
        except OSError:
            header = []
        if not header:
            raise UsageError(f"git cat-file failed: exit code {self._process.poll()}")
        if len(header) != 3:  # noqa: PLR2004 - "<id> <type> <size>", or "<id> missing"
            return None
        rest = int(header[2])
        data = stdout.read(min(rest, limit + 1))
        rest -= len(data)
        while rest > 0 and (skipped := stdout.read(min(rest, 1 << 20))):
            rest -= len(skipped)
        stdout.read(1)
        return data

    def close(self) -> None:
        """End the process."""
        try:
            self._process.communicate()
        except OSError:  # it has died, with something of ours still in the pipe
            self._process.wait()
