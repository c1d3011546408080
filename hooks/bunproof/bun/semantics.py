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


def is_linked(each: Import, name: Name) -> bool:
    """Whether a missing name keeps the file from loading, rather than being `undefined`."""
    if name.form != "named":
        return False
    return each.kind == "re-export" or each.specifier != "bun"


def missing_value(file: Judged, module: str, name: Name) -> frozenset[int] | None:
    """The releases in which a name that is read (not linked) has a value; None where it is no question of names."""
    if name.imported == "*" or module not in exports.modules():
        return None
    if name.form == "named" and name.imported == "default":
        start, end = name.span
        # `import B from "bun"` is the object itself; `{ default as B }` reads its property `default`.
        return None if file.source.text[start:end] != "default" else frozenset()
    if name.imported in _OBJECT:
        return None
    if module == "bun" and name.form == "member" and name.imported == "default":
        return None
    return exports.with_name(module, name.imported)


def linkable(module: str, name: str, *, re_export: bool) -> frozenset[int]:
    """The releases in which a linked name is found."""
    if module != "bun":
        return exports.with_name(module, name)
    since = NAMES.index("1.2.2")  # before, `bun` as a real module exported only its default
    if name == "default":
        return exports.with_module("bun")
    return (
        frozenset(index for index in exports.with_enumerable(module, name) if index >= since)
        if re_export
        else frozenset()
    )
