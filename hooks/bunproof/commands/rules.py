"""`bunproof rules`: every rule, for people by hook, for programs as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bunproof.report import say
from bunproof.report.style import choose
from bunproof.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.arguments import Options
    from bunproof.report.style import Style
    from bunproof.rules import Rule


def run(options: Options) -> int:
    """Print the list."""
    rules = list(all_rules())
    if options.format == "json":
        say(_json(rules))
    else:
        say("\n".join(_text(rules, choose(options.color, sys.stdout))) + "\n")
    return 0


def _text(rules: list[Rule], style: Style) -> Iterator[str]:
    widest = max(len(rule.id) for rule in rules)
    hook = ""
    for rule in rules:
        if rule.hook != hook:
            yield from ["", style.paint("bold", rule.hook)] if hook else [style.paint("bold", rule.hook)]
            hook = rule.hook
        yield f"  {style.paint(rule.severity, f'{rule.severity:7}')} {rule.id:{widest}}  {style.code(rule.title)}"
    yield from ["", "`bunproof explain RULE` shows what a rule stops, and why."]


def _json(rules: Iterable[Rule]) -> str:
    import json  # the list for people needs none

    from bunproof.about import __version__, rule_url

    listed = [{**rule._asdict(), "url": rule_url(rule.id)} for rule in rules]
    return json.dumps({"version": 1, "bunproof": __version__, "rules": listed}, indent=2) + "\n"
