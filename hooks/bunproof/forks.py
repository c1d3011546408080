"""Visit files in as many processes as there are processors, by forking.

A child that dies, or whose answer is not whole, costs nothing but time: the parent visits its share again.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from bunproof.judgement import Claimed, Judgement, Seen

NOTHING: Seen = ([], set(), {})
_MOST = 4  # beyond, reading saturates and starting more processes costs more than it saves


def visit(judgement: Judgement, claimed: Sequence[Claimed]) -> None:
    """Visit these files, with what they find and mark added to `judgement`."""
    count = min(_MOST, _processors())
    shares = [claimed[start::count] for start in range(count)]
    children = [(_start(judgement, share), share) for share in shares[1:]]
    judgement.visit(shares[0], watch=True)  # the other shares are as long
    for (process, pipe), share in children:
        answer = _answer(process, pipe)
        if answer is None:
            judgement.visit(share)
        else:
            judgement.take(answer)


def _start(judgement: Judgement, share: Sequence[Claimed]) -> tuple[int, int]:
    """A child that visits a share: its process id, and the pipe its answer comes through."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    code = 1
    try:
        os.close(reading)
        judgement.visit(share)
        with os.fdopen(writing, "wb") as pipe:
            if any(seen := judgement.seen()):
                _send(seen, pipe)
        code = 0
    finally:
        os._exit(code)  # whatever happened: a child must never return into the parent's code


def _answer(process: int, pipe: int) -> Seen | None:
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(process, 0)
    if status:
        return None
    if not data:
        return NOTHING
    import pickle

    answer: Seen = pickle.loads(data)  # noqa: S301 - from our own child, over our own pipe
    return answer


def _send(seen: Seen, pipe: IO[bytes]) -> None:
    import pickle  # and `re`: a clean repository has nothing to tell

    pickle.dump(seen, pipe, pickle.HIGHEST_PROTOCOL)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
