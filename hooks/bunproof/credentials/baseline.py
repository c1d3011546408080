"""`.secrets.baseline`, as detect-secrets writes it: what a team knows about already, by file and hash.

A finding is known by its file's name and the SHA-1 of its value. Which detector recorded it makes no difference here: a value
that somebody has looked at in this file is not news.
"""

from __future__ import annotations

import json
from hashlib import sha1
from typing import TYPE_CHECKING, NamedTuple

from bunproof.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.tree import Tree

FILE = ".secrets.baseline"


class Malformed(Exception):  # noqa: N818 - it describes a file
    """A baseline that cannot be read: why, and at which 1-based line and column."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


class Baseline(NamedTuple):
    """The known values: pairs of a path and a hash."""

    known: frozenset[tuple[str, str]] = frozenset()

    def knows(self, path: str, secrets: Iterable[str]) -> bool:
        """Whether one of these texts is recorded for this file."""
        return any((path, fingerprint(secret)) in self.known for secret in secrets if secret)


def fingerprint(secret: str) -> str:
    """The hash that detect-secrets identifies a value by."""
    return sha1(secret.encode(), usedforsecurity=False).hexdigest()


def load(tree: Tree) -> Baseline:
    """The repository's baseline; an empty one where there is none, or where it cannot be read (a rule reports that)."""
    if not tree.is_file(FILE):
        return Baseline()
    try:
        return Baseline(frozenset(_known(parse(tree.read(FILE)))))
    except (Malformed, Unreadable):
        return Baseline()


def parse(data: bytes) -> dict[str, object]:
    """The content of a baseline. Raises Malformed."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Malformed(f"it is not UTF-8 ({error.reason} at byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise Malformed(f"it is not JSON ({error.msg})", error.lineno, error.colno) from None
    except RecursionError:
        raise Malformed("it is nested too deeply") from None
    if not isinstance(content, dict) or not isinstance(content.get("results"), dict):
        raise Malformed("it has no table `results`")
    for path, entries in content["results"].items():
        if not isinstance(entries, list) or not all(
            isinstance(entry, dict) and isinstance(entry.get("hashed_secret"), str) for entry in entries
        ):
            raise Malformed(f"the entries of `{path}` are no list of objects with `hashed_secret`")
    return content


def _known(content: dict[str, object]) -> Iterable[tuple[str, str]]:
    results = content["results"]
    if isinstance(results, dict):
        for path, entries in results.items():
            for entry in entries:
                yield path.replace("\\", "/").removeprefix("./"), entry["hashed_secret"]
