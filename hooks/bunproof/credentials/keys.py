"""What kind of thing a key names, told by its whole words: a credential, a connection string, an id, or none of these.

The head of an English name is its last word, so `API_KEY` is a credential and `API_KEY_RATE_LIMIT` a number. Whole words,
because substrings deceive: `ADMIN` contains `MIN`, `ACCOUNT` contains `COUNT`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bunproof.credentials.vocabulary.names import (
    CONNECTION_TAILS,
    DATA_KEYS,
    DATABASES,
    DECORATION,
    FLAGS,
    HEAD_FIRST,
    IDENTIFIED,
    IDENTIFIERS,
    KEPT,
    NOUNS,
    PLURALS,
    PUBLIC,
    PUBLIC_PREFIXES,
    SECRET_KEYS,
    SUBJECTS,
    VERBS,
)
from bunproof.credentials.words import words
from bunproof.expression import expression

CREDENTIAL = "credential"
CONNECTION = "connection string"
IDENTIFIER = "identifier"
PUBLIC_KEY = "public key"
OTHER = "other"


class Key(NamedTuple):
    """A key's kind; `evidence` are the words that decided; `head` is the noun of a credential.

    `bundled` says that a framework hands the value to the browser, which makes it public by design.
    """

    name: str
    kind: str
    evidence: str = ""
    head: str = ""
    bundled: bool = False


# No name without one of these is of any kind: most names of a large file end here.
_TELLING = expression("(?i:key|id|url|uri|dsn|str|" + "|".join(sorted(NOUNS | HEAD_FIRST | IDENTIFIERS)) + ")")
_NOTHING = Key("", OTHER)


@lru_cache(maxsize=4096)
def classify(name: str, *, strict: bool = False, known_ids: bool = False) -> Key:
    """The kind of a key.

    `strict` is for program text, where a name must end in a credential's noun to be one; `known_ids` leaves of the ids only those that an account at a service gives out.
    """
    if not _TELLING.search(name):
        return _NOTHING
    parts = words(name)
    prefix = 2 if parts[:2] in PUBLIC_PREFIXES else int(parts[:1] in PUBLIC_PREFIXES)
    # who calls it a secret made a mistake when handing it to the browser
    bundled = prefix > 0 and KEPT.isdisjoint(parts)
    core = _undecorated(parts)
    if not core:
        return Key(name, OTHER)
    if core[-1] in IDENTIFIERS and len(core) > 1:
        return _identifier(name, core, strict=strict or known_ids, bundled=bundled)
    if core[-1] in CONNECTION_TAILS:
        return _connection(name, core)
    if core[-1] in PLURALS and name.isupper() and len(core) > 1 and core[-2] in SECRET_KEYS:
        core = (*core[:-1], core[-1][:-1])
    found = _noun(core, strict=strict)
    if found is None:
        return Key(name, OTHER)
    at, evidence = found
    if _is_policy(core, at, strict=strict):
        return Key(name, OTHER)
    if any(part in PUBLIC for part in core[prefix if prefix > 1 else 0 :]):
        return Key(name, PUBLIC_KEY, evidence, core[at], bundled)
    return Key(name, CREDENTIAL, evidence, core[at], bundled)


def _undecorated(parts: tuple[str, ...]) -> tuple[str, ...]:
    end = len(parts)
    while end > 1 and (parts[end - 1] in DECORATION or parts[end - 1].isdigit()):
        end -= 1
    return parts[:end]


def _identifier(name: str, core: tuple[str, ...], *, strict: bool, bundled: bool) -> Key:
    if strict and not IDENTIFIED.intersection(core[-3:-1]):
        return Key(name, OTHER)
    return Key(
        name, IDENTIFIER, " ".join(core[-2:]), "access key id" if core[-3:-1] == ("access", "key") else "id", bundled
    )


def _connection(name: str, core: tuple[str, ...]) -> Key:
    if core[-1] in {"string", "str"} and core[-2:-1] not in {("connection",), ("conn",)}:
        return Key(name, OTHER)
    if "webhook" in core or "webhooks" in core:
        return Key(name, CONNECTION, "webhook url", "webhook")
    if core[-1] in {"url", "uri", "dsn"} and not DATABASES.intersection(core[:-1]):
        return Key(name, OTHER)
    if PUBLIC.intersection(core) or FLAGS.intersection(core):
        return Key(name, OTHER)
    return Key(name, CONNECTION, " ".join(core[-2:]), "connection")


def _noun(core: tuple[str, ...], *, strict: bool) -> tuple[int, str] | None:
    """Where the credential's noun is, the last one first, and how to name it."""
    for at in range(len(core) - 1, -1, -1):
        part = core[at]
        if part in NOUNS or (part in HEAD_FIRST and at < len(core) - 1):
            return at, part
        if part == "key" and _is_secret_key(core[:at], strict=strict):
            return at, " ".join(core[max(at - 1, 0) : at + 1])
    return None


def _is_secret_key(before: tuple[str, ...], *, strict: bool) -> bool:
    if not before or before[-1] in DATA_KEYS:
        return False
    if before[-1] in SECRET_KEYS or before[-1] in PUBLIC:
        return True
    return not strict and before[-1] not in NOUNS


def _is_policy(core: tuple[str, ...], at: int, *, strict: bool) -> bool:
    """Whether the words around the noun make it a number, a flag, a name or an address of a credential."""
    if FLAGS.intersection(core[:at]) or (strict and VERBS.intersection(core[:at])):
        return True
    after = core[at + 1 :]
    return bool(after) and (
        (strict and core[at] not in HEAD_FIRST) or len(after) > 1 or after[0] in SUBJECTS or after[0] in FLAGS
    )
