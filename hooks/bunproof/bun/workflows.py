"""The versions that `oven-sh/setup-bun` installs in GitHub Actions workflows.

As setup-bun 2.2.0 reads its inputs: `bun-version`, else the file that `bun-version-file` names, else `package.json`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from bunproof.bun.pins import Pin
from bunproof.bun.releases import allowed
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bunproof.source import Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is in most builds, and ten times as fast
_EXPRESSION = re.compile(r"\$\{\{\s*(env|matrix)\.([\w-]+)\s*\}\}")


def pins(source: Source, read_file: Callable[[str], Iterable[Pin]]) -> Iterator[Pin]:
    """The versions of all setup-bun steps, in order. `read_file` reads a version file by its path from the root."""
    if b"setup-bun" not in source.data:
        return
    try:
        document = yaml.compose(source.text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):
        return
    for job in _mapping(_get(document, "jobs")).values():
        steps = _get(job, "steps")
        for step in steps.value if isinstance(steps, yaml.SequenceNode) else ():
            uses = _get(step, "uses")
            if isinstance(uses, yaml.ScalarNode) and uses.value.startswith("oven-sh/setup-bun"):
                scopes = [_get(each, "env") for each in (step, job, document)]
                yield from _step(source, step, scopes, _get(_get(job, "strategy"), "matrix"), read_file)


def _step(
    source: Source,
    step: yaml.Node,
    scopes: list[yaml.Node | None],
    matrix: yaml.Node | None,
    read_file: Callable[[str], Iterable[Pin]],
) -> Iterator[Pin]:
    inputs = _get(step, "with")
    version = _get(inputs, "bun-version")
    file = _get(inputs, "bun-version-file")
    if isinstance(version, yaml.ScalarNode) and version.value:
        for each in _resolved(version, scopes, matrix):
            yield from _pin(source, each, matrix="matrix." in version.value)
    elif isinstance(file, yaml.ScalarNode):
        yield from read_file(file.value.removeprefix("./"))


def _resolved(
    version: yaml.ScalarNode, scopes: list[yaml.Node | None], matrix: yaml.Node | None
) -> Iterator[yaml.ScalarNode]:
    match = _EXPRESSION.fullmatch(version.value.strip())
    if match is None:
        yield version
    elif match[1] == "env":
        found = next((value for value in (_get(scope, match[2]) for scope in scopes) if value is not None), None)
        if isinstance(found, yaml.ScalarNode):
            yield found
    else:
        values = _get(matrix, match[2])
        yield from (each for each in _elements(values) if isinstance(each, yaml.ScalarNode))
        for extra in _elements(_get(matrix, "include")):
            value = _get(extra, match[2])
            if isinstance(value, yaml.ScalarNode):
                yield value


def _pin(source: Source, node: yaml.ScalarNode, *, matrix: bool) -> Iterator[Pin]:
    text = node.value.strip()
    meaning = allowed(text)
    if meaning is not None:
        at = source.text.find(text, node.start_mark.index) if text else node.start_mark.index
        floating = text.lower() in {"latest", "canary"}
        yield Pin(
            text,
            source.path,
            node.start_mark.line + 1,
            "bun-version",
            Span(at, at + len(text)),
            meaning,
            hint=floating or matrix,
        )


def _mapping(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return _mapping(node).get(key)


def _elements(node: yaml.Node | None) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []
