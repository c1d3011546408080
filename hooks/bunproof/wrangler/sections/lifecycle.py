"""Durable Objects, workflows and containers against each other: what only shows when all of them are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.values import ABSENT, is_array, is_truthy, listed

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_LIVE = (ABSENT, "created", "expecting-transfer")


def check_lifecycle(scope: Scope) -> None:
    """Every class that is bound and exported here has a migration or an export; not both kinds."""
    migrations = scope.inherited("migrations")
    exports = scope.inherited("exports")
    migrated = isinstance(migrations.value, (list, str)) and len(migrations.value) > 0
    _check_bindings(scope, exports, migrated=migrated)
    if migrated and not exports.absent:
        for _, export in exports.entries():
            if export["type"].value == "durable-object":
                exports.conflict(
                    "`exports` of Durable Objects and `migrations` exclude each other", "keep one of the two"
                )
                break


def _check_bindings(scope: Scope, exports: Spot, *, migrated: bool) -> None:
    bindings = scope.own("durable_objects").maybe("bindings")
    if not is_array(bindings.value) or not bindings.value:
        return
    here = [binding for binding in bindings if not is_truthy(binding["script_name"].value)]
    uncovered = [each for each in here if not _is_covered(each["class_name"].value, exports)]
    if not uncovered or migrated:
        return
    if any(each["class_name"].type != "string" for each in uncovered):
        return
    classes = listed(dict.fromkeys(str(each["class_name"].value) for each in uncovered), "and")
    uncovered[0]["class_name"].report(
        "unmigrated-durable-object", f"no migration and no export creates the Durable Object {classes}",
        level="warning", help="add a `[[migrations]]` with `new_sqlite_classes`",
    )  # fmt: skip


def _is_covered(name: object, exports: Spot) -> bool:
    if not isinstance(name, str) or not isinstance(exports.value, dict) or name not in exports.value:
        return False
    export = exports[name]
    return export["type"].value == "durable-object" and _is_live(export)


def _is_live(export: Spot) -> bool:
    state = export["state"].value
    return state is None or any(state is each or state == each for each in _LIVE)


def exports_of_type(exports: Spot, kind: str) -> dict[str, Spot]:
    """The exports of a type, by name."""
    if kind == "workflow" and not exports.since(4, 126):
        return {}
    if exports.absent or exports.value is None:
        return {}
    return {str(name): each for name, each in exports.entries() if each.maybe("type").value == kind}


def check_workflow_names(scope: Scope) -> None:
    """No two exports make one workflow."""
    seen: dict[str, Spot] = {}
    for export in exports_of_type(scope.inherited("exports"), "workflow").values():
        name = export["name"]
        if not isinstance(name.value, str):
            continue
        first = seen.setdefault(name.value, name)
        if first is not name:
            name.report(
                "duplicate-wrangler-name", f"`{name.name}` repeats `{first.name}`", help="give each workflow its own name",
                others=((first.path, "value", "first used here"),),
            )  # fmt: skip
