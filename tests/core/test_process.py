"""The one way a program is run: all of its output, its exit code, and no waiting for each other."""

from __future__ import annotations

import os
import sys

import pytest

from bunproof import process

LARGE = 3_000_000  # bytes: more than any pipe holds


def python(code: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
    return process.start([sys.executable, "-I", "-c", f"import os, sys\n{code}"], os.environ, stdin)()


@pytest.mark.parametrize("system", ["spawn", "without spawn"])
@pytest.mark.parametrize(
    ("code", "stdin", "expected"),
    [
        pytest.param(
            "print('a'); sys.stderr.write('b'); sys.exit(3)", b"", (3, b"a\n", b"b"), id="code, output, errors"
        ),
        pytest.param(
            "sys.stdout.write(sys.stdin.read())",
            b"x" * LARGE,
            (0, b"x" * LARGE, b""),
            id="much in and much out at once",
        ),
        pytest.param(
            f"sys.stderr.write('e' * {LARGE}); sys.stdout.write('o' * {LARGE})",
            b"",
            (0, b"o" * LARGE, b"e" * LARGE),
            id="much on both outputs",
        ),
        pytest.param("pass", b"x" * LARGE, (0, b"", b""), id="does not read what it is told"),
        pytest.param("print(len(sys.stdin.read()))", b"", (0, b"0\n", b""), id="nothing to read"),
        pytest.param("os.kill(os.getpid(), 9)", b"", (-9, b"", b""), id="killed"),
    ],
)
def test_run(monkeypatch, system, code, stdin, expected) -> None:
    if system == "without spawn":
        monkeypatch.delattr(os, "posix_spawnp")
    assert python(code, stdin) == expected


def test_environment() -> None:
    code = "import os; print(sorted(os.environ))"
    done = process.start([sys.executable, "-I", "-c", code], {"ONLY": "this", "LC_ALL": "C"})()
    assert done == (0, b"['LC_ALL', 'ONLY']\n", b"")


def test_what_cannot_be_started_leaves_nothing_open() -> None:
    before = os.listdir("/dev/fd")
    with pytest.raises(FileNotFoundError):
        process.start(["no-such-program-anywhere"], os.environ)
    assert os.listdir("/dev/fd") == before


def test_a_finished_process_leaves_nothing_open() -> None:
    before = os.listdir("/dev/fd")
    python("print('x' * 100_000)")
    assert os.listdir("/dev/fd") == before
