"""The faults: what goes wrong, what the user must see, and what must be left on disk.

Each is one row of `docs/reliability.md` and one test. A fault is a piece of Python that breaks something inside of the
process, run before the product in that process, or something that is wrong with the repository from the start.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

UNTOUCHED = "all as before"
CONTENT = {"src/a.ts": "export {};\n", "src/other.ts": "// bunproof: ignore\n"}
OTHER = "src/other.ts:1:4: error[malformed-suppression]"  # the finding that must be there whatever else fails


class Fault(NamedTuple):
    """One row. `told` is what the output must hold, `also` what else, `code` the exit code, `left` what is on disk.

    `arrange` gets the repository's folder, `sabotage` is run in the process before the product. `killed` says that the
    process does not live to say anything.
    """

    boundary: str
    name: str
    told: str
    code: int
    left: str = UNTOUCHED
    arguments: tuple[str, ...] = ("check", "--format", "concise")
    sabotage: str = ""
    arrange: Callable[[Path], object] | None = None
    also: tuple[str, ...] = ()
    environment: dict[str, str] = {}  # noqa: RUF012 - never changed
    stdout: str = ""

    @property
    def row(self) -> str:
        """The row of the page."""
        shown = f"`{self.told}`" if self.told else "nothing"
        return f"| {self.boundary} | {self.name} | {shown} | {self.code} | {self.left} |"


def _open_fails(name: str, error: str) -> str:
    return f"""
import errno, os
real = os.open
def fail(path, *rest, **more):
    if str(path).endswith({name!r}):
        raise OSError(errno.{error}, os.strerror(errno.{error}), str(path))
    return real(path, *rest, **more)
os.open = fail
"""


_READ_FAILS = """
import errno, os
real = os.read
def fail(handle, size):
    if os.readlink(f"/proc/self/fd/{handle}").endswith("a.ts"):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return real(handle, size)
os.read = fail
"""


def _check_fails(where: str, error: str) -> str:
    return f"""
from bunproof.bun import hook
real = hook.Check.{where}
def fail(self, *arguments):
    if {where!r} == "finish" or arguments[0] == "src/a.ts":
        raise {error}
    return real(self, *arguments)
