"""Containers that a Durable Object starts itself: they know fewer keys, and wrangler refuses all others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections.observability import check_container_observability
from bunproof.wrangler.sections.ssh import check_keys, check_ssh
from bunproof.wrangler.values import found, listed

if TYPE_CHECKING:
    from bunproof.wrangler.scope import Scope
    from bunproof.wrangler.spot import Spot

_KEYS = ("name", "class_name", "scheduling_policy", "images", "observability", "ssh", "authorized_keys", "unsafe")
_MOST_IMAGES = 100
_LONGEST_NAME = 128
_PART = r"[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
_REFERENCE = re.compile(rf"{_PART}(?:/{_PART})+@sha256:[a-f0-9]{{64}}")


def check_managed(container: Spot, scope: Scope) -> bool:
    """A container with `scheduling_policy = "durable_object"`."""
    good = _check_images(container["images"], scope)
    watched = container["observability"]
    good = check_container_observability(watched) and good
    for key in ("target_instance_count", "target_instance_percentage"):
        target = watched.maybe(key)
        if not target.absent:
            good = target.conflict(f"`{key}` is not for containers of a Durable Object", "remove it")
    good = _check_unsafe(container["unsafe"]) and good
    good = _only(container, _KEYS, "a container of a Durable Object") and good
    if "ssh" in container:
        good = check_ssh(container["ssh"]) and good
    return check_keys(container["authorized_keys"], named=True) and good


def _only(spot: Spot, allowed: tuple[str, ...], what: str) -> bool:
    good = True
    for key, each in spot.entries():
        if key not in allowed:
            good = each.report(
                "unknown-wrangler-key",
                f"{what} takes no `{key}`",
                part="key",
                help=f"it takes {listed(allowed, 'and')}",
            )
    return good


def _check_images(images: Spot, scope: Scope) -> bool:
    if images.absent:
        return True
    if not images.is_record or not images.value:
        return images.invalid(f"`{images.name}` must be a table of images, not {found(images.value)}")
    good = True
    for index, (name, image) in enumerate(images.entries()):
        if index == _MOST_IMAGES:
            good = image.invalid(f"more than {_MOST_IMAGES} images")
        if not 1 <= len(str(name)) <= _LONGEST_NAME:
            good = image.report(
                "invalid-wrangler-value", f"the name of an image has 1 to {_LONGEST_NAME} characters", part="key"
            )
        good = _check_image(image, scope) and good
    return good


def _check_image(image: Spot, scope: Scope) -> bool:
    if not expect.record(image):
        return False
    build, stored = image["dockerfile"], image["image"]
    good = True
    if build.absent == stored.absent:
        good = image.conflict(f"`{image.name}` needs either `dockerfile` or `image`", "set one of the two")
    good = expect.every([_check_filled(each) for each in (build, stored)]) and good
    if isinstance(stored.value, str) and stored.value:
        good = _check_reference(stored, scope) and good
    builds = not build.absent and stored.absent
    if builds:
        good = _check_filled(image["build_context"]) and good
        variables = image["build_vars"]
        if not variables.absent:
            good = expect.record(variables) and good
            if variables.is_record:
                good = expect.every([expect.of_type(each, "string") for _, each in variables.entries()]) and good
    allowed = ("dockerfile", "image", "build_context", "build_vars") if builds else ("dockerfile", "image")
    return _only(image, allowed, "this image") and good


def _check_filled(spot: Spot) -> bool:
    if spot.absent or (isinstance(spot.value, str) and spot.value):
        return True
    return spot.invalid(f"`{spot.name}` must be a filled string, not {found(spot.value)}")


def _check_reference(image: Spot, scope: Scope) -> bool:
    registry = scope.registry
    text = str(image.value)
    if text.startswith(f"{registry}/") and _REFERENCE.fullmatch(text[len(registry) + 1 :]):
        return True
    return image.invalid(
        f"`{image.name}` must be an image of {registry}, by its digest",
        f"write `{registry}/ACCOUNT/NAME@sha256:DIGEST`",
    )


def _check_unsafe(unsafe: Spot) -> bool:
    if unsafe.absent:
        return True
    if not expect.record(unsafe):
        return False
    if not _only(unsafe, ("configuration",), "`unsafe` of such a container"):
        return False
    configuration = unsafe["configuration"]
    if configuration.absent:
        return True
    if not expect.record(configuration):
        return False
    if not _only(configuration, ("experimental_flags",), "`unsafe.configuration` of such a container"):
        return False
    return expect.strings(configuration["experimental_flags"])
