"""Visit files in as many processes as there are processors, by forking.

The files are dealt out in small portions, to whoever is free: the numbers of the portions lie in a pipe that all processes
read. A child that dies, or whose answer is not whole, costs nothing but time: the parent visits its portions again.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from bunproof.judgement import Claimed, Judgement, Seen

    Answer = tuple[bytes, Seen]  # the portions that a child has visited, and what they brought

NOTHING: Seen = ([], set(), {})
_MOST = 4  # beyond, reading saturates and starting more processes costs more than it saves
_MOST_PORTIONS = 255  # a number is one byte, which no two readers can share
_SMALLEST = 32  # files


def visit(judgement: Judgement, claimed: Sequence[Claimed]) -> None:
    """Visit these files, with what they find and mark added to `judgement`."""
    size = max(_SMALLEST, -(-len(claimed) // _MOST_PORTIONS))
    portions = [claimed[start : start + size] for start in range(0, len(claimed), size)]
    dealt = _deal(len(portions))
    children = [_start(judgement, portions, dealt) for _ in range(min(_MOST, _processors()) - 1)]
    missing = set(range(len(portions)))
    try:
        judgement.prepare()
        for number in judgement.watched(((number, number) for number in _taken(dealt)), len(portions)):
            judgement.visit(portions[number])
            missing.discard(number)
    finally:
        os.close(dealt)
        answers = [_answer(process, pipe) for process, pipe in children]
    for answer in answers:
        if answer is not None:
            visited, seen = answer
            missing.difference_update(visited)
            judgement.take(seen)
    for number in sorted(missing):
        judgement.visit(portions[number])


def _deal(count: int) -> int:
    """The end of a pipe that the numbers of the portions can be read from, until there are none."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


def _taken(dealt: int) -> Iterator[int]:
    """The numbers of the portions that this process gets."""
    while number := os.read(dealt, 1):
        yield number[0]


def _start(judgement: Judgement, portions: Sequence[Sequence[Claimed]], dealt: int) -> tuple[int, int]:
    """A child that visits portions: its process id, and the pipe its answer comes through."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    code = 1
    try:
        os.close(reading)
        judgement.project.tree.forked()
        visited = bytearray()
        for number in _taken(dealt):
            judgement.visit(portions[number])
            visited.append(number)
        with os.fdopen(writing, "wb") as pipe:
            _send(visited, judgement.seen(), pipe)
        code = 0
    finally:
        os._exit(code)  # whatever happened: a child must never return into the parent's code


def _answer(process: int, pipe: int) -> Answer | None:
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(process, 0)
    if status:
        return None
    visited, rest = data[1 : data[0] + 1], data[data[0] + 1 :]
    if not rest:
        return visited, NOTHING
    import pickle

    seen: Seen = pickle.loads(rest)  # noqa: S301 - from our own child, over our own pipe
    return visited, seen


def _send(visited: bytes | bytearray, seen: Seen, pipe: IO[bytes]) -> None:
    pipe.write(bytes((len(visited),)) + visited)
    if any(seen):
        import pickle  # and `re`: a clean repository has nothing to tell

        pickle.dump(seen, pipe, pickle.HIGHEST_PROTOCOL)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
