"""Names of bindings, which must differ across all kinds: they become properties of one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import as_key, found, is_nullish, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.syntax.document import Part
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

# Properties that every object of JavaScript has: a binding of such a name ends wrangler.
_BUILT_IN = frozenset({
    "constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
    "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
})  # fmt: skip
_TOP_ONLY = ("data_blobs", "text_blobs", "wasm_modules")


class Name(NamedTuple):
    """A name and where it is given: by a value, or as a key."""

    text: str
    kind: str
    spot: Spot
    part: Part = "value"


def check_unique_names(scope: Scope) -> None:
    """No name is given twice; on Pages none is `ASSETS`."""
    top = scope.top or scope
    pages = not top.root["pages_build_output_dir"].absent
    seen: dict[str, Name] = {}
    told: set[tuple[str, str]] = set()
    # An environment's own name is told of, not the one above that it repeats.
    for name in sorted(_all_names(scope), key=lambda name: name.spot.path[:1] == ("env",)):
        if name.text in _BUILT_IN:
            message = f"`{name.text}` is a property of every object, and cannot name a binding"
            raise CrashError(name.spot.path, message, name.part)
        if name.text == "ASSETS" and pages:
            name.spot.conflict("`ASSETS` is reserved in a Pages project", "choose another name", part=name.part)
        first = seen.setdefault(name.text, name)
        if first is not name and (name.text, name.kind) not in told:
            told.add((name.text, name.kind))
            where = f"twice in `{name.kind}`" if name.kind == first.kind else f"in `{first.kind}` and in `{name.kind}`"
            name.spot.report(
                "duplicate-wrangler-name", f"the name `{name.text}` is given {where}", part=name.part,
                label="the bindings of a Worker share one object", help="rename one of them",
                others=((first.spot.path, first.part, "first given here"),),
            )  # fmt: skip


def _all_names(scope: Scope) -> Iterator[Name]:
    top = scope.top or scope
    written = [*map(str, keys_of(top.root.value)), *map(str, keys_of(scope.root.value))]
    order = {key: at for at, key in enumerate(written)}
    for kind in sorted(scope.release.bindings, key=lambda kind: order.get(kind, 0)):
        if kind == "queues":
            yield from _names(kind, scope.own(kind).maybe("producers"))
        elif kind in _TOP_ONLY:
            paths = scope.above(kind)
            if not paths.absent:
                yield from (
                    Name(as_key(key), kind, each, "key") for key, each in paths.entries() if each.type == "string"
                )
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
        yield Name(spot["binding"].text, kind, spot["binding"])
    else:
        yield from (Name(as_key(key), kind, each, "key") for key, each in spot.entries())


def _secrets(secrets: Spot) -> Iterator[Name]:
    required = secrets.maybe("required")
    if is_nullish(required.value):
        return
    if not isinstance(required.value, (list, str)):
        raise CrashError(required.path, f"`{required.name}` must be an array, not {found(required.value)}")
    if isinstance(required.value, str):
        yield from (Name(letter, "secret", required) for letter in required.value)
    else:
        yield from (Name(each.text, "secret", each) for each in required)
