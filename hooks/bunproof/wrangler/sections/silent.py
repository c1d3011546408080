"""Tables whose unknown keys wrangler ignores without a word: there, a mistyped key is nobody's finding but ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_OUTBOUND = ("service", "environment", "parameters")
_KEYS: dict[str, tuple[str, ...]] = {
    "ai": ("binding", "remote", "staging"),
    "cloudchamber": ("image", "location", "instance_type", "vcpu", "memory", "ipv4"),
    "dispatch_namespaces": ("binding", "namespace", "outbound", "remote"),
    "limits": ("cpu_ms", "subrequests"),
    "placement": ("mode", "hint", "region", "host", "hostname"),
    "python_modules": ("exclude",),
    "rules": ("type", "globs", "fallthrough"),
    "services": ("binding", "service", "environment", "entrypoint", "props", "remote", "dev"),
    "streaming_tail_consumers": ("service",),
    "tail_consumers": ("service", "environment"),
    "version_metadata": ("binding",),
}


def check_spelling(key: str, spot: Spot) -> None:
    """Look for mistyped keys in what stands under a key."""
    known = _KEYS.get(key)
    if known is None:
        return
    for table in spot if spot.is_array else [spot]:
        _check_table(table, known)
        if key == "dispatch_namespaces" and table.is_record:
            _check_table(table["outbound"], _OUTBOUND)


def _check_table(table: Spot, known: tuple[str, ...]) -> None:
    if not isinstance(table.value, dict):
        return
    for key in table.value:
        meant = "" if key in known else expect.misspelled(key, known)
        if meant and meant not in table.value:
            expect.report_misspelling(table.at(key), key, meant, "wrangler ignores it, without a word")
