"""Settings of `assets` that cannot work as they stand: without a Worker, without a folder, or beside `site`.

## Why

A binding to the assets, or `run_worker_first`, needs a Worker's code to use it; assets and the older `site` exclude each
other; assets need a directory. wrangler refuses each when it deploys, and none when it validates. Frameworks may add the
missing part, and where one is set up nothing is said.

## Fails

```toml wrangler.toml
name = "site"
compatibility_date = "2025-01-01"

[assets]
directory = "public"
binding = "ASSETS"
```

```html public/index.html
<h1>Hello</h1>
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "site", "main": "index.ts", "site": {"bucket": "public"}, "assets": {"directory": "public"}}
```

```ts index.ts
export default { fetch: () => new Response("hello") };
```

```html public/index.html
<h1>Hello</h1>
```

## Passes

```toml wrangler.toml
name = "site"
main = "index.ts"
compatibility_date = "2025-01-01"

[assets]
directory = "public"
binding = "ASSETS"
run_worker_first = true
```

```ts index.ts
export default { fetch: (request, env) => env.ASSETS.fetch(request) };
```

```html public/index.html
<h1>Hello</h1>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.builds import has_framework
from bunproof.wrangler.facts import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts

RULE = Rule("unusable-assets", "wrangler-config", "error", "settings of `assets` that cannot work as they stand")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge the assets of each environment with what it inherits, and say each thing once."""
    said = set()
    has_worker = any("main" in view.table for view in facts.views()) or "entry-point" in table(facts.data.get("site"))
    for view in facts.views():
        assets, path = facts.inherited(view, "assets")
        if not isinstance(assets, dict) or facts.is_pages:
            continue
        for where, message, help_ in _problems(facts, assets, path, has_worker=has_worker):
            if where not in said:
                said.add(where)
                yield facts.report(
                    RULE,
                    where,
                    message,
                    part="key",
                    label="wrangler refuses to deploy this",
                    help=help_,
                    environment=view.name,
                )


def _problems(
    facts: Facts, assets: dict[str, object], path: KeyPath, *, has_worker: bool
) -> Iterator[tuple[KeyPath, str, str]]:
    if isinstance(facts.data.get("site"), dict):
        yield path, "`assets` and `site` exclude each other", "remove `site`, which `assets` replaces"
    lacks_directory = assets.get("directory") in (None, "")
    needs_worker = [] if has_worker else [key for key in ("binding", "run_worker_first") if assets.get(key)]
    if (lacks_directory or needs_worker) and not has_framework(facts):
        if lacks_directory:
            yield path, "`assets` names no `directory`", "add `directory`, the folder that holds the assets"
        for key in needs_worker:
            yield (*path, key), f"`{key}` of `assets` has no Worker to serve", f"add `main`, or remove `{key}`"
