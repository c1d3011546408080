"""Keys that our tables do not have and the installed wrangler lists in its schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bunproof.wrangler.nearby import folders, read_if_there

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project
    from bunproof.syntax.document import KeyPath

_SCHEMA = "node_modules/wrangler/config-schema.json"
_WAYS_ON = ("anyOf", "allOf", "oneOf")


class Schema:
    """The schema of the wrangler that is installed for a configuration; it knows nothing where none is."""

    def __init__(self, project: Project, path: str) -> None:
        self._root: object = {}
        for folder in folders(path):
            data = read_if_there(project.tree, folder + _SCHEMA)
            if data:
                self._root = _parse(data)
                break

    def knows(self, path: KeyPath) -> bool:
        """Whether the schema lists the last key of a key path where it stands."""
        places = [_get(_get(self._root, "definitions"), "RawConfig")]
        for step in path[:-1]:
            places = [inner for place in places for inner in self._inside(place, step)]
        return any(path[-1] in _keys(place) for each in places for place in self._ways(each))

    def _inside(self, place: object, step: str | int) -> Iterator[object]:
        for way in self._ways(place):
            if isinstance(step, int):
                yield _get(way, "items")
            elif step in _keys(way):
                yield _get(_get(way, "properties"), step)
            else:
                yield _get(way, "additionalProperties")

    def _ways(self, place: object) -> Iterator[object]:
        """What a place of the schema stands for: itself, what it refers to, and its alternatives."""
        stack, followed = [place], set()
        while stack:
            here = stack.pop()
            yield here
            reference = _get(here, "$ref")
            if isinstance(reference, str) and reference not in followed:
                followed.add(reference)
                stack.append(_get(_get(self._root, "definitions"), reference.rpartition("/")[2]))
            for way in _WAYS_ON:
                ways = _get(here, way)
                stack.extend(ways if isinstance(ways, list) else ())


def _parse(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return {}


def _get(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _keys(place: object) -> dict[str, object]:
    properties = _get(place, "properties")
    return properties if isinstance(properties, dict) else {}
