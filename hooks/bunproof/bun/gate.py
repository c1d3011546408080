"""What declarations of versions say: about each other, and about the files that they govern."""

from __future__ import annotations

from bunproof.bun import mentions
from bunproof.check import Part
from bunproof.hooks import BUN_VERSION_FILES, LOCKFILES, OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.project import Project
    from bunproof.select import Selection
    from bunproof.spotting import Search

_DECLARING = frozenset({"package.json", *LOCKFILES, *BUN_VERSION_FILES, *OURS})
_WORKFLOWS = ".github/workflows/"
_MANY = 300  # scripts


def judge(project: Project, selection: Selection) -> Iterator[Found]:
    """The findings that selected declarations can change."""
    folders = {""}
    if not selection.everything:
        folders = {_scope(path) for path in (*selection.paths, *selection.removed) if _steers(path)}
    if folders:
        from bunproof.bun import plain_declarations  # only where a declaration is selected

        if not project.settings.bun_version and not plain_declarations.are_harmless(project):
            from bunproof.bun import contradictions  # with all that reads declarations

            yield Part("", contradictions.judge, project)
        if not selection.everything:
            yield from _governed(project, selection, folders)


def _steers(path: str) -> bool:
    name = path[path.rfind("/") + 1 :]
    if name in _DECLARING or _WORKFLOWS in path:
        return True
    return name.startswith(("tsconfig", "Dockerfile")) or name.endswith((".Dockerfile", ".dockerfile"))


def _scope(path: str) -> str:
    """The folder whose files a declaration can govern, with a closing slash; "" for all of them."""
    name = path[path.rfind("/") + 1 :]
    if _WORKFLOWS in path:
        return path[: path.index(_WORKFLOWS)]
    return "" if name in {"package.json", *OURS} or "ocker" in name else path[: path.rfind("/") + 1]


def _governed(project: Project, selection: Selection, folders: set[str]) -> Iterator[Found]:
    """The files that a selected declaration governs, and that are not selected themselves."""
    scopes = tuple(folders)
    selected = frozenset(selection.paths)
    governed = [
        path
        for path in project.tree.files()
        if path.startswith(scopes) and mentions.is_judged(path) and path not in selected
    ]
    names_bun = None
    if len(governed) > _MANY:
        from bunproof.spotting import searching  # two milliseconds, which few files would not get back

        names_bun = searching((b"bun", b"Bun"))
    for path in governed:
        yield Part(path, _judge, project, path, names_bun)


def _judge(project: Project, path: str, names_bun: Search | None) -> Iterable[Found]:
    data = project.read_again(path)
    if not data or (names_bun and not names_bun(data)):
        return ()
    return mentions.judge(project, path, data)
