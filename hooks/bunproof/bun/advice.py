"""What to do about a name that is not there: the nearest name, a newer Bun, or what a Worker has instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import exports
from bunproof.bun.releases import NAMES
from bunproof.diagnostics import Fix, replace

if TYPE_CHECKING:
    from bunproof.bun.judged import Judged
    from bunproof.syntax.javascript_facts import Name

_DATABASES = frozenset(
    {"SQL", "sql", "postgres", "SQLite", "Database", "sqlite", "bun:sqlite", "bun:sql", "RedisClient", "redis"}
)
_INTERNAL = frozenset({"bun:wrap", "bun:main", "bun:app", "bun:sql"})
# Modules that people expect, by the name of `bun` that does what they are after.
_ELSEWHERE = {
    "sql": "SQL", "postgres": "SQL", "redis": "redis", "s3": "s3", "shell": "$", "glob": "Glob", "yaml": "YAML", "toml": "TOML",
    "secrets": "secrets", "server": "serve", "serve": "serve", "password": "password", "hash": "hash", "semver": "semver",
    "cookie": "Cookie", "color": "color", "spawn": "spawn", "file": "file", "plugin": "plugin", "cron": "cron",
}  # fmt: skip
_OBJECT_STORES = frozenset({"S3Client", "s3", "bun:s3"})


def near(name: str, module: str, allowed: tuple[int, ...]) -> str | None:
    """The name of a module, in all these releases, that was probably meant."""
    from difflib import get_close_matches  # on the way to a finding

    known = [each for each in exports.names(module) if exports.with_name(module, each).issuperset(allowed)]
    folded = {each.lower(): each for each in known}
    if name.lower() in folded:
        return folded[name.lower()]
    found = get_close_matches(name, known, 1, 0.75)
    return found[0] if found else None


def help_for(file: Judged, module: str, name: str, missing: tuple[int, ...]) -> str:
    """One order for a missing name."""
    if file.in_worker():
        return in_worker(name)
    present = exports.with_name(module, name)
    later = [index for index in present if index > missing[-1]]
    if later:
        order = "raise the range to" if file.bun.pins else "declare `engines.bun`"
        text = f"{order} >={NAMES[min(later)]}"
        return f"{text}, or for SQLite import `Database` from `bun:sqlite`" if name == "SQL" else text
    other = near(name, module, file.bun.allowed.releases)
    if other is not None:
        return f"did you mean `{other}`?"
    for elsewhere in exports.modules():
        if elsewhere != "bun:wrap" and exports.with_name(elsewhere, name).issuperset(file.bun.allowed.releases):
            return f"did you mean `{name}` of `{elsewhere}`?"
    return "remove it, or import it from the package that has it"


def help_for_module(file: Judged, rest: str, missing: tuple[int, ...]) -> str:
    """One order for a missing `bun:` module."""
    if file.in_worker():
        return in_worker(f"bun:{rest}")
    later = [index for index in exports.with_module(f"bun:{rest}") if index > missing[-1]]
    if later:
        return f"raise the range to >={NAMES[min(later)]}"
    allowed = file.bun.allowed.releases
    from difflib import get_close_matches  # on the way to a finding

    found = get_close_matches(f"bun:{rest}", [each for each in exports.modules() if each not in _INTERNAL], 1, 0.8)
    if found and rest not in _ELSEWHERE:
        return f"did you mean `{found[0]}`?"
    name = _ELSEWHERE.get(rest) or near(rest, "bun", allowed)
    if name is None:
        return "import it from the package that has it, without `bun:`"
    present = exports.with_name("bun", name)
    if present.issuperset(allowed):
        return f'did you mean `import {{ {name} }} from "bun"`?'
    return f'raise the range to >={NAMES[min(present)]} and `import {{ {name} }} from "bun"`'


def in_worker(name: str) -> str:
    """What code that is deployed as a Worker uses instead."""
    if name in _DATABASES:
        return "in a Worker, query a D1 binding (`env.DB.prepare(...)`); Bun's database clients exist only in Bun"
    if name in _OBJECT_STORES:
        return "in a Worker, use an R2 binding; Bun's S3 client exists only in Bun"
    return "in a Worker, use what the platform provides; if only Bun runs this file, raise the range of `engines.bun`"


def rename(file: Judged, module: str, name: Name) -> Fix | None:
    """The unsafe fix that writes the nearest name, where a whole binding can be renamed."""
    other = near(name.imported, module, file.bun.allowed.releases)
    if other is None or name.exported or file.source.lossy:
        return None
    edits = [replace(file.source, file.token(name), other)]
    if name.local == name.imported and name.form == "named":
        edits += [replace(file.source, span, other) for span in sorted({*name.uses, *name.tested})]
    return Fix(f"write `{other}`", safe=False, edits=tuple(edits))