hook.Check.{where} = fail
"""


def _git(*arguments: str) -> Callable[[Path], object]:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    return lambda root: subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def _write(name: str, data: bytes) -> Callable[[Path], object]:
    def write(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)

    return write


def _sparse(name: str, size: int) -> Callable[[Path], object]:
    def make(root: Path) -> None:
        with (root / name).open("wb") as file:
            file.truncate(size)

    return make


def _large_and_staged(root: Path) -> None:
    (root / "src/a.ts").write_bytes(b"\n" * ((64 << 20) + 1))
    _git("add", "-A")(root)


def _link(name: str, target: str) -> Callable[[Path], object]:
    return lambda root: ((root / name).unlink(missing_ok=True), (root / name).symlink_to(target))


def _stage(root: Path) -> str:
    """Stage a change of `src/a.ts`; its object's id."""
    (root / "src/a.ts").write_text("export const staged = 1;\n")
    _git("add", "-A")(root)
    done = subprocess.run(["git", "rev-parse", ":src/a.ts"], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _lose_object(root: Path) -> None:
    name = _stage(root)
    (root / ".git/objects" / name[:2] / name[2:]).unlink()


_CAT_FILE_DIES = """
from bunproof import git
real = git.BlobReader.__init__
def start_and_die(self, root):
    real(self, root)
    self._process.kill()
    self._process.wait()
git.BlobReader.__init__ = start_and_die
"""

FAULTS = [
    Fault("read", "no permission to read a file", "src/a.ts:1:1: error[unreadable-file] not judged: permission denied", 1, sabotage=_open_fails("a.ts", "EACCES"), also=(OTHER,)),
    Fault("read", "the disk fails when a file is opened", "src/a.ts:1:1: error[unreadable-file] not judged: input/output error", 1, sabotage=_open_fails("a.ts", "EIO"), also=(OTHER,)),
    Fault("read", "the disk fails half-way through a file", "src/a.ts:1:1: error[unreadable-file] not judged: input/output error", 1, sabotage=_READ_FAILS, also=(OTHER,)),
    Fault("read", "too many open files", "src/a.ts:1:1: error[unreadable-file] not judged: too many open files", 1, sabotage=_open_fails("a.ts", "EMFILE"), also=(OTHER,)),
    Fault("read", "a file larger than 64 MiB", "src/big.ts:1:1: error[unreadable-file] not judged: it is larger than 64 MiB", 1, arrange=_sparse("src/big.ts", (64 << 20) + 1), also=(OTHER,)),
    Fault("read", "a staged file larger than 64 MiB", "src/a.ts:1:1: error[unreadable-file] not judged: it is larger than 64 MiB", 1, arrange=_large_and_staged, arguments=("check", "--staged", "--format", "concise")),
    Fault("read", "a pipe where a file was named", "src/pipe.ts:1:1: error[unreadable-file] not judged: it is not a regular file", 1, arrange=lambda root: os.mkfifo(root / "src/pipe.ts"), arguments=("check", "--format", "concise", "src/pipe.ts")),
    Fault("read", "a named link out of the repository", "src/link.ts:1:1: error[unreadable-file] not judged: it is a symbolic link out of the repository", 1, arrange=_link("src/link.ts", "/etc/hosts"), arguments=("check", "--format", "concise", "src/link.ts")),
    Fault("read", "a named link to nothing", "src/link.ts:1:1: error[unreadable-file] not judged: it is a symbolic link to nothing that can be read", 1, arrange=_link("src/link.ts", "nothing.ts"), arguments=("check", "--format", "concise", "src/link.ts")),
    Fault("read", "a named device", "src/null.ts:1:1: error[unreadable-file] not judged: it is a symbolic link out of the repository", 1, arrange=_link("src/null.ts", "/dev/zero"), arguments=("check", "--format", "concise", "src/null.ts")),
    Fault("read", "a named file that is not there", "bunproof: no such file or folder: src/gone.ts", 2, arguments=("check", "src/gone.ts")),
    Fault("read", "a named file outside of the repository", "is outside the repository", 2, arguments=("check", "../../../../../../etc/hosts")),
    Fault("read", "the current folder is gone", "bunproof: no such file or directory", 2, sabotage="import os\nos.makedirs('gone'); os.chdir('gone'); os.rmdir('../gone')\n"),
    Fault("read", "`bunproof.toml` cannot be read", "bunproof: bunproof.toml cannot be read: permission denied", 2, arrange=_write("bunproof.toml", b"strict = true\n"), sabotage=_open_fails("bunproof.toml", "EACCES")),
    Fault("read", "`bunproof.toml` and `.bunproof.toml`", "bunproof: bunproof.toml and .bunproof.toml are both there: keep one", 2, arrange=lambda root: (_write("bunproof.toml", b"")(root), _write(".bunproof.toml", b"")(root))),
    Fault("decode", "a script in UTF-16", "src/b.ts:1:1: error[unreadable-file] not judged: it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8", 1, arrange=_write("src/b.ts", "import { SQL } from 'bun';\n".encode("utf-16")), also=(OTHER,)),
    Fault("decode", "`.env` in UTF-16, as PowerShell writes it", ".env.production:1:1: error[unreadable-file] not judged: it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8", 1, arrange=_write(".env.production", "TOKEN=x\n".encode("utf-16")), also=(OTHER,)),
    Fault("decode", "a script that is a pointer of Git LFS", "src/b.ts:1:1: error[unreadable-file] not judged: it is a pointer of Git LFS, the file itself is not here", 1, arrange=_write("src/b.ts", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), also=(OTHER,)),
    Fault("decode", "`bunproof.toml` that is not UTF-8", "bunproof: bunproof.toml is not UTF-8", 2, arrange=_write("bunproof.toml", b"\xff")),
    Fault("parse", "`bunproof.toml` that is not TOML", "bunproof: bunproof.toml: ", 2, arrange=_write("bunproof.toml", b"strict = \n")),
    Fault("parse", "`bunproof.toml` nested ten thousand deep", "bunproof: bunproof.toml: nested too deep", 2, arrange=_write("bunproof.toml", b"exclude = " + b"[" * 10_000)),
    Fault("parse", "`bunproof.toml` with an integer of five thousand digits", "bunproof: bunproof.toml: ", 2, arrange=_write("bunproof.toml", b"strict = " + b"1" * 5000)),
    Fault("rule", "an exception in a check, on one file", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`: bunproof failed with ZeroDivisionError at ", 3, sabotage=_check_fails("visit", "ZeroDivisionError('hunter2')"), also=(OTHER,)),
    Fault("rule", "no end to a recursion in a check", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`: bunproof failed with RecursionError at ", 3, sabotage=_check_fails("visit", "RecursionError"), also=(OTHER,)),
    Fault("rule", "memory runs out in a check", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`: bunproof failed with MemoryError at ", 3, sabotage=_check_fails("visit", "MemoryError"), also=(OTHER,)),
    Fault("rule", "an exception in what takes more than one file", ".:1:1: error[internal-error] not judged by `bun-imports`: bunproof failed with KeyError at ", 3, sabotage=_check_fails("finish", "KeyError('hunter2')"), also=(OTHER,)),
    Fault("rule", "an exception in a check, with that finding switched off", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`: bunproof failed with KeyError at ", 3, sabotage=_check_fails("visit", "KeyError"), arrange=_write("bunproof.toml", b"[rules]\ninternal-error = 'off'\n"), also=(OTHER,)),
    Fault("rule", "an exception outside of any file", "bunproof: a bug of ours, ValueError at ", 3, sabotage="import bunproof.settle\ndef fail(*_):\n    raise ValueError('hunter2')\nbunproof.settle.settle = fail\n"),
    Fault("rule", "an interruption from the keyboard", "", 130, sabotage="import bunproof.judgement\ndef fail(*_):\n    raise KeyboardInterrupt\nbunproof.judgement.Judgement.judge = fail\n"),
    Fault("git", "git is not installed", "bunproof: git is not on PATH", 2, environment={"PATH": "/nowhere"}),
    Fault("git", "git may not be started", "bunproof: git cannot be started: permission denied", 2, sabotage="import subprocess\ndef fail(*_, **__):\n    raise PermissionError(13, 'Permission denied')\nsubprocess.run = fail\n"),
    Fault("git", "git fails", "bunproof: git ls-files failed: ", 2, arrange=_write(".git/index", b"this is no index")),
    Fault("git", "git dies while staged files are read", "bunproof: git cat-file failed: exit code -9", 2, arrange=_stage, sabotage=_CAT_FILE_DIES, arguments=("check", "--staged", "--format", "concise")),
    Fault("git", "git lacks a staged file", "src/a.ts:1:1: error[unreadable-file] not judged: git has no such object", 1, arrange=_lose_object, arguments=("check", "--staged", "--format", "concise")),
    Fault("git", "no repository around", "bunproof: not a git repository: ", 2, sabotage="import os\nos.chdir('/')\n"),
    Fault("git", "a bare repository", "bunproof: not a git repository: ", 2, arrange=lambda root: _git("init", "-q", "--bare", str(root.parent / "bare.git"))(root), sabotage="import os\nos.chdir('../bare.git')\n"),
    Fault("git", "a commit that a shallow clone lacks", "bunproof: `HEAD^1` is not a commit of this repository (a shallow clone may lack it)", 2, arguments=("check", "--from-ref", "HEAD^1")),
    Fault("write", "standard output on a full disk", "bunproof: no space left on device", 2, stdout="/dev/full"),
    Fault("write", "`--output` into a folder that is not there", "bunproof: cannot write nowhere/report.json: there is no folder nowhere", 2, arguments=("check", "--output", "nowhere/report.json")),
]  # fmt: skip


def suffer(fault: Fault, root: Path) -> tuple[int, str]:
    """Run the product with the fault in place: its exit code, and all that it says."""
    code = f"{fault.sabotage}\nimport sys\nfrom bunproof.cli import main\nsys.exit(main({list(fault.arguments)!r}))"
    environment = {**os.environ, **fault.environment}
    with open(fault.stdout or os.devnull, "wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=root, env=environment, check=False, timeout=60,
            stdout=full if fault.stdout else subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
    return done.returncode, (done.stdout or b"").decode() + done.stderr.decode()
