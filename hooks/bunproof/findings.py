"""What checks find, each part of their work alone: one that fails is told, and hides nothing of the others."""

from __future__ import annotations

import os

from bunproof.check import Part
from bunproof.errors import Unparsable, Unreadable, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bunproof.check import Found
    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project


class Findings:
    """A list of findings, `found`, in no order."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.found: list[Diagnostic] = []

    def collect(self, who: str, part: Part, above: str = "") -> None:
        """Do a part of the work of the check `who`, within one that is about the file `above`."""
        self.attempt(who, part.path or above, part.find, *part.arguments)

    def attempt(self, who: str, path: str, find: Callable[..., Iterable[Found]], *arguments: object) -> None:
        """Do work of the check `who` on a file, whose path is empty where none is known: `find(*arguments)`."""
        try:
            for each in find(*arguments):
                if isinstance(each, Part):
                    self.collect(who, each, path)
                else:
                    self.found.append(each)
        except UsageError:
            raise
        except Unreadable as problem:
            self.unreadable(problem)
        except Exception as error:
            # A bug in one part must not hide what the others say, nor what this one says of other files.
            if os.environ.get("BUNPROOF_RAISE"):
                raise
            from bunproof.core_rules import internal_error

            self.found.append(internal_error.report(path, who, error, self._project.tree.is_file))

    def unreadable(self, problem: Unreadable) -> None:
        """Say that a file could not be read, or not be parsed."""
        if isinstance(problem, Unparsable):
            from bunproof.core_rules import unparsable_file

            self.found.append(unparsable_file.report(self._project.source(problem.path), problem.problem))
            return
        from bunproof.core_rules import unreadable_file

        self.found.append(unreadable_file.report(problem))
