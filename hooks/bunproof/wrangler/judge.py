"""From a configuration file to diagnostics: read, ask for the project's wrangler, validate, give each finding a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.check import Part
from bunproof.diagnostics import Diagnostic, Label
from bunproof.rules import load_rule
from bunproof.wrangler.read import read
from bunproof.wrangler.releases import NEWEST, find_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.check import Found
    from bunproof.diagnostics import Fix
    from bunproof.project import Project
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.findings import Finding
    from bunproof.wrangler.read import Configuration
    from bunproof.wrangler.versions import Pinned

_UNKNOWN = ("unknown-wrangler-key", "misspelled-wrangler-key")


def judge(project: Project, path: str, data: bytes) -> Iterator[Found]:
    """Every finding about one configuration."""
    from bunproof.wrangler import extra, versions

    configuration = read(project.source(path, data))
    pinned = versions.find_version(project, path)
    release = pinned.release if pinned else None
    yield Part(path, _read_problems, configuration, release)
    if configuration.problem is None:
        yield Part(path, _newer, configuration, pinned)
        yield Part(path, _validated, project, configuration, pinned)
        yield Part(path, extra.judge, configuration, project)


def _newer(configuration: Configuration, pinned: Pinned | None) -> Iterator[Diagnostic]:
    from bunproof.wrangler.rules import wrangler_newer_than_tables

    return wrangler_newer_than_tables.check(configuration, pinned)


def _read_problems(configuration: Configuration, version: tuple[int, int, int] | None) -> Iterator[Diagnostic]:
    from bunproof.wrangler.rules import duplicate_json_key, unparsable_wrangler_config

    if configuration.problem is not None:
        yield unparsable_wrangler_config.report(configuration.source, configuration.problem)
        return
    yield from unparsable_wrangler_config.check_dialect(configuration, version)
    yield from duplicate_json_key.check(configuration)


def _validated(project: Project, configuration: Configuration, pinned: Pinned | None) -> Iterator[Diagnostic]:
    from bunproof.wrangler.validate import validate

    path = configuration.source.path
    version = pinned.release if pinned else None
    findings = validate(configuration.data, version, _Beside(project, path), toml=path.endswith(".toml"))
    notes = _notes(pinned)
    known = _listed_by_installed(project, path, findings)
    for finding in findings:
        if finding.path not in known or finding.kind not in _UNKNOWN:
            yield _diagnostic(configuration, finding, notes)


def _notes(pinned: Pinned | None) -> tuple[tuple[str, str], ...]:
    if pinned is None:
        return ()
    said = ("wrangler", pinned.words)
    if not find_release(pinned.release).newer:
        return (said,)
    return (said, ("tables", f"they end at wrangler {NEWEST}, which the project's is newer than"))


def _listed_by_installed(project: Project, path: str, findings: list[Finding]) -> set[KeyPath]:
    """Keys that our tables do not have and the installed wrangler's schema lists."""
    unknown = {finding.path for finding in findings if finding.kind in _UNKNOWN and finding.part == "key"}
    if not unknown:
        return set()
    from bunproof.wrangler.installed import Schema

    schema = Schema(project, path)
    return {each for each in unknown if schema.knows(each)}


def _diagnostic(configuration: Configuration, finding: Finding, notes: tuple[tuple[str, str], ...]) -> Diagnostic:
    locate = configuration.source.locate
    return Diagnostic(
        load_rule(finding.kind), finding.level, locate(configuration.locate(finding.path, finding.part)), finding.message,
        label=finding.label, notes=notes, help=finding.help, environment=finding.environment,
        related=tuple(Label(locate(configuration.locate(path, part)), words) for path, part, words in finding.others),
        mirrors=None if finding.own else "wrangler", fix=_fix(configuration, finding),
    )  # fmt: skip


def _fix(configuration: Configuration, finding: Finding) -> Fix | None:
    """The change that certainly was meant: another name for a mistyped key, quotes around a date of TOML."""
    if not finding.instead and not _is_bare_date(configuration.data, finding):
        return None
    from bunproof.wrangler import fixes

    if finding.instead:
        return fixes.rename_key(configuration, finding.path, finding.instead)
    return fixes.quote_value(configuration, finding.path)


def _is_bare_date(data: object, finding: Finding) -> bool:
    if finding.kind != "invalid-wrangler-value" or finding.part != "value":
        return False
    for step in finding.path:
        data = data.get(step) if isinstance(data, dict) else data[step] if isinstance(data, list) else None  # type: ignore[index]
    return hasattr(data, "isoformat")


class _Beside:
    """The files beside a configuration, as the project sees them."""

    def __init__(self, project: Project, path: str) -> None:
        self.tree = project.tree
        self.folder = path.rpartition("/")[0]

    def is_file(self, path: str) -> bool:
        """Whether a file is there; what lies outside of the repository is not."""
        full = self._full(path)
        return full is not None and self.tree.is_file(full)

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there."""
        full = self._full(path)
        return full is not None and (not full or self.tree.is_folder(full))

    def _full(self, path: str) -> str | None:
        import posixpath

        if "\0" in path:
            return None
        full = posixpath.normpath(posixpath.join(self.folder, path))
        if full.startswith(("/", "..")):
            return None
        return "" if full == "." else full
