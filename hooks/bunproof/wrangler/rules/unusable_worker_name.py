"""An environment whose name makes a name of a Worker that wrangler itself would refuse, or one too long for `workers.dev`.

## Why

The Worker of an environment is called after both: `shop` and `Staging` make `shop-Staging`. wrangler checks `name`, which takes
small letters, digits, `_` and `-`, and does not check what it makes of it. On `workers.dev` a name is a part of a host name,
which has at most 63 characters.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"

[env.Staging]
workers_dev = true
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"

[env.staging]
workers_dev = true

[env.Production]
name = "shop-live"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts, View

RULE = Rule("unusable-worker-name", "wrangler-config", "warning", "a name of a Worker that Cloudflare does not take")
_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]*", re.ASCII)
_LONGEST = 63


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Judge the name that each environment's Worker gets."""
    if facts.is_pages:
        return
    for view in facts.views():
        name, derived = _name(facts, view)
        if name is None:
            continue
        path = view.path if derived else (*view.path, "name")
        if derived and not _NAME.fullmatch(name):
            yield facts.report(
                RULE, path, f"this environment's Worker is called `{name}`", part="key", environment=view.name,
                label="a name takes small letters, digits, `_` and `-`", help="rename the environment, or give it a `name`",
            )  # fmt: skip
        elif len(name) > _LONGEST and facts.inherited(view, "workers_dev")[0] is not False:
            yield facts.report(
                RULE, path, f"a name of {len(name)} characters is too long for `workers.dev`", part="key" if derived else "value",
                label=f"`{name}` becomes a part of a host name, which has at most {_LONGEST}", environment=view.name,
                help="shorten it, or set `workers_dev = false`",
            )  # fmt: skip


def _name(facts: Facts, view: View) -> tuple[str | None, bool]:
    """The name, and whether wrangler makes it of two; no name where it is not valid to begin with."""
    own, top = view.table.get("name"), facts.data.get("name")
    if isinstance(own, str):
        return (own if _NAME.fullmatch(own) else None), False
    if view.name is None or not isinstance(top, str) or not _NAME.fullmatch(top):
        return None, False
    return f"{top}-{view.name}", True
