"""Containers and the Durable Objects they belong to must name each other, and each other only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.sections.containers import is_managed
from bunproof.wrangler.sections.lifecycle import exports_of_type
from bunproof.wrangler.values import as_key, is_nullish, is_truthy, listed

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_LIVE = ("created", "expecting-transfer")


def check_container_links(scope: Scope, *, elsewhere: bool) -> None:
    """Judge all containers of an environment; `elsewhere` says that others hold containers too."""
    containers = scope.own("containers")
    absent = is_nullish(containers.value)
    if (absent and elsewhere) or not (absent or containers.is_array):
        return
    links = _Links(scope, [] if absent else list(containers))
    links.check_names()
    links.check_exports()
    for container in links.named:
        links.check_container(container)


class _Links:
    def __init__(self, scope: Scope, containers: list[Spot]) -> None:
        self.scope = scope
        self.names = {each.path: _name_of(each, scope) for each in containers}
        self.containers = containers
        self.named = [each for each in containers if isinstance(self.names[each.path], str)]
        self.exports = exports_of_type(scope.inherited("exports"), "durable-object")
        self.live = [name for name, each in self.exports.items() if _is_live(each)]
        self.crowded: set[str] = set()
        self.claims: dict[str, list[str]] = {}

    def check_names(self) -> None:
        """Names are used once, and a class has one container."""
        seen: dict[str, Spot] = {}
        for container in self.named:
            name = str(self.names[container.path])
            first = seen.setdefault(name, container)
            if first is not container:
                container.report(
                    "duplicate-wrangler-name", f"two containers are called `{name}`", part="key",
                    help="give each its own `name`", others=((first.path, "key", "the other one"),),
                )  # fmt: skip
        owners: dict[str, Spot] = {}
        for container in self.containers:
            owner = container["class_name"]
            if isinstance(owner.value, str):
                first = owners.setdefault(owner.value, owner)
                if first is not owner and owner.value not in self.crowded:
                    self.crowded.add(owner.value)
                    owner.report(
                        "duplicate-wrangler-name", f"the Durable Object `{owner.value}` has more than one container",
                        help="keep one", others=((first.path, "value", "the other one"),),
                    )  # fmt: skip

    def check_exports(self) -> None:
        """A container that an export names is there, and no other export names it."""
        known = {str(self.names[each.path]) for each in self.named}
        for class_name in self.live:
            named = self.exports[class_name]["container"]
            if not isinstance(named.value, str) or not named.value:
                continue
            if named.value not in known:
                named.invalid(f"there is no container called `{named.value}`", "add it to `containers`")
                continue
            self.claims.setdefault(named.value, []).append(class_name)
            if len(self.claims[named.value]) == 2:  # noqa: PLR2004 - the second one is one too many
                named.conflict(
                    f"two Durable Objects name the container `{named.value}`", "give each its own", part="value"
                )

    def check_container(self, container: Spot) -> None:
        """A container is linked to one class, from both sides alike."""
        name, class_name = str(self.names[container.path]), container["class_name"]
        if class_name.absent:
            if not any(each["container"].value == name for each in self.exports.values()):
                container.missing("class_name", f"and no export names the container `{name}`")
            return
        owner = as_key(class_name.value)
        if isinstance(class_name.value, str) and owner in self.crowded:
            return
        export = self.exports.get(owner)
        referenced = export["container"].value if export is not None else None
        claiming = self.claims.get(name, [])
        if isinstance(referenced, str) and referenced != name:
            class_name.conflict(f"`exports.{owner}` names another container", "make both name each other", part="value")
        elif len(claiming) == 1 and claiming[0] != class_name.value:
            class_name.conflict(
                f"`exports.{claiming[0]}` claims this container", "make both name each other", part="value"
            )
        elif self.exports and class_name.value not in self.live:
            class_name.invalid(
                f"`exports` has no live Durable Object `{owner}`", f"use {listed(self.live or ['exports'])}"
            )
        elif export is not None and export["container"].absent and export["storage"].value == "legacy-kv":
            class_name.conflict(
                f"`{owner}` keeps its data in `legacy-kv`", "a container takes `sqlite` storage", part="value"
            )


def _is_live(export: Spot) -> bool:
    return export["state"].absent or export["state"].value in _LIVE


def _name_of(container: Spot, scope: Scope) -> object:
    """The name of a container, or the one that wrangler derives for it."""
    name, class_name = container["name"].value, container["class_name"]
    if is_truthy(name) or class_name.absent or not is_truthy(scope.worker_name):
        return None if container["name"].absent else name
    managed = is_managed(container)
    if managed and not (isinstance(class_name.value, str) and class_name.value):
        return None if container["name"].absent else name
    derived = f"{as_key(scope.worker_name)}-{class_name.text}"
    if scope.environment is not None:
        derived += f"-{scope.environment}"
    return derived.lower().replace(" ", "-")
