"""How earlier releases judged what later ones judge otherwise. Most of it they let pass."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from bunproof.wrangler import expect
from bunproof.wrangler.sections import queues, services
from bunproof.wrangler.sections.bindings import check_form, parse_shape
from bunproof.wrangler.sections.older_containers import check_containers
from bunproof.wrangler.values import found, is_nullish, is_truthy, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.wrangler.spot import Spot

    Check: TypeAlias = Callable[[Spot], bool]

_FIELDS = {
    "d1_databases": (
        "binding: string! | database_id: string! | preview_database_id: string | database_name: any | migrations_dir: any"
        " | migrations_table: any | database_internal_env: any | remote: boolean"
    ),
    "kv_namespaces": "binding: string! | id: string!+ | preview_id: string | remote: boolean",
    "pipelines": "binding: string! | pipeline: string! | remote: boolean",
    "r2_buckets": (
        "binding: string! | bucket_name: string!+ | preview_bucket_name: string | jurisdiction: string | remote: boolean"
    ),
}
_PRODUCER = "binding: string! | queue: string!+ | delivery_delay: number"
_WORKFLOW = (
    "binding: string! | name: string! | class_name: string! | script_name: string | experimental_remote: boolean"
)
_LONGEST_NAME = 64
_BUILD = ("command", "cwd", "watch_dir")


def _check_array(bindings: Spot, fields: str) -> bool:
    form = parse_shape(fields)
    kind = str(bindings.path[-1])
    return expect.array(bindings) and expect.every(check_form(each, form, kind) for each in bindings)


def _check_buckets(bindings: Spot) -> bool:
    if not expect.array(bindings):
        return False
    form = parse_shape(_FIELDS["r2_buckets"])
    named = not bindings.since(4) or bindings.since(4, 15)  # compared with R2's rules by 3.114, not by 4.0.0
    good = True
    for binding in bindings:
        right = check_form(binding, form, "r2_buckets")
        good = right and (not named or services.check_bucket_names(binding)) and good
    return good


def _check_workflows(workflows: Spot) -> bool:
    """4.0.0 takes any array; 3.114 has what later releases check back."""
    if workflows.since(4):
        return expect.array(workflows)
    good = _check_array(workflows, _WORKFLOW)
    for each in workflows:
        name = each.maybe("name").value
        if isinstance(name, str) and len(name) > _LONGEST_NAME:
            good = each["name"].invalid(f"`{each.name}.name` has more than {_LONGEST_NAME} characters")
    return good


def _check_queues(settings: Spot) -> bool:
    if settings.absent or not expect.record(settings):
        return settings.absent
    good = expect.only(settings, ("consumers", "producers"))
    if "consumers" in settings:
        consumers = settings["consumers"]
        good = expect.array(consumers) and expect.every(queues.check_consumer(each) for each in consumers) and good
    producers = settings["producers"]
    if producers.absent:
        return good
    return expect.array(producers) and expect.every(_check_producer(each) for each in producers) and good


def _check_producer(producer: Spot) -> bool:
    if not expect.any_object(producer) or not expect.only(producer, ("binding", "queue", "delivery_delay")):
        return False
    return check_form(producer, parse_shape(_PRODUCER), "")


def _check_placement(placement: Spot) -> bool:
    if not is_truthy(placement.value):
        return True
    mode, hint = placement["mode"], placement["hint"]
    good = expect.required(mode, "string", ("off", "smart"))
    good = expect.of_type(hint, "string") and good
    if is_truthy(hint.value) and mode.value != "smart":
        return hint.conflict("`hint` takes effect with `smart` placement only", 'set `mode = "smart"`')
    return good


def _check_limits(limits: Spot) -> bool:
    return not is_truthy(limits.value) or expect.required(limits["cpu_ms"], "number")


def _check_triggers(triggers: Spot) -> bool:
    if triggers.since(4) and (not triggers.is_object or "crons" not in triggers):
        return triggers.invalid(f"`{triggers.name}` must be a table with `crons`, not {found(triggers.value)}")
    if triggers.value is None:
        return True
    if not expect.any_object(triggers):
        return False
    good = triggers.since(4) or "crons" not in triggers or expect.array(triggers["crons"])
    return expect.only(triggers, ("crons",)) and good


def _check_assets(assets: Spot) -> bool:
    from bunproof.wrangler.sections.variables import check_assets

    first = assets["run_worker_first"] if assets.is_object else assets
    good = check_assets(assets)
    if assets.is_object and first.is_array:
        return first.invalid(f"`{first.name}` must be `true` or `false`, not an array")
    return good


def check_vars_below(own: Spot, above: Spot) -> None:
    """Variables of any type were taken, until there are some at the top level to compare them with."""
    if keys_of(above.value) and not own.is_object and not own.since(4, 57):
        expect.any_object(own)


def _accept(spot: Spot) -> bool:
    del spot
    return True


def _check_build(build: Spot) -> bool:
    from bunproof.wrangler.sections.development import check_build

    if build.since(4):
        return check_build(build)
    if "upload" not in build:  # wrangler 3 dies of what is no table
        return check_build(build)
    upload = build["upload"]
    good = expect.only(build, (*_BUILD, "upload"))
    for key in ("format", "main", "dir"):
        if upload.is_object and key in upload:
            upload[key].deprecated(f"`build.upload.{key}` is deprecated", "set `main` at the top level instead")
    return good


# Each with the first release that judges as later ones do, found by running those around it; round numbers are guesses.
CHECKS: dict[str, tuple[tuple[int, int], Check]] = {
    "assets": ((4, 20), _check_assets),
    "build": ((4, 0), _check_build),
    "containers": ((4, 24), check_containers),
    "d1_databases": ((4, 46), partial(_check_array, fields=_FIELDS["d1_databases"])),
    "kv_namespaces": ((4, 46), partial(_check_array, fields=_FIELDS["kv_namespaces"])),
    "limits": ((4, 62), _check_limits),
    "node_compat": ((4, 0), partial(expect.of_type, kind="boolean")),
    "pipelines": ((4, 96), partial(_check_array, fields=_FIELDS["pipelines"])),
    "placement": ((4, 53), _check_placement),
    "queues": ((4, 20), _check_queues),
    "r2_buckets": ((4, 46), _check_buckets),
    "triggers": ((4, 20), _check_triggers),
    "usage_model": ((4, 0), partial(expect.one_of, choices=("bundled", "unbound"))),
    "vars": ((4, 57), _accept),
    "workflows": ((4, 28), _check_workflows),
}


def find_check(key: str, spot: Spot) -> Check | None:
    """The check of a key for the release that judges, if it is an earlier one."""
    until, check = CHECKS.get(key, (None, None))
    return check if until is not None and not spot.since(*until) else None


# Keys of wrangler 3 that it warned of, at the top level alone or in environments too.
DEPRECATED_AT_TOP = ("legacy_assets", "miniflare", "type", "webpack_config")
DEPRECATED = ("experimental_services", "kv-namespaces", "zone_id")


def check_former_keys(root: Spot, *, top: bool) -> None:
    """Warn of what wrangler 3 warned of."""
    for key in (*DEPRECATED, *(DEPRECATED_AT_TOP if top else ())):
        if key in root and not root.since(4):
            root[key].deprecated(f"`{key}` is deprecated, and gone in wrangler 4", "remove it")
    main = root["build"].maybe("upload").maybe("main")
    if is_truthy(main.value) and not root["main"].absent and not root.since(4):
        main.conflict("`main` and `build.upload.main` both name the script", "remove `upload`")
    switch = root["legacy_env"]
    if top and not is_nullish(switch.value) and not is_truthy(switch.value) and not root.since(4, 111):
        root["legacy_env"].deprecated("service environments are experimental, and gone since 4.111", "remove it")


def check_legacy_env(root: Spot) -> None:
    """Until 4.111, `legacy_env` was a switch."""
    if not root.since(4, 111):
        expect.of_type(root["legacy_env"], "boolean")
