"""Stand-ins in languages other than English: who asks the reader to replace a value does so in their own words."""

from __future__ import annotations

from itertools import chain
from unicodedata import combining, normalize

from bunproof.credentials.vocabulary import asian, english, germanic, romance, slavic, turkic_and_more
from bunproof.credentials.words import words

_FAMILIES = (romance, germanic, slavic, turkic_and_more)
_KNOWN = frozenset(
    chain.from_iterable(
        listed for family in _FAMILIES for table in (family.ASKING, family.NOUNS) for listed in table.values()
    )
)
_LONG = 5  # shorter words mean something in too many languages
_ALONE = 2  # a verb alone may be a name; two words of a language are a sentence


def evidence(text: str) -> str:
    """Which word of which language asks for a value; empty if none does."""
    if not text.isascii():
        found = _phrase(text)
        if found:
            return found
    parts = words(_plain(text))
    if parts and _asks_by_whose(parts):
        return f"`{parts[0]}` before a credential's name"
    if _KNOWN.isdisjoint(parts):
        return ""
    if len(parts) < _ALONE:
        return _single(parts)
    for family in _FAMILIES:
        for language, asking in family.ASKING.items():
            maybe = family.MAYBE.get(language, frozenset())
            nouns = family.NOUNS.get(language, frozenset())
            found = _sentence(parts, asking, maybe, nouns)
            if found:
                return f"`{found}`, {language}"
    return ""


def is_prompt(text: str) -> bool:
    """Whether a value is a sentence of a user interface in a script without spaces."""
    return not text.startswith(asian.HERE) and any(prompt in text for prompt in asian.PROMPTS)


def _sentence(parts: tuple[str, ...], asking: frozenset[str], maybe: frozenset[str], nouns: frozenset[str]) -> str:
    known = [part for part in parts if part in asking or part in maybe or part in nouns or part in english.GENERIC]
    if len(known) * 2 < len([part for part in parts if not part.isdigit()]):
        return ""
    for part in parts:
        if part in asking and len(known) >= _ALONE:
            return part
    own = [part for part in parts if part in nouns]
    if own and (len(set(own)) > 1 or any(part in maybe for part in parts)):
        return own[0]
    if own and all(part in nouns or part in english.GENERIC or part in maybe or part.isdigit() for part in parts):
        return own[0]
    return ""


def _asks_by_whose(parts: tuple[str, ...]) -> bool:
    """Whether it is another language's "my" or "your" before an English name: `TU_API_SECRET`."""
    rest = parts[1:]
    return (
        parts[0] in romance.WHOSE
        and not english.NOUNS.isdisjoint(rest)
        and all(part in english.GENERIC or part.isdigit() for part in rest)
    )


def _single(parts: tuple[str, ...]) -> str:
    if not parts:
        return ""
    if len(parts[0]) < _LONG:
        return ""
    for family in _FAMILIES:
        for language in family.ASKING:
            if parts[0] in family.ASKING[language] or parts[0] in family.NOUNS.get(language, ()):
                return f"`{parts[0]}`, {language}"
    return ""


def _phrase(text: str) -> str:
    for language, phrases in chain(asian.PHRASES.items(), asian.OTHER_PHRASES.items()):
        for phrase in phrases:
            if phrase in text:
                return f"`{phrase}`, {language}"
    lowered = text.lower()
    for language, stems in slavic.STEMS.items():
        for part in words(lowered):
            if part.startswith(stems):
                return f"`{part}`, {language}"
    return ""


def _plain(text: str) -> str:
    """The text without accents: `contraseña` as `contrasena`, `şifre` as `sifre`."""
    if text.isascii():
        return text
    spread = normalize(
        "NFKD", text.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ß", "ss")
    )
    return "".join(character for character in spread if not combining(character))
