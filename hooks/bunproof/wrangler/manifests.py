"""What `package.json` files and workspace catalogs say about wrangler."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bunproof.source import Source
from bunproof.syntax import jsonc
from bunproof.wrangler.nearby import folders, read_if_there

if TYPE_CHECKING:
    from bunproof.tree import Tree

_FIELDS = ("devDependencies", "dependencies", "optionalDependencies", "peerDependencies")
_VERSION = rb'"version"\s*:\s*"([^"\\]+)"'
_MEMBER = rb'"wrangler"\s*:\s*"((?:[^"\\]|\\.)*)"'
_YAML_WRANGLER = rb"""(?m)^([ \t]+)(['"]?)wrangler\2:[ \t]*(['"]?)([^'"\s#]+)\3"""
_CATALOG = "catalog:"


class Found(NamedTuple):
    """A version and its 1-based line."""

    version: str
    line: int


class Declaration(NamedTuple):
    """A dependency on wrangler.

    `folder` is the package's, with a trailing slash, and `name` its name. `asked` is what its `package.json` says;
    `spec` is the range that it stands for, which `path`, `line` and `key` hold: another file's where a catalog says it.
    """

    folder: str
    name: str
    asked: str
    spec: str
    path: str
    line: int
    key: str


def find_version_field(data: bytes) -> Found | None:
    """The first `version` of a package's own manifest."""
    match = re.search(_VERSION, data)
    return Found(match[1].decode("utf-8", "replace"), line_of(data, match.start())) if match else None


def find_declaration(tree: Tree, path: str) -> Declaration | None:
    """The nearest `package.json` above `path` that depends on wrangler, with catalogs looked up."""
    above = list(folders(path))
    for index, folder in enumerate(above):
        declared = _declaration(tree, folder)
        if declared is None:
            continue
        if not declared.asked.startswith(_CATALOG):
            return declared
        name = declared.asked[len(_CATALOG) :].strip() or "default"
        for workspace in above[index:]:
            found = _from_workspace(tree, workspace, name, declared) or _from_manifest(tree, workspace, name, declared)
            if found is not None:
                return found
        return declared
    return None


def line_of(data: bytes, offset: int) -> int:
    """The 1-based line of a byte offset."""
    return data.count(b"\n", 0, offset) + 1


def _declaration(tree: Tree, folder: str) -> Declaration | None:
    path = f"{folder}package.json"
    data = read_if_there(tree, path)
    manifest = _object(data) if b'"wrangler"' in data else {}
    for field in _FIELDS:
        dependencies = manifest.get(field)
        spec = dependencies.get("wrangler") if isinstance(dependencies, dict) else None
        if isinstance(spec, str):
            asked = spec.strip().removeprefix("npm:wrangler@")
            line = _member_line(data, field, spec)
            return Declaration(folder, str(manifest.get("name", "")), asked, asked, path, line, f"{field}.wrangler")
    return None


def _from_manifest(tree: Tree, folder: str, name: str, declared: Declaration) -> Declaration | None:
    """Bun's catalogs: `catalog` and `catalogs`, at the top of the workspace's `package.json` or in `workspaces`."""
    path = f"{folder}package.json"
    data = read_if_there(tree, path)
    if b'"catalog' not in data:
        return None
    manifest = _object(data)
    for prefix, holder in (("workspaces.", manifest.get("workspaces")), ("", manifest)):
        if not isinstance(holder, dict):
            continue
        for key, catalog in _catalogs(holder, name):
            spec = catalog.get("wrangler") if isinstance(catalog, dict) else None
            if isinstance(spec, str):
                line = _member_line(data, key.rpartition(".")[2], spec)
                return declared._replace(spec=spec.strip(), path=path, line=line, key=f"{prefix}{key}.wrangler")
    return None


def _catalogs(holder: dict[str, object], name: str) -> list[tuple[str, object]]:
    named = holder.get("catalogs")
    found = [(f"catalogs.{name}", named.get(name))] if isinstance(named, dict) else []
    return [("catalog", holder.get("catalog")), *found] if name == "default" else found


def _from_workspace(tree: Tree, folder: str, name: str, declared: Declaration) -> Declaration | None:
    """Catalogs of pnpm (`pnpm-workspace.yaml`) and Yarn (`.yarnrc.yml`); both are block mappings with one shape."""
    for path in (f"{folder}pnpm-workspace.yaml", f"{folder}.yarnrc.yml"):
        data = read_if_there(tree, path)
        for match in re.finditer(_YAML_WRANGLER, data) if b"catalog" in data else ():
            keys = _yaml_parents(data, match.start(), len(match[1]))
            if keys == ["catalogs", name] or (keys == ["catalog"] and name == "default"):
                line = line_of(data, match.start(4))
                key = ".".join([*keys, "wrangler"])
                return declared._replace(spec=match[4].decode("utf-8", "replace"), path=path, line=line, key=key)
    return None


def _yaml_parents(data: bytes, offset: int, indent: int) -> list[str]:
    """The keys above a line of a block mapping, outermost first."""
    keys: list[str] = []
    for line in reversed(data[:offset].split(b"\n")):
        text = line.strip()
        depth = len(line) - len(line.lstrip())
        if text and not text.startswith(b"#") and depth < indent:
            keys.insert(0, text.partition(b":")[0].decode("utf-8", "replace").strip("'\""))
            indent = depth
        if not indent:
            break
    return keys


def _member_line(data: bytes, parent: str, value: str) -> int:
    start = max(data.find(f'"{parent}"'.encode()), 0)
    for match in re.compile(_MEMBER).finditer(data, start):
        if match[1] == value.encode():
            return line_of(data, match.start())
    return line_of(data, start)


def _object(data: bytes) -> dict[str, object]:
    """What a `package.json` says: Bun's may hold comments. One that cannot be parsed is reported where it is selected."""
    parsed = jsonc.read(Source("package.json", data)).data
    return parsed if isinstance(parsed, dict) else {}
