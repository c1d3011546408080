"""A cheap look at scripts and what they import: may any of them have something to report inside a bundle?

It may say yes for nothing (a mention in a string, a path that is no import), never no where a graph would report.
"""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.worker.scripts import SCRIPTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.tree import Tree

_QUOTES = (b'"', b"'", b"`")
_PREFIXES = (b"bun:", b"node:", b"#")
_MODULES = b"""
assert async_hooks buffer bun child_process cluster console constants crypto dgram diagnostics_channel dns domain events
fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib
""".split()
_ENDINGS = ("", ".ts", ".tsx", ".js", ".jsx", ".json", "/index.ts", "/index.tsx", "/index.js")
_REWRITTEN = {".js": (".ts", ".tsx"), ".jsx": (".tsx", ".ts"), ".mjs": (".mts",), ".cjs": (".cts",)}
_MANY = 400


def is_raised(tree: Tree, paths: list[str]) -> bool:
    """Whether one of the files, or of those that they import by a relative path, deserves a graph."""
    pending = list(paths)
    seen = set(pending)
    index = _index(tree)
    for path in pending:
        try:
            data = tree.read(path)
        except Unreadable:
            return True
        if _mentions(data) or len(pending) > _MANY:
            return True
        for specifier in _relative(data):
            target = _find(tree, path, specifier)
            if target is None or not _is_tracked(index, target):
                return True
            if target not in seen and target.endswith(SCRIPTS):
                seen.add(target)
                pending.append(target)
    return False


def _mentions(data: bytes) -> bool:
    for quote in _QUOTES:
        if any(quote + prefix in data for prefix in _PREFIXES):
            return True
        if any(quote + name + end in data for name in _MODULES for end in (quote, b"/")):
            return True
    return False


def _relative(data: bytes) -> Iterator[str]:
    """What stands in quotes and starts like a relative path."""
    for quote in _QUOTES:
        for start in (quote + b"./", quote + b"../", quote + b"." + quote, quote + b".." + quote):
            at = data.find(start)
            while at >= 0:
                end = data.find(quote, at + 1)
                if end < 0:
                    break
                yield data[at + 1 : end].decode("utf-8", "replace")
                at = data.find(start, end)


def _find(tree: Tree, importer: str, specifier: str) -> str | None:
    parts = importer.split("/")[:-1]
    for part in specifier.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    path = "/".join(parts)
    for ending in _ENDINGS:
        if tree.is_file(path + ending):
            return path + ending
    stem, dot, extension = path.rpartition(".")
    for other in _REWRITTEN.get(dot + extension, ()):
        if tree.is_file(stem + other):
            return stem + other
    return None


def _index(tree: Tree) -> bytes:
    """Git's index as it lies on the disk: a name in it is tracked. Empty where it lies elsewhere."""
    try:
        with open(f"{tree.root}/.git/index", "rb") as file:
            return file.read()
    except OSError:
        return b""


def _is_tracked(index: bytes, path: str) -> bool:
    """Whether the index names a path: its length stands before the name, a zero after it (versions 2 and 3)."""
    name = path.encode("utf-8", "surrogateescape")
    return bytes(((len(name) >> 8) & 0x0F, len(name) & 0xFF)) + name + b"\0" in index
