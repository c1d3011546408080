"""Resource ids of Cloudflare in a wrangler configuration: where they stand and what they look like."""

from __future__ import annotations

from bunproof.credentials import values
from bunproof.expression import expression

# The key -> what it names; a KV namespace's, a Hyperdrive's and many others are just `id`.
NAMES = {
    "id": "id",
    "preview_id": "KV namespace id",
    "database_id": "D1 database id",
    "preview_database_id": "D1 database id",
    "account_id": "account id",
    "zone_id": "zone id",
    "store_id": "Secrets Store id",
    "certificate_id": "certificate id",
    "service_id": "service id",
    "tunnel_id": "tunnel id",
    "network_id": "network id",
    "namespace_id": "namespace id",
    "bucket_name": "R2 bucket name",
    "preview_bucket_name": "R2 bucket name",
    "database_name": "D1 database name",
}
# Since wrangler 4.45 these may be left out: the resource is made, or found again, on deploy.
OPTIONAL = {"kv_namespaces": ("id",), "d1_databases": ("database_id",), "r2_buckets": ("bucket_name",)}
OPTIONAL_SINCE = (4, 45, 0)

_SHAPED = frozenset({"id", "preview_id", "database_id", "preview_database_id", "account_id", "zone_id", "store_id"})
_ID = expression(r"[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]+")


def evidence(key: str, text: str, *, local: bool) -> str:
    """Why a value cannot be the id that belongs there; empty if it can. `local` is an environment for development."""
    value = values.classify(text)
    if value.kind == values.PLACEHOLDER:
        return value.evidence
    if (
        key not in _SHAPED
        or value.kind in {values.EMPTY, values.REFERENCE, values.LOCAL}
        or local
        or _ID.fullmatch(text)
    ):
        return ""
    return "Cloudflare gives out ids of 32 hexadecimal digits or UUIDs"
