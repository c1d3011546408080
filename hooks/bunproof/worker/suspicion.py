"""A cheap look at scripts and what they import: may any of them have something to report inside a bundle?

It may say yes for nothing (a mention in a string, a path that is no import), never no where a graph would report.
Made of byte searches, because most commits end here.
"""

from __future__ import annotations

from bunproof.errors import Unreadable
from bunproof.worker.scripts import SCRIPTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.tree import Tree

_QUOTES = (b'"', b"'", b"`")
_HINTS = tuple(quote + start for quote in _QUOTES for start in (b"bun", b"node:", b"#"))
_KEYWORDS = (b"from", b"import", b"require")
_GAPS = b" \t\r\n("
_ANSWERED = ("cloudflare:", "http:", "https:", "data:", "assets:", "__STATIC_CONTENT")
_ENDINGS = ("", ".ts", ".tsx", ".js", ".jsx", ".json", "/index.ts", "/index.tsx", "/index.js")
_REWRITTEN = {".js": (".ts", ".tsx"), ".jsx": (".tsx", ".ts"), ".mjs": (".mts",), ".cjs": (".cts",)}
_MANY = 400


def is_raised(tree: Tree, paths: list[str], index: bytes) -> bool:
    """Whether one of the files, or of those that they import by a relative path, deserves a graph.

    `index` are the bytes of git's index: what it names is in commits.
    """
    pending = list(paths)
    seen = set(pending)
    manifests: dict[str, bytes] = {}
    for path in pending:
        try:
            data = tree.read(path)
        except Unreadable:
            return True
        if len(pending) > _MANY or any(hint in data for hint in _HINTS) or _is_foreign(tree, path, data, manifests):
            return True
        for specifier in _relative(data):
            target = _find(tree, path, specifier)
            if target is None or not is_tracked(index, target):
                return True
            if target not in seen and target.endswith(SCRIPTS):
                seen.add(target)
                pending.append(target)
    return False


def is_tracked(index: bytes, path: str) -> bool:
    """Whether the index names a path: its length stands before the name, a zero after it (versions 2 and 3)."""
    name = path.encode("utf-8", "surrogateescape")
    return bytes(((len(name) >> 8) & 0x0F, len(name) & 0xFF)) + name + b"\0" in index


def _is_foreign(tree: Tree, path: str, data: bytes, manifests: dict[str, bytes]) -> bool:
    """Whether a file imports, by name, what is no npm package that a `package.json` upward asks for.

    That may be a module of Node, an alias of `tsconfig.json`, or a package of the workspace.
    """
    for name in _names(data):
        if name.startswith(_ANSWERED):
            continue
        package = "/".join(name.split("/")[: 2 if name.startswith("@") else 1])
        declared = _manifests(tree, path, manifests)
        at = declared.find(b'"' + package.encode() + b'":')
        if at < 0 or declared[at + len(package) + 3 :].lstrip().startswith((b'"workspace:', b'"link:', b'"*"')):
            return True
    return False


def _names(data: bytes) -> Iterator[str]:
    """What stands in quotes after a keyword and is no relative path."""
    for keyword in _KEYWORDS:
        at = data.find(keyword)
        while at >= 0:
            at += len(keyword)
            while data[at : at + 1] and data[at] in _GAPS:
                at += 1
            quote = data[at : at + 1]
            if quote in _QUOTES and quote:
                end = data.find(quote, at + 1)
                if end > at + 1 and data[at + 1] != ord("."):
                    yield data[at + 1 : end].decode("utf-8", "replace")
            at = data.find(keyword, at)


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


def _manifests(tree: Tree, path: str, known: dict[str, bytes]) -> bytes:
    """The bytes of every `package.json` in the folder of a file and above."""
    folder = path.rpartition("/")[0]
    found = known.get(folder)
    if found is None:
        manifest = f"{folder}/package.json" if folder else "package.json"
        try:
            found = tree.read(manifest) if tree.is_file(manifest) else b""
        except Unreadable:
            found = b""
        known[folder] = found = found + (_manifests(tree, folder, known) if folder else b"")
    return found


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
