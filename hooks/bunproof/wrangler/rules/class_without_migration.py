"""A Durable Object class that is bound and that no migration creates, although there are migrations.

## Why

Cloudflare binds a Durable Object only once a migration has created its class. wrangler warns where there are no migrations at
all and is silent as soon as there is one, of whichever class; the deploy fails.

## Fails

```toml wrangler.toml
name = "chat"

[[durable_objects.bindings]]
name = "LOBBY"
class_name = "Lobby"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Room"]
```

## Passes

```toml wrangler.toml
name = "chat"

[[durable_objects.bindings]]
name = "LOBBY"
class_name = "Lobby"

[[durable_objects.bindings]]
name = "USERS"
class_name = "Users"
script_name = "accounts"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Lobby"]
```

## What to do

Add a migration at the end, with a tag of its own: entries that have been deployed are never changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import table, tables
from bunproof.wrangler.migrations import History

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("class-without-migration", "wrangler-config", "error", "a Durable Object class that no migration creates")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Hold the bindings of each environment against the migrations that hold for it."""
    for view in facts.views():
        migrations, path = facts.inherited(view, "migrations")
        exports, _ = facts.inherited(view, "exports")
        if not isinstance(migrations, list) or not migrations or exports:
            continue
        history = History(migrations, path)
        for index, binding in tables(table(view.table.get("durable_objects")).get("bindings")):
            name = binding.get("class_name")
            if not isinstance(name, str) or not facts.is_own(binding.get("script_name"), view):
                continue
            if name not in history.classes:
                gone = history.gone.get(name)
                yield facts.report(
                    RULE, (*view.path, "durable_objects", "bindings", index, "class_name"),
                    f"no migration {'keeps' if gone else 'creates'} the Durable Object class `{name}`",
                    label="Cloudflare refuses to bind it",
                    help=f'add a migration with a new tag and `new_sqlite_classes = ["{name}"]`' if not gone else "bind the new class, or remove the binding",
                    related=((gone, "it is gone from here on"),) if gone else ((path, "the migrations are here"),),
                )  # fmt: skip
