from __future__ import annotations

from bunproof import check
from bunproof.hooks import LOCKFILES, is_configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.select import Selection
    from bunproof.spotting import Spotted


class Check(check.Check):
    """wrangler-config."""

    def visit(self, path: str, data: bytes, found: Spotted | None = None) -> Iterable[Found]:
        """Judge one configuration; the other claimed files only change verdicts."""
        del found
        return self._judge(path, data) if is_configuration(path) else ()

    def finish(self, selection: Selection) -> Iterator[Found]:
        """Judge the configurations that were not selected and whose verdict a selected or removed file can change."""
        if selection.everything:
            return
        touched = [*selection.paths, *selection.removed]
        others = [path for path in touched if _is_shared(path)]
        judged = set(selection.paths)
        for path in self.project.tree.files() if others else ():
            if is_configuration(path) and path not in judged and _is_below(path, others):
                judged.add(path)
                yield check.Part(path, self._read_and_judge, path)
        if any(is_configuration(path) and not path.endswith(".toml") for path in selection.paths):
            from bunproof.wrangler.rules import competing_configuration  # nothing loses to a TOML file

            yield check.Part("", competing_configuration.check_others, self.project, selection, judged)

    def _read_and_judge(self, path: str) -> Iterable[Found]:
        data = self.project.read_again(path)
        return () if data is None else self._judge(path, data)

    def _judge(self, path: str, data: bytes) -> Iterable[Found]:
        from bunproof.wrangler.acquittal import is_innocent  # a commit without a configuration does not get here

        if is_innocent(self.project, path, data):
            return ()
        from bunproof.wrangler import judge  # with the validator

        return judge.judge(self.project, path, data)


def _is_shared(path: str) -> bool:
    """Whether a claimed file is no configuration of its own but may say which wrangler, or which scripts, there are."""
    return path[path.rfind("/") + 1 :] in {"package.json", "pnpm-workspace.yaml", "bunproof.toml", *LOCKFILES}


def _is_below(path: str, others: list[str]) -> bool:
    return any(path.startswith(other[: other.rfind("/") + 1]) for other in others)
