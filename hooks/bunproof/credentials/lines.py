"""One line of a file, judged alone: what a caller that knows lines only can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.credentials import file_kind, gate, ids, readers
from bunproof.credentials.judge import judge
from bunproof.credentials.keys import IDENTIFIER, Key
from bunproof.credentials.offence import Offence
from bunproof.credentials.values import PLACEHOLDER, Value
from bunproof.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = (".json", ".jsonc", ".json5", ".yml", ".yaml", ".toml", ".xml", ".tf", ".hcl", ".ini", ".cfg", ".conf")


def offences(path: str, line: str) -> Iterator[Offence]:
    """The offences in a line of the file at `path` (below the repository's root, with `/`)."""
    source = Source(path, line.encode())
    kind = gate.kind_to_judge(path, source.data, {})
    name = path[path.rfind("/") + 1 :]
    wrangler = name.startswith("wrangler") and name.endswith((".toml", ".json", ".jsonc"))
    for pair in readers.pairs(source) if kind else ():
        if wrangler and pair.key in ids.NAMES and kind in {file_kind.LIVE, file_kind.LOCAL}:
            why = ids.evidence(pair.key, pair.value, local=False)
            if why:
                key = Key(pair.key, IDENTIFIER, ids.NAMES[pair.key], "id")
                yield Offence("placeholder-resource-id", key, Value(PLACEHOLDER, why, pair.value), pair.value)
        elif pair.key != "localConnectionString":
            offence = judge(pair, kind, data=is_data(path))
            if offence:
                yield offence


def is_data(path: str) -> bool:
    """Whether the keys of a file are its own, and not the names of environment variables."""
    name = path[path.rfind("/") + 1 :]
    return path.lower().endswith(_DATA) and not name.startswith("wrangler")
