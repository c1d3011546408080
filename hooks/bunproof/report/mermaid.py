"""How a Worker's bundle reaches what it must not, drawn: one flowchart an entry, in Mermaid."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bunproof.report import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARROWS = 80  # more than that nobody reads, and Mermaid gives up at 500
_ENTITIES = {code: f"#{code};" for code in map(ord, '"#;<>[]{}()|\\`')}


def flowcharts(chains: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A flowchart for each entry (the first of a chain), its chains merged, the last of each marked."""
    by_entry: dict[str, dict[tuple[str, ...], None]] = {}
    for chain in chains:
        if len(chain) > 1:
            by_entry.setdefault(chain[0], {})[chain] = None
    for merged in by_entry.values():
        yield _flowchart(list(merged))


def _flowchart(chains: list[tuple[str, ...]]) -> str:
    names: dict[str, str] = {}
    arrows: dict[tuple[str, str], None] = {}
    drawn = 0
    for chain in chains:
        steps = list(pairwise(chain))
        if drawn and len(arrows.keys() | set(steps)) > _ARROWS:
            break
        drawn += 1
        for name in chain:
            names.setdefault(name, f"n{len(names)}")
        arrows.update(dict.fromkeys(steps))
    lines = ["flowchart LR"]
    lines += [f'  {key}["{safe.words(name).translate(_ENTITIES)}"]' for name, key in names.items()]
    lines += [f"  {names[start]} --> {names[end]}" for start, end in arrows]
    lines += [f'  more["and {len(chains) - drawn} more"]'] if drawn < len(chains) else []
    lines.append("  classDef stopped stroke:#d1242f,stroke-width:2px")
    lines.append(f"  class {','.join(dict.fromkeys(names[chain[-1]] for chain in chains[:drawn]))} stopped")
    return "\n".join(lines) + "\n"
