"""The tables as pages that people can search: since when has `bun` had `SQL`?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import exports_data
from bunproof.bun.releases import NEWEST, OLDEST
from bunproof.wrangler import flags_table

if TYPE_CHECKING:
    from collections.abc import Iterator


def pages() -> Iterator[tuple[str, str]]:
    """(path below docs/, Markdown) of each page."""
    yield "versions/index.md", _index()
    for module in exports_data.MODULES:
        if module in exports_data.VALUES:
            yield f"versions/{_slug(module)}.md", _module(module)
    yield "versions/compatibility-flags.md", _flags()


def titles() -> list[tuple[str, str]]:
    """(title, path) of the pages, in order: for the site's navigation."""
    modules = [module for module in exports_data.MODULES if module in exports_data.VALUES]
    return [
        *((module, f"versions/{_slug(module)}.md") for module in modules),
        ("Compatibility flags", "versions/compatibility-flags.md"),
    ]


def lifespan(span: str) -> str:
    """A life span in words: "since Bun 1.2.0", "Bun 1.3.0 to 1.4.3", several with "and"."""
    parts = []
    for part in span.split():
        first, _, last = part.partition("-")
        if not last:
            parts.append("in every release" if first == OLDEST else f"since Bun {first}")
        else:
            parts.append(f"in Bun {first} only" if first == last else f"from Bun {first} to {last}")
    return ", and ".join(parts)


def _index() -> str:
    rows = []
    for module, span in exports_data.MODULES.items():
        names = len(exports_data.VALUES.get(module, {}))
        link = f"[`{module}`]({_slug(module)}.md)" if names else f"`{module}`"
        rows.append(f"| {link} | {lifespan(span)} | {names or ''} |")
    return (
        "# Since when?\n\n"
        f"What each Bun release from {OLDEST} to {NEWEST} has, found by running it. Type a name into the search box, "
        "or pick a module. [How the tables are made](../how-we-know.md).\n\n"
        "| module | there | names |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def _module(module: str) -> str:
    """One module: a heading a name, because that is what the search finds and links to."""
    values = exports_data.VALUES[module]
    types = exports_data.TYPES.get(module, {})
    hidden = exports_data.HIDDEN.get(module, {})
    parts = [
        "---\nhide: [toc]\n---\n",
        f"# {module}\n\n`{module}` is there {lifespan(exports_data.MODULES[module])}.\n",
        f"What it exports at run time, in any release from {OLDEST} to {NEWEST}:\n",
    ]
    for name in sorted(values, key=str.lower):
        notes = f" Not seen by `export *` {lifespan(hidden[name])}." if name in hidden else ""
        parts.append(f"### `{name}`\n\n`{module}` has had `{name}` {lifespan(values[name])}.{notes}\n")
    only = {name: span for name, span in types.items() if name not in values}
    if only:
        rows = "\n".join(
            f"| `{name}` | {lifespan(span)} |" for name, span in sorted(only.items(), key=lambda each: each[0].lower())
        )
        parts.append(
            "## Types\n\nDeclared by `bun-types` and nothing at run time: `import type` them.\n\n"
            f"| type | declared |\n|---|---|\n{rows}\n"
        )
    return "\n".join(parts)


def _flags() -> str:
    rows = []
    for line in flags_table.FLAGS.splitlines():
        enable, disable, when, *rest = line.split()
        rows.append(f"| `{enable}` | {_code(disable)} | {'' if when == '-' else when} | {' '.join(rest)} |")
    return (
        "# Compatibility flags\n\n"
        f"The flags of workerd {flags_table.WORKERD}, by which `compatibility_flags` is judged: the name that switches "
        "something on, the one that switches it off, and the compatibility date since which it is on by itself.\n\n"
        "| on | off | by itself since | |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def _code(name: str) -> str:
    return "" if name == "-" else f"`{name}`"


def _slug(module: str) -> str:
    return module.replace(":", "-").replace("/", "-")
