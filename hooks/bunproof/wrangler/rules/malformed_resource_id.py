"""An id that looks real and has the wrong form: a digit short, or of another kind of resource.

## Why

Cloudflare's ids have fixed forms: 32 hexadecimal digits for accounts, zones, KV namespaces and Hyperdrive, a UUID for D1
databases. wrangler takes any string, and the deploy fails with a message that names no line. Names such as `local-db`, which
are used on purpose for local development, and placeholders are not this rule's.

## Fails

```toml wrangler.toml
name = "shop"

[[kv_namespaces]]
binding = "CACHE"
id = "0f2ac74b498b48028cb68387c421e27"
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "shop", "d1_databases": [{"binding": "DB", "database_id": "0f2ac74b498b48028cb68387c421e279"}]}
```

## Passes

```toml wrangler.toml
name = "shop"

[[kv_namespaces]]
binding = "CACHE"
id = "0f2ac74b498b48028cb68387c421e279"
preview_id = "local-cache"

[[d1_databases]]
binding = "DB"
database_name = "shop"
database_id = "8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.facts import tables
from bunproof.wrangler.rules.custom_domain_pattern import routes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts, View

RULE = Rule(
    "malformed-resource-id", "wrangler-config", "warning", "a resource id that looks real and has the wrong form"
)
_HEX = (re.compile(r"[0-9a-fA-F]{32}"), "32 hexadecimal digits")
_UUID = (re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"), "a UUID: 8-4-4-4-12 hexadecimal digits")
_IDS = {
    "kv_namespaces": (_HEX, ("id", "preview_id")),
    "hyperdrive": (_HEX, ("id",)),
    "d1_databases": (_UUID, ("database_id", "preview_database_id")),
}  # fmt: skip
# Long, of letters, digits and dashes, nearly all of them hexadecimal, and with digits among them.
_REAL = re.compile(r"(?=(?:[^0-9]*[0-9]){6})[0-9A-Za-z-]{26,40}", re.ASCII)
_STRAY = 2


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge every id that looks like one of Cloudflare's."""
    for view in facts.views():
        for path, value, (pattern, form) in _ids(view):
            if isinstance(value, str) and not pattern.fullmatch(value) and _looks_real(value):
                yield facts.report(
                    RULE, path, f"`{path[-1]}` is not the id of such a resource",
                    label=f"{len(value)} characters, where Cloudflare has {form}", help="copy the id once more",
                )  # fmt: skip


def _ids(view: View) -> Iterator[tuple[KeyPath, object, tuple[re.Pattern[str], str]]]:
    yield (*view.path, "account_id"), view.table.get("account_id"), _HEX
    for path, route in routes_of(view):
        if isinstance(route, dict):
            yield (*path, "zone_id"), route.get("zone_id"), _HEX
    for kind, (form, keys) in _IDS.items():
        for index, each in tables(view.table.get(kind)):
            for key in keys:
                yield (*view.path, kind, index, key), each.get(key), form


def _looks_real(value: str) -> bool:
    strays = sum(character not in "0123456789abcdefABCDEF-" for character in value)
    return _REAL.fullmatch(value) is not None and strays <= _STRAY
