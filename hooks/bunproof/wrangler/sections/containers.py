"""Containers that run beside a Worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections.container_images import check_image
from bunproof.wrangler.sections.container_rollout import check_rollout
from bunproof.wrangler.sections.managed_containers import check_managed
from bunproof.wrangler.sections.observability import check_container_observability
from bunproof.wrangler.sections.ssh import check_keys, check_ssh
from bunproof.wrangler.values import found, is_truthy, listed

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_KEYS = (
    "name", "instances", "max_instances", "image", "image_build_context", "image_vars", "observability", "class_name",
    "scheduling_policy", "instance_type", "ssh", "wrangler_ssh", "authorized_keys", "trusted_user_ca_keys",
    "configuration", "constraints", "affinities", "rollout_step_percentage", "rollout_kind", "durable_objects",
    "rollout_active_grace_period", "unsafe",
)  # fmt: skip
_CONFIGURATION = ("image", "secrets", "labels", "disk", "vcpu", "memory_mib")
_LIMITS = ("vcpu", "memory_mib", "disk_mb")
_REGIONS = ("ENAM", "WNAM", "EEUR", "WEUR", "APAC", "SAM", "ME", "OC", "AFR")
_RENAMED_TYPES = {"dev": "lite", "standard": "standard-1"}
INSTANCE_TYPES = ("lite", "basic", "standard-1", "standard-2", "standard-3", "standard-4", "dev", "standard")
_OLD_KEYS = {
    "configuration": "`image` and `instance_type` beside it",
    "instances": "`max_instances`",
    "durable_objects": "`class_name`",
    "wrangler_ssh": "`ssh`",
}


def check_containers(containers: Spot, scope: Scope, *, preview: bool = False) -> bool:
    """All containers of a Worker. Those of a preview get their names from elsewhere."""
    if not is_truthy(containers.value):
        return True
    if not expect.array(containers):
        return False
    return expect.every([_check_container(each, scope, preview=preview) for each in containers])


def _check_container(container: Spot, scope: Scope, *, preview: bool) -> bool:
    managed = is_managed(container)
    good = _check_identity(container, scope, managed=managed, preview=preview)
    if managed:
        return check_managed(container, scope) and good
    good = _check_old_keys(container) and good
    good = check_image(container, scope) and good
    good = check_rollout(container) and good
    good = expect.of_type(container["image_vars"], "object") and good
    good = check_container_observability(container["observability"]) and good
    good = expect.of_type(container["scheduling_policy"], "string", ("regional", "moon", "default")) and good
    unsafe = container["unsafe"]
    if (is_truthy(unsafe.value) and unsafe.type != "object") or unsafe.is_array:
        good = unsafe.invalid(f"`{unsafe.name}` must be a table, not {found(unsafe.value)}")
    expect.only(container, _KEYS, "a container")
    good = check_ssh(container["ssh" if "ssh" in container else "wrangler_ssh"]) and good
    good = check_keys(container["authorized_keys"], named=True) and good
    good = check_keys(container["trusted_user_ca_keys"], named=False) and good
    good = _check_constraints(container["constraints"]) and good
    return _check_instance_type(container["instance_type"]) and good


def is_managed(container: Spot) -> bool:
    """Whether a Durable Object starts the container; wrangler knows that since 4.126."""
    return container.since(4, 126) and container["scheduling_policy"].value == "durable_object"


def _check_identity(container: Spot, scope: Scope, *, managed: bool, preview: bool) -> bool:
    class_name, name = container["class_name"], container["name"]
    good = expect.of_type(class_name, "string")
    if managed and class_name.value == "":
        good = class_name.invalid(f"`{class_name.name}` is empty", "name the class, or remove it")
    good = expect.of_type(name, "string") and good
    if preview or is_truthy(name.value):
        return good
    if managed and not class_name.absent and not (isinstance(class_name.value, str) and class_name.value):
        return good
    if class_name.absent:
        return container.missing("name", "or `class_name` to derive one from")
    if not is_truthy(scope.worker_name):
        return container.missing("name", "and the Worker has no `name` to derive one from")
    return good


def _check_old_keys(container: Spot) -> bool:
    for key, instead in _OLD_KEYS.items():
        if key in container:
            container[key].deprecated(f"`{key}` of a container is deprecated", f"use {instead}")
    configuration = container["configuration"]
    if configuration.absent:
        return True
    if not expect.record(configuration):
        return False
    expect.only(configuration, _CONFIGURATION)
    limits = [key for key in ("disk", "vcpu", "memory_mib") if key in configuration]
    if limits and is_truthy(container["instance_type"].value):
        message = f"{listed(limits, 'and')} in `configuration` and `instance_type` exclude each other"
        return container["instance_type"].conflict(message, "keep `instance_type`")
    return True


def _check_constraints(constraints: Spot) -> bool:
    if not expect.of_type(constraints, "object"):
        return False
    if not is_truthy(constraints.value):
        return True
    good = True
    if "tier" in constraints:
        constraints["tier"].deprecated("`constraints.tier` is deprecated", "use `tiers`, an array")
        if "tiers" in constraints:
            good = constraints["tier"].conflict("`tier` and `tiers` exclude each other", "keep `tiers`")
    good = expect.optional_array_of(constraints["tiers"], "number") and good
    jurisdiction = constraints["jurisdiction"]
    good = expect.of_type(jurisdiction, "string") and good
    if is_truthy(jurisdiction.value):
        good = expect.one_of(jurisdiction, ("eu", "fedramp", "us")) and good
    regions = constraints["regions"]
    good = expect.optional_array_of(regions, "string") and good
    for region in regions:
        if isinstance(region.value, str) and region.value.upper() not in _REGIONS:
            good = region.invalid(f"`{region.value[:20]}` is no region", f"use {listed(_REGIONS)}")
    return good


def _check_instance_type(kind: Spot) -> bool:
    if isinstance(kind.value, str):
        if kind.value in _RENAMED_TYPES:
            new = _RENAMED_TYPES[kind.value]
            kind.deprecated(f"the instance type `{kind.value}` has a new name", f"write `{new}`")
        return expect.one_of(kind, INSTANCE_TYPES)
    if not expect.of_type(kind, "object"):
        return False
    if not is_truthy(kind.value):
        return True
    good = expect.every([expect.of_type(kind[key], "number") for key in _LIMITS])
    expect.only(kind, _LIMITS)
    return good
