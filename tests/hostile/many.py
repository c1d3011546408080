"""Whole runs by the hundred thousand: `python tests/hostile/many.py CASES [SEED]`.

The same repositories as `test_whole_run.py` makes, made by `random` instead of hypothesis, which takes ten times as long
to think of one as the product takes to judge it. Every tenth is also reported in every format. What fails is printed, and
goes into `test_whole_run.py` as an example.
"""

from __future__ import annotations

import random
import sys
import time

from strategies import NAMES, all_words, repositories, texts
from whole import outcome_of, survive

NOISE = [b" ", b"\n", b"\r\n", b"\t", b"\0", b"\xff", b"\xc3\xbc", b"\xe2\x80\xae", b"\\", b'"', b"'", b"a", b"0"]


def mangle(choose: random.Random, text: bytes) -> bytes:
    """A text after a few cuts, repetitions and insertions."""
    for _ in range(choose.randrange(5)):
        at = choose.randint(0, len(text))
        end = min(len(text), at + choose.randrange(60))
        how = choose.randrange(6)
        if how == 0:
            text = text[:at] + text[end:]
        elif how == 1:
            text = text[:end] + text[at:]
        elif how == 2:
            text = text[:at] + choose.choice(all_words()) + text[at:]
        elif how == 3:
            text = text[:at] + choose.randbytes(choose.randrange(6)) + text[end:]
        elif how == 4:
            text = text.replace(b"\n", choose.choice([b"\r\n", b"\r", b"\n\n", b"", b"\n\0"]))
        else:
            text = text[:at] + text[at:end] * choose.randint(2, 40) + text[end:]
    return text


def content(choose: random.Random) -> bytes:
    """The bytes of a file."""
    how = choose.random()
    if how < 0.6:
        return mangle(choose, choose.choice(texts()))
    if how < 0.9:
        return b"".join(choose.choice(choose.choice([all_words(), NOISE])) for _ in range(choose.randrange(40)))
    return choose.randbytes(choose.randrange(200))


def tree(choose: random.Random) -> dict[str, bytes | None]:
    """A repository."""
    files: dict[str, bytes | None] = {}
    if choose.random() < 0.6:
        for name, text in choose.choice(repositories()).items():
            files[name] = mangle(choose, text) if choose.random() < 0.6 else text
    for name in choose.sample(NAMES, choose.randrange(4)):
        files[name] = content(choose) if choose.random() < 0.95 else None
    return files


def main(cases: int, seed: int) -> int:
    """Judge so many repositories; returns how many failed."""
    failed = 0
    started = time.monotonic()
    for number in range(cases):
        files = tree(random.Random(f"{seed} {number}"))  # noqa: S311 - cases, no keys
        try:
            (survive if number % 10 == 0 else outcome_of)(files)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            failed += 1
            trace = error.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
            print(f"{type(error).__name__} at {place}: {error}\n  {files!r}", flush=True)
    print(f"{cases} cases, seed {seed}: {failed} failed, {time.monotonic() - started:.0f} s", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)))
