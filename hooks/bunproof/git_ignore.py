"""What git's ignore rules keep out of commits."""

from __future__ import annotations

import os

from bunproof.errors import UsageError
from bunproof.git import git
from bunproof.tree import leaves


def check_ignore(root: str, paths: list[str], *flags: str) -> bytes:
    """What `git check-ignore -z` prints of `paths`. Those that no file can have, or that git refuses, are left out."""
    asked = [path for path in paths if path and not path.startswith("/") and not leaves(path) and _can_exist(path)]
    if not asked:
        return b""
    stdin = b"\0".join(map(os.fsencode, asked))
    try:
        return git(root, "check-ignore", *flags, "-z", "--stdin", ok=(0, 1), stdin=stdin)
    except UsageError:  # one of them lies in a submodule or behind a link, about which git answers nothing
        if len(asked) == 1:
            return b""
        middle = len(asked) // 2
        return check_ignore(root, asked[:middle], *flags) + check_ignore(root, asked[middle:], *flags)


def _can_exist(path: str) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
