"""The policy for program text, where most names beside a literal are not what they seem.

A constant may name a header, a claim, a storage key or an environment variable; a member may label a form. What is left are
stand-ins that ask to be replaced, fallbacks of environment variables, and values that look like the real thing.
"""

from __future__ import annotations

from bunproof.credentials import keys, strength, values
from bunproof.credentials.offence import PLAIN, STAND_IN
from bunproof.credentials.vocabulary import english
from bunproof.credentials.vocabulary.names import PASSWORDS, SECRETS
from bunproof.credentials.words import words
from bunproof.expression import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.credentials.keys import Key
    from bunproof.credentials.values import Value
    from bunproof.syntax.pairs import Pair

_CONSTANT = expression(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_MASK = expression(
    r"[*•●·xX.…_\-\s]*|[\[<(]?(?i:redacted|hidden|masked|filtered|removed|omitted|secret|protected|none|configured|sanitized|scrubbed|censored|unset|missing|present|provided|unchanged|encrypted)[\])>]?"
    r"|[\w=: ]{0,20}[\[<(][\w \-]*(?i:redacted|masked|hidden|filtered|removed|omitted)[\w \-]*[\])>]"
)
_FORMATTED = expression(r"(?s).*(?:\{[^{}]*\}|%[sd]|:[a-z]+[A-Za-z]*\b|__\w+__|\{\{.*\}\}).*")
_DOTTED = expression(r"[a-z][\w-]*(?:\.[a-z_][\w-]*)+")  # the address of a text, or of a property
_HEADER = expression(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+")
_SCREAMING = expression(r"[A-Z][A-Z0-9_]*")


def rule(pair: Pair, key: Key, value: Value) -> str:
    """The rule that a literal in program text breaks; empty for none."""
    if pair.embedded or pair.attribute:
        return PLAIN if pair.embedded and key.kind == keys.CREDENTIAL and strength.is_random(value.text) else ""
    loud = pair.fallback or bool(_SCREAMING.fullmatch(pair.key))
    short = value.text.count(" ") < _SENTENCE
    # what stands in for a variable of the environment is no message, however long it is
    given = pair.key.isupper() if pair.fallback else loud and short
    prose = " " in value.text and not given
    if prose and value.kind != values.WEAK:
        return ""
    if _DOTTED.fullmatch(value.text) and not pair.fallback:
        return ""
    if value.kind == values.PLACEHOLDER:
        return STAND_IN if _asks(pair, key, value, loud=loud) else ""
    if key.kind != keys.CREDENTIAL or key.bundled:
        return ""
    if not value.text.isascii():  # no service gives out such a credential
        return STAND_IN if pair.fallback and pair.key.isupper() else ""
    if strength.is_random(value.text):
        return PLAIN
    if is_constant(value.text) and not pair.fallback:
        return ""
    return _guessable(pair, key, value, loud=loud)


def is_constant(text: str) -> bool:
    """Whether a value is written as the name of a constant or an environment variable."""
    return bool(_CONSTANT.fullmatch(text))


_SENTENCE = 6
_SECRET_KEYS = frozenset({"secret", "encryption", "signing", "private", "jwt", "master", "session", "cookie"})


def _asks(pair: Pair, key: Key, value: Value, *, loud: bool) -> bool:
    if key.kind == keys.PUBLIC_KEY or (key.kind == keys.CONNECTION and not loud):
        return False
    if not pair.fallback and (_MASK.fullmatch(value.text) or _is_accessor(pair, value)):
        return False
    if not loud and _SHORTENED.fullmatch(value.text):
        return False
    if _FORMATTED.fullmatch(value.text):
        return False
    if not value.text.isascii() and not loud:
        from bunproof.credentials import foreign  # a rare value

        return not foreign.is_prompt(value.text) and not value.text.endswith(("。", "！", "？", "!", "?", ":", "："))
    return loud or len(words(value.text)) > 1 or key.head in {"secret", "password"}


def _is_accessor(pair: Pair, value: Value) -> bool:
    """Whether it is the name of a function that has to do with what the key names: `key_id: "getKeyId"`."""
    parts = words(value.text)
    return bool(_CAMEL.fullmatch(value.text)) and parts[0] in _ACCESS and set(parts[1:]) <= set(words(pair.key))


_CAMEL = expression(r"[a-z]+(?:[A-Z][a-z0-9]*)+")
_ACCESS = english.SOFT_ORDERS | {"change", "edit", "enter", "update"}
_SHORTENED = expression(r"eyJ[\w.\-]*(?:\.{3}|…)")  # a sample of what a response holds


def _guessable(pair: Pair, key: Key, value: Value, *, loud: bool) -> str:
    """A default, a development value, or a phrase that a person made up."""
    parts = words(value.text)
    if _HEADER.fullmatch(value.text):
        return ""
    named = not english.NOUNS.isdisjoint(parts)
    known = loud and value.kind == values.WEAK and key.head in PASSWORDS and not named  # `ROOT_PASSWORD = "root"`
    if pair.key == "secret" and parts == ("secret",):  # what sessions are signed with; it is the name of few fields
        return STAND_IN
    if not pair.fallback and not known and _is_name(pair, key, value):
        return ""
    secret = key.head in SECRETS or key.evidence.partition(" ")[0] in _SECRET_KEYS
    if value.kind == values.WEAK:
        return STAND_IN if pair.fallback or (secret and (loud or key.head in PASSWORDS or len(parts) > 1)) else ""
    if value.kind == values.LOCAL:
        return STAND_IN if (pair.fallback and (secret or named)) or (loud and secret and named) else ""
    if key.head in PASSWORDS and strength.is_password(value.text):
        return PLAIN
    if "/" in value.text:
        return ""
    # `app-secret-key` is made up; `saved_app_password` names a place for one
    if secret and named and len(parts) > 1 and (loud or (len(parts) > 2 and parts[-1] != key.head)):  # noqa: PLR2004
        return STAND_IN
    given = _is_default(pair, value, secret=secret, named=named) if pair.fallback else _is_given(pair, key, value)
    return "" if not given else STAND_IN if named else PLAIN


def _is_name(pair: Pair, key: Key, value: Value) -> bool:
    """Whether it only says the key again, or under which name a cookie is kept: `COOKIE_KEY = "auth_token"`."""
    return set(words(value.text)) <= set(words(pair.key)) or (
        value.kind == values.WEAK and key.evidence in {"cookie key", "session key"}
    )


def _is_default(pair: Pair, value: Value, *, secret: bool, named: bool) -> bool:
    """Whether a program that falls back to it has a credential of its own."""
    if not pair.key.isupper():
        return secret and len(value.text) >= _LONG
    if secret:
        return len(value.text) >= _SHORT
    return len(value.text) >= _LONG and (named or any(map(str.isdigit, value.text)))


def _is_given(pair: Pair, key: Key, value: Value) -> bool:
    """Whether nothing but a credential would be given to that name."""
    numbered = any(map(str.isdigit, value.text))
    if _SENT.fullmatch(pair.key):
        return numbered and len(value.text) >= _LONG
    if len(value.text) < _MADE_UP or not pair.key.isupper():
        return False
    if key.evidence == "secret key":
        return numbered
    return not _OWNERS.isdisjoint(words(pair.key)) and (key.head in PASSWORDS or key.head == "secret")


_SHORT, _MADE_UP, _LONG = 4, 6, 8
_SENT = expression(r"(?i:x-[\w-]*(?:key|token|secret)|authorization)")
# Whose password, or what a secret is for.
_OWNERS = frozenset({
    "admin", "administrator", "cookie", "database", "db", "jwt", "master", "mysql", "postgres", "redis", "root", "session", "smtp", "superadmin",
})  # fmt: skip
