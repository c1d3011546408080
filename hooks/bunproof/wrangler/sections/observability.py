"""Logs, traces, sampling, caching and access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import found, is_integer, is_truthy

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_KEYS = ("enabled", "head_sampling_rate", "redact_query_string", "issues", "logs", "traces")
_LOGS = {"enabled": "boolean", "head_sampling_rate": "number", "invocation_logs": "boolean", "persist": "boolean"}
_TRACES = {"enabled": "boolean", "head_sampling_rate": "number", "persist": "boolean"}
_MOST = 99  # percent of a container's instances


def check_observability(spot: Spot) -> bool:
    """What is recorded of a Worker, and how much of it."""
    if spot.absent:
        return True
    if not expect.any_object(spot):
        return False
    logs, traces, issues = spot["logs"], spot["traces"], spot["issues"]
    switches = [spot["enabled"], *(each.maybe("enabled") for each in (logs, traces, issues))]
    good = expect.at_least_one(switches, "boolean")
    good = expect.of_type(spot["head_sampling_rate"], "number") and good
    good = expect.of_type(spot["redact_query_string"], "boolean") and good
    good = expect.every([expect.of_type(each, "object") for each in (logs, traces)]) and good
    good = expect.only(spot, _KEYS) and good
    if not issues.absent:
        good = expect.record(issues) and expect.of_type(issues["enabled"], "boolean") and good
        if issues.is_record:
            expect.only(issues, ("enabled",))
    good = _check_stream(logs, _LOGS) and good
    good = _check_stream(traces, _TRACES) and good
    return expect.every([_check_rate(each.maybe("head_sampling_rate")) for each in (spot, logs, traces)]) and good


def _check_stream(stream: Spot, fields: dict[str, str]) -> bool:
    if stream.type != "object":
        return True
    if stream.value is None:
        raise CrashError(stream.path, f"`{stream.name}` is `null`, and wrangler reads `enabled` of it")
    seen = fields if stream.since(4, 1) else [key for key in fields if key != "persist"]
    good = expect.every(expect.of_type(stream[key], fields[key]) for key in seen)
    good = expect.optional_array_of(stream["destinations"], "string") and good
    return expect.only(stream, (*fields, "destinations")) and good


def _check_rate(rate: Spot) -> bool:
    value = rate.value
    if isinstance(value, str):
        value = _number(value)
    if is_truthy(value) and isinstance(value, (int, float)) and not 0 <= value <= 1:
        return rate.invalid(f"`{rate.name}` must lie between 0 and 1", "write a share such as 0.1")
    return True


def _number(text: str) -> float | None:
    try:
        return float(text.strip() or "0")
    except ValueError:
        return None


def check_cache(spot: Spot) -> bool:
    """Whether responses of a Worker are cached."""
    if spot.absent:
        return True
    if not expect.any_object(spot):
        return False
    good = expect.required(spot["enabled"], "boolean")
    good = expect.of_type(spot["cross_version_cache"], "boolean") and good
    return expect.only(spot, ("enabled", "cross_version_cache")) and good


def check_access(spot: Spot) -> bool:
    """Cloudflare Access, during development."""
    if spot.absent:
        return True
    if not expect.any_object(spot):
        return False
    dev = spot["dev"]
    good = expect.of_type(dev, "object")
    good = expect.only(spot, ("dev",)) and good
    if not dev.is_object:
        return good
    good = expect.required(dev["aud"], "string") and good
    good = expect.of_type(dev["identity"], "object") and good
    return expect.only(dev, ("aud", "identity")) and good


def check_container_observability(spot: Spot) -> bool:
    """What is recorded of a container, and of how many of its instances."""
    if spot.absent:
        return True
    if not expect.record(spot):
        return False
    enabled, logs = spot["enabled"], spot["logs"]
    percentage, count = spot["target_instance_percentage"], spot["target_instance_count"]
    good = expect.of_type(enabled, "boolean")
    if not logs.absent:
        good = expect.record(logs) and expect.of_type(logs["enabled"], "boolean") and good
        if logs.is_record:
            expect.only(logs, ("enabled",))
    inner = logs["enabled"] if logs.is_record else logs.maybe("enabled")
    if enabled.absent and percentage.absent and count.absent and inner.absent and (logs.absent or logs.is_record):
        good = expect.at_least_one([enabled, inner], "boolean")
    good = expect.every([expect.of_type(each, "number") for each in (percentage, count)]) and good
    expect.only(spot, ("enabled", "logs", "target_instance_percentage", "target_instance_count"))
    if enabled.type == inner.type == "boolean" and enabled.value is not inner.value:
        good = inner.conflict(f"`{inner.name}` says the opposite of `{enabled.name}`", "keep one of them")
    if not percentage.absent and not count.absent:
        good = count.conflict("`target_instance_percentage` and `target_instance_count` exclude each other")
    good = _check_whole(percentage, 1, _MOST) and _check_whole(count, 1, None) and good
    on = enabled.value is True or inner.value is True
    for target in (percentage, count):
        if not target.absent and not on:
            message = f"`{target.name}` needs the container's own `enabled` to be true"
            good = target.conflict(message, "set `enabled` beside it")
    return good


def _check_whole(spot: Spot, least: int, most: int | None) -> bool:
    if spot.type != "number":
        return True
    if is_integer(spot.value) and least <= spot.value and (most is None or spot.value <= most):
        return True
    limits = f"from {least} to {most}" if most is not None else f"of at least {least}"
    return spot.invalid(f"`{spot.name}` must be a whole number {limits}, not {found(spot.value)}")
