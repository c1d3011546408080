"""A custom domain with a path or a wildcard.

## Why

A custom domain is a host name and nothing more. wrangler refuses the deploy, but its validation of the configuration does
not look, and a dry run of an environment does not see the others.

## Fails

```toml wrangler.toml
name = "shop"
routes = [{ pattern = "shop.example.com/*", custom_domain = true }]
```

Another one, in JSON:

```jsonc wrangler.jsonc
{"name": "shop", "env": {"live": {"route": {"pattern": "*.example.com", "custom_domain": true}}}}
```

## Passes

```toml wrangler.toml
name = "shop"
routes = [
  { pattern = "shop.example.com", custom_domain = true },
  { pattern = "example.com/shop/*", zone_name = "example.com" },
]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.syntax.document import KeyPath
    from bunproof.wrangler.facts import Facts, View

RULE = Rule("custom-domain-pattern", "wrangler-config", "error", "a custom domain with a path or a wildcard")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge the pattern of every custom domain."""
    for view in facts.views():
        for path, route in routes_of(view):
            pattern = route.get("pattern") if isinstance(route, dict) and route.get("custom_domain") is True else None
            if not isinstance(pattern, str) or not ("*" in pattern or "/" in pattern):
                continue
            from bunproof.wrangler.fixes import replace_value  # only where there is something to say

            host = pattern.partition("://")[2] or pattern
            host = host.partition("/")[0].removeprefix("*.")
            what = "no wildcard" if "*" in pattern.partition("/")[0] else "no path"
            fix = (
                None if "*" in host or not host else replace_value(facts.document, (*path, "pattern"), host, safe=False)
            )
            yield facts.report(
                RULE, (*path, "pattern"), f"the custom domain `{pattern}` is no host name",
                label=f"a custom domain takes {what}",
                help=f"write `{host}`, or remove `custom_domain` and add `zone_name` to make it a route", fix=fix,
            )  # fmt: skip


def routes_of(view: View) -> Iterator[tuple[KeyPath, object]]:
    """What `route` and `routes` of one environment hold, with key paths."""
    if "route" in view.table:
        yield (*view.path, "route"), view.table["route"]
    routes = view.table.get("routes")
    for index, route in enumerate(routes if isinstance(routes, list) else ()):
        yield (*view.path, "routes", index), route
