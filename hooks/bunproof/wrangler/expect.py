"""The few questions that nearly every check is made of. Each returns whether all is well, and reports if not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.findings import CrashError
from bunproof.wrangler.values import ABSENT, found, is_truthy, keys_of, listed, type_of, wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bunproof.wrangler.spot import Spot

_NEAR = 0.8  # how alike two names must be, by difflib, for one to be offered for the other
_FEW = 5  # choices that fit into a message
_SHOWN = 40  # characters of a value that is quoted
_LONG_ENOUGH = 4  # letters; `id` is no misspelling of `ip`


def every(verdicts: Iterable[bool]) -> bool:
    """Whether all is well, after asking every one: each says what is wrong itself."""
    return all(list(verdicts))


def of_type(spot: Spot, kind: str, choices: Sequence[object] = ()) -> bool:
    """A value of a `typeof`, one of `choices` if there are any. The key may be absent."""
    if spot.absent:
        return True
    if spot.type != kind:
        return spot.invalid(f"`{spot.name}` must be {wanted(kind)}, not {found(spot.value)}")
    if choices and spot.value not in choices:
        return one_of(spot, choices)
    return True


def required(spot: Spot, kind: str, choices: Sequence[object] = ()) -> bool:
    """The same, and the key must be there."""
    if spot.absent:
        key = spot.path[-1]
        return _parent(spot).missing(str(key), f"which is {wanted(kind)}")
    return of_type(spot, kind, choices)


def one_of(spot: Spot, choices: Sequence[object]) -> bool:
    """One of a few values. The key may be absent."""
    if spot.absent or any(spot.value == each and type_of(spot.value) == type_of(each) for each in choices):
        return True
    shown = f"`{spot.value}`" if isinstance(spot.value, str) and spot.value else found(spot.value)
    near = nearest(spot.value, choices)
    message, help_ = f"`{spot.name}` takes {listed(choices)}, not {shown[:_SHOWN]}", f"write `{near}`" if near else ""
    if len(choices) > _FEW:
        message, help_ = f"`{spot.name}` does not take {shown[:_SHOWN]}", f"it takes {listed(choices)}"
    return spot.invalid(message, help_)


def array_of(spot: Spot, kind: str) -> bool:
    """An array whose elements have a `typeof`."""
    if not spot.is_array:
        if spot.absent:
            return _parent(spot).missing(str(spot.path[-1]), f"an array of {kind}s")
        return spot.invalid(f"`{spot.name}` must be an array of {kind}s, not {found(spot.value)}")
    return every([of_type(each, kind) for each in spot])


def optional_array_of(spot: Spot, kind: str) -> bool:
    """The same; the key may be absent."""
    return spot.absent or array_of(spot, kind)


def strings(spot: Spot) -> bool:
    """An array of strings, judged as a whole. The key may be absent."""
    if spot.absent or (spot.is_array and all(each.type == "string" for each in spot)):
        return True
    if not spot.is_array:
        return spot.invalid(f"`{spot.name}` must be an array of strings, not {found(spot.value)}")
    wrong = next(each for each in spot if each.type != "string")
    return wrong.invalid(f"`{spot.name}` must hold strings only, not {found(wrong.value)}")


def record(spot: Spot) -> bool:
    """A table: no array, no null."""
    return spot.is_record or spot.invalid(f"`{spot.name}` must be a table, not {found(spot.value)}")


def array(spot: Spot) -> bool:
    """An array."""
    return spot.is_array or spot.invalid(f"`{spot.name}` must be an array, not {found(spot.value)}")


def any_object(spot: Spot) -> bool:
    """A table; wrangler lets an array pass for one."""
    return spot.is_object or spot.invalid(f"`{spot.name}` must be a table, not {found(spot.value)}")


def at_least_one(spots: Sequence[Spot], kind: str) -> bool:
    """One of several keys is there, and one of those has the right `typeof`."""
    if all(each.absent for each in spots):
        first = spots[0]
        names = listed(
            each.name.rpartition(".")[2] if len(each.path) == len(first.path) else each.name for each in spots
        )
        return _parent(first).report(
            "missing-wrangler-key", f"`{_parent(first).name}` needs {names}", part="key", help="set one of them"
        )
    if any(each.type == kind for each in spots):
        return True
    for each in spots:
        if not each.absent:
            of_type(each, kind)
    return False


def only(spot: Spot, allowed: Iterable[str], where: str = "") -> bool:
    """No keys but these. wrangler warns of another one and ignores it; a near-miss is an error of our own."""
    if spot.value is None or spot.absent:
        raise CrashError(spot.path, f"`{spot.name}` is {found(spot.value)}, and wrangler reads its keys")
    known = tuple(key for key in allowed if not spot.lacks(key))
    extra = [key for key in keys_of(spot.value) if key not in known]
    shown = f"`{spot.name}`"
    if extra and spot.is_array:
        return spot.report(
            "unknown-wrangler-key", f"{shown} is an array where a table belongs, and wrangler ignores what it holds",
            level="warning", part="key", help="write a table",
        )  # fmt: skip
    for key in extra:
        unknown(spot.at(key), str(key), known, f"in {where or shown}")
    return not extra


def unknown(spot: Spot, key: str, known: Sequence[str], where: str) -> None:
    """A key that wrangler does not know."""
    near = nearest(key, known)
    spot.report(
        "unknown-wrangler-key", f"wrangler knows no `{key}` {where}, and ignores it",
        level="warning", part="key", help=f"write `{near}`" if near else "remove it, or move it to where it belongs",
    )  # fmt: skip
    meant = misspelled(key, known)
    if meant:
        report_misspelling(spot, key, meant, "wrangler ignores it, with a warning")


def report_misspelling(spot: Spot, key: str, meant: str, label: str) -> None:
    """A key that surely is another one, mistyped. That is our own verdict."""
    spot.report(
        "misspelled-wrangler-key", f"`{key}` looks like a misspelling of `{meant}`",
        part="key", label=label, help=f"rename it to `{meant}`", own=True, instead=meant,
    )  # fmt: skip


def nearest(name: object, known: Sequence[object]) -> str:
    """The known name that `name` resembles, or an empty string: a suggestion, which may be wrong."""
    if not isinstance(name, str):
        return ""
    from difflib import get_close_matches  # only where something is wrong

    return misspelled(name, known) or next(iter(get_close_matches(name, [str(each) for each in known], 1, _NEAR)), "")


def misspelled(name: str, known: Sequence[object]) -> str:
    """The known name that `name` is one typing mistake away from, or an empty string."""
    plain = name.replace("-", "_").lower()
    for each in known:
        if isinstance(each, str) and max(len(each), len(name)) >= _LONG_ENOUGH:
            other = each.replace("-", "_").lower()
            if plain == other or _one_mistake(plain, other):
                return each
    return ""


def _one_mistake(one: str, other: str) -> bool:
    """Whether one letter was added, dropped, replaced, or swapped with its neighbour."""
    if len(one) > len(other):
        one, other = other, one
    at = next((index for index, letter in enumerate(one) if letter != other[index]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :] and len(other) - len(one) == 1
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped


def truthy(spot: Spot) -> bool:
    """Whether JavaScript's `if` would take the value."""
    return is_truthy(spot.value)


def _parent(spot: Spot) -> Spot:
    return type(spot)(spot.book, spot.path[:-1], ABSENT)
