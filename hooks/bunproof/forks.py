"""Visit files in as many processes as there are processors, by forking.

The files are dealt out in small portions, to whoever is free: the numbers of the portions lie in a pipe that all processes
read. A child that dies, or whose answer is not whole, costs nothing but time: the parent visits its portions again.
"""

from __future__ import annotations

import os
import sys

from bunproof.git import holding
from bunproof.hooks import is_configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from bunproof.judgement import Judgement, Seen

_MOST = 4  # beyond, reading saturates and starting more processes costs more than it saves
_SMALLEST, _ALIKE = 8, 100  # files, configurations
_COUNT = 4  # bytes


def visit(judgement: Judgement, paths: Sequence[str]) -> None:
    """Visit these files, with what they find and mark added to `judgement`."""
    portions = list(_portions(paths))
    dealt = _deal(len(portions))
    started = [_start(judgement, portions, dealt) for _ in range(min(_MOST, _processors()) - 1)]
    children = [child for child in started if child is not None]
    missing = set(range(len(portions)))
    try:
        for number in judgement.watched(((number, number) for number in _taken(dealt)), len(portions)):
            judgement.visits.visit(portions[number])
            missing.discard(number)
            judgement.prepare()  # after the first portion: by now, git has told what it was asked for
        judgement.prepare()
    finally:
        os.close(dealt)
        answers = [_answer(process, pipe) for process, pipe in children]
    for answer in answers:
        if answer is not None:
            visited, seen = answer
            missing.difference_update(visited)
            judgement.take(seen)
    for number in sorted(missing):
        judgement.visits.visit(portions[number])


def _portions(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    """The files in portions, ever smaller ones, so that all processes end at about the same time; at most 255 of them.

    The configurations are among themselves: they resemble each other, and what was read of one need not be of the next.
    """
    alike, paths = _apart(paths)
    few = max(_ALIKE, len(alike) // 50)
    for start in range(0, len(alike), few):
        yield alike[start : start + few]
    smallest = max(_SMALLEST, len(paths) // 1000)
    start = 0
    while start < len(paths):
        end = start + max(smallest, (len(paths) - start) // 40)
        yield paths[start:end]
        start = end


def _apart(paths: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The configurations, and all others: found in one search of all names, as nothing else can begin before."""
    listed = "\0".join(paths)
    alike: list[str] = []
    others: list[str] = []
    taken = number = counted = 0
    for start, end in holding(listed, "wrangler"):
        if is_configuration(listed[start:end]):
            number += listed.count("\0", counted, start)
            counted = start
            alike.append(paths[number])
            others += paths[taken:number]
            taken = number + 1
    others += paths[taken:]
    return alike, others


def _deal(count: int) -> int:
    """The end of a pipe that the numbers of the portions can be read from, each a byte, which no two readers can share."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


def _taken(dealt: int) -> Iterator[int]:
    """The numbers of the portions that this process gets."""
    while number := os.read(dealt, 1):
        yield number[0]


def _start(judgement: Judgement, portions: Sequence[Sequence[str]], dealt: int) -> tuple[int, int] | None:
    """A child that visits portions: its process id, and the pipe its answer comes through; None where none can be had."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if process:
        os.close(writing)
        return process, reading
    code = 1
    try:
        os.close(reading)
        judgement.project.tree.forked()
        judgement.forget()  # the parent knows it already
        visited = bytearray()
        for number in _taken(dealt):
            judgement.visits.visit(portions[number])
            visited.append(number)
        with os.fdopen(writing, "wb") as pipe:
            _send(visited, judgement.seen(), pipe)
        code = 0
    finally:
        os._exit(code)  # whatever happened: a child must never return into the parent's code


def _answer(process: int, pipe: int) -> tuple[bytes, Seen] | None:
    """The portions that a child has visited, and what they brought; None if it has failed."""
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(process, 0)
    if status:
        return None
    end = data[0] + 1
    judged = int.from_bytes(data[end : end + _COUNT], "big")
    rest = data[end + _COUNT :]
    if not rest:
        return data[1:end], ([], set(), {}, judged)
    import pickle

    found, marked, noted = pickle.loads(rest)  # noqa: S301 - from our own child, over our own pipe
    return data[1:end], (found, marked, noted, judged)


def _send(visited: bytes | bytearray, seen: Seen, pipe: IO[bytes]) -> None:
    *told, judged = seen
    pipe.write(bytes((len(visited),)) + visited + judged.to_bytes(_COUNT, "big"))
    if any(told):
        import pickle  # and `re`: a clean repository has nothing to tell

        pickle.dump(told, pipe, pickle.HIGHEST_PROTOCOL)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
