"""`package.json` as esbuild reads it under wrangler: `exports`, `imports`, `browser` and the main fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from bunproof.worker.files import ancestors, join

if TYPE_CHECKING:
    from bunproof.worker.files import Files

Kind: TypeAlias = Literal["import", "require"]

CONDITIONS = frozenset({"workerd", "worker", "browser", "default"})
_NOTHING = ""  # no condition held: the next one may


def conditional(table: object, key: str, kind: Kind) -> str | None:
    """What an `exports` or `imports` table says for a key ("." or "./x", or "#x"); None where it says nothing.

    The answer starts with "./" for a file of the package; in `imports` it may name another package.
    """
    if not isinstance(table, dict) or not any(name.startswith((".", "#")) for name in table):
        return (_target(table, "", kind) or None) if key == "." else None
    if key in table and "*" not in key and not key.endswith("/"):
        return _target(table[key], "", kind) or None
    for pattern in sorted((name for name in table if "*" in name or name.endswith("/")), key=_rank, reverse=True):
        prefix, star, suffix = pattern.partition("*")
        if key.startswith(prefix) and key != prefix and key.endswith(suffix) and len(key) >= len(prefix) + len(suffix):
            matched = key[len(prefix) : len(key) - len(suffix)]
            found = _target(table[pattern], matched, kind)
            return (found if star or not found else found + matched) or None
    return None


def enclosing(files: Files, folder: str) -> str | None:
    """The nearest folder upward that holds a `package.json`."""
    return next((each for each in ancestors(folder) if files.manifest(each) is not None), None)


def replacement(files: Files, scope: str | None, *names: str) -> str | bool | None:
    """What the `browser` table of a package puts in place of a module or of a file ("./x" in it), under its names.

    False means an empty module, None that nothing is said.
    """
    manifest = files.manifest(scope) if scope is not None else None
    table = manifest.get("browser") if manifest is not None else None
    if not isinstance(table, dict):
        return None
    for name in names:
        value = table.get(name)
        if isinstance(value, str) or value is False:
            return value
    return None


def main_fields(manifest: dict[str, object], kind: Kind) -> list[str]:
    """The files that a folder may stand for, best first, as written."""
    order = ("browser", "module", "main") if kind == "import" else ("browser", "main", "module")
    return [value for field in order if isinstance(value := manifest.get(field), str) and value]


def split(specifier: str) -> tuple[str, str]:
    """A specifier as the package's name and the rest as an `exports` key."""
    parts = specifier.split("/", 2 if specifier.startswith("@") else 1)
    size = 2 if specifier.startswith("@") else 1
    name, rest = "/".join(parts[:size]), "/".join(parts[size:])
    return name, f"./{rest}" if rest else "."


def find_installed(files: Files, folder: str, name: str) -> str | None:
    """The folder of a package in the nearest `node_modules` upward."""
    for each in ancestors(folder):
        found = join(each, f"node_modules/{name}")
        if not each.endswith("node_modules") and files.is_folder(found):
            return files.real(found)
    return None


def _rank(pattern: str) -> tuple[int, int]:
    return (len(pattern.partition("*")[0]), len(pattern))


def _target(value: object, matched: str, kind: Kind) -> str | None:
    """A target as written, with `*` filled in; `_NOTHING` where no condition held, None where it is forbidden."""
    if isinstance(value, str):
        return value.replace("*", matched)
    if isinstance(value, dict):
        for condition, inner in value.items():
            if condition in CONDITIONS or condition == kind:
                found = _target(inner, matched, kind)
                if found != _NOTHING:
                    return found
        return _NOTHING
    if isinstance(value, list):
        targets = (_target(inner, matched, kind) for inner in value)
        return next((target for target in targets if target and target.startswith("./")), _NOTHING)
    return None
