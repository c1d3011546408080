"""Where the scripts are: all of a file, or the blocks of `.vue`, `.svelte`, `.astro` and `.html`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPESCRIPT = (".ts", ".mts", ".cts")
COMPONENTS = (".vue", ".svelte", ".astro", ".html")

_OPEN = re.compile(rb"<!--|<script(?=[\s>])", re.IGNORECASE)
_ATTRIBUTES = re.compile(rb"(?:\s(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)?>")
_LONGEST = 2048  # bytes of a tag; one that never ends must not be read to the end of the file again and again
_CLOSE = re.compile(rb"</script\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"(?:^|\s)(lang|type)\s*=\s*[\"']?([\w/+-]+)", re.IGNORECASE)
_FENCE = re.compile(rb"\A\s*---[ \t]*\r?\n(?P<body>.*?)^---", re.DOTALL | re.MULTILINE)
_TYPES = (b"", b"module", b"text/javascript", b"application/javascript", b"text/babel", b"text/typescript")
_LANGUAGES = {
    b"": "jsx",
    b"js": "jsx",
    b"jsx": "jsx",
    b"javascript": "jsx",
    b"ts": "ts",
    b"typescript": "ts",
    b"tsx": "tsx",
}


class Script(NamedTuple):
    """A script's bytes within its file. `dialect` is "jsx" (any JavaScript), "ts" or "tsx"."""

    start: int
    end: int
    dialect: str

    @property
    def typescript(self) -> bool:
        """Whether unused names of imports are dropped."""
        return self.dialect != "jsx"


def scripts(path: str, data: bytes) -> Iterator[Script]:
    """The scripts of a file, by its name, in order."""
    path = path.lower()
    if path.endswith(COMPONENTS):
        yield from _blocks(path, data)
    elif path.endswith(TYPESCRIPT):
        yield Script(0, len(data), "ts")
    else:
        yield Script(0, len(data), "tsx" if path.endswith(".tsx") else "jsx")


def _blocks(path: str, data: bytes) -> Iterator[Script]:
    at = 0
    if path.endswith(".astro"):
        fence = _FENCE.match(data)
        if fence:
            yield Script(fence.start("body"), fence.end("body"), "tsx")
            at = fence.end()
    last_comment_end = data.rfind(b"-->")
    last_close = max((each.start() for each in _CLOSE.finditer(data)), default=-1)
    while opened := _OPEN.search(data, at):
        at = opened.end()
        if opened[0] == b"<!--":
            at = data.find(b"-->", at) + 3 if at <= last_comment_end else at
            continue
        tag = _ATTRIBUTES.match(data, at, at + _LONGEST)
        if tag is None:
            continue
        at = tag.end()
        closed = _CLOSE.search(data, at) if at <= last_close else None
        end = closed.start() if closed else len(data)
        attributes = {name.lower(): value.lower() for name, value in _ATTRIBUTE.findall(tag[0])}
        dialect = _LANGUAGES.get(attributes.get(b"lang", b""))
        if dialect and attributes.get(b"type", b"") in _TYPES:
            if path.endswith(".astro") or attributes.get(b"type") == b"text/typescript":
                dialect = "tsx"
            yield Script(at, end, dialect)
        at = closed.end() if closed else end
