"""One script by itself: dismissed by its bytes, let go without a parser, or judged. The first two import next to nothing."""

from __future__ import annotations

from bunproof.hooks import JAVASCRIPT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.check import Found
    from bunproof.project import Project

_QUOTES = frozenset({b'"', b"'", b"`"})
_DECLARATIONS = (".d.ts", ".d.mts", ".d.cts")


def judge(project: Project, path: str, data: bytes) -> Iterable[Found]:
    """What is wrong with the Bun imports of a script."""
    return judge_mentioning(project, path, data) if mentions_bun(data) else ()


def judge_mentioning(project: Project, path: str, data: bytes) -> Iterable[Found]:
    """The same of a script that mentions Bun."""
    from bunproof.bun import acquittal

    if acquittal.is_innocent(project, path, data):
        return ()
    from bunproof.bun import judge as judge_  # with the parser
    from bunproof.bun.versions import versions_of

    return judge_.judge(project, versions_of(project), path, data)


def is_judged(path: str) -> bool:
    """Whether a path names a script that runs: declarations of types do not."""
    lowered = path.lower()  # Bun runs `.TS` too
    return lowered.endswith(JAVASCRIPT) and not lowered.endswith(_DECLARATIONS)


def mentions_bun(data: bytes) -> bool:
    """Whether a file may import a Bun module, or read a name of the global `Bun` that some release lacks."""
    at = data.find(b"bun")
    while at >= 0:
        quote = data[at - 1 : at]
        if quote in _QUOTES and data[at + 3 : at + 4] in {quote, b":"}:
            return True
        at = data.find(b"bun", at + 3)
    if b"Bun" not in data:
        return False
    from bunproof.bun import globals_gate  # with the tables

    return globals_gate.reads_newer_name(data)


def has_star(data: bytes) -> bool:
    """Whether a script may pass something on by `export *`."""
    return b"export *" in data or b"export*" in data


def passes_bun(data: bytes) -> bool:
    """Whether a script may pass a Bun module on by `export *`."""
    return (b"'bun" in data or b'"bun' in data) and has_star(data)
