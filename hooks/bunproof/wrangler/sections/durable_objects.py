"""Durable Objects: bindings, how code is updated, migrations; and bindings with tables of their own around them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections.bindings import check_fields
from bunproof.wrangler.values import found

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_DAY = 24 * 60 * 60
_SAFE_TYPES = (
    "plain_text", "secret_text", "json", "wasm_module", "data_blob", "text_blob", "browser", "analytics", "ai",
    "ai_search_namespace", "ai_search", "agent_memory", "kv_namespace", "durable_object_namespace", "d1_database",
    "r2_bucket", "service", "logfwdr", "mtls_certificate", "pipeline", "k2", "worker_loader", "vpc_service", "flagship",
    "vpc_network", "stream", "media", "artifacts",
)  # fmt: skip
_MIGRATION = ("tag", "new_classes", "new_sqlite_classes", "renamed_classes", "deleted_classes", "transferred_classes")


def check_durable_object(binding: Spot) -> bool:
    """A binding to a class of Durable Objects."""
    good = check_fields(binding, "durable_objects.bindings")
    if binding.is_object and "environment" in binding and "script_name" not in binding:
        return binding["environment"].report(
            "missing-wrangler-key",
            "`environment` says nothing without `script_name`",
            part="key",
            help="add `script_name`",
        )
    return good


def check_update_strategy(strategy: Spot) -> bool:
    """How running objects are moved to new code."""
    if strategy.absent:
        return True
    if not expect.record(strategy):
        return False
    expect.only(strategy, ("mode", "max_delay"))
    good = expect.required(strategy["mode"], "string", ("immediate", "deferred"))
    delay = strategy["max_delay"]
    if not expect.of_type(delay, "number"):
        return False
    if not isinstance(delay.value, (int, float)):
        return good
    if not math.isfinite(delay.value) or not 0 <= delay.value <= _DAY:
        return delay.invalid(f"`max_delay` takes 0 to {_DAY} seconds, not {found(delay.value)}")
    thousandths = delay.value * 1000
    rounded = math.floor(thousandths + 0.5)
    if (delay.value > 0 and rounded == 0) or abs(thousandths - rounded) > 1e-6:  # noqa: PLR2004 - wrangler's own tolerance
        return delay.invalid("`max_delay` is finer than a millisecond", "round it to three decimals")
    return good


def check_unsafe_binding(binding: Spot) -> bool:
    """A binding that wrangler passes on as it stands."""
    good = check_fields(binding, "unsafe.bindings")
    if not binding.is_object:
        return False
    kind = binding["type"]
    if kind.value in _SAFE_TYPES:
        kind.deprecated(f"wrangler supports `{kind.value}` itself", "write it as a binding of its own kind")
    if kind.value == "metadata" and binding["name"].type == "string":
        kind.deprecated("the deployment in a `metadata` binding is deprecated", "use `version_metadata`")
    return good


def check_log_forwarding(binding: Spot) -> bool:
    """A place that logs are sent to."""
    return check_fields(binding, "logfwdr.bindings")


def check_migrations(migrations: Spot) -> bool:
    """How classes came, went and were renamed."""
    if migrations.value is None or migrations.absent:
        return True
    if not expect.array(migrations):
        return False
    return expect.every([_check_migration(each) for each in migrations])


def _check_migration(migration: Spot) -> bool:
    if migration.is_record or migration.is_array or isinstance(migration.value, str):
        good = expect.only(migration, _MIGRATION, "a migration")
    else:
        good = True
    tag = migration["tag"]
    good = expect.required(tag, "string") and good
    for key in ("new_classes", "new_sqlite_classes", "deleted_classes"):
        good = expect.optional_array_of(migration[key], "string") and good
    good = _check_moves(migration["renamed_classes"], ("from", "to")) and good
    return _check_moves(migration["transferred_classes"], ("from", "from_script", "to")) and good


def _check_moves(moves: Spot, keys: tuple[str, ...]) -> bool:
    if moves.absent:
        return True
    if not expect.array(moves):
        return False
    for move in moves:
        if move.value is None:
            _ = "from" in move  # wrangler dies of it
        if not move.is_object:
            return move.invalid(f"`{move.name}` must be a table, not {found(move.value)}")
        if not expect.every([expect.required(move[key], "string") for key in keys]):
            return False
    return True
