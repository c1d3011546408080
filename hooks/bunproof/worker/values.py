"""Values that are known before anything runs: what esbuild makes of literals and definitions."""

from __future__ import annotations

import json
from typing import NamedTuple

UNDEFINED = "undefined"


class Value(NamedTuple):
    """What is known of an expression: whether it is truthy, whether it is null or undefined, and what it is.

    None stands for what is not known. The `primitive` is a (type, value), and known only where nothing else happens.
    """

    truthy: bool | None = None
    nullish: bool | None = None
    primitive: tuple[str, object] | None = None
    literal: bool = False


UNKNOWN = Value()
NO_NULL = Value(nullish=False)


def either(left: Value, right: Value, *, stops_at: bool) -> Value:
    """`a || b` where `stops_at` is true, `a && b` where it is false: one side alone may decide the truth of both."""
    if left.literal:
        return left if left.truthy is stops_at else right
    return Value(truthy=stops_at) if right.truthy is stops_at else UNKNOWN


def loosely(left: tuple[str, object], right: tuple[str, object]) -> bool | None:
    nothing = {"null", UNDEFINED}
    if left[0] == right[0]:
        return left[1] == right[1]
    if left[0] in nothing or right[0] in nothing:
        return left[0] in nothing and right[0] in nothing
    return number_of(left) == number_of(right) if {left[0], right[0]} <= {"boolean", "number"} else None


def defined(written: str) -> Value:
    """The value of a `define`: JSON, a string in single quotes, or a name."""
    if len(written) > 1 and written[0] == written[-1] == "'":
        return known("string", written[1:-1])
    try:
        value = json.loads(written)
    except ValueError:
        return literal(written, written)
    if isinstance(value, bool):
        return known("boolean", value)
    if isinstance(value, str):
        return known("string", value)
    if isinstance(value, (int, float)):
        return known("number", float(value))
    return known("null") if value is None else UNKNOWN


def literal(kind: str, text: str) -> Value:
    if kind in {"true", "false"}:
        return known("boolean", kind == "true")
    if kind in {"null", UNDEFINED}:
        return known(kind)
    if kind in {"NaN", "Infinity"}:
        return known("number", float(text))
    return _number(text) if kind == "number" else UNKNOWN


def known(kind: str, value: object = None) -> Value:
    truthy = bool(value) and value == value  # noqa: PLR0124 - NaN is falsy
    return Value(truthy, kind in {"null", UNDEFINED}, (kind, value), literal=True)


def _number(text: str) -> Value:
    digits = text.replace("_", "").lower()
    if digits.endswith("n"):
        return known("bigint", int(digits[:-1])) if digits[:-1].isdecimal() else NO_NULL
    try:
        return known("number", float(int(digits, 0)) if digits[:2] in {"0x", "0o", "0b"} else float(digits))
    except ValueError:
        return NO_NULL


def number_of(primitive: tuple[str, object]) -> float | None:
    kind, value = primitive
    if kind == "boolean":
        return 1.0 if value else 0.0
    if kind == "string":
        text = str(value).strip()
        return float(text) if text.isdecimal() else None if text else 0.0
    if kind == "null":
        return 0.0
    return float(str(value)) if kind == "number" else None
