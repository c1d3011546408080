"""The wrangler that a lockfile resolved, found by a search over its bytes: bun, npm, pnpm and both kinds of Yarn's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bunproof.wrangler.manifests import line_of
from bunproof.wrangler.nearby import folders, read_if_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bunproof.tree import Tree
    from bunproof.wrangler.manifests import Declaration

# Patterns are compiled when there is a lockfile to search: compiling them all takes longer than most searches.
_NUMBER = rb"(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)"
_NPM_VERSION = rb'\{\s*"version"\s*:\s*"' + _NUMBER + rb'"'
_NPM_OLD = rb'"wrangler"\s*:\s*\{\s*"version"\s*:\s*"' + _NUMBER + rb'"'
_PNPM_MEMBER = rb"(?m)^( +)wrangler:\r?\n\1  specifier: ([^\r\n]*)\r?\n\1  version: ['\"]?" + _NUMBER
_PNPM_OLD_MEMBER = rb"(?m)^ +wrangler: " + _NUMBER
_PNPM_PACKAGE = rb"(?m)^  ['\"]?/?wrangler[@/]" + _NUMBER
_PNPM_NEXT = rb"(?m)^(?: {2})?[^ \r\n]"
_YARN_ENTRY = rb'(?m)^"?wrangler@([^\r\n]*?)"?:\r?\n  version:? "?' + _NUMBER

# What another folder holds: whatever a lockfile has under the same name is something else.
_LOCAL = ("workspace:", "link:", "file:", "portal:")


class Locked(NamedTuple):
    """An exact version, and the file and 1-based line that hold it."""

    version: str
    path: str
    line: int


class _Asker(NamedTuple):
    """Who depends on wrangler: the package's folder below the lockfile's, its name, and what it asks for."""

    importer: str
    name: str
    spec: str | None


def find_locked(tree: Tree, path: str, declared: Declaration | None) -> Locked | None:
    """What the nearest lockfile at or above the package (or the configuration at `path`) resolved wrangler to."""
    if declared is not None and declared.asked.startswith(_LOCAL):
        return None
    start = path if declared is None else f"{declared.folder}package.json"
    for folder in folders(start):
        asker = _Asker(start[len(folder) :].rpartition("/")[0], declared.name if declared else "", None)
        if declared is not None:
            asker = asker._replace(spec=declared.asked)
        for name, search in _SEARCHES.items():
            data = read_if_there(tree, folder + name)
            match = search(data, asker) if b"wrangler" in data else None
            if match is not None:
                version = match[match.re.groups].decode()
                return Locked(version, folder + name, line_of(data, match.end()))
    return None


def _bun(data: bytes, asker: _Asker) -> re.Match[bytes] | None:
    for owner in (f"{asker.name}/", "") if asker.name else ("",):
        entry = rb'"' + re.escape(owner.encode()) + rb'wrangler": \["wrangler@' + _NUMBER
        match = re.search(entry, data)
        if match is not None:
            return match
    return None


def _npm(data: bytes, asker: _Asker) -> re.Match[bytes] | None:
    for folder in _upwards(asker.importer):
        key = f'"{folder}node_modules/wrangler"'.encode()
        at = data.find(key)
        match = re.compile(_NPM_VERSION).search(data, at, at + len(key) + 200) if at >= 0 else None
        if match is not None:
            return match
    return re.search(_NPM_OLD, data)


def _pnpm(data: bytes, asker: _Asker) -> re.Match[bytes] | None:
    importers = (
        [asker.importer] if asker.spec is not None else [folder.rstrip("/") for folder in _upwards(asker.importer)]
    )
    for importer in importers:
        start, end = _pnpm_importer(data, importer)
        found = re.compile(_PNPM_MEMBER).search(data, start, end)
        found = found or re.compile(_PNPM_OLD_MEMBER).search(data, start, end)
        if found is not None:
            return found
    return _only(re.finditer(_PNPM_PACKAGE, data))


def _pnpm_importer(data: bytes, importer: str) -> tuple[int, int]:
    """The block of a workspace's package; the whole head of a lockfile that has no `importers`."""
    packages = data.find(b"\npackages:")
    end = len(data) if packages < 0 else packages
    if b"\nimporters:" not in data[:end]:
        return (0, end)
    name = re.escape((importer or ".").encode())
    head = re.compile(rb"^  ['\"]?" + name + rb"['\"]?:\r?\n", re.MULTILINE).search(
        data, data.find(b"\nimporters:"), end
    )
    if head is None:
        return (end, end)
    after = re.compile(_PNPM_NEXT).search(data, head.end(), end)
    return (head.end(), after.start() if after else end)


def _yarn(data: bytes, asker: _Asker) -> re.Match[bytes] | None:
    entries = list(re.finditer(_YARN_ENTRY, data))
    if asker.spec is not None:
        wanted = {asker.spec, f"npm:{asker.spec}"}
        for entry in entries:
            header = entry[1].decode("utf-8", "replace").replace('"', "")
            if wanted.intersection(part.strip().removeprefix("wrangler@") for part in header.split(",")):
                return entry
    return _only(iter(entries))


def _only(matches: Iterator[re.Match[bytes]]) -> re.Match[bytes] | None:
    """The match that all agree with; of several versions none is the project's for certain."""
    found = {match[match.re.groups]: match for match in matches}
    return next(iter(found.values())) if len(found) == 1 else None


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield f"{folder}/"
        folder = folder.rpartition("/")[0]
    yield ""


# Bun's first: a project that keeps several has moved to Bun and forgot the others more often than the reverse.
_SEARCHES: dict[str, Callable[[bytes, _Asker], re.Match[bytes] | None]] = {
    "bun.lock": _bun,
    "package-lock.json": _npm,
    "npm-shrinkwrap.json": _npm,
    "pnpm-lock.yaml": _pnpm,
    "yarn.lock": _yarn,
}
