"""The ways in which a run ends early. Everything else is a diagnostic."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.syntax.document import Problem


class UsageError(Exception):
    """Bad arguments or configuration: printed as one line, exit code 2."""


class Unreadable(Exception):  # noqa: N818 - it names what the file is, and is caught, never shown
    """A file that should have been judged and could not be: becomes a finding, never a pass.

    `reason` completes the sentence "not judged: ...". `absent` says that there is nothing of its own to judge: a name
    that git lists but the working tree lacks, a link, a submodule. Such a file is a finding only if it was named.
    """

    def __init__(self, path: str, reason: str, *, absent: bool = False) -> None:
        super().__init__(f"{path}: {reason}")
        self.absent = absent
        self.path = path
        self.reason = reason


class Unparsable(Unreadable):
    """A file whose bytes are there and make no sense; `problem` says where."""

    def __init__(self, path: str, problem: Problem) -> None:
        super().__init__(path, f"it cannot be parsed: {problem.message}")
        self.problem = problem
