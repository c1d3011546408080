"""A cheap look at scripts and what they import: may any of them have something to report inside a bundle?

It may say yes for nothing (a mention in a string, a path that is no import), never no where a graph would report.
Made of byte searches, because most commits end here.
"""

from __future__ import annotations

import os

from bunproof.errors import Unreadable
from bunproof.worker.scripts import SCRIPTS
from bunproof.wrangler.nearby import read_if_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project
    from bunproof.tree import Tree

_QUOTES = (b'"', b"'", b"`")
_HINTS = tuple(quote + start for quote in _QUOTES for start in (b"bun", b"#"))
_NODE = tuple(quote + b"node:" for quote in _QUOTES)
_KEYWORDS = (b"from", b"import", b"require")
_GAPS = frozenset({b" ", b"\t", b"\r", b"\n", b"("})
_ANSWERED = ("cloudflare:", "http:", "https:", "data:", "assets:", "__STATIC_CONTENT")
_ENDINGS = ("", ".tsx", ".ts", ".jsx", ".js", ".json", "/index.tsx", "/index.ts", "/index.jsx", "/index.js")
_REWRITTEN = {".js": (".ts", ".tsx"), ".jsx": (".tsx", ".ts"), ".mjs": (".mts",), ".cjs": (".cts",)}
_MANY = 400
_LONGEST = 40  # bytes of the name of a module


def is_raised(project: Project, paths: list[str], *, node: bool = False, whole: bool = False) -> bool:
    """Whether one of the files, or of those that they import by a relative path, deserves a graph.

    `node` says that the bundler answers for Node, `whole` that what is installed matters too, as it does where a bundle
    itself is looked at.
    """
    tree = project.tree
    surroundings = project.shared(_Surroundings)
    pending = list(paths)
    seen = set(pending)
    for path in pending:
        try:
            data = tree.read(path)
        except Unreadable:
            return True
        if len(pending) > _MANY or _holds_hint(data):
            return True
        if _asks_node(data, node=node) or surroundings.lack(path, data, node=node, whole=whole):
            return True
        for specifier in _relative(data):
            target = _find(tree, path, specifier)
            if target is None or not tree.surely_holds(target):
                return True
            if target not in seen and target.endswith(SCRIPTS):
                seen.add(target)
                pending.append(target)
    return False


def _holds_hint(data: bytes) -> bool:
    # `in` tries to take bytes for a number first, which costs as much as the search.
    if data.find(b"bun") < 0 and data.find(b"#") < 0:
        return False
    return any(data.find(hint) >= 0 for hint in _HINTS)


def _asks_node(data: bytes, *, node: bool) -> bool:
    """Whether a module of Node is named that nobody may answer for."""
    if data.find(b"node:") < 0:
        return False
    for start in _NODE:
        for piece in data.split(start)[1:]:
            if not node or not _is_of_node(piece[: piece.find(start[:1])]):
                return True
    return False


def _is_of_node(name: bytes) -> bool:
    from bunproof.worker.nodejs import MODULES  # few scripts ask for any

    return len(name) <= _LONGEST and name.decode("utf-8", "replace") in MODULES


class _Surroundings:
    """What may be imported by name, without a doubt, in the folders of a repository."""

    def __init__(self, project: Project) -> None:
        self._tree = project.tree
        self._manifests: dict[str, bytes] = {}
        self._modules: dict[str, tuple[str, ...]] = {}

    def lack(self, path: str, data: bytes, *, node: bool, whole: bool) -> bool:
        """Whether a file imports, by name, what is no npm package that a `package.json` upward asks for.

        That may be a module of Node, an alias of `tsconfig.json`, or a package of the workspace.
        """
        folder = path.rpartition("/")[0]
        for name in _names(data):
            if name.startswith(_ANSWERED) or (node and name.startswith("node:")):
                continue
            package = "/".join(name.split("/")[: 2 if name.startswith("@") else 1])
            declared = self._declared(folder)
            at = declared.find(b'"' + package.encode() + b'":')
            if at < 0 or declared[at + len(package) + 3 :].lstrip().startswith((b'"workspace:', b'"link:', b'"*"')):
                return True
            if whole and self._is_installed(folder, package):
                return True
        return False

    def _declared(self, folder: str) -> bytes:
        """The bytes of every `package.json` in a folder and above."""
        found = self._manifests.get(folder)
        if found is None:
            manifest = f"{folder}/package.json" if folder else "package.json"
            found = read_if_there(self._tree, manifest)
            self._manifests[folder] = found = found + (self._declared(folder.rpartition("/")[0]) if folder else b"")
        return found

    def _is_installed(self, folder: str, package: str) -> bool:
        """Whether a package lies in a `node_modules` of a folder or above."""
        return any(os.path.isdir(f"{self._tree.root}/{modules}/{package}") for modules in self._modules_above(folder))

    def _modules_above(self, folder: str) -> tuple[str, ...]:
        """Every `node_modules` in a folder and above: on the disk, whatever is judged."""
        found = self._modules.get(folder)
        if found is None:
            modules = f"{folder}/node_modules" if folder else "node_modules"
            there = not self._tree.lacks(modules) and os.path.isdir(f"{self._tree.root}/{modules}")
            found = (modules,) if there else ()
            if folder:
                found += self._modules_above(folder.rpartition("/")[0])
            self._modules[folder] = found
        return found


def _names(data: bytes) -> Iterator[str]:
    """What stands in quotes after a keyword and is no relative path."""
    for keyword in _KEYWORDS:
        at = data.find(keyword)
        while at >= 0:
            at += len(keyword)
            while data[at : at + 1] in _GAPS:
                at += 1
            quote = data[at : at + 1]
            if quote in _QUOTES:
                end = data.find(quote, at + 1)
                if end > at + 1 and data[at + 1] != ord("."):
                    yield data[at + 1 : end].decode("utf-8", "replace")
            at = data.find(keyword, at)


def _relative(data: bytes) -> Iterator[str]:
    """What stands in quotes and starts like a relative path."""
    for quote in _QUOTES:
        start = quote + b"."
        at = data.find(start)
        while at >= 0:
            end = data.find(quote, at + 1)
            text = data[at + 1 : end] if end > 0 else b""
            if text.startswith((b"./", b"../")) or text in {b".", b".."}:
                yield text.decode("utf-8", "replace")
            at = data.find(start, at + 1)


def _find(tree: Tree, importer: str, specifier: str) -> str | None:
    if specifier.endswith(("/", "/.", "/..")):
        return None  # a folder, even beside a file of its name
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
