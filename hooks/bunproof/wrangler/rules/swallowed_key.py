"""A top-level key below a TOML table header, which makes it a key of that table.

## Why

In TOML a table runs to the next header, blank lines and comments or not. A `compatibility_date` below `[vars]` is a
variable called `compatibility_date`, and the Worker has no compatibility date; below `[[services]]` it is ignored.
wrangler says nothing of either.

## Fails

```toml wrangler.toml
name = "shop"

[vars]
REGION = "eu"

compatibility_date = "2025-01-01"
```

Another one:

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"

[[services]]
binding = "AUTH"
service = "auth"

workers_dev = false
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
workers_dev = false

[vars]
REGION = "eu"
name = "the shop"

[[services]]
binding = "AUTH"
service = "auth"
```

## What to do

Move the key above the first header; for a key of an environment, below `[env.NAME]` and above the next header. The
fix does it, with the comments on the key.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import dotted, table
from bunproof.wrangler.shapes import looks_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic, Fix
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts

RULE = Rule("swallowed-key", "wrangler-config", "error", "a top-level key that the TOML table above it takes")

# Tables that take any key: there, a key of a Worker must also be missing where it belongs.
_FREE = frozenset({"vars", "define", "alias", "text_blobs", "data_blobs", "wasm_modules"})
_FREE_WITHIN = frozenset({"image_vars", "labels", "props", "metadata", "capnp"})
# Where a top-level key's name is a key of the table in its own right; `*` is any name.
_OWN = {
    "name": (
        "send_email", "durable_objects.bindings", "logfwdr.bindings", "ratelimits", "unsafe.bindings", "workflows",
        "exports.*", "containers", "cloudchamber", "analytics", "vpc_networks",
    ),
    "limits": ("workflows", "exports.*"),
    "main": ("build.upload",),  # until wrangler 4
    "rules": ("build.upload",),
    "observability": ("containers", "exports.*", "exports.*.container"),
}  # fmt: skip
_TOP_ONLY = frozenset({"pages_build_output_dir", "send_metrics", "keep_vars", "site", "legacy_env"})
# What a Worker must have: missing at the top level, it is missing there.
_NEEDED = frozenset({"name", "main", "compatibility_date"})
# Keys that nobody uses as a variable by chance.
_UNMISTAKABLE = frozenset({"compatibility_date", "compatibility_flags", "workers_dev"})


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Look through every table below the top level and the environments."""
    if not facts.is_toml:
        return
    for scope, path, keys in _tables(facts.data):
        swallowed = [
            (*path, key)
            for key, value in keys.items()
            if looks_like(key, value) and _is_swallowed(facts, scope, path, key) and _below_header(facts, path, key)
        ]
        for home in dict.fromkeys(_home(facts, scope, each) for each in swallowed):
            from bunproof.wrangler.fixes import move_up  # only where there is something to move

            paths = [each for each in swallowed if _home(facts, scope, each) == home]
            fix = move_up(facts.document, paths, home)
            for each in paths:
                yield _report(facts, home, each, fix)


def _tables(data: dict[str, object]) -> Iterator[tuple[KeyPath, KeyPath, dict[str, object]]]:
    """Every table that is not a Worker's own, with the path of the one whose keys it belongs to."""
    stack: list[tuple[KeyPath, KeyPath, object]] = [((), (), data)]
    while stack:
        scope, path, value = stack.pop()
        if isinstance(value, list):
            stack.extend((scope, (*path, index), each) for index, each in enumerate(value))
        if not isinstance(value, dict) or path[-1:] == ("previews",):
            continue
        if len(path) == 2 and path[0] == "env":  # noqa: PLR2004 - `env.NAME`
            scope = path
        elif path not in {(), ("env",)}:
            yield scope, path, value
        stack.extend((scope, (*path, key), each) for key, each in value.items())


def _is_swallowed(facts: Facts, scope: KeyPath, path: KeyPath, key: str) -> bool:
    inner = path[len(scope) :]
    names = [step for step in inner if isinstance(step, str)]
    if any(fnmatchcase(".".join(names), pattern) for pattern in _OWN.get(key, ())):
        return False
    missing = key not in facts.data and key not in table(_value(facts.data, scope))
    if names[0] not in _FREE and not _FREE_WITHIN.intersection(names):
        return missing or "_" in key
    holder = table(_value(facts.data, path))
    if names[0] != "vars" and names[0] in _FREE and not isinstance(holder[key], str):
        return True  # these tables take strings
    return missing and (key in _UNMISTAKABLE or not _has_small_letters(holder, key))


def _home(facts: Facts, scope: KeyPath, path: KeyPath) -> KeyPath:
    """Where a key was meant to stand: at the top level, or in the environment whose table took it."""
    key = path[-1]
    return () if key in _TOP_ONLY or (key in _NEEDED and key not in facts.data) else scope


def _below_header(facts: Facts, path: KeyPath, key: str) -> bool:
    """Whether the table has a header of its own and the key stands below it: what braces hold was put there."""
    node, child = facts.document.node(path), facts.document.node((*path, key))
    return (
        node is not None and child is not None and node.header is not None
        and node.value == node.header == child.header
    )  # fmt: skip


def _has_small_letters(variables: dict[str, object], key: str) -> bool:
    """Whether another variable is written in small letters, so that this one may be one as well."""
    return any(name != name.upper() for name, value in variables.items() if name != key and not looks_like(name, value))


def _report(facts: Facts, scope: KeyPath, path: KeyPath, fix: Fix | None) -> Diagnostic:
    header = facts.document.header(path)
    shown = facts.source.text[header.start : header.end] if header else ""
    key = path[-1]
    home = f"`[{dotted(scope)}]`" if scope else "the top level"
    return facts.report(
        RULE, path, f"`{key}` is meant for {home} but stands in `{shown}`", part="key",
        label=f"read as `{dotted(path)}`: a table runs to the next header",
        help=f"move it above `{shown}`" + (f", below `[{dotted(scope)}]`" if scope else " and every other header"),
        related=((path[:-1], "the table that takes it begins here"),), fix=fix,
    )  # fmt: skip


def _value(data: object, path: KeyPath) -> object:
    for step in path:
        data = data[step] if isinstance(data, list) and isinstance(step, int) else table(data).get(str(step))
    return data
