"""What a list of Durable Object migrations leaves behind, applied one after the other.

The order within one migration, and what stops a deploy, are those of wrangler 4.164.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.wrangler.facts import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.syntax.document import KeyPath

_NEW = ("new_classes", "new_sqlite_classes")


class Flaw(NamedTuple):
    """A step that cannot be applied: where, what is wrong, what to do, and the earlier step that is in its way."""

    path: KeyPath
    message: str
    help: str
    before: KeyPath | None = None


class History:
    """The classes that are left, with the place that made each; those that are gone; and the flaws on the way."""

    def __init__(self, migrations: object, path: KeyPath) -> None:
        self.classes: dict[str, KeyPath] = {}
        self.gone: dict[str, KeyPath] = {}
        self.flaws: list[Flaw] = []
        self._tags: dict[str, KeyPath] = {}
        self._complete = True  # whether every list of classes could be read
        for index, migration in tables(migrations):
            here = (*path, index)
            self._tag(migration.get("tag"), (*here, "tag"))
            for place, name in _strings(migration.get("deleted_classes"), (*here, "deleted_classes")):
                self._drop(name, place, "deleted")
            for key in ("renamed_classes", "transferred_classes"):
                for number, change in tables(migration.get(key)):
                    self._move(change, (*here, key, number), within=key == "renamed_classes")
            for key in _NEW:
                self._complete = self._complete and _is_list_of_strings(migration.get(key, []))
                for place, name in _strings(migration.get(key), (*here, key)):
                    self._create(name, place)

    def _tag(self, tag: object, path: KeyPath) -> None:
        if not isinstance(tag, str):
            return
        first = self._tags.setdefault(tag, path)
        if first != path:
            message = f"two migrations have the tag `{tag}`"
            self.flaws.append(Flaw(path, message, "give each migration a tag of its own", first))

    def _create(self, name: str, path: KeyPath) -> None:
        first = self.classes.setdefault(name, path)
        if first != path:
            message = f"the class `{name}` is created twice"
            help_ = f"remove `{name}` here: the storage of a class cannot be changed"
            self.flaws.append(Flaw(path, message, help_, first))

    def _move(self, change: dict[str, object], path: KeyPath, *, within: bool) -> None:
        old, new = change.get("from"), change.get("to")
        if within and isinstance(old, str):
            self._drop(old, (*path, "from"), "renamed")
        if isinstance(new, str):
            self.classes[new] = (*path, "to")

    def _drop(self, name: str, path: KeyPath, how: str) -> None:
        self.gone[name] = path
        if self.classes.pop(name, None) is None and self._complete:
            message = f"the class `{name}` is {how}, but no migration before it creates it"
            self.flaws.append(Flaw(path, message, "correct the name, or restore the migration that created it"))


def _is_list_of_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _strings(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for index, each in enumerate(value if isinstance(value, list) else ()):
        if isinstance(each, str):
            yield (*path, index), each
