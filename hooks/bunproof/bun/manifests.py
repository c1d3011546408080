"""What a `package.json` says about Bun's version.

`packageManager`, `engines.bun`, `devEngines`, the npm package `bun`; and, as a hint, the types that are asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.bun.pins import Pin
from bunproof.bun.releases import EVERY, allowed
from bunproof.source import Span
from bunproof.syntax import jsonc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source
    from bunproof.syntax.document import Document, KeyPath


# `bun` of npm puts a Bun into `node_modules/.bin`; a peer brings none.
_FIELDS = ("dependencies", "devDependencies", "optionalDependencies")
_TYPES = ("bun-types", "@types/bun")
_ENGINES = re.compile(r'"engines"\s*:\s*\{[^{}]*?"bun"\s*:\s*"([^"\n]*)"')


def pins(source: Source) -> Iterator[Pin]:
    """What a `package.json` says, the most binding first."""
    if b'"bun' not in source.data:
        return
    document = jsonc.read(source)
    data = document.data
    if not isinstance(data, dict):
        return
    manager = data.get("packageManager")
    if isinstance(manager, str) and manager.startswith("bun@"):
        yield from _pin(document, ("packageManager",), manager.removeprefix("bun@").partition("+")[0])
    yield from _engines(document, data.get("engines"))
    for key in ("runtime", "packageManager"):
        yield from _runtimes(document, data.get("devEngines"), key)
    yield from _dependencies(document, data, ("bun",))


def types(source: Source) -> Iterator[Pin]:
    """The Bun whose types a `package.json` asks for: which one the code was written for."""
    if b"bun" not in source.data:
        return
    document = jsonc.read(source)
    if isinstance(document.data, dict):
        yield from (pin._replace(hint=True) for pin in _dependencies(document, document.data, _TYPES))


def _dependencies(document: Document, data: dict[str, object], names: tuple[str, ...]) -> Iterator[Pin]:
    for name in names:
        for field in _FIELDS:
            table = data.get(field)
            version = table.get(name) if isinstance(table, dict) else None
            if isinstance(version, str) and version.strip() not in {"", "*"}:
                yield from _pin(document, (field, name), version)


def _engines(document: Document, engines: object) -> Iterator[Pin]:
    version = engines.get("bun") if isinstance(engines, dict) else None
    if isinstance(version, str):
        yield from _pin(document, ("engines", "bun"), version)
        yield from _overruled(document, version)


def _overruled(document: Document, version: str) -> Iterator[Pin]:
    """What an earlier `engines` of the same file says: the last one wins, in silence."""
    source = document.source
    if not any(each.path[:1] == ("engines",) for each in document.duplicates):
        return
    for match in _ENGINES.finditer(source.text):
        meaning = allowed(match[1])
        if meaning is not None and match[1] != version:
            span = Span(*match.span(1))
            yield Pin(match[1], source.path, source.position(span.start).line, "engines.bun", span, meaning)


def _runtimes(document: Document, engines: object, key: str) -> Iterator[Pin]:
    runtime = engines.get(key) if isinstance(engines, dict) else None
    several = isinstance(runtime, list)
    for index, each in enumerate(runtime if isinstance(runtime, list) else [runtime]):
        if isinstance(each, dict) and each.get("name") == "bun" and isinstance(each.get("version"), str):
            path = ("devEngines", key, *((index,) if several else ()), "version")
            yield from _pin(document, path, each["version"])


def _pin(document: Document, path: KeyPath, text: str) -> Iterator[Pin]:
    meaning = allowed(text)
    if meaning is None and not any(character.isdigit() for character in text):
        return  # words: that another runtime is meant, say
    source = document.source
    value = document.locate(path, "value")
    at = source.text.find(text, value.start, value.end)
    span = Span(at, at + len(text)) if at >= 0 and text else Span(*value)
    key = ".".join(str(step) for step in path)
    line = source.position(span.start).line
    yield Pin(text or '""', source.path, line, key, span, meaning or EVERY, understood=meaning is not None)
