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
        self._root = entry.additional
        rules = [(rule.type, rule.globs, rule.fallthrough) for rule in entry.rules]
        globs: list[str] = []
        scripts: list[str] = []
        complete: set[str] = set()
        for kind, patterns, fallthrough in (*rules, *((kind, patterns, False) for kind, patterns in _DEFAULT)):
            if kind not in complete:
                (scripts if kind in _SCRIPTS else globs).extend(patterns)
            if not fallthrough:
                complete.add(kind)
        self._claimed = _compile(globs, spans_folders=True)
        self._asked = _compile([*globs, *scripts], spans_folders=True)
        self._found = _compile([*globs, *scripts], spans_folders=False)

    def claim(self, specifier: str) -> bool:
        """Whether a specifier is a module that is not bundled."""
        return self._claimed.fullmatch(specifier) is not None

    def additional(self, specifier: str, importer: str) -> str | None:
        """The file that `find_additional_modules` uploads as it is, if there is such a file; None where it is bundled."""
        root = self._root
        path = resolve_path(folder_of(importer), specifier) if root is not None else None
        if root is None or path is None or (root and not path.startswith(f"{root}/")):
            return None
        inside = path[len(root) + 1 :] if root else path
        return path if self._asked.fullmatch(specifier) and self._found.fullmatch(inside) else None


def _compile(globs: list[str], *, spans_folders: bool) -> re.Pattern[str]:
    """Wrangler's two readings of globs: for a specifier `*` spans folders, for a file it does not."""
    return re.compile("|".join(_pattern(glob, spans_folders=spans_folders) for glob in globs))


def _pattern(glob: str, *, spans_folders: bool) -> str:
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
    return pattern
