"""`FROM oven/bun:TAG` of Dockerfiles, and `COPY --from=` it, whatever registry it comes through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.bun.pins import Pin
from bunproof.bun.releases import allowed
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source

_FROM = re.compile(
    r"^[ \t]*(?:(FROM)[ \t]+(?:--\S+[ \t]+)*|COPY[ \t]+(?:--\S+[ \t]+)*?--from=)(?:[\w.-]+(?::\d+)?/(?:[\w.-]+/)*)?"
    r"oven/bun(?::([^\s@]+))?(?:@\S+)?(?=\s|$)",
    re.IGNORECASE | re.MULTILINE,
)
_ARGUMENT = re.compile(r"^[ \t]*ARG[ \t]+(\w+)=[\"']?([^\s\"']+)", re.IGNORECASE | re.MULTILINE)
_REFERENCE = re.compile(r"\$\{?(\w+)(?::?-([^}]*))?\}?")
_TAG = re.compile(r"(?:\d[\w.]*|latest|canary)")


def is_dockerfile(path: str) -> bool:
    """Whether a path names a Dockerfile."""
    name = path.rpartition("/")[2]
    return name.startswith("Dockerfile") or name.endswith((".Dockerfile", ".dockerfile"))


def pins(source: Source) -> Iterator[Pin]:
    """The versions of the base images. A tag without a version (`latest`, `alpine`) says nothing."""
    if b"oven/bun" not in source.data:
        return
    arguments = {match[1]: match[2] for match in _ARGUMENT.finditer(source.text)}
    for match in _FROM.finditer(source.text):
        tag = _REFERENCE.sub(lambda found: arguments.get(found[1], found[2] or ""), match[2] or "")
        version = _TAG.match(tag.partition("-")[0])
        meaning = allowed(version[0]) if version and version[0] != "latest" else None
        if version and meaning is not None:
            span = Span(*match.span(2))
            key = "FROM" if match[1] else "COPY"
            yield Pin(version[0], source.path, source.position(span.start).line, key, span, meaning)
