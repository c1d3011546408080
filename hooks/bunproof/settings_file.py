"""`bunproof.toml`: read, with did-you-mean on unknown names."""

from __future__ import annotations

import tomli

from bunproof.errors import UsageError
from bunproof.rules import rule_ids
from bunproof.settings import FILE, Settings, unknown

FILE_KINDS = ("live", "source", "template", "documentation", "test", "ignored")
LEVELS = ("error", "warning", "off")
_KEYS = ("bun-version", "wrangler-version", "strict", "exclude", "rules", "files")


def apply(settings: Settings, data: bytes) -> None:
    """Put what the file says into `settings`. Raises UsageError."""
    try:
        table = tomli.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{FILE} is not UTF-8 ({error.reason} at byte {error.start})") from None
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{FILE}: {error}") from None
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{FILE}: {unknown('key', key, _KEYS)}")
        if key == "bun-version":
            settings.bun_version = _string(key, value)
        elif key == "wrangler-version":
            settings.wrangler_version = _string(key, value)
        elif key == "strict":
            if not isinstance(value, bool):
                raise UsageError(f"{FILE}: `strict` must be true or false")
            settings.strict = value
        elif key == "exclude":
            settings.exclude = _strings(key, value)
        elif key == "rules":
            settings.levels = _levels(value)
        else:
            settings.file_kinds = _file_kinds(value)


def _string(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{FILE}: `{key}` must be a string")
    return value


def _strings(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f"{FILE}: `{key}` must be a list of strings")
    return tuple(value)


def _levels(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise UsageError(f"{FILE}: `rules` must be a table")
    known = tuple(rule_ids())
    for rule_id, level in value.items():
        if rule_id not in known:
            raise UsageError(f"{FILE}: {unknown('rule', rule_id, known)}")
        if level not in LEVELS:
            raise UsageError(f'{FILE}: `rules.{rule_id}` must be "error", "warning" or "off"')
    return value


def _file_kinds(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise UsageError(f"{FILE}: `files` must be a table")
    for kind in value:
        if kind not in FILE_KINDS:
            raise UsageError(f"{FILE}: {unknown('kind of file', kind, FILE_KINDS)}")
    return {kind: _strings(f"files.{kind}", patterns) for kind, patterns in value.items()}
