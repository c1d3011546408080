"""Names of buckets and databases that certainly ask for nothing: small letters, digits and dashes, and no word that asks."""

from __future__ import annotations

from bunproof.credentials.vocabulary import asking

# Parts of words in `standins.py`: how to make a secret, and what only fills the space.
_PARTS = (
    "your", "generate", "rand", "openssl", "base", "uuid", "must", "should", "same", "min", "long", "strong", "secure", "least", "char",
    "byte", "bit", "digit", "hex", "caract", "zeichen", "caratt", "abcdefg", "bcdefgh", "deadbeef", "cafebabe", "qwertyui", "asdfghjk", "zyxwvut",
    "pass", "pwd", "secret", "token", "credential", "key",
)  # fmt: skip
_KNOWN: dict[str, bool] = {}  # the environments of one Worker, and those of its neighbours, share most names
_DIGITS = "0123456789"
_SMALL = f"{_DIGITS}abcdefghijklmnopqrstuvwxyz-"
_LONGEST_NUMBER, _SHORTEST_WORD, _LONGEST_WORD = 3, 4, 20


def is_plain(name: str) -> bool:
    """Whether a name certainly stands for nothing that is still to be filled in. False says nothing."""
    known = _KNOWN.get(name)
    if known is None:
        known = _KNOWN[name] = _asks_nothing(name)
    return known


def _asks_nothing(name: str) -> bool:
    if not name or name.strip(_SMALL) or any(part in name for part in _PARTS):
        return False
    parts = [part.strip(_DIGITS) for part in name.split("-")]
    if any(character * 3 in name for character in name) or sum(map(name.count, _DIGITS)) > _LONGEST_NUMBER:
        return False
    if not all(part.isalpha() or not part for part in parts) or not asking.WORDS.isdisjoint(parts):
        return False
    if len(parts) > 1 and not asking.PAIRS.isdisjoint([f"{one}-{other}" for one in parts for other in parts]):
        return False
    return any(len(part) >= _SHORTEST_WORD for part in parts) and all(len(part) <= _LONGEST_WORD for part in parts)
