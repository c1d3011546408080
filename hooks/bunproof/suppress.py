"""Comments that silence a finding: `bunproof: ignore[rule] reason`, on its line or the line above.

detect-secrets' own pragmas are honoured for the findings of `placeholder-credentials`.
"""

from __future__ import annotations

from typing import NamedTuple

from bunproof.core_rules import malformed_suppression, unused_suppression
from bunproof.diagnostics import Diagnostic
from bunproof.expression import expression
from bunproof.rules import RULES, rule_ids
from bunproof.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bunproof.source import Source

PRAGMA = b"pragma: allowlist"

# A comment opener directly before the words: what stands inside a string or in prose is no suppression.
_COMMENT = expression(
    r"(?://|#|/\*|<!--|--|;|\{/\*)[ \t]*(?P<words>bunproof: ignore(?:\[(?P<ids>[^\]\n]*)\])?)(?P<reason>[^\n]*)"
)
_PRAGMA = expression(r"pragma: ?(?:allow|white)list(?P<next>[ -]nextline)?[ -]secret")
_CLOSERS = "*/ ->}"
_CREDENTIALS = "placeholder-credentials"  # bunproof: ignore[placeholder-credential] our own hook's id


class Suppression(NamedTuple):
    """One comment: the ids it names (rules or hooks), the lines it covers, and whether it gives a reason."""

    span: Span
    ids: tuple[str, ...]
    lines: tuple[int, ...]
    reasoned: bool


def suppressions(source: Source) -> list[Suppression]:
    """The suppression comments of a file, in order. A comment that stands alone also covers the next line."""
    found = []
    for match in _COMMENT.finditer(source.text):
        line = source.position(match.start()).line
        bounds = source.line_span(line)
        alone = not source.text[bounds.start : match.start()].strip()
        ids = tuple(part.strip() for part in (match["ids"] or "").split(",") if part.strip())
        span = Span(match.start("words"), match.end("words"))
        found.append(
            Suppression(
                span, ids, (line, line + 1) if alone else (line,), bool(match["reason"].strip(_CLOSERS + "\r\t:"))
            )
        )
    return found


def apply(
    source: Source, diagnostics: Sequence[Diagnostic], hooks: frozenset[str], complete: frozenset[str]
) -> Iterator[Diagnostic]:
    """The diagnostics of one file that no comment silences, and those about the comments themselves.

    `hooks` are the ones that ran; a comment is called unused only if every hook it speaks of judged the file in full,
    that is, is in `complete`.
    """
    comments = suppressions(source)
    allowed = _allowed_lines(source)
    used: set[Suppression] = set()
    for diagnostic in diagnostics:
        lines = {diagnostic.location.start.line}
        covering = [
            comment
            for comment in comments
            if comment.reasoned
            and lines.intersection(comment.lines)
            and (diagnostic.rule.id in comment.ids or diagnostic.rule.hook in comment.ids)
        ]
        used.update(covering)
        by_pragma = diagnostic.rule.hook == _CREDENTIALS and diagnostic.location.start.line in allowed
        if not covering and not by_pragma:
            yield diagnostic
    known = rule_ids()
    for comment in comments:
        problem = _problem(comment, known)
        if problem:
            yield Diagnostic(
                malformed_suppression.RULE, malformed_suppression.RULE.severity, source.locate(comment.span),
                "this suppression silences nothing", label=problem, help="write `bunproof: ignore[rule] reason`",
            )  # fmt: skip
        elif comment not in used and {known.get(name, name) for name in comment.ids} <= (hooks & complete):
            yield Diagnostic(
                unused_suppression.RULE, unused_suppression.RULE.severity, source.locate(comment.span),
                f"no finding of {', '.join(f'`{name}`' for name in comment.ids)} is left to silence here",
                help="remove the comment",
            )  # fmt: skip


def _problem(comment: Suppression, known: dict[str, str]) -> str:
    if not comment.ids:
        return "it names no rule"
    hooks = set(RULES)
    for name in comment.ids:
        if name not in known and name not in hooks:
            from difflib import get_close_matches  # on the way out

            near = get_close_matches(name, [*known, *hooks], 1)
            return f"there is no rule `{name}`" + (f", did you mean `{near[0]}`?" if near else "")
    return "" if comment.reasoned else "it gives no reason"


def _allowed_lines(source: Source) -> frozenset[int]:
    lines = set()
    if PRAGMA in source.data or b"whitelist" in source.data:
        for match in _PRAGMA.finditer(source.text):
            lines.add(source.position(match.start()).line + bool(match["next"]))
    return frozenset(lines)
