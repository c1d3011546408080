"""What the declarations of one repository say about each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun.rules import bun_newer_than_tables, contradictory_bun_versions, unknown_bun_version
from bunproof.bun.versions import scope_of, versions_of
from bunproof.check import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.pins import Pin
    from bunproof.check import Found
    from bunproof.project import Project


def judge(project: Project) -> Iterator[Found]:
    """Contradictions within each folder, and pins that the tables do not reach."""
    by_folder: dict[str, list[Pin]] = {}
    for pin in versions_of(project).declared():
        if not pin.hint:
            by_folder.setdefault(scope_of(pin.path), []).append(pin)
    yield Part("", unknown_bun_version.check, project, versions_of(project).not_understood)
    for pins in by_folder.values():
        yield Part(pins[0].path, contradictory_bun_versions.check, project, pins)
        yield Part(pins[0].path, bun_newer_than_tables.check, project, pins)
