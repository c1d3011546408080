"""Workflows, as bindings and as exports: names, schedules, limits and how long results are kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections.bindings import check_fields
from bunproof.wrangler.values import found, identity, is_integer

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_NAME = re.compile(r"[a-zA-Z0-9_][a-zA-Z0-9-_]*")
_LONGEST_NAME = 64
_MOST_STEPS = 25_000
_RETENTION = ("success_retention", "error_retention")
JURISDICTIONS = ("eu", "fedramp", "us")


def check_workflow(workflow: Spot) -> bool:
    """A binding to a workflow."""
    good = check_fields(workflow, "workflows")
    if not workflow.is_object:
        return False
    return expect.every([check_name(workflow["name"]), check_settings(workflow)]) and good


def check_unique_names(workflows: Spot) -> bool:
    """No two workflows of one name; two without a name count as equal."""
    seen: dict[object, Spot] = {}
    good = True
    for workflow in workflows:
        name = workflow["name"]
        first = seen.setdefault(identity(name.value), name)
        if first is not name and not (name.absent and not good):
            good = name.report(
                "duplicate-wrangler-name", f"`{name.name}` repeats `{first.name}`", help="give each workflow its own name",
                others=((first.path, "value", "first used here"),),
            )  # fmt: skip
    return good


def check_name(name: Spot) -> bool:
    """The name of a workflow, if it is a string."""
    if not isinstance(name.value, str):
        return True
    if len(name.value) <= _LONGEST_NAME and _NAME.fullmatch(name.value):
        return True
    return name.invalid(
        f"`{name.name}` is no name of a workflow", f"use up to {_LONGEST_NAME} letters, digits, _ and -, no - in front"
    )


def check_settings(workflow: Spot) -> bool:
    """What a workflow's binding and its export have in common."""
    jurisdiction = workflow["jurisdiction"]
    good = expect.every([
        _check_schedules(workflow["schedules"]),
        _check_limits(workflow["limits"]),
        _check_retention(workflow["default_retention"]),
        _check_concurrency(workflow["concurrency"]),
    ])  # fmt: skip
    return expect.one_of(jurisdiction, JURISDICTIONS) and good


def _check_schedules(schedules: Spot) -> bool:
    if schedules.absent:
        return True
    if not isinstance(schedules.value, (str, list)):
        return schedules.invalid(f"`{schedules.name}` must be a cron or an array of them, not {found(schedules.value)}")
    if not schedules.value:
        return schedules.invalid(f"`{schedules.name}` is empty", "remove it, or add a cron")
    for each in schedules:
        if each.type != "string":
            return each.invalid(f"`{each.name}` must be a string, not {found(each.value)}")
    for each in schedules:
        if not each.value:
            return each.invalid(f"`{each.name}` is empty", "remove it, or write a cron")
    return True


def _check_limits(limits: Spot) -> bool:
    if limits.absent:
        return True
    if not expect.record(limits):
        return False
    steps = limits["steps"]
    good = _check_positive(steps)
    if good and isinstance(steps.value, (int, float)) and steps.value > _MOST_STEPS:
        steps.report(
            "invalid-wrangler-value", f"`{steps.name}` is more than the {_MOST_STEPS:,} that Cloudflare allows",
            level="warning", help="lower it",
        )  # fmt: skip
    expect.only(limits, ("steps",))
    return good


def _check_concurrency(concurrency: Spot) -> bool:
    if concurrency.absent:
        return True
    if not expect.record(concurrency):
        return False
    good = _check_positive(concurrency["limit"])
    expect.only(concurrency, ("limit",))
    return good


def _check_positive(spot: Spot) -> bool:
    if spot.absent or (is_integer(spot.value) and spot.value >= 1):
        return True
    return spot.invalid(f"`{spot.name}` must be a whole number from 1 on, not {found(spot.value)}")


def _check_retention(retention: Spot) -> bool:
    if retention.absent:
        return True
    if not expect.record(retention):
        return False
    good = True
    for key in _RETENTION:
        each = retention[key]
        positive = is_integer(each.value) and each.value > 0
        if not each.absent and not positive and not (isinstance(each.value, str) and each.value):
            good = each.invalid(
                f"`{each.name}` must be milliseconds or a duration, not {found(each.value)}",
                'write one such as "3 days"',
            )
    expect.only(retention, _RETENTION)
    return good
