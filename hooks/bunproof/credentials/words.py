"""The words of a name or a value, in any case style: `FIRE22_TOKEN`, `jwtSecret`, `x-api-key`, `pgpassword`."""

from __future__ import annotations

from functools import lru_cache

from bunproof.expression import expression

_WORD = expression(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_A-Za-z]+")
# English words that are written together in names; what stands before them is a word of its own.
_GLUED = ("password", "passphrase", "passwd", "passcode", "secret", "token", "credentials", "credential", "pwd")
_KEYS = frozenset({
    "access", "account", "admin", "api", "app", "auth", "crypto", "encryption", "hash", "jwt", "license", "master", "private", "public",
    "publishable", "salt", "secret", "service", "session", "signing", "site", "ssh", "subscription",
})  # fmt: skip
_BEFORE_KEY = ("secret", "access", "private")
_LONGEST = 256


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The lower-case words of `name`, numbers apart. Of very long names only the beginning is looked at."""
    return tuple(part for found in _WORD.findall(name[:_LONGEST]) for part in _unglue(found.lower()))


def _unglue(word: str) -> tuple[str, ...]:
    for tail in _GLUED:
        if word.endswith(tail) and len(word) > len(tail) + 1:
            return (*_unglue(word[: -len(tail)]), tail)
    if word.endswith("key") and (word[:-3] in _KEYS or word[:-3].endswith(_BEFORE_KEY)):
        return (*_unglue(word[:-3]), "key")
    return (word,)
