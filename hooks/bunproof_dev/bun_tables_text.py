"""The tables of Bun's exports as text and back: `hooks/bunproof/bun/exports_data.py`."""

from __future__ import annotations

import importlib
from typing import NamedTuple, TypeAlias

PATH = "hooks/bunproof/bun/exports_data.py"
Spans: TypeAlias = dict[str, str]


class Tables(NamedTuple):
    """What `bunproof.bun.exports` explains. Every leaf is a life span."""

    releases: tuple[str, ...]
    modules: Spans
    aliases: Spans
    values: dict[str, Spans]
    hidden: dict[str, Spans]
    defaults: dict[str, Spans]
    strict: Spans
    static_only: Spans
    types: dict[str, Spans]
    types_package: Spans


def load() -> Tables:
    """The committed tables."""
    data = importlib.import_module("bunproof.bun.exports_data")
    return Tables(
        tuple(data.RELEASES.split()),
        data.MODULES,
        data.ALIASES,
        data.VALUES,
        data.HIDDEN,
        data.DEFAULTS,
        data.STRICT,
        data.STATIC_ONLY,
        data.TYPES,
        data.TYPES_PACKAGE,
    )


def render(tables: Tables) -> str:
    """The module's text."""
    lines = [
        '"""What each Bun release exports. Generated: python -m bunproof_dev.bun_tables VERSION; explained in exports.py.',
        "",
        f"From running the Linux x64 builds of {tables.releases[0]} to {tables.releases[-1]}, and from their `bun-types`.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "RELEASES = (",
        *_wrapped(tables.releases),
        ")",
        *_spans("MODULES", tables.modules, "modules"),
        *_spans("ALIASES", tables.aliases, "`bun:` + name yields a builtin module of this name, undocumented"),
        *_nested("VALUES", tables.values, "names at run time"),
        *_nested("HIDDEN", tables.hidden, "names that `export ... from` and `export *` do not see"),
        *_nested("DEFAULTS", tables.defaults, "members of a module's default export"),
        *_spans(
            "STRICT", tables.strict, "modules where a name that is not there keeps the importing file from loading"
        ),
        *_spans("STATIC_ONLY", tables.static_only, "modules that only `import ... from` finds"),
        *_nested("TYPES", tables.types, "names that `bun-types` declares as types and nothing more"),
        *_spans(
            "TYPES_PACKAGE", tables.types_package, "`@types/bun` to the `bun-types` it depends on, where they differ"
        ),
    ]
    return "\n".join(lines) + "\n"


def _wrapped(words: tuple[str, ...]) -> list[str]:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 100:  # noqa: PLR2004 - the formatter's width, less the quotes
            lines.append(f'    "{line}"')
            line = ""
        line += f"{word} "
    return [*lines, f'    "{line.rstrip()}"']


def _spans(name: str, spans: Spans, comment: str) -> list[str]:
    body = [f'    "{key}": "{spans[key]}",' for key in sorted(spans)]
    return ["", f"# {comment}", f"{name}: dict[str, str] = {{", *body, "}"]


def _nested(name: str, tables: dict[str, Spans], comment: str) -> list[str]:
    lines = ["", f"# {comment}", f"{name}: dict[str, dict[str, str]] = {{"]
    for module in sorted(tables):
        body = [f'        "{key}": "{tables[module][key]}",' for key in sorted(tables[module])]
        lines += [f'    "{module}": {{', *body, "    },"] if body else [f'    "{module}": {{}},']
    return [*lines, "}"]
