"""A rate limit or an e-mail binding with the name of another binding.

## Why

A Worker's bindings share one object, `env`. wrangler compares the names of some forty kinds of bindings and leaves out
`ratelimits` and `send_email`, which call theirs `name`. Cloudflare refuses the deploy, or one binding hides the other.

## Fails

```toml wrangler.toml
name = "shop"

[[send_email]]
name = "MAIL"

[[queues.producers]]
binding = "MAIL"
queue = "mail"
```

## Passes

```toml wrangler.toml
name = "shop"

[[send_email]]
name = "MAIL"

[[queues.producers]]
binding = "MAIL_QUEUE"
queue = "mail"
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import dotted, table, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts, View

RULE = Rule(
    "duplicate-binding", "wrangler-config", "error", "a rate limit or e-mail binding named like another binding"
)
_UNCOMPARED = ("ratelimits", "send_email")
_NESTED = (("durable_objects", "bindings"), ("queues", "producers"), ("logfwdr", "bindings"), ("unsafe", "bindings"))
_NO_BINDINGS = frozenset(
    {"env", "migrations", "routes", "rules", "containers", "tail_consumers", "exports", "previews"}
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Compare the names of each environment."""
    for view in facts.views():
        if not any(key in view.table for key in _UNCOMPARED):
            continue
        seen: dict[str, KeyPath] = {}
        for path, name in _names(view):
            first = seen.setdefault(name, path)
            kinds = {path[len(view.path)], first[len(view.path)]}
            if first != path and kinds.intersection(_UNCOMPARED):
                yield facts.report(
                    RULE, path, f"two bindings are called `{name}`", label=f"`{dotted(first)}` has that name",
                    help="give one of them another name", related=((first, "the other one is here"),),
                )  # fmt: skip


def _names(view: View) -> Iterator[tuple[KeyPath, str]]:
    """The names of all bindings with their key paths, those that wrangler compares first."""
    for name in table(view.table.get("vars")):
        yield (*view.path, "vars", name), name
    ordered = sorted(view.table, key=_UNCOMPARED.__contains__)
    for kind in ordered:
        value = view.table[kind]
        if kind in _NO_BINDINGS:
            continue
        if isinstance(value, dict) and isinstance(value.get("binding"), str):
            yield (*view.path, kind, "binding"), value["binding"]
        yield from _listed((*view.path, kind), value)
    for kind, inner in _NESTED:
        yield from _listed((*view.path, kind, inner), table(view.table.get(kind)).get(inner))


def _listed(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    for index, each in tables(value):
        key = "binding" if "binding" in each else "name"
        name = each.get(key)
        if isinstance(name, str):
            yield (*path, index, key), name
