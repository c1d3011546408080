"""TOML, JSON and JSONC files as plain tables. What cannot be read is empty: the hook that judges the file says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bunproof.workflow.facts.listing import Listing


def read_table(listing: Listing, path: str) -> dict[str, object]:
    """What a file says. Raises Unreadable."""
    from bunproof.source import Source  # many repositories have no such file

    if path.endswith(".toml"):
        from bunproof.syntax.toml import read
    else:
        from bunproof.syntax.jsonc import read
    data = read(Source(path, listing.read(path))).data
    return data if isinstance(data, dict) else {}
