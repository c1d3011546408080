"""Keep secrets out of reports: what is printed keeps its length and reveals just enough to find it again.

Stand-ins stay readable: they are no secret, and they are what a report is about.
"""

from __future__ import annotations

from bunproof.expression import expression

_GIVEN = expression(
    r"""([^\W\d][\w.\-$]*)["'`\])]*\s*(?:(?:=>|:=|\|\||\?\?|[:=,])\s*(?:"([^"\n]+)"?|'([^'\n]+)'?|`([^`\n]+)`?)|[:=]\s*([^\s"'`,;]+))"""
)
_LOGIN = expression(r"://[^\s/:@]*:([^\s@]+)@")
_RUN = expression(r"[A-Za-z0-9_\-+/.~%!#$^&*]{12,}")
# Tokens that say by their own form whose they are, however little their letters look like chance.
_TOKEN = expression(
    r"(?<![A-Za-z0-9])(?:(?:A3T[A-Z0-9]|AKIA|ASIA)[A-Z0-9]{16}|(?:(?:sk|rk|pk)_(?:live|test)_|whsec_|gh[pousr]_|github_pat_|xox[abposr]-|SG\.|glpat-|npm_|AIza)[A-Za-z0-9_.\-]{16,255})"
)
_JOINT = expression(r"[./%&]")
# Upper-case words, with a few digits at their ends or a numeronym (`E2E`, `K8S`) among them.
_CONSTANT = expression(r"[A-Z]+[0-9]{0,2}(?:_(?:[A-Z]+[0-9]{0,2}|[A-Z][0-9]{1,2}[A-Z]))+")
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
    spans = [found.span(1) for found in _LOGIN.finditer(text) if _hides(found[1])]
    at = 0
    while found := _GIVEN.search(text, at):
        group = next(index for index in (2, 3, 4, 5) if found[index] is not None)
        if _is_credential(found[1]) and _hides(found[group]):
            spans.append(found.span(group))
        at = max(found.end(1), found.start(group) if group != _BARE else found.end(1))
    spans.extend(found.span() for found in _TOKEN.finditer(text) if _hides(found[0]))
    spans.extend(found.span() for found in _RUN.finditer(text) if _is_machine_made(found[0]))
    return spans


_BARE = 5  # the group of a value without quotes, in which another name may stand


def _is_credential(name: str) -> bool:
    from bunproof.credentials import keys  # reports only

    return keys.classify(name).kind == keys.CREDENTIAL


def _hides(text: str) -> bool:
    from bunproof.credentials import values

    if _CONSTANT.fullmatch(text) and _is_named(text):
        return False
    return _is_machine_made(text) or values.classify(text).kind in {values.LITERAL, values.LOCAL}


def _is_named(constant: str) -> bool:
    """Whether a constant names something known: `SHOP2_WEBHOOK_SECRET` says where a secret is, and is none."""
    from bunproof.credentials import keys

    return keys.classify(constant).kind != keys.OTHER


def _is_machine_made(text: str) -> bool:
    from bunproof.credentials import standins, strength

    return any(
        strength.is_random(part)
        for part in (text, standins.without_provider(text), *_JOINT.split(text), *text.split("_"))
    )
