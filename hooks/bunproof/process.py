"""Run a program, and read all that it prints. `git.py` alone comes here.

`subprocess` takes as long to import as Python takes to start, so where the system can spawn without it, we do.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Done = tuple[
        int, bytes, bytes
    ]  # the exit code (minus the number of the signal that ended it), output and complaints

_CHUNK = 1 << 20


class Process:
    """A program that has been started, and that waits where a pipe is full until `finish` is called."""

    def __init__(self, command: list[str], environment: Mapping[str, str], stdin: bytes = b"") -> None:
        self._unwritten = memoryview(stdin)
        ends = [os.pipe() for _ in range(3)]
        (reading, self._stdin), (self._stdout, writing), (self._stderr, complaining) = ends
        try:
            actions = [(os.POSIX_SPAWN_DUP2, end, number) for number, end in enumerate((reading, writing, complaining))]
            self._id = os.posix_spawnp(command[0], command, environment, file_actions=actions)
        except BaseException:
            for end in (self._stdin, self._stdout, self._stderr):
                os.close(end)
            raise
        finally:
            for end in (reading, writing, complaining):
                os.close(end)

    def finish(self) -> Done:
        """Read all it prints, and wait for its end."""
        printed: dict[int, list[bytes]] = {self._stdout: [], self._stderr: []}
        try:
            self._talk(printed)
        finally:
            for end in printed:
                os.close(end)
            _, status = os.waitpid(self._id, 0)
        return os.waitstatus_to_exitcode(status), b"".join(printed[self._stdout]), b"".join(printed[self._stderr])

    def _talk(self, printed: dict[int, list[bytes]]) -> None:
        """Write and read whatever can be without waiting for the other: a full pipe stops whoever writes to it."""
        import select  # small, but not needed by a run over named files

        poll = select.poll()
        for end in printed:
            poll.register(end, select.POLLIN | select.POLLHUP)
        os.set_blocking(self._stdin, False)
        poll.register(self._stdin, select.POLLOUT)
        open_ends = 3
        while open_ends:
            for end, _ in poll.poll():
                if self._write() if end == self._stdin else _read(end, printed[end]):
                    continue
                poll.unregister(end)
                open_ends -= 1
                if end == self._stdin:
                    os.close(end)

    def _write(self) -> bool:
        """Whether there is more to write."""
        if self._unwritten:
            try:
                self._unwritten = self._unwritten[os.write(self._stdin, self._unwritten[:_CHUNK]) :]
            except BlockingIOError:
                return True
            except BrokenPipeError:  # it does not want to know
                return False
        return bool(self._unwritten)


def _read(end: int, into: list[bytes]) -> bool:
    """Whether there may be more to read."""
    data = os.read(end, _CHUNK)
    into.append(data)
    return bool(data)


def start(command: list[str], environment: Mapping[str, str], stdin: bytes = b"") -> Callable[[], Done]:
    """Start a program. What is returned waits for its end, and must be called. Raises OSError if it cannot be started.

    The environment is all that the program gets; its folder must be told by the arguments.
    """
    if hasattr(os, "posix_spawnp"):
        return Process(command, environment, stdin).finish
    import subprocess  # Windows

    done = subprocess.run(command, env=dict(environment), input=stdin, capture_output=True, check=False)
    return lambda: (done.returncode, done.stdout, done.stderr)
