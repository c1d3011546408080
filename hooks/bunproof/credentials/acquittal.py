"""Most configurations of wrangler hold nothing that looks like a credential. They need no regular expressions to be let go.

This knows keys that name no credential, and values that are innocent whatever they stand beside; tests hold it to the policy:
what is let go here is no offence there. Whatever looks any different is inspected.
"""

from __future__ import annotations

from bunproof.credentials.vocabulary import names
from bunproof.wrangler import plain_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.wrangler.plain_parts import Part, Parts

_DIGITS = "0123456789"
_BETWEEN = str.maketrans(f"-{_DIGITS}", "_" * 11)  # `words.py` takes names apart at digits too
_CAPITALS = f"{_DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
_TELLING = names.NOUNS | names.HEAD_FIRST | names.IDENTIFIERS | names.CONNECTION_TAILS | names.PLURALS | {"key"}
_TELLING_ENDS = (
    "password", "passphrase", "passwd", "passcode", "secret", "token", "credentials", "credential", "pwd", "key",
)  # fmt: skip
_ADDRESSES = frozenset({"url", "uri"})
_HOOKS = frozenset({"webhook", "webhooks"})
_PLAIN_URL = f"{_CAPITALS}abcdefghijklmnopqrstuvwxyz-./:"
_LONGEST_UNISSUED = 15
# How credentials begin that services give out, shortened: `strength.py` looks closer.
_ISSUED = (
    "AK", "AS", "AP", "AC", "SK", "SG.", "gh", "gl", "xox", "sk", "rk", "npm_", "pypi-", "sq0csp-", "https://hooks", "http://hooks", *_DIGITS,
)  # fmt: skip
_IDS = frozenset({"id", "preview_id", "database_id", "preview_database_id", "account_id", "zone_id"})
_NAMED = frozenset({"bucket_name", "preview_bucket_name", "database_name"})
_HEXADECIMAL = f"{_DIGITS}abcdef"
_VALUES = bytes.maketrans(_HEXADECIMAL.encode(), bytes(range(16)))
_SAME, _NEXT, _AROUND = b"\x40", b"\x41", b"\x31"  # the step of 0, of 1, and from f to 0
_OFFSETS, _FOLLOWING = int.from_bytes(_SAME * 31, "big"), (1 << 8 * 31) - 1
_KEYS: dict[str, bool] = {}  # the keys of configurations are few, and the same in all of them
_INNOCENT: set[Part] = set()  # what is said once in an environment is said in others too
_MOST = 2000


def is_innocent(parts: Parts) -> bool:
    """Whether a configuration in plain TOML certainly holds no offence. False says nothing."""
    for part in parts.all():
        if part not in _INNOCENT:
            for key, value in part.table.items():
                if not _are_innocent(key, key, value):
                    return False
            if len(_INNOCENT) < _MOST:
                _INNOCENT.add(part)
    return all(map(_is_given_out, parts.ids))


def _are_innocent(section: str, key: str, value: object) -> bool:
    """Whether every string of a value is innocent, beside its own key or the one above it."""
    if isinstance(value, str):
        return _is_innocent(section, key, value)
    if isinstance(value, dict):
        for name, member in value.items():
            if not _are_innocent(section, name, member):
                return False
    elif isinstance(value, list):
        for element in value:
            if not _are_innocent(section, key, element):
                return False
    return True


def _is_innocent(section: str, key: str, value: str) -> bool:
    if section != "vars":
        if key in _IDS:
            return _is_id(value)
        if key in _NAMED:
            from bunproof.credentials.plain_names import is_plain  # the words of all languages

            return is_plain(value)
    return (
        _names_nothing(key) or value in {"true", "false"} or (section == "vars" and _is_address(key, value))
    ) and _is_unissued(value)


def _names_nothing(key: str) -> bool:
    """Whether no word of a key is one that credentials, ids or addresses are called by."""
    known = _KEYS.get(key)
    if known is None:
        telling = any(part in _TELLING or part.endswith(_TELLING_ENDS) for part in _parts(key))
        # `projectId`, `myJwt`: capitals inside of a name begin words, which are for `words.py`
        known = _KEYS[key] = key.isascii() and (key.islower() or key.isupper()) and not telling
    return known


def _parts(key: str) -> list[str]:
    return [part for part in key.lower().translate(_BETWEEN).split("_") if part]


def _is_address(key: str, value: str) -> bool:
    """Whether an address stands beside a key that calls it one, and not one of a database."""
    parts = _parts(key)
    if (
        not parts
        or parts[-1] not in _ADDRESSES
        or not value.startswith(("https://", "http://"))
        or value.strip(_PLAIN_URL)
    ):
        return False
    return not names.DATABASES.intersection(parts) and not _HOOKS.intersection(parts)


def _is_unissued(value: str) -> bool:
    """Whether no service gives out credentials of this form, and nothing in it logs in anywhere."""
    if (
        "@" in value
        or "?" in value
        or "hook" in value
        or "}" in value
        or ">" in value
        or "=" in value
        or "PRIVATE KEY" in value
    ):
        return False
    if value[:1] in {"M", "N", "O"} and "." in value:
        return False
    return len(value) <= _LONGEST_UNISSUED or not (value.startswith(_ISSUED) or "-us" in value)


def _is_id(value: str) -> bool:
    """Whether it is an id such as Cloudflare gives out."""
    return (plain_values.id_(value) or plain_values.uuid(value)) and _is_given_out(value.replace("-", ""))


def _is_given_out(digits: str) -> bool:
    """Whether the 32 digits of an id are not made up by counting or repeating."""
    # What each digit takes to the one that follows, all at once: a byte each, from _SAME for none.
    number = int.from_bytes(digits.encode().translate(_VALUES), "big")
    steps = ((number & _FOLLOWING) + _OFFSETS - (number >> 8)).to_bytes(31, "big")
    counted = steps.count(_SAME) + steps.count(_NEXT) + steps.count(_AROUND) + digits.count("90")
    return counted * 2 < len(digits)
