"""`bunproof.toml`: read, with did-you-mean on unknown names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli

from bunproof.errors import UsageError
from bunproof.rules import rule_ids
from bunproof.settings import FILE, Settings, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_KINDS = ("live", "source", "template", "documentation", "test", "ignored")
LEVELS = ("error", "warning", "off")


def apply(settings: Settings, data: bytes, name: str = FILE) -> None:
    """Put what the file says into `settings`. Raises UsageError, naming the file."""
    try:
        table = tomli.loads(data.decode("utf-8-sig"))
        for key, value in table.items():
            if key not in _KEYS:
                raise unknown("key", key, tuple(_KEYS))
            attribute, read = _KEYS[key]
            setattr(settings, attribute, read(key, value))
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8 ({error.reason} at byte {error.start})") from None
    except RecursionError:
        raise UsageError(f"{name}: nested too deep") from None
    except (ValueError, UsageError) as error:  # ValueError: no TOML, or an integer of thousands of digits
        raise UsageError(f"{name}: {error}") from None


def _string(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise UsageError(f"`{key}` must be a string")
    return value


def _boolean(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"`{key}` must be true or false")
    return value


def _strings(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f"`{key}` must be a list of strings")
    return tuple(value)


def _levels(_: str, value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise UsageError("`rules` must be a table")
    known = tuple(rule_ids())
    for rule_id, level in value.items():
        if rule_id not in known:
            raise unknown("rule", rule_id, known)
        if level not in LEVELS:
            raise UsageError(f'`rules.{rule_id}` must be "error", "warning" or "off"')
    return value


def _file_kinds(_: str, value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise UsageError("`files` must be a table")
    for kind in value:
        if kind not in FILE_KINDS:
            raise unknown("kind of file", kind, FILE_KINDS)
    return {kind: _strings(f"files.{kind}", patterns) for kind, patterns in value.items()}


# key -> (attribute of Settings, reader)
_KEYS: dict[str, tuple[str, Callable[[str, object], object]]] = {
    "bun-version": ("bun_version", _string),
    "wrangler-version": ("wrangler_version", _string),
    "strict": ("strict", _boolean),
    "exclude": ("exclude", _strings),
    "rules": ("levels", _levels),
    "files": ("file_kinds", _file_kinds),
}
