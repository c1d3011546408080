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
BESIDE = "all as before; a temporary file beside it"
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
def failing(real):
    def fail(handle, *more):
        if os.readlink(f"/proc/self/fd/{handle}").endswith("a.ts"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(handle, *more)
    return fail
os.read, os.pread = failing(os.read), failing(os.pread)
"""


def _check_fails(where: str, error: str, path: str = "src/a.ts") -> str:
    return f"""
from bunproof.bun import hook
real = hook.Check.{where}
def fail(self, *arguments):
    if {where!r} == "finish" or arguments[0] == {path!r}:
        raise {error}
    return real(self, *arguments)
hook.Check.{where} = fail
"""


def _function_fails(where: str, name: str, when: str) -> str:
    """A function (or method) of a module of ours fails when `when` holds of its `arguments`."""
    return f"""
from importlib import import_module
try:
    holder = import_module("bunproof.{where}")
except ModuleNotFoundError:
    module, _, holder = "bunproof.{where}".rpartition(".")
    holder = getattr(import_module(module), holder)
real = getattr(holder, "{name}")
def fail(*arguments, **more):
    if {when}:
        raise KeyError("hunter2")
    return real(*arguments, **more)
setattr(holder, "{name}", fail)
"""


def _git(*arguments: str) -> Callable[[Path], object]:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false")
    return lambda root: subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def _write(name: str, data: bytes) -> Callable[[Path], object]:
    def write(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)

    return write


def _some_of_each(root: Path) -> None:
    """A repository in which every hook has something to say, of more than one file each."""
    entry = 'import { Database } from "bun:sqlite";\nexport default { fetch: () => new Database() };\n'
    files = {
        "package.json": '{"engines": {"bun": "^1.1.0"}, "devDependencies": {"wrangler": "4.1.0"}}',
        "src/b.ts": 'import { SQL } from "bun";\nimport { readFile } from "bun:fs/promises"; readFile(SQL);\n',
        "src/c.ts": 'import { SQL } from "bun"; new SQL();\n',
        "wrangler.toml": 'name = "w"\nmain = "src/w.ts"\n[triggers]\ncrons = ["0 0 * * 1-5"]\n[env.x]\nnmae = "x"\n',
        "src/w.ts": entry,
        "w/wrangler.toml": 'name = "v"\nmain = "index.ts"\n[triggers]\ncrons = ["0 0 * * 9"]\n',
        "w/index.ts": entry,
        ".env.production": "API_TOKEN=changeme\n",
        "app.py": 'TOKEN = "changeme"\n',
        ".github/workflows/bunproof.yml": "# of mine\n",
    }
    for name, text in files.items():
        _write(name, text.encode())(root)


def _newer_wrangler(version: str) -> Callable[[Path], object]:
    def write(root: Path) -> None:
        _write("package.json", f'{{"devDependencies": {{"wrangler": "{version}"}}}}'.encode())(root)
        _write("wrangler.toml", b'nmae = "w"\ncompatibility_flags = ["brand_new_behaviour"]\n')(root)

    return write


def _sparse(name: str, size: int) -> Callable[[Path], object]:
    def make(root: Path) -> None:
        with (root / name).open("wb") as file:
            file.truncate(size)

    return make


def _sparse_checkout(root: Path) -> None:
    """A commit of a file that the working tree then lacks."""
    _write("out/a.ts", b"export {};\n")(root)
    for command in (("add", "-A"), ("commit", "-q", "-m", "it"), ("sparse-checkout", "set", "src")):
        _git(*command)(root)


def _conflict(root: Path) -> None:
    identity = ["git", "rev-parse", ":src/a.ts"]
    blob = subprocess.run(identity, cwd=root, check=True, capture_output=True, text=True).stdout.strip()
    entries = "".join(f"100644 {blob} {stage}\tsrc/a.ts\n" for stage in (1, 2, 3))
    _git("rm", "-q", "--cached", "src/a.ts")(root)
    subprocess.run(["git", "update-index", "--index-info"], cwd=root, input=entries.encode(), check=True)


def _many(root: Path) -> None:
    """More files than one process visits alone."""
    for number in range(500):
        _write(f"src/{number}.ts", b"// bunproof: ignore\n" if number > 490 else b"export {};\n")(root)


def _child_dies(how: str) -> str:
    return f"""
import os
from bunproof import forks
forks._processors = lambda: 2
real = os.fork
def fork():
    child = real()
    if not child:
        {how}
    return child
os.fork = fork
"""


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

WRITERS = {
    "wrangler.toml": ("check", "--fix", "--unsafe-fixes", "--format", "concise"),
    ".github/workflows/bunproof.yml": ("workflow",),
    ".secrets.baseline": ("baseline",),
    ".pre-commit-config.yaml": ("init",),
    "report.txt": ("check", "--format", "concise", "--output", "report.txt"),
}
OLD = b"name: mine\n"


def writable(root: Path) -> None:
    """What each writer has something to write about, and the old files that it would replace."""
    _write("wrangler.toml", b'name = "w"\nmain = "src/a.ts"\n\n[vars]\nAPI_TOKEN = "your-api-token"\n')(root)
    _write(".secrets.baseline", b'{"version": "1.5.0", "plugins_used": [], "filters_used": [], "results": {}}\n')(root)


def _linked(name: str) -> Callable[[Path], object]:
    def arrange(root: Path) -> None:
        writable(root)
        outside = root.parent / "outside"
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        outside.write_bytes(place.read_bytes() if place.exists() else OLD)
        place.unlink(missing_ok=True)
        place.symlink_to(outside)

    return arrange


def _call_fails(call: str, error: str, *, half: bool = False) -> str:
    """Writing goes wrong at this call; `half` lets a part of the bytes through before."""
    return f"""
import errno, os
from bunproof import atomic
real = os.{call}
class Broken:
    def __getattr__(self, name):
        return fail if name == {call!r} else getattr(os, name)
def fail(*arguments, **more):
    if {half}:
        real(arguments[0], arguments[1][:10])
    {error}
atomic.os = Broken()
"""


_REFUSED = {
    "wrangler.toml": ("wrangler.toml:1:1: error[unreadable-file] not judged: it is a symbolic link out of the repository", 1),
    ".github/workflows/bunproof.yml": ("bunproof: .github/workflows/bunproof.yml: it is a symbolic link out of the repository", 2),
    ".secrets.baseline": ("bunproof: .secrets.baseline: it is a symbolic link out of the repository", 2),
    ".pre-commit-config.yaml": ("bunproof: .pre-commit-config.yaml: it is a symbolic link out of the repository", 2),
    "report.txt": ("bunproof: refusing to write report.txt: it is a symbolic link", 2),
}  # fmt: skip
_FULL = "raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))"
_DENIED = "raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))"
_READ_ONLY = "raise OSError(errno.EROFS, os.strerror(errno.EROFS))"
_STOPPED = "raise KeyboardInterrupt"
_KILLED = "import signal; os.kill(os.getpid(), signal.SIGKILL)"


def _writing(name: str, arguments: tuple[str, ...]) -> list[Fault]:
    """What can go wrong with one file that is written."""

    def fault(
        what: str,
        told: str,
        code: int,
        sabotage: str,
        left: str = UNTOUCHED,
        arrange: Callable[[Path], object] = writable,
    ) -> Fault:
        return Fault("write", f"`{name}`: {what}", told, code, left, arguments, sabotage, arrange)

    return [
        fault("the disk is full, half-way", f"bunproof: cannot write {name}: no space left on device", 2, _call_fails("write", _FULL, half=True)),
        fault("the disk is full when it is flushed", f"bunproof: cannot write {name}: no space left on device", 2, _call_fails("fsync", _FULL)),
        fault("no permission to write there", f"bunproof: cannot write {name}: permission denied", 2, _call_fails("open", _DENIED)),
        fault("the file system is read-only at the renaming", f"bunproof: cannot write {name}: read-only file system", 2, _call_fails("replace", _READ_ONLY)),
        fault("it is a symbolic link out of the repository", *_REFUSED[name], "", arrange=_linked(name)),
        fault("interrupted from the keyboard, between writing and renaming", "", 130, _call_fails("replace", _STOPPED)),
        fault("killed half-way through writing", "", -9, _call_fails("write", _KILLED, half=True), BESIDE),
        fault("killed between writing and renaming", "", -9, _call_fails("replace", _KILLED), BESIDE),
    ]  # fmt: skip


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
    Fault("read", "a file of a range of commits that a sparse checkout lacks", "out/a.ts:1:1: error[unreadable-file] not judged: no such file or directory", 1, arrange=_sparse_checkout, arguments=("check", "--format", "concise", "--from-ref", "HEAD^1")),
    Fault("read", "a file that goes between the listing and the reading", "src/other.ts:1:4: error[malformed-suppression]", 1, sabotage=_open_fails("a.ts", "ENOENT")),
    Fault("read", "a staged file that is still in conflict", "src/a.ts:1:1: error[unreadable-file] not judged: it is in conflict: the index holds more than one of it", 1, arrange=_conflict, arguments=("check", "--staged", "--format", "concise")),
    Fault("read", "a named link to a folder out of the repository", "is outside the repository", 2, arrange=_link("src/link", "/etc"), arguments=("check", "src/link")),
    Fault("decode", "a script in UTF-16", "src/b.ts:1:1: error[unreadable-file] not judged: it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8", 1, arrange=_write("src/b.ts", "import { SQL } from 'bun';\n".encode("utf-16")), also=(OTHER,)),
    Fault("decode", "a script in UTF-16 without a byte order mark", "src/b.ts:1:1: error[unreadable-file] not judged: it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8", 1, arrange=_write("src/b.ts", "import { SQL } from 'bun';\n".encode("utf-16-le")), also=(OTHER,)),
    Fault("decode", "`.env` in UTF-16, as PowerShell writes it", ".env.production:1:1: error[unreadable-file] not judged: it is UTF-16, which neither Bun nor wrangler reads: save it as UTF-8", 1, arrange=_write(".env.production", "TOKEN=x\n".encode("utf-16")), also=(OTHER,)),
    Fault("decode", "a script that is a pointer of Git LFS", "src/b.ts:1:1: error[unreadable-file] not judged: it is a pointer of Git LFS, the file itself is not here", 1, arrange=_write("src/b.ts", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), also=(OTHER,)),
    Fault("decode", "`bunproof.toml` that is not UTF-8", "bunproof: bunproof.toml is not UTF-8", 2, arrange=_write("bunproof.toml", b"\xff")),
    Fault("parse", "a script that the grammar cannot read", "src/b.ts:1:10: error[missing-bun-export] ", 1, arrange=lambda root: (_write("package.json", b'{"engines": {"bun": ">=1.1.0"}}')(root), _write("src/b.ts", b'import { SQL } from "bun";\n(((((((]]]]} class {{{\n new SQL(')(root)), also=(OTHER,)),
    Fault("parse", "`wrangler.toml` that is not TOML", "wrangler.toml:1:8: error[unparsable-wrangler-config] ", 1, arrange=_write("wrangler.toml", b"name = \n"), also=(OTHER,)),
    Fault("parse", "`wrangler.json` nested deeper than a thousand", "wrangler.json:1:1005: error[unparsable-wrangler-config] nested deeper than 1,000 levels", 1, arrange=_write("wrangler.json", b'{"x":' + b"[" * 5000), also=(OTHER,)),
    Fault("parse", "`.pre-commit-config.yaml` that is not YAML", ".pre-commit-config.yaml:1:1: error[unreadable-file] not judged: it is not YAML", 1, arrange=lambda root: (_write(".pre-commit-config.yaml", b"repos: [\n")(root), _write(".github/workflows/bunproof.yml", b"# bunproof\n")(root)), also=(OTHER,)),
    Fault("parse", "`package.json` that is not JSON", "package.json:1:14: error[unparsable-file] this file cannot be parsed: ", 1, arrange=_write("package.json", b'{"name": "x" "engines": {"bun": ">=1.1.0"}}'), also=(OTHER,)),
    Fault("parse", "`package.json` with a merge conflict", "package.json:2:1: error[unparsable-file] this file cannot be parsed: it holds a merge conflict", 1, arrange=_write("package.json", b'{\n<<<<<<< a\n"name": "x"\n=======\n"name": "y"\n>>>>>>> b\n}'), also=(OTHER,)),
    Fault("parse", "`tsconfig.json` that is cut off", "tsconfig.json:1:22: error[unparsable-file] this file cannot be parsed: ", 1, arrange=_write("tsconfig.json", b'{"compilerOptions": {'), also=(OTHER,)),
    Fault("parse", "a lockfile that is cut off", "bun.lock:1:22: error[unparsable-file] this file cannot be parsed: it ends before its last `}`", 1, arrange=_write("bun.lock", b'{"lockfileVersion": 1, '), also=(OTHER,)),
    Fault("parse", "a version file with a merge conflict", ".bun-version:1:1: error[unparsable-file] this file cannot be parsed: it holds a merge conflict", 1, arrange=_write(".bun-version", b"<<<<<<< a\n1.1.0\n=======\n1.2.0\n>>>>>>> b\n"), also=(OTHER,)),
    Fault("parse", "`mise.toml` that is not TOML", "mise.toml:1:7: error[unparsable-file] this file cannot be parsed: ", 1, arrange=_write("mise.toml", b"[tools\nbun = '1.1.0'\n"), also=(OTHER,)),
    Fault("parse", "a workflow that installs Bun and is not YAML", ".github/workflows/ci.yml:2:5: error[unparsable-file] this file cannot be parsed: ", 1, arrange=_write(".github/workflows/ci.yml", b"on: [push\njobs: {a: {steps: [{uses: oven-sh/setup-bun@v2}]}}\n"), also=(OTHER,)),
    Fault("parse", "`.secrets.baseline` that is not JSON", ".secrets.baseline:1:1: error[malformed-baseline] ", 1, arrange=_write(".secrets.baseline", b"not json\n"), also=(OTHER,)),
    Fault("parse", "`bunproof.toml` that is not TOML", "bunproof: bunproof.toml: ", 2, arrange=_write("bunproof.toml", b"strict = \n")),
    Fault("parse", "`bunproof.toml` nested ten thousand deep", "bunproof: bunproof.toml: nested too deep", 2, arrange=_write("bunproof.toml", b"exclude = " + b"[" * 10_000)),
    Fault("parse", "`bunproof.toml` with an integer of five thousand digits", "bunproof: bunproof.toml: ", 2, arrange=_write("bunproof.toml", b"strict = " + b"1" * 5000)),
    Fault("tables", "a Bun newer than any that is known", ".bun-version:1:1: warning[bun-newer-than-tables] Bun 99.1.0 is newer than bunproof's tables, which end at ", 1, arrange=_write(".bun-version", b"99.1.0\n"), also=(OTHER,)),
    Fault("tables", "a newer Bun that `bunproof.toml` names, and code that hangs on it", "bunproof.toml:1:16: warning[bun-newer-than-tables] ", 1, arrange=lambda root: (_write("bunproof.toml", b'bun-version = "99.1.0"\n')(root), _write("src/b.ts", b'import { Nope } from "bun"; new Nope();\n')(root)), also=(OTHER,)),
    Fault("tables", "a newer Bun that only the locked types tell", "bun.lock:1:26: warning[bun-newer-than-tables] ", 1, arrange=lambda root: (_write("bun.lock", b'"bun-types": ["bun-types@99.1.0"]\n}')(root), _write("src/b.ts", b'import { Nope } from "bun"; new Nope();\n')(root)), also=(OTHER,)),
    Fault("tables", "a declared Bun that is no version", ".bun-version:1:1: warning[unknown-bun-version] `one.two` is no version, range or tag of Bun", 1, arrange=_write(".bun-version", b"one.two\n"), also=(OTHER,)),
    Fault("tables", "a wrangler of a newer major version", "wrangler.toml:1:1: warning[wrangler-newer-than-tables] wrangler ^99.0.0 is newer than bunproof's tables, which end at ", 1, arrange=_newer_wrangler("^99.0.0"), also=(OTHER,)),
    Fault("tables", "a newer wrangler of a known major version", "= tables: they end at wrangler ", 1, arrange=_newer_wrangler("4.999.0"), arguments=("check",), also=(OTHER, "warning[unknown-wrangler-key]")),
    Fault("tables", "a compatibility flag that the table lacks", "wrangler.toml:2:24: warning[unknown-compatibility-flag] ", 1, arrange=_newer_wrangler("4.1.0"), also=(OTHER,)),
    Fault("rule", "an exception in a check, on one file", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with ZeroDivisionError at ", 3, sabotage=_check_fails("visit", "ZeroDivisionError('hunter2')"), also=(OTHER,)),
    Fault("rule", "no end to a recursion in a check", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with RecursionError at ", 3, sabotage=_check_fails("visit", "RecursionError"), also=(OTHER,)),
    Fault("rule", "memory runs out in a check", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with MemoryError at ", 3, sabotage=_check_fails("visit", "MemoryError"), also=(OTHER,)),
    Fault("rule", "an exception in one rule, on one file", "src/b.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with KeyError at ", 3, sabotage=_function_fails("bun.rules.missing_bun_export", "check", "arguments[0].source.path == 'src/b.ts'"), arrange=_some_of_each, also=(OTHER, "src/b.ts:2:27: warning[undocumented-node-alias]", "src/c.ts:1:10: error[missing-bun-export]")),
    Fault("rule", "an exception in one rule, on one configuration", "wrangler.toml:1:1: error[internal-error] not judged by `wrangler-config`, which failed with KeyError at ", 3, sabotage=_function_fails("wrangler.rules.invalid_cron", "check", "arguments[0].path == 'wrangler.toml'"), arrange=_some_of_each, also=(OTHER, "wrangler.toml:4:19: warning[shifted-cron-weekday]", "w/wrangler.toml:4:19: error[invalid-cron]")),
    Fault("rule", "an exception while wrangler's own rules are repeated", "wrangler.toml:1:1: error[internal-error] not judged by `wrangler-config`, which failed with KeyError at ", 3, sabotage=_function_fails("wrangler.validate", "validate", "arguments[0]['name'] == 'w'"), arrange=_some_of_each, also=(OTHER, "wrangler.toml:4:19: warning[shifted-cron-weekday]", "w/wrangler.toml:4:19: error[invalid-cron]")),
    Fault("rule", "an exception while one Worker's bundle is followed", "wrangler.toml:1:1: error[internal-error] not judged by `bun-imports`, which failed with KeyError at ", 3, sabotage=_function_fails("worker.graph.Graph", "reached", "arguments[0]._entry.config == 'wrangler.toml'"), arrange=_some_of_each, also=(OTHER, "w/index.ts:1:27: error[bun-module-in-worker]")),
    Fault("rule", "an exception about one file that was not selected", "src/b.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with KeyError at ", 3, sabotage=_function_fails("bun.mentions", "judge", "arguments[1] == 'src/b.ts'"), arrange=_some_of_each, also=("src/c.ts:1:10: error[missing-bun-export]",), arguments=("check", "--format", "concise", "package.json")),
    Fault("rule", "an exception while a declaration is read", "package.json:1:1: error[internal-error] not judged by `bun-imports`, which failed with KeyError at ", 3, sabotage=_function_fails("bun.manifests", "pins", "arguments[0].path == 'package.json'"), arrange=_some_of_each, also=(OTHER, "w/index.ts:1:27: error[bun-module-in-worker]"), arguments=("check", "--format", "concise", "--only", "bun-imports", "--only", "wrangler-config", "package.json", "src/other.ts", "w/index.ts")),
    Fault("rule", "an exception in one judgement of a credential", ".env.production:1:1: error[internal-error] not judged by `placeholder-credentials`, which failed with KeyError at ", 3, sabotage=_function_fails("credentials.rules.placeholder_credential", "check", "arguments[0].source.path == '.env.production'"), arrange=_some_of_each, also=(OTHER, "app.py:1:10: error[placeholder-credential]")),
    Fault("rule", "an exception while the workflow is compared", ".github/workflows/bunproof.yml:1:1: error[internal-error] not judged by `ci-workflow`, which failed with KeyError at ", 3, sabotage=_function_fails("workflow.comparison", "compare", "True"), arrange=_some_of_each, also=(OTHER, "w/index.ts:1:27: error[bun-module-in-worker]")),
    Fault("rule", "an exception while comments are read", "src/other.ts:1:1: error[internal-error] not judged by `bunproof`, which failed with KeyError at ", 3, sabotage=_function_fails("suppress", "suppressions", "arguments[0].path == 'src/other.ts'"), arrange=_some_of_each, also=("src/c.ts:1:10: error[missing-bun-export]", "w/index.ts:1:27: error[bun-module-in-worker]")),
    Fault("rule", "an exception in what takes more than one file", ".:1:1: error[internal-error] not judged by `bun-imports`, which failed with KeyError at ", 3, sabotage=_check_fails("finish", "KeyError('hunter2')"), also=(OTHER,)),
    Fault("rule", "an exception in a check, with that finding switched off", "src/a.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with KeyError at ", 3, sabotage=_check_fails("visit", "KeyError"), arrange=_write("bunproof.toml", b"[rules]\ninternal-error = 'off'\n"), also=(OTHER,)),
    Fault("rule", "a process of ours is killed, of several for a large run", "src/499.ts:1:4: error[malformed-suppression]", 1, sabotage=_child_dies("os.kill(os.getpid(), 9)"), arrange=_many, also=(OTHER,)),
    Fault("rule", "an exception on one file of a large run", "src/499.ts:1:1: error[internal-error] not judged by `bun-imports`, which failed with ZeroDivisionError at ", 3, sabotage=_check_fails("visit", "ZeroDivisionError('hunter2')", "src/499.ts"), arrange=_many, also=(OTHER, "src/498.ts:1:4: error[malformed-suppression]")),
    Fault("rule", "no process is left for a large run", "src/499.ts:1:4: error[malformed-suppression]", 1, sabotage="import errno, os\ndef fail():\n    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))\nos.fork = fail\n", arrange=_many, also=(OTHER,)),
    Fault("rule", "an exception outside of any file", "bunproof: a bug of ours, ValueError at ", 3, sabotage="import bunproof.settle\ndef fail(*_):\n    raise ValueError('hunter2')\nbunproof.settle.settle = fail\n"),
    Fault("rule", "an interruption from the keyboard", "", 130, sabotage="import bunproof.judgement\ndef fail(*_):\n    raise KeyboardInterrupt\nbunproof.judgement.Judgement.judge = fail\n"),
    Fault("git", "git is not installed", "bunproof: git is not on PATH", 2, environment={"PATH": "/nowhere"}),
    Fault("git", "git may not be started", "bunproof: git cannot be started: permission denied", 2, sabotage="def fail(*_, **__):\n    raise PermissionError(13, 'Permission denied')\nimport bunproof.process; bunproof.process.start = fail\n"),
    Fault("git", "git fails", "bunproof: git ls-files failed: ", 2, arrange=_write(".git/index", b"this is no index")),
    Fault("git", "git dies while staged files are read", "bunproof: git cat-file failed: exit code -9", 2, arrange=_stage, sabotage=_CAT_FILE_DIES, arguments=("check", "--staged", "--format", "concise")),
    Fault("git", "git lacks a staged file", "src/a.ts:1:1: error[unreadable-file] not judged: git has no such object", 1, arrange=_lose_object, arguments=("check", "--staged", "--format", "concise")),
    Fault("git", "git is killed", "bunproof: git ls-files failed: exit code -9", 2, sabotage="import bunproof.process\nbunproof.process.start = lambda *_: lambda: (-9, b'', b'')\n"),
    Fault("git", "git's index is locked by another", OTHER, 1, arrange=_write(".git/index.lock", b"")),
    Fault("git", "no repository around", "bunproof: not a git repository: ", 2, sabotage="import os\nos.chdir('/')\n"),
    Fault("git", "a bare repository", "bunproof: not a git repository: ", 2, arrange=lambda root: _git("init", "-q", "--bare", str(root.parent / "bare.git"))(root), sabotage="import os\nos.chdir('../bare.git')\n"),
    Fault("git", "a commit that a shallow clone lacks", "bunproof: `HEAD^1` is not a commit of this repository (a shallow clone may lack it)", 2, arguments=("check", "--from-ref", "HEAD^1")),
    Fault("write", "standard output on a full disk", "bunproof: no space left on device", 2, stdout="/dev/full"),
    Fault("write", "`--output` into a folder that is not there", "bunproof: cannot write nowhere/report.json: there is no folder nowhere", 2, arguments=("check", "--output", "nowhere/report.json")),
    Fault("write", "the reader of standard output has gone", "", 1, sabotage="import os\nreading, writing = os.pipe()\nos.close(reading)\nos.dup2(writing, 1)\n"),
    Fault("write", "`--output` to a device that is full", "bunproof: cannot write /dev/full: no space left on device", 2, arguments=("check", "--output", "/dev/full")),
    Fault("write", "the summary of a job of GitHub Actions", "file=src/other.ts", 1, environment={"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/nowhere/summary"}),
    *(fault for name, arguments in WRITERS.items() for fault in _writing(name, arguments)),
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
