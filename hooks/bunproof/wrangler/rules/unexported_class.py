"""A Durable Object or Workflow class that the Worker's entry does not export.

## Why

Cloudflare finds the classes of Durable Objects and Workflows among the exports of `main`. wrangler looks for those that are
bound once it has bundled the Worker, in the environment that is deployed; for a class that only a migration names, Cloudflare
refuses the deploy.

## Fails

```toml wrangler.toml
name = "chat"
main = "src/index.ts"
compatibility_date = "2025-01-01"

[[durable_objects.bindings]]
name = "ROOM"
class_name = "Room"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Room"]
```

```ts src/index.ts
class Room {}

export default { fetch: () => new Response("hello") };
```

## Passes

```toml wrangler.toml
name = "chat"
main = "src/index.ts"
compatibility_date = "2025-01-01"

[[durable_objects.bindings]]
name = "ROOM"
class_name = "Room"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Room"]
```

```ts src/index.ts
export * from "./room";

export default { fetch: () => new Response("hello") };
```

```ts src/room.ts
export class Room {}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import table, tables
from bunproof.wrangler.migrations import History
from bunproof.wrangler.nearby import read_if_there

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts, View

RULE = Rule(
    "unexported-class", "wrangler-config", "error", "a Durable Object or Workflow class that `main` does not export"
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Hold the classes of each environment against the exports of its entry."""
    said = set()
    for view in facts.views():
        main, _ = facts.inherited(view, "main")
        wanted = [(path, name) for path, name in _classes(facts, view) if path not in said]
        if not isinstance(main, str) or not wanted:
            continue
        text = read_if_there(facts.project.tree, facts.folder + main.removeprefix("./"))
        for path, name in wanted:
            if not _is_plainly_exported(text, name) and not _is_exported(facts, view, name):
                said.add(path)
                yield facts.report(
                    RULE, path, f"`{main}` does not export the class `{name}`",
                    label="Cloudflare looks for it among the exports of `main`",
                    help=f"export `{name}` from `{main}`, or correct the name", environment=view.name,
                )  # fmt: skip


def _classes(facts: Facts, view: View) -> Iterator[tuple[KeyPath, str]]:
    """The classes that this Worker must have, with the key paths that ask for them: bound ones before created ones."""
    bound = set()
    lists = (
        (("durable_objects", "bindings"), table(view.table.get("durable_objects")).get("bindings")),
        (("workflows",), view.table.get("workflows")),
    )
    for keys, values in lists:
        for index, each in tables(values):
            name = each.get("class_name")
            if isinstance(name, str) and facts.is_own(each.get("script_name"), view):
                bound.add(name)
                yield (*view.path, *keys, index, "class_name"), name
    migrations, path = facts.inherited(view, "migrations")
    for name, place in History(migrations, path).classes.items():
        if name not in bound:
            yield place, name


def _is_plainly_exported(text: bytes, name: str) -> bool:
    """Whether a line of the entry starts with the class's export: most do, and need no parser."""
    return re.search(rb"^export class " + re.escape(name.encode()) + rb"\b", text, re.MULTILINE) is not None


def _is_exported(facts: Facts, view: View, name: str) -> bool:
    from bunproof.worker import exports  # parses the entry, and what it passes on

    return exports.of_configuration(facts.project, facts.path, view.name).may_have(name)
