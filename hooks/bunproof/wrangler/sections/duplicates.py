"""Names of bindings, which must differ across all kinds: they become properties of one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import as_key, found, is_nullish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

# Properties that every object of JavaScript has: a binding of such a name ends wrangler.
_BUILT_IN = frozenset({
    "constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
    "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
})  # fmt: skip
_TOP_ONLY = ("data_blobs", "text_blobs", "wasm_modules")


class Name(NamedTuple):
    """A name and where it is given."""

    text: str
    kind: str
    spot: Spot


def check_unique_names(scope: Scope) -> None:
    """No name is given twice; on Pages none is `ASSETS`."""
    top = scope.top or scope
    pages = not top.root["pages_build_output_dir"].absent
    seen: dict[str, Name] = {}
    told: set[tuple[str, str]] = set()
    for name in _all_names(scope):
        if name.text in _BUILT_IN:
            message = f"a {name.kind} is called `{name.text}`, like a property that every object has"
            raise CrashError(name.spot.path, message)
        if name.text == "ASSETS" and pages:
            name.spot.conflict("`ASSETS` is reserved in a Pages project", "choose another name", part="value")
        first = seen.setdefault(name.text, name)
        if first is not name and (name.text, name.kind) not in told:
            told.add((name.text, name.kind))
            what = f"two {name.kind}" if name.kind == first.kind else f"{first.kind} and {name.kind}"
            name.spot.report(
                "duplicate-wrangler-name", f"`{name.text}` names {what}: the bindings of a Worker need different names",
                help="rename one of them", others=((first.spot.path, "first used here"),),
            )  # fmt: skip


def _all_names(scope: Scope) -> Iterator[Name]:
    top = scope.top or scope
    for kind in scope.release.bindings:
        if kind == "queues":
            yield from _names(kind, scope.own(kind).maybe("producers"))
        elif kind in _TOP_ONLY:
            paths = top.root[kind]
            if not paths.absent:
                yield from (Name(as_key(key), kind, each) for key, each in paths.entries() if each.type == "string")
        elif kind == "durable_objects":
            yield from _durable_objects(scope)
        elif kind == "secrets":
            yield from _secrets(scope.own("secrets"))
        else:
            inherits = kind in scope.release.inherited
            yield from _names(kind, scope.inherited(kind) if inherits else scope.own(kind))


def _durable_objects(scope: Scope) -> Iterator[Name]:
    spot = scope.own("durable_objects")
    bindings = spot.maybe("bindings")
    if not is_nullish(bindings.value):
        yield from _names("durable_objects", spot)


def _names(kind: str, spot: Spot) -> Iterator[Name]:
    """The names that a value of a binding's key gives, as wrangler collects them."""
    value = spot.value
    if not isinstance(value, (dict, list)):
        return
    if isinstance(value, list):
        if all(isinstance(each, dict) and isinstance(each.get("binding"), str) for each in value):
            yield from (Name(str(each["binding"].value), kind, each["binding"]) for each in spot)
        return
    bindings = value.get("bindings")
    if isinstance(bindings, list) and all(
        isinstance(each, dict) and isinstance(each.get("name"), str) for each in bindings
    ):
        yield from (Name(str(each["name"].value), kind, each["name"]) for each in spot["bindings"])
    elif "binding" in value:
        yield Name(as_key(value["binding"]), kind, spot["binding"])
    else:
        yield from (Name(as_key(key), kind, each) for key, each in spot.entries())


def _secrets(secrets: Spot) -> Iterator[Name]:
    required = secrets.maybe("required")
    if is_nullish(required.value):
        return
    if not isinstance(required.value, (list, str)):
        raise CrashError(required.path, f"`{required.name}` must be an array, not {found(required.value)}")
    if isinstance(required.value, str):
        yield from (Name(letter, "secret", required) for letter in required.value)
    else:
        yield from (Name(as_key(each.value), "secret", each) for each in required)
