from __future__ import annotations

from bunproof import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.select import Selection

_ENDINGS = (".toml", ".json", ".jsonc")


class Check(check.Check):
    """wrangler-config."""

    def visit(self, path: str, data: bytes) -> Iterable[Found]:
        """Judge one configuration; the other claimed files only change verdicts."""
        return self._judge(path, data) if _is_configuration(path) else ()

    def finish(self, selection: Selection) -> Iterator[Found]:
        """Judge the configurations that were not selected and whose verdict a selected or removed file can change."""
        if selection.everything:
            return
        touched = [*selection.paths, *selection.removed]
        others = [path for path in touched if _is_shared(path)]
        judged = set(selection.paths)
        for path in self.project.tree.files() if others else ():
            if _is_configuration(path) and path not in judged and _is_below(path, others):
                judged.add(path)
                yield check.Part(path, self._read_and_judge, path)
        from bunproof.wrangler.rules import competing_configuration

        yield check.Part("", competing_configuration.check_others, self.project, selection, judged)

    def _read_and_judge(self, path: str) -> Iterable[Found]:
        data = self.project.read_again(path)
        return () if data is None else self._judge(path, data)

    def _judge(self, path: str, data: bytes) -> Iterable[Found]:
        from bunproof.wrangler import judge  # a commit without a configuration does not get here

        return judge.judge(self.project, path, data)


def _is_configuration(path: str) -> bool:
    name = path[path.rfind("/") + 1 :]
    return name.startswith("wrangler") and name.endswith(_ENDINGS)


def _is_shared(path: str) -> bool:
    """Whether a claimed file is no configuration of its own but may say which wrangler, or which scripts, there are."""
    from bunproof.hooks import LOCKFILES

    return path[path.rfind("/") + 1 :] in {"package.json", "pnpm-workspace.yaml", "bunproof.toml", *LOCKFILES}


def _is_below(path: str, others: list[str]) -> bool:
    return any(path.startswith(other[: other.rfind("/") + 1]) for other in others)
