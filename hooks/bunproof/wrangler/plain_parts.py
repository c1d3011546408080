"""A configuration in plain TOML, in parts: what each environment says of each key.

Configurations of one repository resemble each other, and so do the environments of one. Every part is looked at by its text,
with all ids in it made the same, so what has been found out of one part is known of all others that say the same.
"""

from __future__ import annotations

from bunproof.syntax import toml_plain
from bunproof.syntax.toml_plain_values import Odd, is_bare
from bunproof.wrangler import plain_values as of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.wrangler.plain_values import Form, Table

# What stands for every id. It begins with a digit, as what services give out may do.
_ID, _UUID = "07e1c94ab2d85f3609c4e17b5ad2f883", "07e1c94a-b2d8-4f36-89c4-e17b5ad2f883"
_FORMS: dict[int, tuple[Form, str]] = {len(_ID): (of.id_, _ID), len(_UUID): (of.uuid, _UUID)}
_BEFORE_ID = 'id = "'
# What is remembered, and characters of one: a few megabytes at most.
_MOST, _LONGEST = 2000, 2000
_MOST_WORKERS, _LONGEST_TABLES = 100, 20_000
_NO_TABLES: dict[str, dict[str, Part]] = {"": {}}
_HEADS: dict[str, tuple[str, str, str]] = {}
_PARTS: dict[tuple[str, str], Part] = {}
_WORKERS: dict[str, dict[str, dict[str, Part]]] = {}


class Part:
    """What a text says: a `table`, which others share."""

    __slots__ = ("table",)

    def __init__(self, table: Table) -> None:
        self.table = table


class Parts:
    """The parts of a configuration: of each environment, by their keys. The top level has no name, and comes first.

    What stands before the first table of an environment has no key, and is always there. `ids` are the digits of those in
    all of them.
    """

    __slots__ = ("ids", "workers")

    def __init__(self, workers: dict[str, dict[str, Part]], ids: list[str]) -> None:
        self.workers = workers
        self.ids = ids

    def all(self) -> Iterator[Part]:
        """The parts of all environments."""
        return (part for worker in self.workers.values() for part in worker.values())

    def settings(self) -> Iterator[Table]:
        """What every environment says before its first table, with what it inherits of that; the top level first."""
        top = self.workers[""][""].table
        return (top | worker[""].table for worker in self.workers.values())


def read(data: bytes) -> Parts | None:
    """The parts of a configuration in TOML. None where the real reader must look."""
    text = toml_plain.text_of(data)
    if text is None:
        return None
    text, ids = _alike(text)
    settings, bracket, tables = f"\n{text}".partition("\n[")
    try:
        workers = _WORKERS.get(tables) or _workers(tables) if bracket else _NO_TABLES
        top = {"": _part("", settings)} | workers[""]
    except Odd:
        return None
    if "env" in top[""].table or not workers[""].keys().isdisjoint(top[""].table):
        return None
    return Parts(workers | {"": top}, ids)


def _alike(text: str) -> tuple[str, list[str]]:
    """A text with all ids the same, as most people write them, and the digits of each."""
    first, *pieces = text.split(_BEFORE_ID)
    alike, ids = [first], []
    for piece in pieces:
        end = piece.find('"')
        form, same = _FORMS.get(end, (None, ""))
        if form and form(piece[:end]):
            ids.append(piece[:end].replace("-", ""))
            alike.append(same + piece[end:])
        else:
            alike.append(piece)
    return _BEFORE_ID.join(alike), ids


def _workers(tables: str) -> dict[str, dict[str, Part]]:
    """What the tables of a configuration say of each environment; of the top level, nothing but these."""
    found = {
        environment: {key: _part(key, "\n".join(texts)) for key, texts in keys.items()}
        for environment, keys in _texts(tables).items()
    }
    for environment, parts in found.items():
        if environment and not parts.keys().isdisjoint(parts[""].table):
            raise Odd  # one key twice
    if len(_WORKERS) < _MOST_WORKERS and len(tables) <= _LONGEST_TABLES:
        _WORKERS[tables] = found
    return found


def _texts(tables: str) -> dict[str, dict[str, list[str]]]:
    """The texts of each part, as they would be at the top level. A table that begins within an array is found odd later."""
    found: dict[str, dict[str, list[str]]] = {"": {}}
    for piece in tables.split("\n["):
        end = piece.find("]")
        head = piece[:end]
        environment, key, header = _HEADS.get(head) or _head(head)
        texts = found.get(environment)
        if texts is None:
            texts = found[environment] = {"": []}
        if key:
            texts.setdefault(key, []).append(header + piece[end:])
        elif texts[""] or piece[end + 1 : end + 2] not in {"\n", ""}:
            raise Odd
        else:
            texts[""].append(piece[end + 1 :])
    return found


def _head(head: str) -> tuple[str, str, str]:
    """What begins at a header, told without its first and its last bracket: an environment, a key, and the header in that."""
    many = head.startswith("[")
    keys = head[many:].split(".")
    if not all(map(is_bare, keys)) or keys == ["env"]:
        raise Odd
    environment, inner = (keys[1], keys[2:]) if keys[0] == "env" else ("", keys)
    if many and not inner:
        raise Odd
    known = environment, inner[0] if inner else "", f"{'[[' if many else '['}{'.'.join(inner)}"
    if len(_HEADS) < _MOST:
        _HEADS[head] = known
    return known


def _part(key: str, text: str) -> Part:
    part = _PARTS.get((key, text))
    if part is None:
        # A header that is moved in would be one of the whole configuration.
        table = toml_plain.read_text(text, headers=text.count("\n[") + 1 if key else 0)
        if table is None or (key and table.keys() != {key}):
            raise Odd
        part = Part(table)
        if len(_PARTS) < _MOST and len(text) <= _LONGEST:
            _PARTS[key, text] = part
    return part
