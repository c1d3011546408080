"""The parts of README.md and of the pages in docs/ that repeat the program: help, lists, real output.

    python -m bunproof_dev.docs_blocks [--check]

A page marks the place with two comments, `NAME: begin` and `NAME: end`; what stands between them is written here, unless
another program owns the block (the figures of `tests/benchmarks`).
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from bunproof import help as help_
from bunproof.about import REPOSITORY, __version__
from bunproof.arguments import COMMANDS
from bunproof.hooks import HOOKS
from bunproof.rules import all_rules
from bunproof_dev.demo import INCIDENT, output
from bunproof_dev.generated import ROOT, deliver

if TYPE_CHECKING:
    from collections.abc import Callable

_BLOCK = re.compile(r"(<!-- (?P<name>[\w-]+): begin -->\n).*?(<!-- (?P=name): end -->\n)", re.DOTALL)


def main() -> int:
    """Write or check every marked block."""
    check = "--check" in sys.argv[1:]
    return max(deliver(path, filled(_read(path)), check=check) for path in pages())


def pages() -> list[str]:
    """The Markdown files that may hold blocks, below the repository's root."""
    folder = os.path.join(ROOT, "docs")
    return ["README.md", *sorted(f"docs/{name}" for name in os.listdir(folder) if name.endswith(".md"))]


def filled(text: str) -> str:
    """A page with its blocks as they should be."""
    return _BLOCK.sub(
        lambda found: f"{found[1]}{_written(found['name'])}{found[3]}" if _ours(found["name"]) else found[0], text
    )


def _ours(name: str) -> bool:
    return name in _BLOCKS or name.startswith("help")


def _written(name: str) -> str:
    if name.startswith("help"):
        command = name.removeprefix("help").removeprefix("-")
        return _fence("console", f"$ bunproof {command}{' ' if command else ''}--help\n{help_.render(command)}")
    return _BLOCKS[name]()


def _output() -> str:
    return _fence("text", output(INCIDENT))


def _snippet() -> str:
    return _fence(
        "yaml",
        f"repos:\n  - repo: {REPOSITORY}\n    rev: v{__version__}\n    hooks:\n      - id: bunproof\n",
    )


def _rules() -> str:
    """Every rule in one table, below its hook."""
    listed = list(all_rules())
    parts = []
    for hook in dict.fromkeys(rule.hook for rule in listed):
        rows = "".join(
            f"| [`{rule.id}`](rules/{rule.id}.md) | {rule.severity} | {rule.title} |\n"
            for rule in listed
            if rule.hook == hook
        )
        parts.append(f"### {hook}\n\n| rule | level | finds |\n|---|---|---|\n{rows}")
    return "\n".join(parts)


def _hooks() -> str:
    rows = "".join(f"| `{hook.id}` | {hook.description} |\n" for hook in HOOKS)
    return f"| hook | stops |\n|---|---|\n{rows}| `bunproof` | all of the above in one process |\n"


def _commands() -> str:
    rows = "".join(f"| [`bunproof {each.name}`](#{each.name}) | {each.about} |\n" for each in COMMANDS)
    return f"| command | does |\n|---|---|\n{rows}"


def _fence(language: str, text: str) -> str:
    return f"```{language}\n{text}```\n"


_BLOCKS: dict[str, Callable[[], str]] = {
    "output": _output,
    "snippet": _snippet,
    "rules": _rules,
    "hooks": _hooks,
    "commands": _commands,
}


def _read(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main())
