"""The default branch, as far as a clone knows it."""

from __future__ import annotations

from bunproof.git import git

_USUAL = ("main", "master", "trunk")
_FAILED = (0, 1, 128)


def default_branch(root: str) -> str:
    """The remote's default branch; without a remote, the usual name that exists, or the branch one is on."""
    remote = _symbolic(root, "refs/remotes/origin/HEAD")
    if remote.startswith("refs/remotes/origin/"):
        return remote[len("refs/remotes/origin/") :]
    here = git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", ok=_FAILED).decode("utf-8", "replace")
    names = here.splitlines()
    usual = next((name for name in _USUAL if name in names), "")
    return usual or _symbolic(root, "HEAD").removeprefix("refs/heads/") or _USUAL[0]


def _symbolic(root: str, name: str) -> str:
    return git(root, "symbolic-ref", "--quiet", name, ok=_FAILED).decode("utf-8", "replace").strip()
