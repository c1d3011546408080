"""Values that are given to a Worker or to its build: variables, defines, secrets; and single bindings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.values import is_truthy

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot


def check_vars(variables: Spot) -> bool:
    """Plain variables: anything but a date."""
    if variables.absent:
        return True
    if not expect.any_object(variables):
        return False
    good = True
    for key, each in variables.entries():
        if each.is_record and not isinstance(each.value, dict):
            good = each.invalid(f"the variable `{key}` is a date of TOML, which is no value", "put the date in quotes")
    return good


def check_define(defines: Spot) -> bool:
    """Names that the build replaces: strings."""
    if defines.absent:
        return True
    if not expect.any_object(defines):
        return False
    return expect.every([expect.of_type(each, "string") for _, each in defines.entries()])


def check_secrets(secrets: Spot) -> bool:
    """The names of secrets that must be set before a deploy."""
    if secrets.absent:
        return True
    if not secrets.since(4, 88):
        secrets.deprecated("`secrets` is experimental until wrangler 4.88")
    if not expect.record(secrets):
        return False
    expect.only(secrets, ("required",))
    return expect.optional_array_of(secrets["required"], "string")


def check_single_binding(binding: Spot) -> bool:
    """A binding of which a Worker has one: `browser`, `images` and the like."""
    good = check_ai(binding)
    if binding.is_record:
        expect.only(binding, ("binding", "remote"))
    return good


def check_ai(binding: Spot) -> bool:
    """The same, with any other keys."""
    if not expect.record(binding):
        return False
    return expect.every([expect.required(binding["binding"], "string"), expect.of_type(binding["remote"], "boolean")])


def check_version_metadata(binding: Spot) -> bool:
    """The binding that tells a Worker its version."""
    return expect.record(binding) and expect.required(binding["binding"], "string")


def check_assets(assets: Spot) -> bool:
    """Static files and how they are served."""
    if assets.absent:
        return True
    if not expect.any_object(assets):
        return False
    good = expect.every([expect.of_type(assets[key], "string") for key in ("directory", "binding", "base_path")])
    pages = ("auto-trailing-slash", "force-trailing-slash", "drop-trailing-slash", "none")
    good = expect.of_type(assets["html_handling"], "string", pages) and good
    lost = ("single-page-application", "404-page", "none")
    good = expect.of_type(assets["not_found_handling"], "string", lost) and good
    first = assets["run_worker_first"]
    if first.is_array:
        good = expect.array_of(first, "string") and good
    elif not first.absent and not isinstance(first.value, bool):
        good = first.invalid(f"`{first.name}` must be `true`, `false` or an array of patterns")
    return expect.only(assets, _ASSETS) and good


_ASSETS = ("directory", "binding", "html_handling", "not_found_handling", "base_path", "run_worker_first")


def check_unsafe(unsafe: Spot) -> bool:
    """What is handed to Cloudflare unseen, besides bindings."""
    metadata, schema = unsafe["metadata"], unsafe["capnp"]
    if not metadata.absent and not expect.record(metadata):
        return False
    if not schema.absent:
        if not expect.record(schema):
            return False
        if not _check_schema(schema):
            return False
    expect.only(unsafe, ("bindings", "metadata", "capnp"))
    return True


def _check_schema(schema: Spot) -> bool:
    if "compiled_schema" in schema:
        others = [key for key in ("base_path", "source_schemas") if key in schema]
        if others:
            return schema[others[0]].conflict(
                f"`compiled_schema` and `{others[0]}` exclude each other", "keep one of them"
            )
        return expect.of_type(schema["compiled_schema"], "string")
    expect.required(schema["base_path"], "string")
    return expect.array_of(schema["source_schemas"], "string")


def check_cloudchamber(settings: Spot) -> bool:
    """Defaults for Cloudchamber."""
    if not expect.record(settings):
        return False
    types = {"memory": "string", "image": "string", "location": "string", "ipv4": "boolean", "vcpu": "number"}
    good = expect.every([expect.of_type(settings[key], kind) for key, kind in types.items()])
    kind = settings["instance_type"]
    if kind.absent:
        return good
    from bunproof.wrangler.sections.containers import INSTANCE_TYPES

    _ = kind.text
    good = expect.of_type(kind, "string") and expect.one_of(kind, INSTANCE_TYPES) and good
    for key in ("memory", "vcpu"):
        if key in settings:
            good = settings[key].conflict(f"`{key}` and `instance_type` exclude each other", "keep `instance_type`")
    return good


def check_tail_consumers(consumers: Spot, *, streaming: bool = False) -> bool:
    """Workers that are sent logs."""
    if not is_truthy(consumers.value):
        return True
    if not expect.array(consumers):
        return False
    return expect.every([_check_tail(each, streaming=streaming) for each in consumers])


def _check_tail(consumer: Spot, *, streaming: bool) -> bool:
    if not (expect.record if streaming else expect.any_object)(consumer):
        return False
    if not expect.required(consumer["service"], "string"):
        return False
    return streaming or expect.of_type(consumer["environment"], "string")
