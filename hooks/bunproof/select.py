"""Which files are judged: arguments, the index, a range of commits, or all."""

from __future__ import annotations

import os

from bunproof.errors import UsageError
from bunproof.git import git, git_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bunproof.tree import Tree


class Selection:
    """The files to judge, sorted, and those that the change removes (which can change other files' verdicts).

    `everything` says that no file of the repository was left out, `named` are the files that the user named. `whole` may
    tell all of them, after some time: `first` are those that are known without waiting.
    """

    __slots__ = ("_whole", "everything", "first", "named", "removed")

    def __init__(
        self,
        paths: Iterable[str],
        removed: Iterable[str] = (),
        *,
        named: Iterable[str] = (),
        everything: bool = False,
        whole: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        self.first = tuple(
            paths if whole else sorted(set(paths))
        )  # a part of the whole is sorted, and names nothing twice
        self._whole = whole
        self.removed = tuple(sorted(set(removed)))
        self.named = frozenset(named)
        self.everything = everything

    @property
    def paths(self) -> tuple[str, ...]:
        """All files."""
        if self._whole is not None:
            whole = self._whole()
            self.first = tuple(whole) if len(whole) != len(self.first) else self.first
            self._whole = None
        return self.first


def select_all(tree: Tree) -> Selection:
    """Every file that git tracks or would track."""
    return Selection(tree.tracked(), everything=True, whole=tree.files)


def select_staged(tree: Tree) -> Selection:
    """What the next commit adds, changes or removes; what is still in conflict cannot be judged, and will say so."""
    changed = _changed(tree.root, "--cached")
    return Selection(
        (path for path in changed if tree.is_file(path)), (path for path in changed if not tree.is_file(path))
    )


def select_between(tree: Tree, from_ref: str, to_ref: str) -> Selection:
    """What `to_ref` changes since it left `from_ref`; without a common ancestor, the plain difference."""
    for ref in (from_ref, to_ref):
        if (
            ref.startswith("-")
            or git(tree.root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", ok=(0, 1, 128)) == b""
        ):
            raise UsageError(f"`{ref}` is not a commit of this repository (a shallow clone may lack it)")
    what = f"{from_ref}...{to_ref}"
    try:
        changed = _changed(tree.root, what)
    except UsageError:
        what = f"{from_ref}..{to_ref}"
        changed = _changed(tree.root, what)
    gone = {path for path in changed if not tree.is_file(path)}
    # What the range does not remove should be there: without it (a sparse checkout), reading it will say so.
    missing = {path for path in gone if not os.path.lexists(os.path.join(tree.root, path))}
    if missing:
        missing -= set(_changed(tree.root, what, "D"))
    return Selection((path for path in changed if path not in gone or path in missing), gone - missing, named=missing)


def select_named(tree: Tree, names: list[str], folder: str) -> Selection:
    """The files that the arguments name, relative to `folder`; a folder stands for what git would track below it.

    Raises UsageError for a path that is missing or lies outside the repository.
    """
    paths: list[str] = []
    named: list[str] = []
    everything = False
    for name in names:
        path = _inside(tree, name, folder)
        if path == "":
            everything = True
            paths.extend(tree.files())
        elif tree.is_folder(path):
            path = _real_folder(tree, path, name)
            everything = everything or not path
            start = f"{path}/" if path else ""
            paths.extend(file for file in tree.files() if file.startswith(start))
        elif tree.is_file(path) or os.path.lexists(os.path.join(tree.root, path)):
            named.append(path)  # a link, a device, a socket: reading it will say so
        else:
            raise UsageError(f"no such file or folder: {name}")
    return Selection([*paths, *named], named=named, everything=everything)


def _inside(tree: Tree, name: str, folder: str) -> str:
    """The path below the root that an argument means. Links in its folders are resolved, the file itself is not."""
    full = os.path.normpath(os.path.join(folder, name))
    parent, last = os.path.split(full)
    top = os.path.realpath(tree.root)
    if full == tree.root or os.path.realpath(full) == top:
        return ""
    full = os.path.join(os.path.realpath(parent), last)
    if not full.startswith(top + os.sep):
        raise UsageError(f"{name} is outside the repository {tree.root}")
    return full[len(top) + 1 :].replace(os.sep, "/")


def _real_folder(tree: Tree, path: str, name: str) -> str:
    """The folder that a link to one stands for: git lists no file by a path through a link."""
    top = os.path.realpath(tree.root)
    full = os.path.realpath(os.path.join(top, path))
    if full != top and not full.startswith(top + os.sep):
        raise UsageError(f"{name} is outside the repository {tree.root}")
    return full[len(top) + 1 :].replace(os.sep, "/")


def _changed(root: str, what: str, kinds: str = "ACDMRTU") -> list[str]:
    return git_names(root, "diff", "--name-only", "--no-renames", f"--diff-filter={kinds}", "--no-ext-diff", "-z", what)
