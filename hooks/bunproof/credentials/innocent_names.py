"""Names in program text that hold a credential's word and are certainly none: `tokenType`, `queryKey`, `tokenizer`."""

from __future__ import annotations

from bunproof.credentials.vocabulary.names import (
    CONNECTION_TAILS,
    DECORATION,
    HEAD_FIRST,
    IDENTIFIERS,
    NOUNS,
    PLURALS,
    PUBLIC,
    SECRET_KEYS,
)

_WORD = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$-"
_LONGEST = 60
# What `<word>_KEY` is a credential after, as `words.py` takes names apart and `keys.py` knows them.
_BEFORE_KEY = tuple(word.encode() for word in SECRET_KEYS | PUBLIC | {"app", "session", "ssh"})
_NOUNS = NOUNS | HEAD_FIRST
# A last word that says which credential it is, or that it is an id or an address, leaves it one.
_SAYING = _NOUNS | DECORATION | IDENTIFIERS | CONNECTION_TAILS | {"key"}


def is_innocent(data: bytes, at: int, end: int, *, given: bool) -> bool:
    """Whether the noun between two offsets is not one of a credential's name. False says nothing.

    `given` says that the name is given a string, and has not only one to fall back to, which is asked with less favour.
    """
    upper = data[at:end].isupper()
    following = data[at : at + _LONGEST]
    name = following[: len(following) - len(following.lstrip(_WORD))]
    if (upper and not given) or len(name) == _LONGEST or not following[len(name) : len(name) + 1].isascii():
        return False
    words = _words(name.decode("ascii"))
    if not _NOUNS.isdisjoint(words[1:]):
        return False
    if words[0] == "key":
        if words[-1] in IDENTIFIERS:
            return False
        before = data[max(at - 20, 0) : at].lower().rstrip(b"_-$")
        return before.isascii() and not before.endswith(_BEFORE_KEY)
    if words[0] not in _NOUNS:
        return not (upper and words[0] in PLURALS)
    while len(words) > 1 and words[-1].isdigit():
        words.pop()
    return words[0] not in HEAD_FIRST and words[-1] not in _SAYING


def _words(name: str) -> list[str]:
    """The words of a name that begins with one, in lower case, as `words.py` tells them, but what is written together."""
    found = [name[0].lower()]
    for at in range(1, len(name)):
        before, character = name[at - 1], name[at]
        if character.islower() and before.isupper() and len(found[-1]) > 1:  # the last capital begins a word
            found[-1:] = [found[-1][:-1], before.lower()]
        elif (
            not character.isalnum()
            or character.isdigit() != before.isdigit()
            or (character.isupper() and not before.isupper())
        ):
            found.append("")
        if character.isalnum():
            found[-1] += character.lower()
    return [word for word in found if word]
