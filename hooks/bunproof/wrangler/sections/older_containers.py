"""Containers as releases before 4.24 judged them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_LEAST_SHARE, _WHOLE = 25, 100
_ROLLOUTS = ("full_auto", "full_manual", "none")


def check_containers(containers: Spot) -> bool:
    """First a table with an array called `app`, then an array."""
    if containers.since(4, 5):
        return expect.array(containers) and expect.every(_check_container(each) for each in containers)
    if not expect.record(containers):
        return False
    if "app" not in containers:
        return True
    return expect.array(containers["app"]) and expect.every(_check_app(each) for each in containers["app"])


def _check_container(container: Spot) -> bool:
    """A container of 4.5 to 4.23: it has a name and one image, and a share of instances is updated at a time."""
    good = expect.required(container["name"], "string")
    if container.type != "object":
        return good
    good = (not container.since(4, 20) or _check_rollout(container)) and good
    old, image = container["configuration"], container["image"]
    if not image.absent and not old.absent and old.value is not None and not old["image"].absent:
        return image.conflict("`image` and `configuration.image` exclude each other", "keep `image`")
    if not image.absent:
        return expect.of_type(image, "string") and good
    if old.absent:
        return container.missing("image", "an image of a registry")
    if old.is_array:
        return expect.record(old)
    return expect.required(old["image"], "string") and good


def _check_rollout(container: Spot) -> bool:
    good = expect.one_of(container["rollout_kind"], _ROLLOUTS)
    share = container["rollout_step_percentage"]
    if not share.absent and not (isinstance(share.value, (int, float)) and _LEAST_SHARE <= share.value <= _WHOLE):
        good = share.invalid(f"`{share.name}` must be a number from {_LEAST_SHARE} to {_WHOLE}")
    return good


def _check_app(app: Spot) -> bool:
    good = expect.every([expect.required(app["instances"], "number"), expect.required(app["name"], "string")])
    configuration = app["configuration"]
    if configuration.absent:
        return app.missing("configuration", "a table")
    if configuration.is_array:
        return expect.record(configuration)
    return expect.required(configuration["image"], "string") and good
