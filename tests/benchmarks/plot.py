"""A plot of time over repository size, as SVG, both axes logarithmic."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from measure import Figure

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 420, 70, 190, 20, 50
_COLOURS = ("#e4572e", "#2e86ab", "#888888", "#57a773", "#a23b72", "#f2a541", "#5c5c8a", "#3d3d3d")


def growth(figures: dict[int, dict[str, Figure]], reference: str) -> str:
    """One line a command, `reference` dashed."""
    sizes = sorted(figures)
    names = list(dict.fromkeys(name for row in figures.values() for name in row))
    times = [figure.seconds for row in figures.values() for figure in row.values()]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    span = max(1e-9, math.log10(sizes[-1]) - math.log10(sizes[0]))

    def x(size: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (math.log10(size) - math.log10(sizes[0])) / span

    def y(seconds: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * (math.log10(seconds) - low) / (high - low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        at = y(10**power)
        label = f"{10**power:g} s" if power >= 0 else f"{10 ** (power + 3):g} ms"
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{label}</text>')
    under = _HEIGHT - _BOTTOM + 20
    parts += [f'<text x="{x(size):.1f}" y="{under}" text-anchor="middle">{size:,} files</text>' for size in sizes]
    ends: list[float] = []
    for name, colour in zip(names, _COLOURS * 3, strict=False):
        points = [(x(size), y(figures[size][name].seconds)) for size in sizes if name in figures[size]]
        dash = ' stroke-dasharray="5 4"' if name == reference else ""
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        label_at = points[-1][1]
        while any(abs(label_at - other) < 14 for other in ends):
            label_at += 3
        ends.append(label_at)
        parts.append(f'<text x="{points[-1][0] + 8:.1f}" y="{label_at + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])
