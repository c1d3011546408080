"""Routes of the top level that environments inherit.

## Why

`route` and `routes` are inherited. An environment without its own is deployed to the top level's: Cloudflare refuses it
while the top-level Worker has the route, and hands over a custom domain without a word. wrangler warns of custom domains in
`routes`, when that environment is deployed, and of nothing else.

## Fails

```toml wrangler.toml
name = "shop"
routes = ["shop.example.com/*"]

[env.staging]
vars = { STAGE = "staging" }
```

## Passes

```toml wrangler.toml
name = "shop"
routes = ["shop.example.com/*"]

[env.staging]
routes = ["staging.example.com/*"]

[env.preview]
routes = []
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.rules.custom_domain_pattern import routes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("inherited-route", "wrangler-config", "warning", "routes of the top level that environments inherit")
_SHOWN = 3


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Say it once, for all environments that inherit."""
    top, *environments = facts.views()
    routes = list(routes_of(top))
    if not routes or any(path[0] == "routes" and _is_custom(route) for path, route in routes):
        return
    heirs = [view for view in environments if "route" not in view.table and "routes" not in view.table]
    if not heirs:
        return
    names = ", ".join(f"`env.{view.name}`" for view in heirs[:_SHOWN])
    more = f" and {len(heirs) - _SHOWN} more" if len(heirs) > _SHOWN else ""
    key = routes[0][0][0]
    yield facts.report(
        RULE, (key,), f"`{key}` is inherited by {names}{more}", part="key",
        label="deployed, they claim what the top-level Worker has",
        help=f"give each environment its own `routes`, `routes = []` for none, or move `{key}` to the one it is meant for",
        related=tuple((view.path, "inherits the routes") for view in heirs[:_SHOWN]),
    )  # fmt: skip


def _is_custom(route: object) -> bool:
    return isinstance(route, dict) and route.get("custom_domain") is True
