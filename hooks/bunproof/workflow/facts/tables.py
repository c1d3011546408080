"""TOML, JSON and JSONC files as plain tables. What cannot be read is empty: the hook that judges the file says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.source import Source
from bunproof.syntax import jsonc, toml

if TYPE_CHECKING:
    from bunproof.workflow.facts.listing import Listing


def read_table(listing: Listing, path: str) -> dict[str, object]:
    """What a file says. Raises Unreadable."""
    reader = toml if path.endswith(".toml") else jsonc
    data = reader.read(Source(path, listing.read(path))).data
    return data if isinstance(data, dict) else {}
