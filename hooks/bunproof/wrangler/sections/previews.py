"""What previews of a Worker have instead: the same kinds of bindings, under `previews`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections import arrays, containers, names, observability, variables
from bunproof.wrangler.values import listed

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_SINGLE = ("browser", "analytics", "images", "stream", "media")
_ARRAYS = (
    "workflows", "kv_namespaces", "send_email", "d1_databases", "r2_buckets", "vectorize", "ai_search_namespaces",
    "ai_search", "hyperdrive", "services", "analytics_engine_datasets", "dispatch_namespaces", "mtls_certificates",
    "pipelines", "k2", "secrets_store_secrets", "artifacts", "unsafe_hello_world", "flagship", "worker_loaders",
    "ratelimits", "vpc_services",
)  # fmt: skip
_KEYS = (
    "vars", "define", "durable_objects", "queues", "tail_consumers", "streaming_tail_consumers", "unsafe", "ai",
    "version_metadata", "containers", "logpush", "observability", "limits", "placement", "cache", *_SINGLE, *_ARRAYS,
)  # fmt: skip


def check_previews(previews: Spot, scope: Scope) -> bool:
    """Everything under `previews`."""
    if previews.absent:
        return True
    if not expect.record(previews):
        return False
    good = expect.only(previews, _KEYS)
    good = variables.check_vars(previews["vars"]) and good
    good = variables.check_define(previews["define"]) and good
    good = names.check_placement(previews["placement"]) and good
    good = arrays.check_durable_objects(previews["durable_objects"], preview=True) and good
    good = arrays.check_queues(previews["queues"]) and good
    good = expect.every([arrays.check_array(previews[key], key) for key in _ARRAYS]) and good
    good = variables.check_tail_consumers(previews["tail_consumers"]) and good
    good = variables.check_tail_consumers(previews["streaming_tail_consumers"], streaming=True) and good
    for key in (*_SINGLE, "ai", "version_metadata", "unsafe", "containers"):
        if not previews[key].absent:
            good = _check_one(key, previews[key], scope) and good
    good = expect.of_type(previews["logpush"], "boolean") and good
    good = observability.check_observability(previews["observability"]) and good
    good = names.check_limits(previews["limits"]) and good
    return observability.check_cache(previews["cache"]) and good


def _check_one(key: str, spot: Spot, scope: Scope) -> bool:
    if key == "unsafe":
        return arrays.check_unsafe(spot)
    if key == "containers":
        return _check_containers(spot, scope)
    if key == "ai":
        return variables.check_ai(spot)
    if key == "version_metadata":
        return variables.check_version_metadata(spot)
    return variables.check_single_binding(spot)


def _check_containers(spot: Spot, scope: Scope) -> bool:
    tables = [each for each in spot if each.is_object]
    managed = [each for each in tables if containers.is_managed(each)]
    if managed:
        message = "containers of Durable Objects stand at the top level only"
        return managed[0]["scheduling_policy"].conflict(message, "move it into `containers`", part="value")
    named = [each for each in tables if "name" in each]
    if named:
        message = "the container of a preview gets its name from the preview"
        return named[0]["name"].conflict(message, "remove `name`, and set `class_name`")
    classes = [str(each["class_name"].value) for each in tables if each["class_name"].type == "string"]
    twice = sorted({name for name in classes if classes.count(name) > 1})
    if twice:
        return spot.report("duplicate-wrangler-name", f"more than one container for {listed(twice, 'and')}", part="key",
                           help="keep one container for each class")  # fmt: skip
    return containers.check_containers(spot, scope, preview=True)
