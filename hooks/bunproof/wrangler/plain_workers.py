"""Environments that say nothing but plain things of the common keys.

This knows these keys, each with a form that no wrangler of our tables and no rule of ours has anything against, and
nothing else. It errs on no.
"""

from __future__ import annotations

from bunproof.wrangler import plain_values as of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from bunproof.wrangler.plain_parts import Part
    from bunproof.wrangler.plain_values import Form, Table

    Said: TypeAlias = dict[str, frozenset[object]]  # by key, the names that it binds

_BINDING: dict[str, Form] = {"binding": of.variable}
# What no environment inherits. Arrays of bindings: what each must have, and what it may.
_ARRAYS: dict[str, tuple[dict[str, Form], dict[str, Form]]] = {
    "kv_namespaces": (_BINDING | {"id": of.id_}, {"preview_id": of.id_}),
    "d1_databases": (
        _BINDING | {"database_name": of.text, "database_id": of.uuid},
        {"preview_database_id": of.uuid, "migrations_dir": of.text, "migrations_table": of.text},
    ),
    "r2_buckets": (_BINDING | {"bucket_name": of.bucket}, {"preview_bucket_name": of.bucket}),
    "services": (_BINDING | {"service": of.text}, {"entrypoint": of.text}),
    "hyperdrive": (_BINDING | {"id": of.id_}, {}),
    "vectorize": (_BINDING | {"index_name": of.text}, {}),
    "analytics_engine_datasets": (_BINDING, {"dataset": of.text}),
}
_SINGLE = ("ai", "browser", "version_metadata")
_PRODUCER: dict[str, Form] = _BINDING | {"queue": of.text}
_CONSUMER: dict[str, Form] = {
    "max_batch_size": of.count, "max_batch_timeout": of.count, "max_retries": of.count, "max_concurrency": of.count,
    "retry_delay": of.count, "dead_letter_queue": of.text,
}  # fmt: skip

_SAMPLED: dict[str, Form] = {"head_sampling_rate": of.share}
_LOGS: dict[str, Form] = _SAMPLED | {"invocation_logs": of.flag}
_OBSERVED: dict[str, Form] = _SAMPLED | {"logs": of.table({"enabled": of.flag}, _LOGS)}
_OWN = frozenset({*_ARRAYS, *_SINGLE, "queues", "vars"})
_SHARED: dict[str, Form] = {
    "name": of.name,
    "main": of.script,
    "compatibility_date": of.date,
    "compatibility_flags": lambda value: value in ([], ["nodejs_compat"]),
    "account_id": of.id_,
    "workers_dev": of.flag,
    "minify": of.flag,
    "logpush": of.flag,
    "upload_source_maps": of.flag,
    "routes": of.array(of.route),
    "triggers": of.table({"crons": of.array(of.cron)}),
    "observability": of.table({"enabled": of.flag}, _OBSERVED),
    "build": of.table({}, {"command": of.text, "cwd": of.text}),
    "preview_urls": of.flag,
    "limits": of.table({"cpu_ms": of.count}),
    "placement": lambda value: value == {"mode": "smart"},
    "vars": of.variables,
    "queues": of.table(
        {}, {"producers": of.array(of.table(_PRODUCER)), "consumers": of.array(of.table({"queue": of.text}, _CONSUMER))}
    ),
    **dict.fromkeys(_SINGLE, of.table(_BINDING)),
    **{key: of.array(of.table(needed, allowed)) for key, (needed, allowed) in _ARRAYS.items()},
}
_TOP: dict[str, Form] = {
    "keep_vars": of.flag,
    "send_metrics": of.flag,
    "dev": of.table({}, {"port": of.count, "ip": of.text, "local_protocol": of.protocol}),
}
_FORMS = _SHARED | _TOP
_TOLD = frozenset({*_OWN, "routes", *_TOP})
_MOST = 1000
_SAID: dict[tuple[Part, ...], Said | None] = {}  # environments resemble each other
_NEEDED = frozenset({"name", "compatibility_date"})
_NODE_SINCE = "2024-09-23"  # before, `nodejs_compat` was less


def are_plain(workers: dict[str, dict[str, Part]]) -> bool:
    """Whether every environment of a configuration says nothing but plain things."""
    top = workers[""]
    settings = top[""].table
    if not settings.keys() >= _NEEDED:
        return False
    above = _said(top, settings)
    if above is None:
        return False
    for name, worker in workers.items():
        if worker is top:
            continue
        here = _said(worker, settings | worker[""].table)
        if here is None or not of.name(name) or not _TOP.keys().isdisjoint(here):
            return False
        if not all(key in here and names <= here[key] for key, names in above.items() if key not in _TOP):
            return False
    return True


def _said(worker: dict[str, Part], settings: Table) -> Said | None:
    """What a plain environment must say itself, and the names that each of it binds; None of one that is not plain.

    `settings` are what it says before its first table, with what it inherits of that.
    """
    if settings.get("compatibility_flags") and str(settings["compatibility_date"]) < _NODE_SINCE:
        return None
    first, *tables = worker.values()
    said, own = _said_by(tuple(tables)), _said_by((first,))
    if said is None or own is None:
        return None
    said = said | own if own else said
    return said if len(frozenset().union(*said.values())) == sum(map(len, said.values())) else None


def _said_by(parts: tuple[Part, ...]) -> Said | None:
    """The same of some of its parts; two of its keys may bind the same name."""
    if parts not in _SAID:
        if len(_SAID) >= _MOST:
            _SAID.clear()
        _SAID[parts] = _new_said(parts)
    return _SAID[parts]


def _new_said(parts: Iterable[Part]) -> Said | None:
    said: Said = {}
    for part in parts:
        for key, value in part.table.items():
            form = _FORMS.get(key)
            if form is None or not form(value):
                return None
            if key in _TOLD:
                names = _names(key, value)
                said[key] = frozenset(names)
                if len(said[key]) != len(names):
                    return None
    return said


def _names(key: str, value: object) -> list[object]:
    """The names that a key binds; all of them have been found plain."""
    if key == "vars" and isinstance(value, dict):
        return list(value)
    if key == "queues" and isinstance(value, dict):
        value = value.get("producers")
    found = value if isinstance(value, list) else [value]
    return [each["binding"] for each in found if isinstance(each, dict) and "binding" in each]
