"""What a Worker exports: Durable Objects with their state, entry points, workflows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections import workflows
from bunproof.wrangler.values import found, listed

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_TYPES = ("durable-object", "worker", "workflow")
_STORAGES = ("sqlite", "legacy-kv")
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_WORKFLOW = ("type", "name", "limits", "concurrency", "schedules", "default_retention", "jurisdiction")
# The keys that an export of a Durable Object takes besides `type` and `state`, by its state; the first is required.
_STATES: dict[str, tuple[str, ...]] = {
    "created": ("storage", "container"),
    "deleted": (),
    "renamed": ("renamed_to",),
    "transferred": ("transferred_to",),
    "expecting-transfer": ("storage", "transfer_from", "container"),
}


def check_exports(exports: Spot) -> bool:
    """All exports, by name."""
    if exports.absent or exports.value is None:
        return True
    if not expect.record(exports):
        return False
    return expect.every([_check_export(str(name), export) for name, export in exports.entries()])


def _check_export(name: str, export: Spot) -> bool:
    if not expect.any_object(export):
        return False
    kind = export["type"]
    if kind.value == "durable-object":
        return _check_durable_object(name, export)
    if kind.value == "worker":
        good = expect.only(export, ("type", "cache"), "an export of a Worker")
        return _check_cache(export["cache"]) and good
    types = _TYPES if kind.since(4, 126) else _TYPES[:2]
    if kind.value == "workflow" and "workflow" in types:
        good = expect.every([expect.required(export["name"], "string"), workflows.check_name(export["name"])])
        good = workflows.check_settings(export) and good
        return expect.only(export, _WORKFLOW, "an export of a workflow") and good
    if kind.absent:
        return export.missing("type", f"which is {listed(types)}")
    return expect.of_type(kind, "string") and expect.one_of(kind, types)


def _check_cache(cache: Spot) -> bool:
    if cache.absent:
        return True
    if not expect.record(cache):
        return False
    return expect.every([expect.required(cache["enabled"], "boolean"), expect.only(cache, ("enabled",))])


def _check_durable_object(name: str, export: Spot) -> bool:
    good = True
    if not name:
        good = export.report(
            "invalid-wrangler-value", "the name of an export is empty", part="key", help="name the class"
        )
    state = "created" if export["state"].absent else export["state"].value
    if not isinstance(state, str) or state not in _STATES:
        return expect.of_type(export["state"], "string") and expect.one_of(export["state"], tuple(_STATES))
    keys = _STATES[state]
    if "storage" in keys:
        good = expect.required(export["storage"], "string") and expect.one_of(export["storage"], _STORAGES) and good
        good = _check_container(export) and good
    for key in ("renamed_to", "transferred_to", "transfer_from"):
        if key in keys:
            good = _check_other_class(export[key]) and good
    target = export["renamed_to"]
    if state == "renamed" and isinstance(target.value, str) and target.value:
        if not _IDENTIFIER.fullmatch(target.value):
            good = target.invalid(f"`{target.name}` is no name of a class", "use letters, digits, _ and $")
        if target.value == name:
            good = target.invalid(f"`{target.name}` is the name that the class has already")
    return _check_keys(export, state) and good


def _check_other_class(spot: Spot) -> bool:
    if not expect.required(spot, "string"):
        return False
    return bool(spot.value) or spot.invalid(f"`{spot.name}` is empty")


def _check_container(export: Spot) -> bool:
    container = export["container"]
    if container.absent:
        return True
    if not isinstance(container.value, str) or not container.value:
        return container.invalid(f"`{container.name}` must name a container, not be {found(container.value)}")
    if export["storage"].value == "legacy-kv":
        return container.conflict("a container takes `sqlite` storage", 'set `storage = "sqlite"`')
    return True


def _check_keys(export: Spot, state: str) -> bool:
    allowed = ("type", "state", *_STATES[state])
    good = True
    for key, each in export.entries():
        if key not in allowed:
            good = each.report(
                "unknown-wrangler-key", f"a class in state `{state}` takes no `{key}`", part="key",
                help=f"it takes {listed(allowed, 'and')}",
            )  # fmt: skip
    return good
