"""Keys that the installed wrangler lists in its schema and our tables do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.nearby import folders, read_if_there

if TYPE_CHECKING:
    from bunproof.project import Project

_SCHEMA = "node_modules/wrangler/config-schema.json"
_DEFINITION = "RawConfig"


def extra_keys(project: Project, path: str) -> frozenset[str]:
    """The keys of the top level in the schema of the wrangler that is installed for the configuration at `path`.

    Empty where none is installed, or where its schema cannot be read.
    """
    for folder in folders(path):
        data = read_if_there(project.tree, f"{folder}{_SCHEMA}")
        if data is not None:
            return _keys(data)
    return frozenset()


def _keys(data: bytes) -> frozenset[str]:
    import json  # few repositories are judged with their packages installed

    try:
        schema = json.loads(data)
        keys = schema["definitions"][_DEFINITION]["properties"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()
    return frozenset(keys) if isinstance(keys, dict) else frozenset()
