"""Settings: the arguments, over an optional `bunproof.toml` (or `.bunproof.toml`) at the root, over the defaults."""

from __future__ import annotations

from bunproof.errors import Unreadable, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.tree import Tree

FILE = "bunproof.toml"
FILES = (FILE, f".{FILE}")  # the second for repositories that keep their top level bare


class Settings:
    """What a run is told. `levels` maps a rule's id to "error", "warning" or "off"."""

    __slots__ = ("bun_version", "exclude", "file_kinds", "levels", "strict", "wrangler_version")

    def __init__(self) -> None:
        self.bun_version: str | None = None
        self.wrangler_version: str | None = None
        self.strict = False
        self.exclude: tuple[str, ...] = ()
        self.levels: dict[str, str] = {}
        self.file_kinds: dict[str, tuple[str, ...]] = {}


def load(tree: Tree) -> Settings:
    """Read `bunproof.toml`, if there is one. Raises UsageError, naming the file, for whatever is wrong in it."""
    settings = Settings()
    found = [name for name in FILES if tree.is_file(name)]
    if len(found) > 1:
        raise UsageError(f"{' and '.join(found)} are both there: keep one")
    for name in found:
        from bunproof import settings_file  # most repositories have none, and it takes a TOML reader

        try:
            settings_file.apply(settings, tree.read(name), name)
        except Unreadable as problem:
            raise UsageError(f"{name} cannot be read: {problem.reason}") from None
    return settings


def unknown(what: str, name: str, known: tuple[str, ...]) -> UsageError:
    """The one line for a mistyped name, with the nearest one that exists."""
    from difflib import get_close_matches  # on the way out

    near = get_close_matches(name, known, 1)
    return UsageError(f"unknown {what} `{name}`" + (f", did you mean `{near[0]}`?" if near else ""))
