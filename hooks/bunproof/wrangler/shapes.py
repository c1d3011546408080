"""What top-level keys of a configuration look like, as far as it takes to know one in the wrong place.

Keys and types are wrangler's (4.164.0), with those that 3.x had.
"""

from __future__ import annotations

import re
from datetime import date

# Patterns are compiled when a file holds such a key in an odd place, which hardly one does.
_DATE = r"\d{4}-\d\d?-\d\d?"
_SCRIPT = r"[^\s:]+\.(?:[cm]?[jt]sx?|py)"
_WORKER = r"[a-z0-9_][a-z0-9-_]*"
_ACCOUNT = r"[0-9a-f]{32}"
_ROUTE = r"(?:https?://)?[^\s/]+\.[^\s/]+/.*|.*\*"

_STRINGS = {
    "name": _WORKER, "main": _SCRIPT, "account_id": _ACCOUNT, "compatibility_date": _DATE, "route": _ROUTE,
    "usage_model": "bundled|unbound", "tsconfig": r".+\.json",
    "pages_build_output_dir": ".+", "base_dir": ".+", "jsx_factory": ".+",
    "jsx_fragment": ".+", "compliance_region": "public|fedramp_high",
}  # fmt: skip
_BOOLEANS = frozenset({
    "workers_dev", "preview_urls", "logpush", "minify", "no_bundle", "keep_vars", "keep_names", "send_metrics",
    "upload_source_maps", "find_additional_modules", "preserve_file_names", "first_party_worker", "node_compat",
    "legacy_env",
})  # fmt: skip
# Lists of tables, each with a key that tells it from any other list.
_LISTS = {
    "kv_namespaces": "binding", "d1_databases": "binding", "r2_buckets": "binding", "services": "binding",
    "vectorize": "binding", "hyperdrive": "binding", "analytics_engine_datasets": "binding", "workflows": "binding",
    "dispatch_namespaces": "binding", "mtls_certificates": "binding", "pipelines": "binding", "send_email": "name",
    "secrets_store_secrets": "binding", "vpc_services": "binding", "worker_loaders": "binding", "ratelimits": "name",
    "ai_search": "binding", "containers": "class_name", "migrations": "tag", "routes": "pattern", "rules": "globs",
    "tail_consumers": "service", "streaming_tail_consumers": "service",
}  # fmt: skip
_TABLES = {
    "triggers": ("crons",), "observability": ("enabled", "logs", "traces", "head_sampling_rate"),
    "assets": ("directory",), "durable_objects": ("bindings",), "queues": ("producers", "consumers"),
    "build": ("command",), "site": ("bucket",), "placement": ("mode",), "limits": ("cpu_ms", "subrequests"),
    "version_metadata": ("binding",), "browser": ("binding",), "ai": ("binding",), "images": ("binding",),
}  # fmt: skip


def looks_like(key: str, value: object) -> bool:
    """Whether a value is one that the top-level key of this name takes, and hardly anything else."""
    if isinstance(value, str):
        pattern = _STRINGS.get(key)
        return pattern is not None and re.fullmatch(pattern, value.strip(), re.ASCII) is not None
    if isinstance(value, bool):
        return key in _BOOLEANS
    if isinstance(value, list):
        return _is_list(key, value)
    if isinstance(value, dict):
        return any(name in value for name in _TABLES.get(key, ())) or (key == "route" and "pattern" in value)
    return key == "compatibility_date" and isinstance(value, date)


def _is_list(key: str, values: list[object]) -> bool:
    if key == "compatibility_flags":
        return all(isinstance(each, str) for each in values)
    if (
        key == "routes"
        and values
        and all(isinstance(each, str) and re.fullmatch(_ROUTE, each, re.ASCII) for each in values)
    ):
        return True
    mark = _LISTS.get(key)
    return bool(values) and mark is not None and all(isinstance(each, dict) and mark in each for each in values)
