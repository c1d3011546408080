"""What JavaScript would say of a value that was read from a configuration file.

wrangler judges values by `typeof`, and most of its verdicts follow from that: `null`, an array and a date are objects.
"""

from __future__ import annotations

from typing import Final, TypeGuard


class Absent:
    """A key that is not there: `undefined`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()


def type_of(value: object) -> str:
    """`typeof value`: "undefined", "string", "boolean", "number" or "object"."""
    if value is ABSENT:
        return "undefined"
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, (int, float)) else "object"


def is_array(value: object) -> TypeGuard[list[object]]:
    """Whether a value is an array."""
    return isinstance(value, list)


def is_record(value: object) -> bool:
    """Whether a value is an object but neither null nor an array. A date is one."""
    return type_of(value) == "object" and value is not None and not isinstance(value, list)


def is_nullish(value: object) -> bool:
    """Whether `??` would take the other side."""
    return value is None or value is ABSENT


def is_truthy(value: object) -> bool:
    """Whether `if` would take a value: every object is truthy, an empty one too."""
    if type_of(value) == "object":
        return value is not None
    return value is not ABSENT and value == value and bool(value)  # noqa: PLR0124 - NaN is not


def is_integer(value: object) -> TypeGuard[int | float]:
    """Whether a value is a whole number: 1.0 is."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return isinstance(value, int) or value.is_integer()


def keys_of(value: object) -> list[str | int]:
    """`Object.keys(value)`: an array and a string have their indices, a number has none."""
    if isinstance(value, dict):
        return list(value)
    return list(range(len(value))) if isinstance(value, (list, str)) else []


def identity(value: object) -> object:
    """Something that is equal for two values exactly where `===` is."""
    kind = type_of(value)
    return (kind, id(value)) if kind == "object" and value is not None else (kind, value)


def as_key(value: object) -> str:
    """The property name that a value becomes."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join("" if is_nullish(each) else as_key(each) for each in value[:64])
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "null" if value is None else "[object Object]" if isinstance(value, dict) else str(value)


_NAMES = {"undefined": "nothing", "string": "a string", "boolean": "a boolean", "number": "a number"}
_WANTED = {**_NAMES, "boolean": "`true` or `false`", "object": "a table"}


def found(value: object) -> str:
    """What a value is, for a message. Never the text of a string: it may be a secret."""
    if isinstance(value, str):
        return "a string" if value else "an empty string"
    if isinstance(value, bool):
        return f"`{as_key(value)}`"
    if isinstance(value, (int, float)):
        return f"the number {as_key(value)}"
    if isinstance(value, list):
        return "an array" if value else "an empty array"
    return "`null`" if value is None else "a table" if isinstance(value, dict) else "a date"


def wanted(kind: str) -> str:
    """What a `typeof` is called, for a message."""
    return _WANTED[kind]


def listed(names: object, word: str = "or") -> str:
    """Names in backticks, as a sentence lists them."""
    shown = [f"`{name}`" for name in names]  # type: ignore[attr-defined]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {word} {shown[-1]}"
