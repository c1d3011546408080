"""Keys of the top level alone: development, sites, aliases, modules by name; and the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import found, is_nullish, is_truthy, keys_of

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_DEV = {
    "ip": "string", "port": "number", "inspector_port": "number", "inspector_ip": "string", "local_protocol": "string",
    "upstream_protocol": "string", "host": "string", "enable_containers": "boolean", "container_engine": "string",
    "generate_types": "boolean",
}  # fmt: skip
_PROTOCOLS = ("http", "https")
TYPES = {"send_metrics": "boolean", "keep_vars": "boolean", "pages_build_output_dir": "string", "$schema": "string"}


def check_dev(dev: Spot) -> bool:
    """`wrangler dev`."""
    if is_nullish(dev.value):
        return True
    good = not keys_of(dev.value) or expect.only(dev, _DEV)
    return expect.every([
        expect.of_type(dev[key], kind, _PROTOCOLS if key.endswith("_protocol") else ()) for key, kind in _DEV.items()
    ]) and good  # fmt: skip


def check_build(build: Spot) -> bool:
    """A command that runs before the build."""
    if is_nullish(build.value):
        return True
    good = not keys_of(build.value) or expect.only(build, ("command", "cwd", "watch_dir"))
    good = expect.every([expect.of_type(build[key], "string") for key in ("command", "cwd")]) and good
    watched = build["watch_dir"]
    if is_truthy(build["command"].value):
        _ = watched.text
    return (expect.array_of if watched.is_array else expect.of_type)(watched, "string") and good


def check_site(site: Spot) -> bool:
    """Workers Sites: the folder, and which of its files are uploaded."""
    if site.absent:
        return True
    if not site.is_object:
        raise CrashError(site.path, f"`site` must be a table, not {found(site.value)}")
    good = expect.only(site, ("bucket", "include", "exclude", "entry-point"))
    good = expect.required(site["bucket"], "string") and good
    good = expect.every([expect.optional_array_of(site[key], "string") for key in ("include", "exclude")]) and good
    entry = site["entry-point"]
    if "entry-point" in site:
        _ = entry.text
        entry.deprecated("`entry-point` is deprecated", "set `main` at the top level instead")
    return expect.of_type(entry, "string") and good


def check_site_entry(site: Spot, main: Spot) -> None:
    """A site's script is named once: by `main`."""
    if not site.is_object:
        return
    entry = site["entry-point"]
    named = isinstance(main.value, str) or is_truthy(main.value)
    if not named and not is_truthy(entry.value):
        site.report(
            "deprecated-wrangler-key", "`site` without `main` runs `workers-site/index.js`, by an old default",
            level="warning", part="key", help="set `main` at the top level",
        )  # fmt: skip
    elif named and is_truthy(entry.value):
        entry.conflict("`main` and `site.entry-point` both name the script", "remove `entry-point`")
    if is_truthy(entry.value) and not isinstance(entry.value, str):
        raise CrashError(entry.path, f"`{entry.name}` must be a string, not {found(entry.value)}")


def check_alias(alias: Spot) -> bool:
    """Modules that stand in for others."""
    if alias.absent:
        return True
    if alias.value is not None and not expect.any_object(alias):
        return False
    return expect.every([expect.of_type(each, "string") for _, each in alias.entries()])


def check_module_paths(modules: Spot) -> bool:
    """Files that are bound by name: `wasm_modules` and its like."""
    if modules.absent:
        return True
    return expect.every([expect.of_type(each, "string") for _, each in modules.entries()])


def check_instrumentation(settings: Spot) -> bool:
    """What wrangler may report of the packages that are used."""
    if settings.absent or not expect.of_type(settings, "object"):
        return settings.absent
    good = expect.of_type(settings["enabled"], "boolean")
    good = expect.optional_array_of(settings["exclude_packages"], "string") and good
    return expect.only(settings, ("enabled", "exclude_packages")) and good
