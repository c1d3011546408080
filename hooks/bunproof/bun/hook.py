"""bun-imports: names and modules that the project's Bun, or a Worker, does not have."""

from __future__ import annotations

from bunproof import check
from bunproof.bun import mentions
from bunproof.hooks import is_configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.select import Selection
    from bunproof.spotting import Spotted


class Check(check.Check):
    """bun-imports."""

    acquittals = ("bunproof.bun.acquittal",)

    def words(self, ending: str) -> tuple[bytes, ...]:
        """What a script says of Bun."""
        return (mentions.WORD,) if mentions.is_judged(ending) else ()

    def visit(self, path: str, data: bytes, found: Spotted | None = None) -> Iterable[Found]:
        """Judge one file: only one that may name a Bun module, or start a bundle that may, is looked at twice."""
        if not mentions.is_judged(path):
            if is_configuration(path):
                from bunproof.worker.plain_bundles import is_quiet

                if not is_quiet(self.project, path, data):
                    self.noted.add(path)
            return ()
        mentioned = mentions.Mentions(data, found)
        if not mentioned.matter():
            return ()
        if mentioned.pass_on():
            self.noted.add(path)
        return mentions.judge_mentioning(self.project, path, mentioned)

    def prepare(self, selection: Selection) -> Iterable[Found]:
        """Judge what versions say about each other, and the files that a changed declaration governs."""
        from bunproof.bun import gate  # it ends early where no declaration is selected

        if selection.everything:  # `finish` will ask for them, when no other process is busy
            from bunproof.worker.gate import Configurations

            self.project.shared(Configurations)
        return gate.judge(self.project, selection)

    def finish(self, selection: Selection) -> Iterator[Found]:
        """Judge what comes through a local `export *` of Bun, and what bundles of Workers hold."""
        doubtful = [path for path in self.noted if is_configuration(path)]
        passing = self.noted.difference(doubtful)
        if passing or not selection.everything:
            from bunproof.bun import star_gate  # it ends early where no file passes anything on

            yield check.Part("", star_gate.judge, self.project, selection, passing)
        from bunproof.worker import gate as worker_gate  # as this does where no Worker is near

        yield check.Part("", worker_gate.judge, self.project, selection, doubtful)
