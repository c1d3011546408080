"""A stand-in where the id of a Cloudflare resource must be.

## Why

`wrangler deploy --dry-run` accepts any text as an id; the real deploy fails, or binds nothing. Since wrangler 4.45 the id of a KV
namespace, a D1 database or the name of an R2 bucket may be left out: the resource is made on deploy.

## Fails

```toml wrangler.toml
name = "shop"

[[d1_databases]]
binding = "DB"
database_name = "shop"
database_id = "<D1_ID>"
```

## Passes

```toml wrangler.toml
name = "shop"

[[d1_databases]]
binding = "DB"
database_name = "shop"
database_id = "53589eb7-0fc7-4e4b-afa6-25004b0bcb39"
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.credentials import ids
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.credentials.case import Case
    from bunproof.diagnostics import Diagnostic

RULE = Rule(
    "placeholder-resource-id", "placeholder-credentials", "error", "a stand-in where the id of a resource must be"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """The finding for an id that is none."""
    what = case.offence.key.evidence
    yield case.report(RULE, f"`{case.pair.key}` is no {what}", case.offence.value.evidence, _order(case))


def _order(case: Case) -> str:
    table = case.setting.table if case.setting else ""
    key = case.pair.key
    if key == "account_id":
        return "write the id that `wrangler whoami` prints, or delete the line and set `CLOUDFLARE_ACCOUNT_ID`"
    if key not in ids.OPTIONAL.get(table, ()):
        return "write the id that the dashboard shows"
    from bunproof.wrangler.versions import find_version

    pinned = find_version(case.project, case.source.path)
    if pinned is not None and pinned.release >= ids.OPTIONAL_SINCE:
        return "delete the line: this wrangler makes the resource on deploy"
    made = {
        "kv_namespaces": "wrangler kv namespace create",
        "d1_databases": "wrangler d1 create",
        "r2_buckets": "wrangler r2 bucket create",
    }[table]
    if pinned is not None:
        return f"write the id that `{made} NAME` prints"
    return f"write the id that `{made} NAME` prints, or with wrangler 4.45 and later delete the line"
