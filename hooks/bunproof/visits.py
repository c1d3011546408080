"""The visits: each selected file is read once and shown to every check that claims its name."""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.hooks import Claims
from bunproof.load import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bunproof.check import Check, Found
    from bunproof.findings import Findings
    from bunproof.hooks import Hook
    from bunproof.project import Project
    from bunproof.sieve import Sieve
    from bunproof.spotting import Spotted

_POINTER = b"version https://git-lfs"
_FOREIGN = frozenset({b"\xff\xfe", b"\xfe\xff", _POINTER[:2]})  # how what is no plain text may begin
MARKER = b"bunproof: ignore"


class Visits:
    """The visits of some files by the checks of `hooks`, which `check_of` makes. `named` files are read through links.

    `judged` counts the files that a hook claimed, `marked` names those with suppression comments.
    """

    def __init__(
        self,
        project: Project,
        hooks: tuple[Hook, ...],
        named: frozenset[str],
        check_of: Callable[[Hook], Check],
        findings: Findings,
    ) -> None:
        self.claims = Claims(hooks)
        self.is_excluded = _excluder(project.settings.exclude)
        self.judged = 0
        self.marked: set[str] = set()
        self._sieve: Sieve | None = None
        self._project = project
        self._hooks = hooks
        self._check_of = check_of
        self._findings = findings
        self._followed = set(named)

    def claimed(self, paths: Iterable[str]) -> Iterator[tuple[str, tuple[Hook, ...], str]]:
        """Those of the paths that a hook claims and the settings do not exclude, as `Claims.among` tells them."""
        claimed = self.claims.among(paths)
        is_excluded = self.is_excluded
        return (each for each in claimed if not is_excluded(each[0])) if is_excluded else claimed

    def expect_many(self) -> None:
        """Get ready what most files of a large run take, once: several processes may be about to visit them."""
        from bunproof.sieve import Sieve

        self._project.tree.expect_many()
        self._sieve = Sieve(self._project.tree, self.claims, self._hooks, self._check_of)
        for hook in self._hooks:
            for module in self._check_of(hook).acquittals:
                load(module)

    def visit(self, paths: Iterable[str]) -> None:
        """Read and judge those of the files that a hook claims, each alone."""
        claimed = self.claimed(paths)
        if self._sieve is None:
            for each in claimed:
                self._look(*each)
            return
        before = self._sieve.let_go
        for each, seen in self._sieve.left(claimed):
            if seen is None:
                self._look(*each)
            else:
                self.judged += 1
                self._show(*each[:2], *seen)
        self.judged += self._sieve.let_go - before

    def _look(self, path: str, hooks: tuple[Hook, ...], ending: str) -> None:
        """Read and judge a file that nobody has looked into."""
        self.judged += 1
        data = self._read(path, hooks)
        if data is not None:
            self._show(path, hooks, data, by_name=not ending)

    def _show(
        self, path: str, hooks: tuple[Hook, ...], data: bytes, found: Spotted | None = None, *, by_name: bool = False
    ) -> None:
        """Show a file to these hooks. `found` are the words that were looked for in it, `by_name` says that its name is claimed."""
        if (found is None or MARKER in found.words) and MARKER in data:
            self.marked.add(path)
        if by_name:
            self._findings.attempt("bunproof", path, _parsed, self._project, path, data)
        for hook in hooks:
            self._findings.attempt(hook.id, path, self._shown, hook, path, data, found)

    def _shown(self, hook: Hook, path: str, data: bytes, found: Spotted | None) -> Iterable[Found]:
        return self._check_of(hook).visit(path, data, found)

    def _read(self, path: str, hooks: tuple[Hook, ...]) -> bytes | None:
        """The bytes of a file that these hooks claim; None if it is not to be judged, which has been said where it must."""
        follow = path in self._followed
        try:
            data = self._project.tree.read(path, follow=follow)
            return _translated(path, data, hooks) if may_be_foreign(data) else data
        except Unreadable as problem:
            if follow or not problem.absent:
                self._findings.unreadable(problem)
                return None
        behind = self._judging_a_link(path, hooks)
        if behind:
            self._followed.add(path)
            found = self._read(path, behind)
            if found is not None:
                self._show(path, behind, found, by_name=True)
        return None

    def _judging_a_link(self, path: str, hooks: tuple[Hook, ...]) -> tuple[Hook, ...]:
        """Those of the hooks that judge a link because they do not claim the file behind it, which has another name."""
        target = self._project.tree.link_target(path)
        if target is None:
            return ()
        theirs = self.claims.of(target)
        return tuple(hook for hook in hooks if hook not in theirs)


def may_be_foreign(data: bytes) -> bool:
    """Whether bytes may be UTF-16 or a pointer of Git LFS, told by how they begin."""
    start = data[:2]
    return (start in _FOREIGN or 0 in start) and (start != _POINTER[:2] or data.startswith(_POINTER))


def _parsed(project: Project, path: str, data: bytes) -> Iterable[Found]:
    from bunproof.deciding import may_be_broken  # most commits change no file that decides

    if not may_be_broken(path, data):
        return ()
    from bunproof.core_rules import unparsable_file

    return unparsable_file.check(project, path, data)


def _translated(path: str, data: bytes, hooks: tuple[Hook, ...]) -> bytes:
    from bunproof import foreign  # one file in many thousands

    foreign.refuse(path, data, frozenset(hook.id for hook in hooks))
    return foreign.utf8(data)


def _excluder(patterns: tuple[str, ...]) -> Callable[[str], bool] | None:
    """Whether a path is one that the settings exclude; None where they exclude nothing."""
    if not patterns:
        return None
    from fnmatch import fnmatchcase  # few repositories exclude anything

    return lambda path: any(fnmatchcase(path, pattern) for pattern in patterns)
