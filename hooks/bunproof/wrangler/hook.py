from __future__ import annotations

from bunproof import check
from bunproof.hooks import LOCKFILES, is_configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.select import Selection


class Check(check.Check):
    """wrangler-config."""

    def visit(self, path: str, data: bytes, found: Collection[bytes] | None = None) -> Iterable[Diagnostic]:
        """Judge one configuration; the other claimed files only change verdicts."""
        del found
        return self._judge(path, data) if is_configuration(path) else ()

    def finish(self, selection: Selection) -> Iterator[Diagnostic]:
        """Judge the configurations that were not selected and whose verdict a selected or removed file can change."""
        if selection.everything:
            return
        touched = [*selection.paths, *selection.removed]
        others = [path for path in touched if _is_shared(path)]
        judged = set(selection.paths)
        for path in self.project.tree.files() if others else ():
            if is_configuration(path) and path not in judged and _is_below(path, others):
                judged.add(path)
                yield from self._judge(path, self.project.tree.read(path))
        if any(is_configuration(path) and not path.endswith(".toml") for path in selection.paths):
            from bunproof.wrangler.rules import competing_configuration  # nothing loses to a TOML file

            yield from competing_configuration.check_others(self.project, selection, judged)

    def _judge(self, path: str, data: bytes) -> Iterator[Diagnostic]:
        from bunproof.wrangler import acquittal  # a commit without a configuration does not get here

        if acquittal.is_innocent(self.project, path, data):
            return
        from bunproof.wrangler import judge  # with the validator

        yield from judge.judge(self.project, path, data)


def _is_shared(path: str) -> bool:
    """Whether a claimed file is no configuration of its own but may say which wrangler, or which scripts, there are."""
    return path[path.rfind("/") + 1 :] in {"package.json", "pnpm-workspace.yaml", "bunproof.toml", *LOCKFILES}


def _is_below(path: str, others: list[str]) -> bool:
    return any(path.startswith(other[: other.rfind("/") + 1]) for other in others)
