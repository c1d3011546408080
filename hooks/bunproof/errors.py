"""The ways in which a run ends early. Everything else is a diagnostic."""

from __future__ import annotations


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
