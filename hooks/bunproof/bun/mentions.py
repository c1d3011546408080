"""One script by itself: dismissed by its bytes, let go without a parser, or judged. The first two import next to nothing."""

from __future__ import annotations

from bunproof import check
from bunproof.hooks import JAVASCRIPT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.check import Found
    from bunproof.project import Project
    from bunproof.spotting import Spotted

WORD = b"bun"  # whatever a script does with Bun, it says so, in letters of either case
_QUOTES = frozenset({b'"', b"'", b"`"})
_DECLARATIONS = (".d.ts", ".d.mts", ".d.cts")


class Mentions:
    """Where the bytes of a script name Bun.

    `modules` are the offsets of every `bun` in a string that is, or begins like, the name of a Bun module; `globally` says
    whether the global `Bun` is named. `found` is as in `Check.visit`.
    """

    __slots__ = ("data", "globally", "modules")

    def __init__(self, data: bytes, found: Spotted | None = None) -> None:
        self.data = data
        self.globally = False
        self.modules: list[int] = []
        if found:
            places = [at for at, word in found.places() if word == WORD]
        else:
            places = [at for at, _ in check.places(data, WORD)]
            self.globally = b"Bun" in data
        for at in places:
            name = data[at : at + 3]
            if name == b"bun":
                quote = data[at - 1 : at]
                if quote in _QUOTES and data[at + 3 : at + 4] in {quote, b":"}:
                    self.modules.append(at)
            elif name == b"Bun":
                self.globally = True

    def matter(self) -> bool:
        """Whether a Bun module may be imported, or a name of the global `Bun` read that some release lacks."""
        return bool(self.modules) or self.read_newer_name()

    def read_newer_name(self) -> bool:
        """Whether a name of the global `Bun` may be read that some release lacks."""
        if not self.globally:
            return False
        from bunproof.bun.globals_gate import reads_newer_name  # with the tables

        return reads_newer_name(self.data)

    def pass_on(self) -> bool:
        """Whether a Bun module may be passed on by `export *`."""
        return bool(self.modules) and has_star(self.data)


def judge(project: Project, path: str, data: bytes) -> Iterable[Found]:
    """What is wrong with the Bun imports of a script."""
    mentions = Mentions(data)
    return judge_mentioning(project, path, mentions) if mentions.matter() else ()


def judge_mentioning(project: Project, path: str, mentions: Mentions) -> Iterable[Found]:
    """The same of a script that mentions Bun."""
    from bunproof.bun.acquittal import is_innocent

    if is_innocent(project, path, mentions):
        return ()
    from bunproof.bun import judge as judge_  # with the parser
    from bunproof.bun.versions import versions_of

    return judge_.judge(project, versions_of(project), path, mentions.data)


def is_judged(path: str) -> bool:
    """Whether a path names a script that runs: declarations of types do not."""
    lowered = path.lower()  # Bun runs `.TS` too
    return lowered.endswith(JAVASCRIPT) and not lowered.endswith(_DECLARATIONS)


def has_star(data: bytes) -> bool:
    """Whether a script may pass something on by `export *`."""
    return b"export *" in data or b"export*" in data


def passes_bun(data: bytes) -> bool:
    """Whether a script may pass a Bun module on by `export *`."""
    return has_star(data) and Mentions(data).pass_on()
