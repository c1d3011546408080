"""Simple values: names, dates, flags, switches, and small tables of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import ABSENT, found, is_truthy

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]*")
_DASHES = ("\N{EN DASH}", "\N{EM DASH}")
_RULE_TYPES = ("ESModule", "CommonJS", "CompiledWasm", "Text", "Data")
# Keys of one type, at the top level and in environments.
TYPES = {
    "account_id": "string", "base_dir": "string", "find_additional_modules": "boolean", "first_party_worker": "boolean",
    "jsx_factory": "string", "jsx_fragment": "string", "keep_names": "boolean", "logpush": "boolean", "main": "string",
    "minify": "boolean", "no_bundle": "boolean", "preserve_file_names": "boolean", "preview_urls": "boolean",
    "upload_source_maps": "boolean", "workers_dev": "boolean",
}  # fmt: skip


def check_name(name: Spot) -> bool:
    """The name of a Worker."""
    if name.absent:
        return True
    if not isinstance(name.value, str):
        return expect.of_type(name, "string")
    if name.value == "" or _NAME.fullmatch(name.value):
        return True
    return name.invalid(
        f"`{name.name}` is no name of a Worker", "use lower-case letters, digits, _ and -, and no - in front"
    )


def check_compatibility_date(date: Spot) -> bool:
    """The date of the runtime that a Worker was written for: a string that JavaScript takes for a date."""
    if date.absent:
        return True
    if not isinstance(date.value, str):
        if not isinstance(date.value, (dict, list, bool, int, float)) and date.value is not None:
            return date.invalid(f"`{date.name}` must be a string, not a date of TOML", "put the date in quotes")
        return expect.of_type(date, "string")
    from bunproof.wrangler.js_date import parses  # few values need a second look

    text = date.value
    good = True
    if any(dash in text for dash in _DASHES):
        good = date.invalid(f"`{date.name}` holds a long dash", "write hyphens: 2026-01-31")
        text = re.sub("[\N{EN DASH}\N{EM DASH}]", "-", text)
    if not parses(text):
        return date.invalid(f"`{date.name}` is no date", "write a date such as 2026-01-31")
    return good


def check_tsconfig(tsconfig: Spot) -> bool:
    """The path of a TypeScript configuration; wrangler dies of anything else that is set."""
    if tsconfig.type != "string" and is_truthy(tsconfig.value):
        raise CrashError(tsconfig.path, f"`{tsconfig.name}` must be a string, not {found(tsconfig.value)}")
    return expect.of_type(tsconfig, "string")


def check_rules(rules: Spot) -> bool:
    """Which files are imported as what."""
    if not is_truthy(rules.value):
        return True
    if not expect.array(rules):
        return False
    return expect.every([_check_rule(rule) for rule in rules])


def _check_rule(rule: Spot) -> bool:
    if not expect.any_object(rule):
        return False
    good = expect.required(rule["type"], "string") and expect.one_of(rule["type"], _RULE_TYPES)
    good = expect.array_of(rule["globs"], "string") and good
    return expect.of_type(rule["fallthrough"], "boolean") and good


def check_limits(limits: Spot) -> bool:
    """How much a request may use."""
    if not is_truthy(limits.value):
        return True
    return expect.every([expect.of_type(limits[key], "number") for key in ("cpu_ms", "subrequests")])


def check_python_modules(modules: Spot) -> bool:
    """Which Python modules are left out."""
    if modules.absent:
        return True
    return expect.record(modules) and ("exclude" not in modules or expect.strings(modules["exclude"]))


def check_placement(placement: Spot) -> bool:
    """Where a Worker runs: near users, near its back end, or at a place."""
    if placement.absent:
        return True
    if not placement.since(4, 126):
        return _check_old_placement(placement)
    if not expect.record(placement):
        return False
    targets = [placement[key] for key in ("region", "host", "hostname") if key in placement]
    mode, hint = placement["mode"], placement["hint"]
    if not hint.absent:
        if targets:
            return hint.conflict(f"`hint` and `{targets[0].path[-1]}` exclude each other", "keep one of them")
        return _check_hint(mode, hint)
    if not targets:
        good = expect.required(mode, "string", ("off", "smart", "targeted"))
        if mode.value == "targeted":
            return placement.missing("region", "or `host` or `hostname`, which `targeted` needs")
        return good
    return _check_targets(targets) and expect.of_type(mode, "string", ("targeted",))


def _check_targets(targets: list[Spot]) -> bool:
    good = True
    for target in targets:
        good = expect.of_type(target, "string") and good
        if target.value == "":
            good = target.invalid(f"`{target.name}` is empty")
    if len(targets) > 1:
        good = targets[1].conflict("only one of `region`, `host` and `hostname` can be set", "keep one of them")
    return good


def _check_old_placement(placement: Spot) -> bool:
    """The same up to wrangler 4.125, which let more pass."""
    if not is_truthy(placement.value):
        return True
    targets = [placement[key] for key in ("region", "host", "hostname") if key in placement]
    mode = placement["mode"]
    if "hint" in placement:
        if targets:
            return placement["hint"].conflict(
                f"`hint` and `{targets[0].path[-1]}` exclude each other", "keep one of them"
            )
        return _check_hint(mode, placement["hint"])
    if not targets:
        return expect.required(mode, "string", ("off", "smart", "targeted"))
    good = expect.of_type(mode, "string", ("off", "targeted"))
    if len(targets) > 1:
        good = targets[1].conflict("only one of `region`, `host` and `hostname` can be set", "keep one of them")
    return expect.every([expect.of_type(target, "string") for target in targets]) and good


def _check_hint(mode: Spot, hint: Spot) -> bool:
    good = expect.required(mode, "string", ("off", "smart"))
    good = expect.of_type(hint, "string") and good
    if is_truthy(hint.value) and mode.value != "smart":
        return hint.conflict("`hint` takes effect with `smart` placement only", 'set `mode = "smart"`')
    return good


def check_compliance_region(region: Spot) -> bool:
    """The region whose rules a Worker keeps."""
    return region.value is ABSENT or expect.one_of(region, ("public", "fedramp_high"))


def check_compatibility_flags(flags: Spot) -> bool:
    """Flags of the runtime; wrangler knows no list of them."""
    return expect.strings(flags)
