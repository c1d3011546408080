"""What an environment lacks of the top level, and what it takes over without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import as_key, found, identity, is_array, keys_of, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

# Keys whose bindings are told by `name`, in an array called `bindings`.
NAMED = ("durable_objects", "logfwdr", "unsafe")
# Keys that hold one table of bindings, and not an array of them.
_WITHOUT_NAMES = (
    "ai", "analytics", "browser", "cloudchamber", "connect", "containers", "images", "media", "secrets", "stream",
    "streaming_tail_consumers", "tail_consumers", "version_metadata",
)  # fmt: skip


_SHOWN = 4  # names in one message


def check_lacking_keys(scope: Scope, top: Scope) -> None:
    """Keys that no environment inherits, that the top level has and the environment has not: one warning for them all.

    Variables that it lacks besides are told in the same breath, and not once more by `check_lacking_members`.
    """
    lacking = lacking_keys(scope, top)
    if not lacking:
        return
    everything = all(scope.root[key].absent for key in scope.release.own)
    message = f"`env.{scope.environment}` lacks {_shortly(lacking)} of the top level"
    if everything and len(lacking) > 1:
        message = f"`env.{scope.environment}` lacks all bindings of the top level: {_shortly(lacking)}"
    own, above = scope.root["vars"], top.root["vars"]
    if own.is_object and above.is_object:
        variables = _lacking_entries(own, above)
        message += f", and {len(variables)} of its `vars`" if variables else ""
    scope.root.report(
        "uninherited-wrangler-key", message,
        level="warning", part="key", label="an environment inherits no bindings and no variables",
        help=f"repeat {'it' if len(lacking) == 1 else 'them'} under `env.{scope.environment}`",
        others=tuple((top.root[key].path, "key", "set here") for key in lacking[:_SHOWN]),
    )  # fmt: skip


def lacking_keys(scope: Scope, top: Scope) -> list[str]:
    """The keys that no environment inherits, and that the top level has and the environment has not."""
    return [key for key in scope.release.own if not top.root[key].absent and scope.root[key].absent]


def check_lacking_members(own: Spot, above: Spot, key: str) -> None:
    """Members of a key that both levels have, which only the top level has. Call it where `own` itself is right."""
    if key in {"vars", "define"}:
        _check_entries(own, above, key)
    elif key not in _WITHOUT_NAMES:
        _tell(own, [each for each in _missing(own, above, key) if each], key)


def _check_entries(own: Spot, above: Spot, key: str) -> None:
    names = [as_key(name) for name in keys_of(above.value)]
    if not names or not own.is_object:
        return
    _tell(own, _lacking_entries(own, above), key)
    for name in (as_key(name) for name in keys_of(own.value)):
        if key == "define" and name not in names:
            own[name].report(
                "uninherited-wrangler-key", f"the top level does not define `{name}`, so no environment can override it",
                level="warning", part="key", help="define it at the top level too",
            )  # fmt: skip


def _lacking_entries(own: Spot, above: Spot) -> list[str]:
    mine = {as_key(name) for name in keys_of(own.value)}
    return [name for name in (as_key(name) for name in keys_of(above.value)) if name not in mine]


def _missing(own: Spot, above: Spot, key: str) -> list[str]:
    if key in NAMED:
        if key != "durable_objects" and own["bindings"].absent:
            return []
        mine = set(_listed_names(own, key))
        return [name for name in _listed_names(above, key) if name not in mine]
    if key == "queues" or not is_array(above.value) or not above.value or not own.is_array:
        return []
    names = {identity(each["binding"].value) for each in own}
    return [_shown(each) for each in above if identity(each["binding"].value) not in names]


def _shown(binding: Spot) -> str:
    """The name of a binding for a message; some kinds call theirs `name`, and wrangler does not see it."""
    _ = binding["binding"].text
    names = [binding[key].value for key in ("binding", "name")]
    return next((name for name in names if isinstance(name, str) and name), f"{binding.path[-2]}[{binding.path[-1]}]")


def _listed_names(spot: Spot, key: str) -> Iterator[str]:
    """The names of the bindings under `bindings`, or failing that the keys beside it."""
    if not isinstance(spot.value, dict):
        return
    bindings = spot["bindings"]
    if bindings.absent and key == "durable_objects":
        return
    if is_array(bindings.value) and all(each.is_record and each["name"].type == "string" for each in bindings):
        yield from (str(each["name"].value) for each in bindings)
    elif "binding" in spot:
        yield as_key(spot["binding"].value)
    else:
        yield from spot.value


def _tell(own: Spot, missing: list[str], key: str) -> None:
    if missing:
        own.report(
            "uninherited-wrangler-key", f"`{own.name}` here lacks {_shortly(missing)} of the top level",
            level="warning", part="key", label=f"no environment inherits `{key}`", help="repeat what this environment needs",
        )  # fmt: skip


def _shortly(names: list[str]) -> str:
    if len(names) <= _SHOWN:
        return listed(names, "and")
    return f"{', '.join(f'`{name}`' for name in names[:_SHOWN])} and {len(names) - _SHOWN} more"


def check_custom_domains(scope: Scope, top: Scope) -> None:
    """An environment without routes takes the custom domain away from the Worker of the top level."""
    if not scope.root["routes"].absent or not scope.root.since(4, 110):
        return
    routes = top.root["routes"]
    if routes.absent or routes.value is None:
        return
    if not routes.is_array:
        raise CrashError(routes.path, f"`{routes.name}` must be an array, not {found(routes.value)}")
    domains = [each for each in routes if each.is_object and each["custom_domain"].value is True]
    if domains:
        names = listed([each["pattern"].text for each in domains], "and")
        scope.root.report(
            "inherited-custom-domain", f"`{scope.environment}` inherits the custom domain {names}",
            level="warning", part="key", label="deploying it takes the domain away from the top level's Worker",
            help=f"give `env.{scope.environment}` its own `routes`, or an empty array",
            others=((domains[0].path, "value", "the custom domain"),),
        )  # fmt: skip
