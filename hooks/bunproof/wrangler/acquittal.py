"""Most configurations say plain things in a plain way. They need no validator to be let go.

This knows the common keys, each with a form that no wrangler of our tables and no rule of ours has anything against, and
nothing else: whatever it does not know goes to the validator, and so does everything that may be wrong. Tests hold it to
that: what is let go here has no finding there, by any release.
"""

from __future__ import annotations

from bunproof.syntax import toml_plain
from bunproof.wrangler import plain_values as of
from bunproof.wrangler.known_wranglers import KnownWranglers
from bunproof.wrangler.nearby import folders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.project import Project
    from bunproof.wrangler.plain_values import Form, Table

_RIVALS = ("wrangler.json", "wrangler.jsonc")
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
_NODE_SINCE = "2024-09-23"  # before, `nodejs_compat` was less


class Plain:
    """A configuration in plain TOML; `worker` says whether there is nothing in it that a validator must see."""

    __slots__ = ("table", "worker")

    def __init__(self, table: Table) -> None:
        self.table = table
        self.worker = is_plain_worker(table)


class PlainConfigurations:
    """The configurations of a repository, each read once."""

    def __init__(self, project: Project) -> None:
        del project
        self._known: dict[str, Plain | None] = {}

    def read(self, path: str, data: bytes) -> Plain | None:
        """A configuration in plain TOML; None for any other."""
        if path not in self._known:
            table = toml_plain.read(data) if path.endswith(".toml") else None
            self._known[path] = Plain(table) if table is not None else None
        return self._known[path]


def plain(project: Project, path: str, data: bytes) -> Plain | None:
    """A configuration in plain TOML, read once a run for all who ask; None for any other."""
    return project.shared(PlainConfigurations).read(path, data)


def is_innocent(project: Project, path: str, data: bytes) -> bool:
    """Whether nothing at all is to be said of a configuration by itself. False says nothing."""
    found = plain(project, path, data)
    return (
        found is not None
        and found.worker
        and not _has_rivals(project, path)
        and project.shared(KnownWranglers).are_sure(path)
    )


def is_plain_worker(table: Table) -> bool:
    """Whether every environment of a configuration says nothing but plain things."""
    environments = table.get("env", {})
    if not isinstance(environments, dict) or not {"name", "compatibility_date"} <= table.keys():
        return False
    top = {key: value for key, value in table.items() if key != "env" and key not in _TOP}
    if not all(_TOP[key](value) for key, value in table.items() if key in _TOP):
        return False
    said = _said(top, {})
    if said is None:
        return False
    for name, worker in environments.items():
        here = _said(worker, top)
        if here is None or not of.name(name):
            return False
        if not all(key in here and names <= here[key] for key, names in said.items()):
            return False
    return True


def _said(worker: object, above: Table) -> dict[str, frozenset[object]] | None:
    """What a plain environment must say itself, and the names that each of it binds; None of one that is not plain.

    `above` is the top level, from which it inherits the rest; the top level itself is below nothing.
    """
    if not isinstance(worker, dict):
        return None
    said: dict[str, frozenset[object]] = {}
    bound = 0
    for key, value in worker.items():
        form = _SHARED.get(key)
        if form is None or not form(value):
            return None
        if key in _OWN or key == "routes":
            names = _names(key, value)
            bound += len(names)
            said[key] = frozenset(names)
    whole = above | worker
    if whole.get("compatibility_flags") and str(whole["compatibility_date"]) < _NODE_SINCE:
        return None
    return said if len(frozenset().union(*said.values())) == bound else None


def _names(key: str, value: object) -> list[object]:
    """The names that a key binds; all of them have been found plain."""
    if key == "vars" and isinstance(value, dict):
        return list(value)
    if key == "queues" and isinstance(value, dict):
        value = value.get("producers")
    found = value if isinstance(value, list) else [value]
    return [each["binding"] for each in found if isinstance(each, dict) and "binding" in each]


def _has_rivals(project: Project, path: str) -> bool:
    """Whether a configuration may lie in any folder upwards that wrangler reads instead."""
    return any(project.tree.is_file(folder + name) for folder in folders(path) for name in _RIVALS)
