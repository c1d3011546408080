"""The ways of writing a stand-in, each with the evidence that messages show."""

from __future__ import annotations

from itertools import pairwise

from bunproof.credentials.vocabulary import english
from bunproof.credentials.words import words
from bunproof.expression import expression

_PROVIDER = expression(
    r"(?:sk|rk|pk)[-_](?:live|test|ant(?:-api[0-9]+)?|proj|or(?:-v1)?|svcacct|lf)[-_]|(?:sk|pk|rk|re|gsk|xai|r8|hf|key|whsec|phc|phx|pat|ghp|gho|ghu|ghs|ghr"
    r"|glpat|npm|dckr_pat|shpat|shpss|shpca|lin_api|lin_wh|sntrys|dop_v1|pypi|rnd|nvapi|ATATT3|EAA|ya29|vercel|tvly|pplx|fc|sb_secret|sbp"
    r"|github_pat|v1\.0|APP_USR|TEST|xox[abprs]|xapp|secret|api|bot|tok|token|eyJ|cf|AIza|AKIA|ASIA|AC|SK|MG)[-_.]|SG\.|AIza(?=[A-Z_.])|AKIA(?=X|\.)|Bearer |Basic |[0-9]{6,12}:(?=[A-Za-z_<]*$)"
)
_BRACKETS = expression(
    r"<[^<>]*[^\W\d_][^<>]*>|\[[^\[\]\"']*[^\W\d_][^\[\]\"']*\]|\{[A-Za-z_][\w \-]*\}|__[A-Za-z][A-Za-z0-9_]*__|\{\{[^{}]*\}\}|\(\s*your[^()]*\)|«[^»]*»|%[A-Z_]+%"
)
_INNER_BRACKETS = expression(r"<[A-Za-z][A-Za-z0-9_ \-]*>|\[(?i:your|insert|password|user|token|key|secret)[^\]]*\]")
_ELLIPSIS = expression(r"\.{3,}|…")
_PROGRESS = expression(r"[A-Z][a-z]+ing\b")  # `Loading...` is said to the user
_REPEATED = expression(r"([^\W_])\1{5,}|([xX*#•?.·-])\2{3,}|\b([xX*0])\3{2,}\b")
_SEPARATORS = str.maketrans("", "", "-_ :.")
_FILLING = expression(r"[A-Za-z0-9*?#•]")
_SEQUENCE = expression(
    r"(?i:01234567|12345678|23456789|98765432|87654321|abcdefg|bcdefgh|a1b2c3|1a2b3c|abc123def|123abc456|deadbeef|cafebabe|qwertyui|asdfghjk|zyxwvut)"
)
_ONLY_SEQUENCE = expression(
    r"(?i:(?:abc|abcd|xyz|123|1234|12345|123456|1234567|xyzzy|a1b2|aaa|111|000)(?:[-_]?(?:abc|abcd|def|defg|ghi|xyz|123|1234|456|789|abc))*)"
)
_HINT = expression(
    r"(?i:(?<![a-z])min(?:imum)?[-_ ]?[0-9]{2,}|[0-9]{2,}[-_ ]?(?:\+[-_ ]?)?(?:random[-_ ]?)?(?:chars?|characters?|bytes?|bits?|digits?|hex|caracteres|zeichen|caract[eè]res|caratteri|символ\w*|位|文字|자)"
    r"|at[-_ ]?least[-_ ]?[0-9]+|openssl|rand[-_ ]?(?:hex|base64)|generate[-_ ]|generated[-_ ](?:by|with|using|secret|key)|random[-_ ]?(?:string|secret|value|key|password|token|hex|bytes|chars?|characters?|hash|uuid)"
    r"|base64[-_ ](?:encoded|of|string|key|value)|(?:long|strong|secure)[-_ ]?(?:and[-_ ]?)?random|^(?:a[-_ ])?(?:very[-_ ])?long[-_ ]|must[-_ ]be|should[-_ ]be|uuid[-_]?v?4?[-_ ]here|same[-_ ]as[-_ ])"
)
_ISSUED = expression(
    r"[sr]k[-_](?:live|test|ant|proj|or)[-_]|whsec_|gh[pousr]_|github_pat_|xox[abprs]-|SG\.|glpat-|AKIA|npm_|hf_|re_|gsk_"
)
_WORDS_ONLY = expression(r"[A-Z]?[a-z]{2,15}(?:[-_ ][A-Za-z]{1,15}){0,5}|[A-Z]{2,12}(?:_[A-Z]{2,12}){0,5}")


_KNOWN_LENGTH = 40  # a run of 14 is none of chance in a value of any length


