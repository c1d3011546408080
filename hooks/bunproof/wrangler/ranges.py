"""npm version ranges, as far as one question needs them: how new may the installed release be?"""

from __future__ import annotations

import re

_UNBOUNDED = 1 << 30
# Sixteen digits are what a number of JavaScript holds exactly, and all that npm takes.
_VERSION = re.compile(r"[v=]{0,2}(\d{1,16})\.(\d{1,16})\.(\d{1,16})(?:[-+][0-9A-Za-z.+-]*)?", re.ASCII)
_PART = re.compile(
    r"(?P<operator>\^|~>?|<=?|>=?|=)?\s*v?(?P<major>\d{1,16}|[xX*])(?:\.(?P<minor>\d{1,16}|[xX*]))?(?:\.(?P<patch>\d{1,16}|[xX*]))?"
    r"(?:[-+][0-9A-Za-z.+-]*)?",
    re.ASCII,
)
_LONGEST = 256  # characters that npm looks at
_HYPHEN = re.compile(r"\S+\s+-\s+(\S+)")

Release = tuple[int, int, int]


def exact(version: str) -> Release | None:
    """The release that a plain version such as `4.164.0` or `=4.164.0-beta.1` means; None for a range or a tag."""
    match = _VERSION.fullmatch(version.strip())
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def newest(range_: str) -> Release | None:
    """A release not above any that the range allows, and not below any released one that it allows.

    An open end is a very large number: `^4.1.0` gives `(4, 1 << 30, 0)`, `~4.30.0` gives `(4, 30, 1 << 30)`, `*` and a tag
    such as `latest` give `(1 << 30, 0, 0)`. None for what is no range (a URL, a path).
    """
    text = range_.strip()
    if text in {"", "latest"} or re.fullmatch(r"[A-Za-z][\w-]*", text):
        return (_UNBOUNDED, 0, 0)
    if len(text) > _LONGEST:
        return None
    bounds = [_alternative(part.strip()) for part in text.split("||")]
    known = [bound for bound in bounds if bound is not None]
    return max(known) if len(known) == len(bounds) else None


def _alternative(text: str) -> Release | None:
    hyphen = _HYPHEN.fullmatch(text)
    if hyphen:
        text = f"<={hyphen[1]}"
    bound: Release = (_UNBOUNDED, 0, 0)
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None:
            return None
        bound = min(bound, _upper(match))
        at = match.end()
        while at < len(text) and text[at] in " ,":
            at += 1
    return bound


def _upper(part: re.Match[str]) -> Release:
    operator = part["operator"] or "="
    given = [int(number) for number in part.group("major", "minor", "patch") if number and number.isdigit()]
    if operator in {">", ">="} or not given:
        return (_UNBOUNDED, 0, 0)
    if operator == "<":
        return _below([*given, 0, 0][:3])
    if operator == "^":
        kept = next((index for index, number in enumerate(given) if number), len(given) - 1) + 1
    elif operator.startswith("~"):
        kept = min(len(given), 2)
    else:
        kept = len(given)
    return _open(given[:kept])


def _open(given: list[int]) -> Release:
    if len(given) == 1:
        return (given[0], _UNBOUNDED, 0)
    return (given[0], given[1], given[2] if len(given) > 2 else _UNBOUNDED)  # noqa: PLR2004 - major.minor.patch


def _below(given: list[int]) -> Release:
    major, minor, patch = given
    if patch:
        return (major, minor, patch - 1)
    if minor:
        return (major, minor - 1, _UNBOUNDED)
    return (major - 1, _UNBOUNDED, 0) if major else (0, 0, 0)
