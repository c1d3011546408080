"""Keep secrets out of reports: what is printed keeps its length and reveals just enough to find it again.

Stand-ins stay readable: they are no secret, and they are what a report is about.
"""

from __future__ import annotations

import re

_GIVEN = re.compile(
    r"""([^\W\d][\w.\-$]*)["'`\])]*\s*(?:(?:=>|:=|\|\||\?\?|[:=,])\s*(?:"([^"\n]+)"?|'([^'\n]+)'?|`([^`\n]+)`?)|[:=]\s*([^\s"'`,;]+))"""
)
_LOGIN = re.compile(r"://[^\s/:@]*:([^\s@]+)@")
_RUN = re.compile(r"[A-Za-z0-9_\-+/=.~%!#$^&*]{12,}")
_HEAD, _SHORT = 4, 12


def mask(text: str) -> str:
    """The text with every secret in it starred out, as long as before.

    A secret is what stands beside a credential's name and is no stand-in, the password of an address, and any long run
    of characters that a machine must have made.
    """
    spans = [span for span in _spans(text) if span[1] > span[0]]
    if not spans:
        return text
    characters = list(text)
    for start, end in spans:
        first = start + _shown(end - start)
        characters[first:end] = "*" * (end - first)
    return "".join(characters)


def mask_value(text: str) -> str:
    """A value that is known to be a secret, starred out but for its first characters."""
    shown = _shown(len(text))
    return text[:shown] + "*" * (len(text) - shown)


def _shown(size: int) -> int:
    return _HEAD if size >= _SHORT else min(2, size // 4)


def _spans(text: str) -> list[tuple[int, int]]:
    from bunproof.credentials import keys, strength, values  # reports only

    spans = [found.span(1) for found in _LOGIN.finditer(text) if _hides(found[1])]
    at = 0
    while found := _GIVEN.search(text, at):
        group = next(index for index in (2, 3, 4, 5) if found[index] is not None)
        if keys.classify(found[1]).kind == keys.CREDENTIAL and values.classify(found[group]).kind == values.LITERAL:
            spans.append(found.span(group))
        at = max(found.end(1), found.start(group) if group != 5 else found.end(1))  # noqa: PLR2004 - a bare value
    spans.extend(
        found.span() for found in _RUN.finditer(text) if strength.is_random(found[0].strip("=")) and _hides(found[0])
    )
    return spans


def _hides(text: str) -> bool:
    from bunproof.credentials import values

    return values.classify(text).kind not in {values.PLACEHOLDER, values.WEAK, values.REFERENCE, values.EMPTY}
