"""Where a Worker answers: routes, custom domains, and what starts it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.values import found, is_truthy

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_ROUTE_KEYS = {
    "zone_id": "string", "zone_name": "string", "custom_domain": "boolean", "enabled": "boolean",
    "previews_enabled": "boolean",
}  # fmt: skip
_OLD_ROUTE_KEYS = ("zone_id", "zone_name", "custom_domain")
_EVENTS = tuple(
    f"cf.artifacts.repo.{name}"
    for name in (
        "created", "deleted", "forked", "imported", "pushed", "cloned", "fetched", "token.created", "token.revoked",
    )
)  # fmt: skip


def check_route(route: Spot) -> bool:
    """One route: a pattern, or a table with a pattern and a zone, or a custom domain."""
    if route.absent or (isinstance(route.value, str) and route.value):
        return True
    if not route.is_object:
        return route.invalid(f"`{route.name}` must be a pattern or a table, not {found(route.value)}")
    if route.is_array:
        return route.invalid(f"`{route.name}` must be a pattern or a table, not an array", "write `routes` for several")
    if route["pattern"].type != "string":
        return expect.required(route["pattern"], "string")
    return expect.every([_check_route_key(str(key), each) for key, each in route.entries()]) and _check_zone(route)


def _check_route_key(key: str, spot: Spot) -> bool:
    if key == "pattern":
        return True
    known = _ROUTE_KEYS if spot.since(4, 85) else _OLD_ROUTE_KEYS
    if key in known:
        return expect.of_type(spot, _ROUTE_KEYS[key])
    near = expect.nearest(key, ("pattern", *known))
    return spot.report(
        "unknown-wrangler-key", f"a route takes no `{key}`", part="key",
        help=f"write `{near}`" if near else "a route has a `pattern` and a `zone_name` or `custom_domain`",
    )  # fmt: skip


def _check_zone(route: Spot) -> bool:
    if "zone_id" in route and "zone_name" in route:
        return route["zone_name"].conflict("`zone_id` and `zone_name` exclude each other", "keep one of them")
    for key in ("enabled", "previews_enabled"):
        if key in route and "custom_domain" not in route:
            return route[key].conflict(
                f"`{key}` is for custom domains only", "add `custom_domain = true`, or remove it"
            )
    if not any(key in route for key in ("zone_id", "zone_name", "custom_domain")):
        return route.missing("zone_name", "or `zone_id` or `custom_domain`")
    return True


def check_routes(routes: Spot, *, single: Spot) -> bool:
    """Several routes; `single` is the key `route` beside it, which excludes it."""
    if routes.absent:
        return True
    good = expect.array(routes)
    for route in routes:
        if not is_truthy(route.value):
            good = route.invalid(f"`{route.name}` must be a pattern or a table, not {found(route.value)}")
        else:
            good = check_route(route) and good
    if not single.absent:
        good = single.conflict("`route` and `routes` exclude each other", "move it into `routes`")
    return good


def check_triggers(triggers: Spot) -> bool:
    """Crons and events. wrangler does not look at what a list of crons holds."""
    if triggers.absent or triggers.value is None:
        return True
    if not (expect.record if triggers.since(4, 118) else expect.any_object)(triggers):
        return False
    good = True
    for key in ("crons", "events"):
        if key in triggers:
            good = expect.array(triggers[key]) and good
    good = expect.every([_check_event(event) for event in triggers["events"]]) and good
    return expect.only(triggers, ("crons", "events")) and good


def _check_event(event: Spot) -> bool:
    if not expect.record(event):
        return False
    good = expect.required(event["type"], "string") and expect.one_of(event["type"], _EVENTS)
    criteria = event["filter"]
    if not criteria.absent:
        good = expect.record(criteria) and _check_filter(criteria) and good
    targets = event["targets"]
    if targets.absent:
        good = event.missing("targets", "an array")
    elif not expect.array(targets):
        good = False
    elif not targets.value:
        good = targets.invalid(f"`{targets.name}` is empty", "name a workflow to start")
    good = expect.every([_check_target(target) for target in targets]) and good
    expect.only(event, ("type", "filter", "targets"))
    return good


def _check_filter(criteria: Spot) -> bool:
    for key, each in criteria.entries():
        if key not in {"namespace", "repo_name"}:
            return each.report("unknown-wrangler-key", f"a filter takes no `{key}`", part="key",
                               help="use `namespace` and `repo_name`")  # fmt: skip
        if not isinstance(each.value, str) or not (each.value or not each.since(4, 126)):
            return each.invalid(f"`{each.name}` must be a filled string, not {found(each.value)}")
    return True


def _check_target(target: Spot) -> bool:
    if not expect.record(target):
        return False
    if target["type"].value != "workflow":
        return expect.required(target["type"], "string") and expect.one_of(target["type"], ("workflow",))
    name = target["workflow_name"]
    if not expect.required(name, "string"):
        return False
    if not name.value:
        return name.invalid(f"`{name.name}` is empty", "name the workflow to start")
    expect.only(target, ("type", "workflow_name"))
    return True
