"""A page of the site for each rule, and the list of them: the rules' docstrings, and what they print."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bunproof.report.pages import FENCE, Page, load_page
from bunproof.rules import all_rules, rule_ids
from bunproof_dev.generated import ROOT
from bunproof_dev.snapshots import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS = {
    "error": "**error**: blocks",
    "warning": "**warning**: blocks only with `--strict`",
}
_MIRRORS = {
    None: "bunproof's own",
    "bun": "repeats Bun's own verdict",
    "wrangler": "repeats wrangler's own verdict",
}


def pages() -> Iterator[tuple[str, str]]:
    """(path below docs/, Markdown) of each rule's page, and of the list of rules."""
    yield "rules/index.md", index()
    for rule_id in rule_ids():
        yield f"rules/{rule_id}.md", page(load_page(rule_id))


def page(of: Page) -> str:
    """The page of one rule."""
    rule = of.rule
    facts = f"`{rule.hook}` · {_LEVELS[rule.severity]} · {_MIRRORS[rule.mirrors]}"
    return f"---\nhide: [toc]\n---\n\n# {rule.id}\n\n{of.summary}\n\n{facts}\n{{ .facts }}\n\n{_titled(of.body)}\n{_printed(rule.id)}{_silence(rule.id)}"


def index() -> str:
    """The list of all rules, by hook."""
    parts = ["# Rules\n\nWhat a finding's name in brackets stands for. `bunproof explain RULE` shows the same page.\n"]
    rules = list(all_rules())
    for hook in dict.fromkeys(rule.hook for rule in rules):
        rows = [
            f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.title} |" for rule in rules if rule.hook == hook
        ]
        parts.append("\n".join([f"## {hook}\n", "| rule | level | finds |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def _titled(body: str) -> str:
    """The body with each block's path as its title; the paths of consecutive blocks are one example's files."""
    lines = []
    fenced = False
    for line in body.splitlines():
        if line.startswith(FENCE) and not fenced:
            language, _, path = line.strip("`").strip().partition(" ")
            lines.append(f'{FENCE}{language} title="{path}"' if path else line)
        else:
            lines.append(line)
        fenced ^= line.startswith(FENCE)
    return "\n".join(lines) + "\n"


def _printed(rule_id: str) -> str:
    path = os.path.join(ROOT, FOLDER, f"{rule_id}.txt")
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        first, _, _ = file.read().partition("\n# example ")
    text = first.partition("\n\n")[2].strip("\n")
    return f"\n## What it prints\n\nFor the first example above:\n\n{FENCE}text\n{text}\n{FENCE}\n"


def _silence(rule_id: str) -> str:
    return (
        f"\n## To silence it\n\nOn the line or the line above, with a reason: `bunproof: ignore[{rule_id}] because ...` "
        f'in a comment; everywhere, `"{rule_id}" = "off"` below `[rules]` in [`bunproof.toml`](../configuration.md).\n'
    )
