from __future__ import annotations

from bunproof import check
from bunproof.credentials import file_kind, gate
from bunproof.hooks import is_configuration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.credentials.baseline import Baseline
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.spotting import Spotted

_BASELINE = ".secrets.baseline"
_SETTINGS = "bunproof.toml"


class Check(check.Check):
    """placeholder-credentials."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self._baseline: Baseline | None = None

    def words(self, ending: str) -> tuple[bytes, ...] | None:
        """How credentials are called, or in data also what stands for them."""
        return gate.words_of(ending)

    def visit(self, path: str, data: bytes, found: Spotted | None = None) -> Iterable[Found]:
        """Judge one file. Program text without a word that credentials go by ends here."""
        if (".env" in path or ".dev.vars" in path) and self._is_for_secrets(path):
            self.noted.add(path)
        if path == _BASELINE:
            from bunproof.credentials.rules import malformed_baseline

            return malformed_baseline.check(self.project.source(path, data))
        if is_configuration(path) and self._is_innocent(path, data):
            return ()
        kind = gate.kind_to_judge(path, data, self.project.settings.file_kinds, found)
        if not kind:
            return ()
        from bunproof.credentials import inspect

        return inspect.inspect(path, inspect.cases(self.project, path, data, kind, found), self._known)

    def finish(self, selection: Selection) -> Iterator[Found]:
        """Files for local secrets that git tracks; and all other files when the baseline or the settings changed."""
        if self.noted:
            tracked = set(self.project.tree.files())
            for path in self.noted & tracked:
                yield check.Part(path, self._judge_tracked, path)
        if not selection.everything and {_BASELINE, _SETTINGS}.intersection((*selection.paths, *selection.removed)):
            yield from self._visit_others(selection)

    def _judge_tracked(self, path: str) -> Iterable[Found]:
        from bunproof.credentials.rules import tracked_secrets_file

        # Of a link git tracks where it leads, not what is there.
        return () if self.project.read_again(path) is None else tracked_secrets_file.check(self.project, path)

    def _visit_others(self, selection: Selection) -> Iterator[Found]:
        from bunproof.hooks import HOOKS

        names = next(hook.names for hook in HOOKS if hook.id == "placeholder-credentials")
        seen = frozenset(selection.paths)
        for path in self.project.tree.files():
            if path not in seen and names.match(path):
                yield check.Part(path, self._read_and_visit, path)

    def _read_and_visit(self, path: str) -> Iterable[Found]:
        data = self.project.read_again(path)
        return self.visit(path, data) if data else ()

    def _is_innocent(self, path: str, data: bytes) -> bool:
        """Whether a configuration of wrangler is of the plain kind and holds nothing like a credential."""
        from bunproof.credentials.acquittal import is_innocent
        from bunproof.wrangler.acquittal import plain

        found = plain(self.project, path, data)
        return found is not None and is_innocent(found.parts)

    def _is_for_secrets(self, path: str) -> bool:
        name = path[path.rfind("/") + 1 :]
        if not name.startswith((".env", ".dev.vars")) or name == ".envrc":
            return False
        return file_kind.kind_of(path, self.project.settings.file_kinds) in {file_kind.LIVE, file_kind.LOCAL}

    def _known(self) -> Baseline:
        if self._baseline is None:
            from bunproof.credentials import baseline

            self._baseline = baseline.load(self.project.tree)
        return self._baseline
