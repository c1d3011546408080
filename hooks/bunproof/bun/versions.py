"""Which Bun runs a file, and who says so.

The nearest folder upward that declares a version decides. Where none does, whatever the repository says counts together:
its setup-bun steps, its Dockerfiles, the versions that packages elsewhere in it declare (code outside of every package
is run by whoever runs the packages); then the types that `bun.lock` holds, or a `package.json` asks for; then nothing:
every release.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bunproof.bun import version_files
from bunproof.bun.pins import Bun, Pin
from bunproof.bun.plain_declarations import declaring
from bunproof.bun.releases import EVERY, Allowed, allowed
from bunproof.errors import Unreadable, UsageError
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bunproof.project import Project
    from bunproof.source import Source

_WORKFLOWS = ".github/workflows/"


def versions_of(project: Project) -> Versions:
    """The declarations of the repository under judgement, read once a run."""
    return project.shared(Versions)


class Versions:
    """The declarations of one repository. Files are read when they are first needed, and once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._by_folder: dict[str, tuple[Pin, ...]] = {}
        self._by_path: dict[str, tuple[Pin, ...]] = {}
        self._answers: dict[str, Bun] = {}
        self.not_understood: list[Pin] = []  # of the files that were read so far
        self._paths: tuple[list[str], list[str], list[str]] | None = None

    def of(self, path: str) -> Bun:
        """The Bun of a file. Raises UsageError where the settings name none that can be understood."""
        folder = path.rpartition("/")[0]
        if folder not in self._answers:
            self._answers[folder] = self._answer(folder)
        return self._answers[folder]

    def declared(self) -> Iterator[Pin]:
        """Every declaration of the repository, by path."""
        for path in declaring(self.project.tree):
            yield from self._read(path)

    def in_folder(self, folder: str) -> tuple[Pin, ...]:
        """What the version files and the `package.json` of a folder say, the most binding first."""
        if folder not in self._by_folder:
            start = f"{folder}/" if folder else ""
            names = (*version_files.NAMES, "package.json")
            self._by_folder[folder] = tuple(pin for name in names for pin in self._read(start + name))
        return self._by_folder[folder]

    def _answer(self, folder: str) -> Bun:
        asked = self.project.settings.bun_version
        if asked:
            meaning = allowed(asked)
            if meaning is None:
                raise UsageError(f"`{asked}` is no version, range or tag of Bun")
            return Bun((Pin(asked, "", 0, "`--bun-version` or bunproof.toml", Span(0, 0), meaning),), tuple, meaning)
        upward = _upward(folder)
        governing = next((pins for each in upward if (pins := self.in_folder(each))), ())[:1]
        if not governing:
            said, types = self._elsewhere(upward)
            governing = said or types
        return Bun(governing, lambda: self._others(upward, governing), _all_of(governing))

    def _others(self, upward: list[str], governing: tuple[Pin, ...]) -> tuple[Pin, ...]:
        """What else speaks of a folder's Bun: read when a finding asks for it."""
        nearest = next((pins for each in upward if (pins := self.in_folder(each))), ())
        said, types = self._elsewhere(upward)
        return tuple(pin for pin in (*nearest, *said, *types) if pin not in governing)

    def _elsewhere(self, upward: list[str]) -> tuple[tuple[Pin, ...], tuple[Pin, ...]]:
        """What workflows, Dockerfiles and, where nothing upward does, other packages say; and the locked types."""
        workflows, dockerfiles, declaring = self._speaking()
        said = [*self._below(workflows, upward), *self._below(dockerfiles, upward)]
        if not any(self.in_folder(each) for each in upward):
            said += [pin for path in declaring for pin in self._read(path)]
        types = next((pins for each in upward if (pins := self._read(f"{each}/bun.lock".lstrip("/")))), ())
        types = types or next(
            (pins for each in upward if (pins := self._types(f"{each}/package.json".lstrip("/")))), ()
        )
        return tuple(said), types

    def _types(self, path: str) -> tuple[Pin, ...]:
        """The types that a `package.json` asks for."""
        if not self.project.tree.is_file(path):
            return ()
        from bunproof.bun import manifests

        with suppress(Unreadable):
            return tuple(manifests.types(self.project.source(path)))[:1]
        return ()

    def _speaking(self) -> tuple[list[str], list[str], list[str]]:
        """The repository's workflows, Dockerfiles, and files that declare a version; looked for once."""
        if self._paths is None:
            workflows: list[str] = []
            dockerfiles: list[str] = []
            declaring: list[str] = []
            for path in self.project.tree.files():
                if "node_modules/" in path:
                    continue
                if path.endswith((".yml", ".yaml")):
                    if _WORKFLOWS in path:
                        workflows.append(path)
                elif _is_dockerfile(path):
                    dockerfiles.append(path)
                elif _is_declaring(path):
                    declaring.append(path)
            self._paths = workflows, dockerfiles, declaring
        return self._paths

    def _below(self, paths: list[str], upward: list[str]) -> tuple[Pin, ...]:
        """The pins of those files whose own folder is one of these."""
        return tuple(pin for path in paths if scope_of(path) in upward for pin in self._read(path))

    def _read(self, path: str) -> tuple[Pin, ...]:
        if path not in self._by_path:
            reader = self._reader(path)
            self._by_path[path] = ()
            if reader is not None and self.project.tree.is_file(path):
                with suppress(Unreadable):  # it is reported where it is selected
                    said = tuple(dict.fromkeys(reader(self.project.source(path))))
                    self._by_path[path] = tuple(pin for pin in said if pin.understood)
                    self.not_understood += [pin for pin in said if not pin.understood]
        return self._by_path[path]

    def _reader(self, path: str) -> Callable[[Source], Iterable[Pin]] | None:
        name = path.rpartition("/")[2]
        if name in version_files.NAMES:
            return version_files.pins
        if name == "package.json":
            from bunproof.bun import manifests

            return manifests.pins
        if name == "bun.lock":
            from bunproof.bun import lockfiles

            return lockfiles.pins
        if _WORKFLOWS in path:
            from bunproof.bun import workflows

            return lambda source: workflows.pins(source, self._read)
        if _is_dockerfile(path):
            from bunproof.bun import dockerfiles

            return dockerfiles.pins
        return None


def scope_of(path: str) -> str:
    """The folder that a declaration speaks for: the one it lies in, or the one that holds `.github`."""
    folder = path.rpartition("/")[0]
    return folder.removesuffix(_WORKFLOWS[:-1]).rstrip("/")


def _is_declaring(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name in version_files.NAMES or name == "package.json"


def _is_dockerfile(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.startswith("Dockerfile") or name.endswith((".Dockerfile", ".dockerfile"))


def _upward(folder: str) -> list[str]:
    """A folder and all above it, nearest first, the repository's root as ""."""
    found = [folder]
    while folder:
        folder = folder.rpartition("/")[0]
        found.append(folder)
    return found


def _all_of(pins: Iterable[Pin]) -> Allowed:
    """What several declarations allow together: code must run in every release of each."""
    pins = list(pins)
    if not pins:
        return EVERY
    releases = {index for pin in pins for index in pin.allowed.releases if not pin.allowed.newer}
    if not releases:
        return pins[0].allowed
    return Allowed(tuple(sorted(releases)))
