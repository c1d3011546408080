"""Write a generated file, or with `--check` hold the committed one to it."""

from __future__ import annotations

import difflib
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def deliver(path: str, text: str, *, check: bool) -> int:
    """Write `text` to `path` (below the repository's root), or compare. Returns the exit code: 1 if they differ."""
    full = os.path.join(ROOT, path)
    before = ""
    if os.path.exists(full):
        with open(full, encoding="utf-8", newline="") as file:
            before = file.read()
    if before == text:
        return 0
    if check:
        lines = difflib.unified_diff(before.splitlines(), text.splitlines(), path, f"{path} (generated)", lineterm="")
        sys.stdout.write("\n".join(lines) + f"\n{path} is out of date: run its generator without --check\n")
        return 1
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    sys.stdout.write(f"wrote {path}\n")
    return 0
