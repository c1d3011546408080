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
    prose = " " in value.text and not (loud and value.text.count(" ") < _SENTENCE)
    if prose and value.kind != values.WEAK:
        return ""
    if _DOTTED.fullmatch(value.text) and not pair.fallback:
        return ""
    if value.kind == values.PLACEHOLDER:
        return STAND_IN if _asks(pair, key, value, loud=loud) else ""
    if key.kind != keys.CREDENTIAL or key.bundled or not value.text.isascii():
        return ""
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
    if _MASK.fullmatch(value.text) and not pair.fallback:
        return False
    if _FORMATTED.fullmatch(value.text):
        return False
    if not value.text.isascii() and not loud:
        from bunproof.credentials import foreign  # a rare value

        return not foreign.is_prompt(value.text) and not value.text.endswith(("。", "！", "？", "!", "?", ":", "："))
    return loud or len(words(value.text)) > 1 or key.head in {"secret", "password"}


def _guessable(pair: Pair, key: Key, value: Value, *, loud: bool) -> str:
    """A default, a development value, or a phrase that a person made up."""
    parts = words(value.text)
    if _HEADER.fullmatch(value.text):
        return ""
    if not pair.fallback and set(parts) <= set(words(pair.key)):
        return ""
    secret = key.head in SECRETS or key.evidence.partition(" ")[0] in _SECRET_KEYS
    if value.kind == values.WEAK:
        return STAND_IN if pair.fallback or (secret and (loud or key.head in PASSWORDS or len(parts) > 1)) else ""
    if value.kind == values.LOCAL:
        named = bool(english.NOUNS.intersection(parts))
        return STAND_IN if (pair.fallback and (secret or named)) or (loud and secret and named) else ""
    if key.head in PASSWORDS and strength.is_password(value.text):
        return PLAIN
    phrase = len(parts) > 1 and bool(english.NOUNS.intersection(parts)) and "/" not in value.text
    if secret and phrase and (loud or len(parts) > 2):  # noqa: PLR2004 - `app-secret-key`
        return STAND_IN
    return PLAIN if pair.fallback and secret and len(value.text) >= 8 and "/" not in value.text else ""  # noqa: PLR2004
