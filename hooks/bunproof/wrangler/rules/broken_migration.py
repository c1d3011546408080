"""Durable Object migrations that cannot be applied one after the other.

## Why

Cloudflare remembers the tag of the last migration it applied and continues after it: with two equal tags it continues at the
wrong place. A class that exists cannot be created again, also not to change its storage, and one that does not cannot be renamed
or deleted. wrangler's validation compares nothing; `wrangler deploy` and `wrangler dev` stop at the classes, and the tags are left
to Cloudflare. Entries that have been deployed must stay in the list.

## Fails

```toml wrangler.toml
name = "chat"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Room"]

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Lobby"]
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "chat", "migrations": [
  {"tag": "v1", "new_classes": ["Room"]},
  {"tag": "v2", "new_sqlite_classes": ["Room"]}
]}
```

## Passes

```toml wrangler.toml
name = "chat"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Room"]

[[migrations]]
tag = "v2"
renamed_classes = [{ from = "Room", to = "Chat" }]

[[migrations]]
tag = "v3"
deleted_classes = ["Chat"]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.migrations import History

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("broken-migration", "wrangler-config", "error", "migrations that cannot be applied one after the other")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Apply every list of migrations that is written."""
    for view in facts.views():
        for flaw in History(view.table.get("migrations"), (*view.path, "migrations")).flaws:
            yield facts.report(
                RULE, flaw.path, flaw.message, label="the deploy stops here", help=flaw.help,
                related=((flaw.before, "the first one is here"),) if flaw.before else (),
            )  # fmt: skip
