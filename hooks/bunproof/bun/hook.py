"""bun-imports: names and modules that the project's Bun, or a Worker, does not have."""

from __future__ import annotations

from bunproof import check
from bunproof.hooks import JAVASCRIPT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.select import Selection

_SPECIFIERS = (b'"bun"', b"'bun'", b"`bun`", b'"bun:', b"'bun:", b"`bun:")
_DECLARATIONS = (".d.ts", ".d.mts", ".d.cts")


class Check(check.Check):
    """bun-imports."""

    def visit(self, path: str, data: bytes) -> Iterable[Diagnostic]:
        """Judge one file: only one that may name a Bun module is parsed."""
        if not is_judged(path) or not mentions_bun(data):
            return ()
        return self._judge(path, data)

    def finish(self, selection: Selection) -> Iterator[Diagnostic]:
        """Judge what versions say about each other, and the files that a changed declaration governs."""
        from bunproof.bun import gate  # each of these ends early where nothing of its kind is there
        from bunproof.worker import gate as worker_gate

        yield from gate.judge(self.project, selection)
        yield from worker_gate.judge(self.project, selection)

    def _judge(self, path: str, data: bytes | None) -> Iterator[Diagnostic]:
        from bunproof.bun import judge  # only a file that may name a Bun module pays for the parser
        from bunproof.bun.versions import versions_of

        yield from judge.judge(self.project, versions_of(self.project), path, data)


def is_judged(path: str) -> bool:
    """Whether a path names a script that runs: declarations of types do not."""
    return path.endswith(JAVASCRIPT) and not path.endswith(_DECLARATIONS)


def mentions_bun(data: bytes) -> bool:
    """Whether a file may import a Bun module, or read a name of the global `Bun` that some release lacks."""
    if b"bun" in data and any(specifier in data for specifier in _SPECIFIERS):
        return True
    if b"Bun" not in data:
        return False
    from bunproof.bun import globals_gate  # with the tables

    return globals_gate.reads_newer_name(data)
