"""What Bun does with each form of import, by release: established by running the releases (`tests/bun/differential.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import exports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged
    from bunproof.syntax.javascript_facts import Import, Name

# What every object answers: `import { toString } from "bun"` yields a function.
_OBJECT = frozenset(
    {
        "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
        "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__",
    }
)  # fmt: skip

# Exported, and `undefined` all the same: internals of releases up to 1.0.22, and from 1.1.28 to 1.1.37.
_HOLLOW = frozenset(
    {
        ("bun:wrap", "__toModule"),
        ("bun", "wipDevServerDoNotUseYet"),
        ("bun", "wipDevServerExpectHugeBreakingChanges"),
    }
)


def missing_reads(file: Judged, each: Import) -> Iterator[tuple[Name, tuple[int, ...]]]:
    """The names of an import that are `undefined`, and nothing says so, with the releases where that is so."""
    base = "*"
    for name in each.names:
        if name.form != "member":
            base = name.imported
        if name.imported == "*" or name.imported in _OBJECT or each.specifier not in exports.modules():
            continue
        if name.form == "named":
            missing = _missing_named(file, each, name)
        elif base == "default" and each.specifier != "bun":
            missing = _with_module(each.specifier, file.missing_in(exports.on_default(each.specifier, name.imported)))
        else:
            missing = missing_member(file, each.specifier, name)
        if each.kind != "import":
            missing = tuple(index for index in missing if index not in exports.static_only(each.specifier))
        if missing:
            yield name, missing


def missing_member(file: Judged, module: str, name: Name) -> tuple[int, ...]:
    """The releases in which a property that is read from a module is `undefined`."""
    if name.imported == "default" or name.imported in _OBJECT:
        return ()
    return _with_module(module, file.missing_in(_having(module, name.imported)))


def hollow(file: Judged, module: str, name: str) -> tuple[int, ...]:
    """The releases in which a name is exported, and is `undefined`."""
    if (module, name) not in _HOLLOW:
        return ()
    return tuple(index for index in file.bun.allowed.releases if index in exports.passed_on(module, name))


def missing_link(file: Judged, each: Import, name: Name) -> tuple[int, ...]:
    """The releases in which a name keeps the file from loading."""
    module = each.specifier
    if name.form != "named" or module not in exports.modules():
        return ()
    if each.kind == "re-export":
        is_default = name.imported == "default" and module == "bun"
        return () if is_default else _with_module(module, file.missing_in(exports.passed_on(module, name.imported)))
    missing = _with_module(module, file.missing_in(exports.with_name(module, name.imported)))
    return missing if exports.strict(module).intersection(missing) else ()


def _missing_named(file: Judged, each: Import, name: Name) -> tuple[int, ...]:
    """A specifier of `import { ... }` that is not linked."""
    module = each.specifier
    if each.kind == "re-export":
        return ()
    if name.imported == "default" and (module == "bun:test" or file.source.text[slice(*file.token(name))] != "default"):
        # `import B from "bun"` is the object itself; `{ default as B }` reads its property `default`, which is not there.
        return ()
    missing = _with_module(module, file.missing_in(_having(module, name.imported)))
    strict = exports.strict(module)
    if (module, name.imported) in _HOLLOW:
        return tuple(
            index for index in missing if index not in strict or index in exports.with_name(module, name.imported)
        )
    return () if strict.intersection(missing) else missing


def _having(module: str, name: str) -> frozenset[int]:
    return frozenset() if (module, name) in _HOLLOW else exports.with_name(module, name)


def _with_module(module: str, missing: tuple[int, ...]) -> tuple[int, ...]:
    """Without the releases that lack the module itself: that is another finding."""
    there = exports.with_module(module)
    return tuple(index for index in missing if index in there or not there)
