"""How many instances a container has, and in which steps a new version reaches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.values import found

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_SINGLE_STEPS = (5, 10, 20, 25, 50, 100)
_FIRST, _LAST = 10, 100


def check_rollout(container: Spot) -> bool:
    """All keys of a container that speak of its rollout."""
    good = expect.of_type(container["image_build_context"], "string")
    steps, most = container["rollout_step_percentage"], container["max_instances"]
    good = _check_steps(steps) and good
    good = expect.of_type(container["rollout_kind"], "string", ("full_auto", "full_manual", "none")) and good
    good = _check_not_negative(container["rollout_active_grace_period"]) and good
    good = _check_not_negative(most) and good
    count = len(steps.value) if isinstance(steps.value, list) else 0
    if isinstance(most.value, (int, float)) and count > most.value:
        message = f"{count} steps are more than `max_instances`, which is {found(most.value).rpartition(' ')[2]}"
        good = steps.conflict(message, "use fewer steps", part="value")
    return good


def _check_not_negative(spot: Spot) -> bool:
    if not expect.of_type(spot, "number"):
        return False
    if isinstance(spot.value, (int, float)) and spot.value < 0:
        return spot.invalid(f"`{spot.name}` must not be negative")
    return True


def _check_steps(steps: Spot) -> bool:
    if steps.absent:
        return True
    if isinstance(steps.value, (int, float)) and not isinstance(steps.value, bool):
        return expect.one_of(steps, _SINGLE_STEPS)
    _ = steps.text
    if not steps.is_array:
        return steps.invalid(f"`{steps.name}` must be a number or an array of them, not {found(steps.value)}")
    good = True
    before: float = 0
    for step in steps:
        if not isinstance(step.value, (int, float)) or isinstance(step.value, bool):
            good = step.invalid(f"`{step.name}` must be a number, not {found(step.value)}")
            continue
        if not _FIRST <= step.value <= _LAST:
            good = step.invalid(f"`{step.name}` must lie from {_FIRST} to {_LAST}, not {found(step.value)}")
        elif step.value < before:
            good = step.invalid(f"`{step.name}` is less than the step before it", "put the steps in order")
        before = step.value
    numbers = [step for step in steps if step.type == "number"]
    if numbers and len(numbers) == len(list(steps)) and numbers[-1].value != _LAST:
        return numbers[-1].invalid(
            f"the last step must be {_LAST}, not {found(numbers[-1].value)}", f"end with {_LAST}"
        )
    return good
