"""Whether a value looks as if a machine had made it, or a careful person."""

from __future__ import annotations

import re
from collections import Counter
from math import log2

_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_HEX = re.compile(r"[0-9a-fA-F]{24,}")
_TOKEN = re.compile(r"[A-Za-z0-9_\-+/=.~:!@#$%^&*]+")
_JWT = re.compile(r"eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?")
_WORDS = re.compile(r"[A-Za-z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[0-9]+")
_ISSUED = re.compile(
    r"AKIA|ASIA|AKC|AP[0-9A-F]{8}|gh[pousr]_|github_pat_|glpat-|gl[a-z]{2,4}-|xox[abprs]-|https?://hooks|[sr]k_(?:live|test)_|sk-|SG\.|AC[a-z0-9]{32}|SK[a-z0-9]{32}"
    r"|npm_|pypi-|sq0csp-|[0-9]{6,12}:[\w-]{30,}|[0-9a-z]{32}-us[0-9]{1,2}|[MNO][A-Za-z\d_-]{23,25}\.|[^\s]*(?:AccountKey=|_authToken=)"
)
_VOWELS = frozenset("aeiouyAEIOUY")
_SHORTEST, _BITS = 16, 3.3


def is_random(text: str) -> bool:
    """Whether a machine made it: a UUID, long hexadecimal, a JWT, or mixed characters that form no words."""
    if _UUID.fullmatch(text) or _HEX.fullmatch(text) or _JWT.fullmatch(text) or "-----BEGIN" in text:
        return len(set(text)) > 5  # noqa: PLR2004 - all zeros are no secret
    if len(text) < _SHORTEST or not _TOKEN.fullmatch(text):
        return False
    if not (any(map(str.isdigit, text)) and any(map(str.isalpha, text))):
        return False
    return entropy(text) >= _BITS and _wordiness(text) < 0.6  # noqa: PLR2004 - measured on names and keys


def is_issued(text: str) -> bool:
    """Whether a value has the form that some service gives its credentials, or is a private key."""
    return bool(_ISSUED.match(text)) or "PRIVATE KEY" in text


def is_password(text: str) -> bool:
    """Whether it has what password rules ask for: three of lower case, upper case, digits and signs, and no blanks."""
    if not 8 <= len(text) <= 64 or " " in text:  # noqa: PLR2004 - what such rules say
        return False
    signs = sum(not character.isalnum() for character in text)
    kinds = any(map(str.islower, text)) + any(map(str.isupper, text)) + any(map(str.isdigit, text)) + bool(signs)
    return kinds >= 3 and any(map(str.isdigit, text)) and signs <= len(text) / 2  # noqa: PLR2004


def entropy(text: str) -> float:
    """Shannon's entropy of its characters, in bits."""
    size = len(text)
    return -sum(count / size * log2(count / size) for count in Counter(text).values())


def _wordiness(text: str) -> float:
    """How much of the letters stands in runs that could be spoken."""
    spoken = 0
    letters = sum(map(str.isalnum, text)) or 1
    for run in _WORDS.findall(text):
        if run.isdigit():
            spoken += len(run) if len(run) <= 4 else 0  # noqa: PLR2004 - a year, a version
        elif len(run) >= 4 and 0.2 <= sum(character in _VOWELS for character in run) / len(run) <= 0.7:  # noqa: PLR2004
            spoken += len(run)
        elif len(run) <= 3:  # noqa: PLR2004 - short runs say little
            spoken += len(run) // 2
    return spoken / letters
