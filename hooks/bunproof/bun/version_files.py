"""Files that hold a version and little more: `.bun-version`, `.bumrc`, `.tool-versions`, `mise.toml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.bun.pins import Pin
from bunproof.bun.releases import EVERY, allowed
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source

WHOLE = (".bun-version", ".bumrc")
NAMES = (*WHOLE, ".tool-versions", "mise.toml", ".mise.toml")

# What asdf and mise take besides versions: a build of one's own, whatever is installed, a part of a version.
_OTHER_WAYS = ("ref:", "path:", "sub-", "prefix:", "system", "lts", "rolling", "nightly", "{")
_TOOL = re.compile(r"^[ \t]*bun[ \t]+([^\s#]+)", re.MULTILINE)
_VERSION = re.compile(r"(?<=[\"'])[^\"'\n]+(?=[\"'])")


def pins(source: Source) -> Iterator[Pin]:
    """What a version file says about Bun."""
    name = source.path.rpartition("/")[2]
    if name in WHOLE:
        match = re.search(r"\S+(?:[ \t]+\S+)*", source.text)
        yield from _pin(source, match.span() if match else None, "")
    elif name == ".tool-versions":
        match = _TOOL.search(source.text)
        yield from _pin(source, match.span(1) if match else None, "bun")
    elif b"bun" in source.data:
        yield from _mise(source)


def _mise(source: Source) -> Iterator[Pin]:
    from bunproof.syntax import toml  # few repositories have one

    document = toml.read(source)
    tools = document.data.get("tools") if isinstance(document.data, dict) else None
    for key in ("bun", "core:bun"):
        if isinstance(tools, dict) and key in tools:
            path = ("tools", key, "version") if isinstance(tools[key], dict) else ("tools", key)
            match = _VERSION.search(source.text, *document.locate(path, "value"))
            yield from _pin(source, match.span() if match else None, f"tools.{key}")


def _pin(source: Source, bounds: tuple[int, int] | None, key: str) -> Iterator[Pin]:
    if bounds is None:
        return
    text = source.text[bounds[0] : bounds[1]].removeprefix("bun@")
    meaning = allowed(text)
    if meaning is not None or not text.startswith(_OTHER_WAYS):
        span, line = Span(*bounds), source.position(bounds[0]).line
        yield Pin(text, source.path, line, key, span, meaning or EVERY, understood=meaning is not None)