_HEXADECIMAL = expression(r"[0-9a-fA-F]{24,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def without_provider(text: str) -> str:
    """The value behind a prefix such as `sk_test_`, which says who issued it and nothing more."""
    found = _PROVIDER.match(text)
    return text[found.end() :] if found else text


def placeholder(text: str) -> str:
    """The evidence that a value asks to be replaced; empty if it does not."""
    if _HEXADECIMAL.fullmatch(text):
        return "characters in sequence" if _is_sequential(text) else ""
    bare = without_provider(text)
    return _marks(text) or _filler(bare) or _words(text, bare)


def _marks(text: str) -> str:
    """Signs that stand for something left out."""
    if _BRACKETS.fullmatch(text) or _INNER_BRACKETS.search(text):
        return "brackets around a blank to fill in"
    if _is_prose(text):
        return ""
    if _ELLIPSIS.search(text) and not _PROGRESS.match(text):
        return "`...` in place of the rest"
    repeated = _REPEATED.search(text)
    if repeated and len(repeated[0]) * 3 >= min(len(text), _KNOWN_LENGTH):
        return f"`{repeated[0][:4]}...` repeats one character"
    return ""


def _filler(bare: str) -> str:
    """Characters that only fill the space."""
    if not bare:
        return "a provider's prefix with nothing behind it"
    if len(bare) > 1 and _repeats_one(bare):
        return "it repeats one character"
    if _SEQUENCE.search(bare) or _ONLY_SEQUENCE.fullmatch(bare):
        return "characters in sequence"
    return ""


def _repeats_one(bare: str) -> bool:
    """Whether it is one character over and over, with separators or without: `xxxx-xxxx`, `___`."""
    core = bare.translate(_SEPARATORS) or bare
    return len(set(core)) == 1 and (core == bare or bool(_FILLING.match(core)))


def _words(text: str, bare: str) -> str:
    """Words that ask the reader for something."""
    word = _asking_word(bare)
    if word:
        return f"the word `{word}`"
    if _ISSUED.match(text) and _WORDS_ONLY.fullmatch(bare):
        return "a provider's prefix followed by words"
    hint = _HINT.search(bare)
    if hint:
        return f"`{hint[0].strip('-_ ')}` says how to make one"
    return _foreign(bare)


def is_throwaway(text: str) -> bool:
    """Whether a stand-in only fills the space, as tests do, and asks nobody for anything."""
    bare = without_provider(text)
    made_for_tests = "e2e" in bare.lower() or not _THROWN_AWAY.isdisjoint(words(bare))
    return bool(made_for_tests or _filler(bare) or _HEXADECIMAL.fullmatch(text))


_THROWN_AWAY = english.THROWAWAY | english.LOCAL


def is_weak(bare: str) -> bool:
    """Whether it is a password everybody tries: a known word, perhaps with digits or signs around it."""
    core = bare.lower().strip("0123456789!@#$%^&*?._-+ ")
    known = core in english.WEAK or core.translate(_LEET) in english.WEAK
    return known and len(bare) - len(core) <= 8  # noqa: PLR2004 - `admin12345!`


_LEET = str.maketrans("013457@$", "oleastas")


def is_generic(bare: str) -> bool:
    """Whether all words are what credentials are called, with at least one noun among them."""
    parts = [part for part in words(bare) if not part.isdigit()]
    if not parts or sum(map(len, parts)) < len(bare) / 2:
        return False
    if all(part in english.GENERIC or part in english.WEAK for part in parts):
        return bool(english.NOUNS.intersection(parts)) or len(parts) > 1
    return False


def _is_sequential(text: str) -> bool:
    """Whether most characters repeat the one before or follow it: `0000-0000`, `1234-5678-90ab`."""
    digits = [int(character, 16) for character in text if character != "-"]
    steps = [(after - before) % 16 for before, after in pairwise(digits)]
    return sum(
        step in {0, 1} or (before, after) == (9, 0)
        for step, before, after in zip(steps, digits, digits[1:], strict=False)
    ) >= _MOSTLY * len(steps)


_MOSTLY = 0.7


def _asking_word(bare: str) -> str:
    parts = words(bare)
    known = set(parts)
    for part in parts:
        if part in english.ADDRESSED or part in english.STAND_INS:
            return part
        if part.startswith("your") and part[4:] in _AFTER_YOUR:
            return part
    if len(bare) > _PROSE and bare.count(" ") > _SENTENCE:
        return ""
    for before, part, after in zip(("", *parts), parts, (*parts[1:], ""), strict=False):
        if part in english.ORDERS and (
            part not in english.WEAK_ORDERS
            or known & english.GENERIC
            or before in english.BEFORE_ORDERS
            or after in english.AFTER_ORDERS
        ):
            return part
    if "here" in known and len(parts) > 1:
        return "here"
    return _asking_phrase(parts)


def _asking_phrase(parts: tuple[str, ...]) -> str:
    for pair in pairwise(parts):
        if pair in english.ASKING_PAIRS:
            return " ".join(pair)
    if len(parts) > 2 and parts[0] in english.SOFT_ORDERS and english.NOUNS.intersection(parts):  # noqa: PLR2004 - `use-a-strong-secret`
        return parts[0]
    return ""


_PROSE = 60
_SENTENCE = 6
_AFTER_YOUR = (
    english.GENERIC
    | english.NOUNS
    | {"apikey", "secretkey", "password", "own", "self", "domain", "project", "company", "jwtsecret"}
)


def _is_prose(text: str) -> bool:
    return text.count(" ") > 3  # noqa: PLR2004 - words


def _foreign(bare: str) -> str:
    from bunproof.credentials import foreign  # few values get this far

    return foreign.evidence(bare)
