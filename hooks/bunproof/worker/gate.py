"""Is there anything to look at inside a Worker's bundle? Asked on every run, so it is made of byte searches.

A graph is built only if a selected file, or one that it imports, mentions Bun, Node, or a local file that is not there
(or in no commit), or if a file that steers bundles is selected or anything is removed.
"""

from __future__ import annotations

from bunproof.worker.scripts import SCRIPTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.select import Selection

_STEERING = frozenset({"package.json", ".gitignore", "pnpm-workspace.yaml"})
_MANY = 200


def judge(project: Project, selection: Selection) -> Iterable[Diagnostic]:
    """The findings in bundles that the selection can change."""
    wanted = None if selection.everything else _wanted(project, selection)
    if wanted is not None and not wanted:
        return ()
    if not any(_is_configuration(path[path.rfind("/") + 1 :]) for path in project.tree.files()):
        return ()
    from bunproof.worker import findings  # the graph, the rules, the readers of configuration

    return findings.find(project, wanted)


def _wanted(project: Project, selection: Selection) -> frozenset[str] | None:
    """The selected files whose graph must be looked at; None for all, empty for none."""
    for path in (*selection.paths, *selection.removed):
        name = path[path.rfind("/") + 1 :]
        if name in _STEERING or _is_configuration(name) or name.startswith(("tsconfig", "jsconfig")):
            return None
    if any(path.endswith(SCRIPTS) for path in selection.removed):
        return None
    scripts = [path for path in selection.paths if path.endswith(SCRIPTS)]
    if not scripts:
        return frozenset()
    if len(scripts) > _MANY:
        return frozenset(scripts)
    from bunproof.worker import suspicion  # only where a script is selected

    return frozenset(scripts) if suspicion.is_raised(project.tree, scripts) else frozenset()


def _is_configuration(name: str) -> bool:
    return name.startswith("wrangler") and name.endswith((".toml", ".json", ".jsonc"))
