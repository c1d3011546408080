"""Is there anything to look at inside a Worker's bundle? Asked on every run, so it is made of byte searches.

A graph is built only if a selected file, or one that it imports, mentions Bun, Node, or a local file that is not there
(or in no commit), or if a file that steers bundles is selected or anything is removed.
"""

from __future__ import annotations

from bunproof.hooks import is_configuration
from bunproof.worker import plain_bundles
from bunproof.worker.scripts import SCRIPTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.check import Found
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.tree import Tree

_STEERING = frozenset({"package.json", ".gitignore", "pnpm-workspace.yaml"})
_CONFIGURATIONS = ("wrangler.toml", "wrangler.json", "wrangler.jsonc")
_MANY = 200


class Configurations:
    """The configurations of a repository: `paths`, and which of them are `links`."""

    def __init__(self, project: Project) -> None:
        tree = project.tree
        self.paths = [path for path in tree.names_with("wrangler") if is_configuration(path)]
        self.links = frozenset(filter(tree.is_link, self.paths))


def judge(project: Project, selection: Selection, doubtful: Iterable[str]) -> Iterable[Found]:
    """The findings in bundles that the selection can change; of the selected configurations, `doubtful` are to be looked at."""
    wanted = None if selection.everything else _wanted(project, selection)
    if wanted is not None and all(map(is_configuration, wanted)):
        configurations, wanted = [*doubtful], None  # all that their own bundles hold
    else:
        others = project.shared(Configurations)
        seen = frozenset(others.paths if selection.everything else selection.paths) - others.links
        unseen = (path for path in others.paths if path not in seen)
        configurations = [*doubtful, *(path for path in unseen if not plain_bundles.is_quiet(project, path))]
    if not configurations:
        return ()
    from bunproof.worker import findings  # the graph, the rules, the readers of configuration

    return findings.find(project, configurations, wanted)


def _wanted(project: Project, selection: Selection) -> frozenset[str] | None:
    """The selected scripts or configurations whose graph must be looked at; None for all, empty for none."""
    for path in (*selection.paths, *selection.removed):
        name = path[path.rfind("/") + 1 :]
        if name in _STEERING or name.startswith(("tsconfig", "jsconfig")):
            return None
    if any(path.endswith(SCRIPTS) or is_configuration(path) for path in selection.removed):
        return None
    configurations = [path for path in selection.paths if is_configuration(path)]
    scripts = [path for path in selection.paths if path.endswith(SCRIPTS)]
    index = project.tree.index if scripts else b""
    if not scripts or not (configurations or _may_hold_worker(project.tree, scripts, index)):
        return frozenset(configurations)
    from bunproof.worker import suspicion  # only where a script is selected, and a Worker may be near

    few = len(scripts) <= _MANY
    if few and not suspicion.is_raised(project, scripts):
        return frozenset(configurations)
    return frozenset(scripts) if not configurations else None


def _may_hold_worker(tree: Tree, scripts: list[str], index: bytes) -> bool:
    """Whether there is a configuration in git's index, or beside or above a script.

    It errs on yes, but for a configuration that git has never been told of and that lies in another branch of folders.
    """
    if not index or index[4:8] == b"\0\0\0\4" or b"wrangler" in index or b"link" in index[-4096:]:
        return True
    folders = {path[: path.rfind("/") + 1] for path in scripts}
    for folder in list(folders):
        while folder:
            folder = folder[: folder.rfind("/", 0, -1) + 1]  # noqa: PLW2901 - one folder up
            folders.add(folder)
    return any(tree.is_file(folder + name) for folder in folders for name in _CONFIGURATIONS)
