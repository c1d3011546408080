"""wrangler's `rules`: which specifiers are modules of their own beside the bundle (WebAssembly, text, data)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.worker.files import folder_of, resolve_path

if TYPE_CHECKING:
    from bunproof.worker.entries import Entry

_DEFAULT = (
    ("Text", ("**/*.txt", "**/*.html", "**/*.sql")),
    ("Data", ("**/*.bin",)),
    ("CompiledWasm", ("**/*.wasm", "**/*.wasm?module")),
)
_SCRIPTS = frozenset({"ESModule", "CommonJS"})


class ModuleRules:
    """The rules of one entry, wrangler's own after the user's."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        rules = [(rule.type, rule.globs, rule.fallthrough) for rule in entry.rules]
        self._globs: list[str] = []
        self._scripts: list[str] = []
        complete: set[str] = set()
        for kind, globs, fallthrough in (*rules, *((kind, globs, False) for kind, globs in _DEFAULT)):
            if kind not in complete:
                (self._scripts if kind in _SCRIPTS else self._globs).extend(globs)
            if not fallthrough:
                complete.add(kind)

    def claim(self, specifier: str) -> bool:
        """Whether a specifier is a module that is not bundled."""
        return any(_matches(glob, specifier, spans_folders=True) for glob in self._globs)

    def additional(self, specifier: str, importer: str) -> str | None:
        """The file that `find_additional_modules` uploads as it is, if there is such a file; None where it is bundled."""
        root = self._entry.additional
        path = resolve_path(folder_of(importer), specifier) if root is not None else None
        if root is None or path is None or (root and not path.startswith(f"{root}/")):
            return None
        globs = (*self._scripts, *self._globs)
        inside = path[len(root) + 1 :] if root else path
        asked = any(_matches(glob, specifier, spans_folders=True) for glob in globs)
        return path if asked and any(_matches(glob, inside, spans_folders=False) for glob in globs) else None


def _matches(glob: str, text: str, *, spans_folders: bool) -> bool:
    """Wrangler's two readings of a glob: for a specifier `*` spans folders, for a file it does not."""
    pattern = ""
    at = 0
    while at < len(glob):
        if glob[at] != "*":
            pattern += re.escape(glob[at])
            at += 1
            continue
        end = at
        while end < len(glob) and glob[end] == "*":
            end += 1
        if spans_folders:
            pattern += ".*"
        elif end - at > 1 and glob[end : end + 1] == "/" and (at == 0 or glob[at - 1] == "/"):
            pattern += "(?:[^/]*/)*"
            end += 1
        else:
            pattern += "[^/]*"
        at = end
    return re.fullmatch(pattern, text) is not None
