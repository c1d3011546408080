"""Arrays of bindings: each entry by the check of its kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections import durable_objects, queues, services, variables, workflows
from bunproof.wrangler.sections.bindings import FIELDS, check_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.wrangler.spot import Spot

_SPECIAL: dict[str, Callable[[Spot], bool]] = {
    "dispatch_namespaces": services.check_dispatch_namespace,
    "k2": services.check_k2,
    "pipelines": services.check_pipeline,
    "queues.producers": services.check_producer,
    "r2_buckets": services.check_bucket,
    "ratelimits": services.check_rate_limit,
    "send_email": services.check_email,
    "services": services.check_service,
    "vpc_networks": services.check_vpc_network,
    "workflows": workflows.check_workflow,
}
# Keys that hold an array of bindings.
ARRAYS = tuple(kind for kind in FIELDS if "." not in kind)


def check_array(bindings: Spot, kind: str) -> bool:
    """An array of bindings of one kind."""
    if bindings.absent:
        return True
    if not expect.array(bindings):
        return False
    check = _SPECIAL.get(kind) or partial(check_fields, kind=kind)
    good = expect.every([check(binding) for binding in bindings])
    return (kind != "workflows" or workflows.check_unique_names(bindings)) and good


def check_queues(settings: Spot) -> bool:
    """Queues that are written to and read."""
    if settings.absent:
        return True
    if not expect.record(settings):
        return False
    good = expect.only(settings, ("consumers", "producers"))
    if "consumers" in settings:
        good = expect.array(settings["consumers"]) and good
        good = expect.every([queues.check_consumer(each) for each in settings["consumers"]]) and good
    return check_array(settings["producers"], "queues.producers") and good


def check_durable_objects(settings: Spot, *, preview: bool = False) -> bool:
    """Bindings to Durable Objects, and how their code is updated; a preview takes bindings alone."""
    if settings.absent:
        return True
    if not expect.record(settings):
        return False
    strategic = not preview and settings.since(4, 141)  # before, other keys were ignored, and `bindings` required
    if settings.since(4, 141):
        expect.only(settings, ("bindings", "code_update_strategy") if strategic else ("bindings",))
    good = True
    if "bindings" in settings:
        good = _check_list(settings["bindings"], durable_objects.check_durable_object)
    elif not strategic:
        good = settings.missing("bindings", "an array")
    return (not strategic or durable_objects.check_update_strategy(settings["code_update_strategy"])) and good


def check_log_forwarding(settings: Spot) -> bool:
    """Where logs are sent."""
    if settings.absent:
        return True
    if not expect.record(settings):
        return False
    if "bindings" not in settings:
        return settings.missing("bindings", "an array")
    if not _check_list(settings["bindings"], durable_objects.check_log_forwarding):
        return False
    if not settings["schema"].absent:
        message = "`schema` was replaced by `unsafe.capnp`"
        return settings["schema"].report("removed-wrangler-key", message, part="key", help="move it there")
    return True


def check_unsafe(settings: Spot) -> bool:
    """Bindings and other things that wrangler hands on unseen."""
    if not expect.record(settings):
        return False
    if "bindings" in settings and not _check_list(settings["bindings"], durable_objects.check_unsafe_binding):
        return False
    return variables.check_unsafe(settings)


def _check_list(bindings: Spot, check: Callable[[Spot], bool]) -> bool:
    return expect.array(bindings) and expect.every([check(binding) for binding in bindings])
