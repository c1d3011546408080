"""What the pipeline asks of a hook's check.

Data flows one way: `run.py` reads each selected file once and shows its bytes to every check that claims its name;
before and after, each check is asked for what needs more than one file. A check never prints, never
writes, and reads only through `Project`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which costs a clean run more than the rest of this module
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.spotting import Spotted

    Found: TypeAlias = Diagnostic | "Part"


class Part:
    """Work of a check that stands or falls alone: `find(*arguments)` on the file `path`, empty where none is known.

    A check yields what it finds, or parts. If a part fails, that is said of its file, and all other parts are done.
    """

    __slots__ = ("arguments", "find", "path")

    def __init__(self, path: str, find: Callable[..., Iterable[Found]], *arguments: object) -> None:
        self.path = path
        self.find = find
        self.arguments = arguments


class Check:
    """The base of every hook's check. One instance a run.

    Files may be visited by several processes: all that `finish` knows of what `visit` saw are the paths in `noted`. A
    verdict on a file must not depend on which other files were selected.
    """

    # The modules that let most files go. They are imported when first needed; in a large run before several processes visit.
    acquittals: tuple[str, ...] = ()

    def __init__(self, project: Project) -> None:
        self.project = project
        self.noted: set[str] = set()

    def words(self, ending: str) -> tuple[bytes, ...] | None:
        """The words (in lower case) without any of which `visit` has nothing to say of a file of this ending.

        None: it looks at every file. Letters may be in either case in the file, and anywhere.
        """
        del ending
        return None

    def visit(self, path: str, data: bytes, found: Spotted | None = None) -> Iterable[Found]:
        """Judge one claimed file by its bytes. Most files end here, at a byte search: import nothing before it.

        `found` are those of `words`, and any others, that the file holds; None where nobody has looked.
        """
        raise NotImplementedError

    def prepare(self, selection: Selection) -> Iterable[Found]:
        """Judge what takes more than one file and none of the visits: asked first, or while other processes visit."""
        del selection
        return ()

    def finish(self, selection: Selection) -> Iterable[Found]:
        """Judge what takes more than one file: also files that a selected (or removed) one can change the verdict of."""
        del selection
        return ()


def places(data: bytes, word: bytes, start: int = 0, end: int | None = None) -> Iterator[tuple[int, bytes]]:
    """Every offset between two at which a word begins, with the word."""
    at = data.find(word, start, end)
    while at >= 0:
        yield at, word
        at = data.find(word, at + 1, end)


def all_of(found: Iterable[Found]) -> Iterator[Diagnostic]:
    """The findings alone, with every part done: for those who want a failure to be raised."""
    for each in found:
        if isinstance(each, Part):
            yield from all_of(each.find(*each.arguments))
        else:
            yield each
