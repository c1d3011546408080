"""From what the checks found to what is reported: without repetitions, suppressed, levelled, in order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bunproof import suppress
from bunproof.core_rules import internal_error
from bunproof.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.judgement import Judgement


def settle(judgement: Judgement) -> list[Diagnostic]:
    """The findings to report, sorted by file, place and rule."""
    by_path: dict[str, dict[Diagnostic, None]] = {path: {} for path in judgement.visits.marked}
    kept: list[Diagnostic] = []
    for diagnostic in judgement.found:
        if diagnostic.rule.id == "internal-error":  # no comment and no level makes a bug of ours pass
            kept.append(diagnostic)
            continue
        by_path.setdefault(diagnostic.location.path, {})[diagnostic] = None
    ran = frozenset(hook.id for hook in judgement.hooks)
    for path, diagnostics in by_path.items():
        # Only a file that was visited whole can say that a comment in it is unused.
        complete = ran if path in judgement.visits.marked else frozenset[str]()
        try:
            source = judgement.project.source(path)
            kept.extend(list(suppress.apply(source, list(diagnostics), ran, complete)))
        except Unreadable:
            kept.extend(diagnostics)
        except Exception as error:
            if os.environ.get("BUNPROOF_RAISE"):
                raise
            kept.extend(diagnostics)  # what no comment could be asked about stays
            kept.append(internal_error.report(path, "bunproof", error, judgement.project.tree.is_file))
    return sorted(_levelled(kept, judgement.project.settings.levels), key=lambda each: each.sort_key)


def _levelled(diagnostics: Iterable[Diagnostic], levels: dict[str, str]) -> Iterator[Diagnostic]:
    for each in diagnostics:
        level = "error" if each.rule.id == "internal-error" else levels.get(each.rule.id, each.severity)
        if level != "off":
            yield each._replace(severity="error" if level == "error" else "warning")
