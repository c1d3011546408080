"""One file through all rules that look at one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import tsconfig
from bunproof.bun.judged import Judged
from bunproof.bun.rules import (
    bun_newer_than_tables,
    missing_bun_export,
    missing_bun_module,
    type_of_missing_export,
    type_re_export,
    undocumented_node_alias,
    unlinkable_bun_export,
    unreadable_import,
)
from bunproof.check import Part
from bunproof.syntax import javascript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.versions import Versions
    from bunproof.check import Found
    from bunproof.project import Project

_RULES = (
    missing_bun_export,
    unlinkable_bun_export,
    unreadable_import,
    type_re_export,
    type_of_missing_export,
    missing_bun_module,
    undocumented_node_alias,
)


def judge(project: Project, versions: Versions, path: str, data: bytes | None) -> Iterator[Found]:
    """What is wrong with the Bun imports of a file."""
    source = project.source(path, data)
    facts = javascript.read(source)
    if not facts.imports and not facts.members and not facts.problems:
        return
    file = Judged(project, source, facts, versions.of(path), tsconfig.is_verbatim(project, path))
    yield Part(path, bun_newer_than_tables.check, project, file.bun.pins)
    for rule in _RULES:
        yield Part(path, rule.check, file)
