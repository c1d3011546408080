"""bun-imports: names and modules that the project's Bun, or a Worker, does not have."""

from __future__ import annotations

from bunproof import check
from bunproof.bun import mentions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.select import Selection


class Check(check.Check):
    """bun-imports."""

    def words(self, ending: str) -> tuple[bytes, ...]:
        """Whatever a script does with Bun, it says so."""
        return (b"bun",) if mentions.is_judged(ending) else ()

    def visit(self, path: str, data: bytes) -> Iterable[Found]:
        """Judge one file: only one that may name a Bun module is looked at twice."""
        if not mentions.is_judged(path):
            return ()
        if mentions.passes_bun(data):
            self.noted.add(path)
        return mentions.judge(self.project, path, data)

    def finish(self, selection: Selection) -> Iterator[Found]:
        """Judge what versions say about each other, and the files that a changed declaration governs."""
        from bunproof.bun import gate  # each of these ends early where nothing of its kind is there
        from bunproof.worker import gate as worker_gate

        yield check.Part("", gate.judge, self.project, selection, self.noted)
        yield check.Part("", worker_gate.judge, self.project, selection)
