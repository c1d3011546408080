from __future__ import annotations

from bunproof import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.diagnostics import Diagnostic


class Check(check.Check):
    """placeholder-credentials."""

    def visit(self, path: str, data: bytes) -> Iterable[Diagnostic]:
        """Judge one file. Program text without a word that credentials go by ends here."""
        from bunproof.credentials import gate

        kind = gate.kind_to_judge(path, data, self.project.settings.file_kinds)
        if not kind:
            return ()
        from bunproof.credentials import inspect

        return inspect.inspect(self.project, path, data, kind)
