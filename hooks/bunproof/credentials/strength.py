"""Whether a value looks as if a machine had made it, or a careful person."""

from __future__ import annotations

from collections import Counter
from math import log2

from bunproof.expression import expression

_UUID = expression(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_HEX = expression(r"[0-9a-fA-F]{20,}")
_TOKEN = expression(r"[A-Za-z0-9_\-+/=.~:!@#$%^&*]+")
_JWT = expression(r"eyJ[\w-]{10,}\.[\w-]{10,}(?:\.[\w-]*)?")
# Letters and digits that change places four times in a run: no name does.
_MINGLED = expression(r"(?=[A-Za-z0-9]{16})[A-Za-z]*(?:[0-9]+[A-Za-z]+){2}[A-Za-z0-9]*")
_DATE = expression(r"20[0-9]{2}[-_]?[01][0-9][-_]?[0-3][0-9]")
_WORDS = expression(r"[A-Za-z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[0-9]+")
_ISSUED = expression(
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
    if entropy(text) < _BITS or not any(map(str.isalpha, text)):
        return False
    if any(map(str.isdigit, text)):
        if _MINGLED.search(text):
            return True
        return _wordiness(text) < _HALF_SPOKEN
    mixed = any(map(str.islower, text)) and any(map(str.isupper, text))
    return mixed and len(text) >= _LONG and _wordiness(text) < _UNSPOKEN


# Names of functions and files are mostly words; keys are not, though some runs in them could be.
_HALF_SPOKEN, _UNSPOKEN, _LONG = 0.6, 0.4, 20


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
    """How much of the letters and digits stands in runs that could be spoken: words, and up to four short numbers."""
    runs = _WORDS.findall(_DATE.sub("", text))
    numbers = [run for run in runs if run.isdigit()]
    spoken = sum(map(_spoken, runs))
    if len(numbers) <= _NUMBERS:
        spoken += sum(len(run) for run in numbers if len(run) <= _YEAR)
    return spoken / (sum(map(str.isalnum, text)) or 1)


_NUMBERS, _YEAR = 4, 4


def _spoken(run: str) -> int:
    if run.isdigit():
        return 0
    if len(run) < 4:  # noqa: PLR2004 - short runs say little
        return len(run) // 2
    return len(run) if 0.2 <= sum(character in _VOWELS for character in run) / len(run) <= 0.7 else 0  # noqa: PLR2004
