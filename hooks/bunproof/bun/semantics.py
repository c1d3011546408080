"""What Bun does with each form of import, by release: established by running the releases (`tests/bun/differential.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import exports
from bunproof.bun.releases import NAMES

if TYPE_CHECKING:
    from bunproof.bun.judged import Judged
    from bunproof.syntax.javascript_facts import Import, Name

# What every object answers: `import { toString } from "bun"` yields a function.
_OBJECT = frozenset(
    {
        "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
        "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__",
    }
)  # fmt: skip
# Since when a missing name of `bun:test` keeps a file from loading; before, it is `undefined`.
_TEST_LINKED_SINCE = NAMES.index("1.3.0")


def missing_read(file: Judged, each: Import | None, name: Name) -> tuple[int, ...]:
    """The releases in which a name is `undefined` and nothing says so. `each` is None for the global `Bun`."""
    module = "bun" if each is None else each.specifier
    if name.imported == "*" or name.imported in _OBJECT or module not in exports.modules():
        return ()
    if name.form == "named":
        if each is None or each.kind == "re-export":
            return ()
        if module == "bun":
            present = _by_clause(file, name)
            return () if present is None else file.missing_in(present)
        missing = file.missing_in(exports.with_name(module, name.imported))
        return missing if module == "bun:test" and all(index < _TEST_LINKED_SINCE for index in missing) else ()
    if name.imported == "default":
        return ()
    return file.missing_in(exports.with_name(module, name.imported))


def missing_link(file: Judged, each: Import, name: Name) -> tuple[int, ...]:
    """The releases in which a name keeps the file from loading."""
    module = each.specifier
    if name.form != "named" or module not in exports.modules():
        return ()
    if module == "bun":
        return _missing_re_export(file, name) if each.kind == "re-export" else ()
    missing = file.missing_in(exports.with_name(module, name.imported) | _absent(module))
    if module == "bun:test" and each.kind != "re-export":
        return missing if any(index >= _TEST_LINKED_SINCE for index in missing) else ()
    return missing


def _by_clause(file: Judged, name: Name) -> frozenset[int] | None:
    if name.imported != "default":
        return exports.with_name("bun", name.imported)
    # `import B from "bun"` is the object itself; `{ default as B }` reads its property `default`, which is not there.
    return frozenset() if file.source.text[slice(*file.token(name))] == "default" else None


def _missing_re_export(file: Judged, name: Name) -> tuple[int, ...]:
    return () if name.imported == "default" else file.missing_in(exports.passed_on("bun", name.imported))


def _absent(module: str) -> frozenset[int]:
    """Where the module itself is missing, that is another finding."""
    return frozenset(range(len(NAMES))) - exports.with_module(module)
