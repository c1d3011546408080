"""Bindings that are arrays of tables, from one table of their fields.

A field is `name: type flags`. Types are those of `typeof`, or `any` for a key that is accepted unseen. Flags: `!` it must
be there, `+` it must not be empty, `?` it is judged and yet warned of as unknown. `*` at the end: other keys are silently
accepted. `@` and a version: wrangler knows the field since then.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bunproof.wrangler import expect
from bunproof.wrangler.values import found, wanted

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_REMOTE = "binding: string! | remote: boolean"
FIELDS: dict[str, str] = {
    "agent_memory": f"{_REMOTE} | namespace: string!",
    "ai_search": f"{_REMOTE} | instance_name: string!",
    "ai_search_namespaces": f"{_REMOTE} | namespace: string!",
    "analytics_engine_datasets": f"{_REMOTE} | dataset: string+",
    "artifacts": f"{_REMOTE} | namespace: string!",
    "d1_databases": (
        f"{_REMOTE} | database_id: string | preview_database_id: string | database_name: string | jurisdiction: string"
        " | migrations_dir: string | migrations_pattern: string | migrations_table: string | database_internal_env: string"
    ),
    "dispatch_namespaces": f"{_REMOTE} | namespace: string | *",
    "durable_objects.bindings": (
        "name: string! | class_name: string! | script_name: string | environment: string | remote: boolean?"
    ),
    "flagship": f"{_REMOTE} | app_id: string",
    "hyperdrive": f"{_REMOTE} | id: string! | localConnectionString: any",
    "k2": f"{_REMOTE} | stream: string!",
    "kv_namespaces": f"{_REMOTE} | id: string+ | preview_id: string",
    "logfwdr.bindings": "name: string! | destination: string!",
    "mtls_certificates": f"{_REMOTE} | certificate_id: string!+",
    "pipelines": f"{_REMOTE} | stream: any | pipeline: any",
    "queues.producers": f"{_REMOTE} | queue: string+ | delivery_delay: number",
    "r2_buckets": (
        f"{_REMOTE} | bucket_name: string+ | preview_bucket_name: string | jurisdiction: string | local_dev: any"
    ),
    "ratelimits": "name: string! | namespace_id: string! | simple: any",
    "secrets_store_secrets": "binding: string! | store_id: string! | secret_name: string!",
    "send_email": (
        "name: string! | destination_address: string | allowed_destination_addresses: object"
        " | allowed_sender_addresses: object | binding: any | remote: boolean"
    ),
    "services": f"{_REMOTE} | service: string! | environment: string | entrypoint: string | *",
    "unsafe.bindings": "name: string! | type: string! | *",
    "unsafe_hello_world": "binding: string! | enable_timer: boolean",
    "vectorize": f"{_REMOTE} | index_name: string!",
    "vpc_networks": "binding: string! | tunnel_id: any | network_id: any | remote: any",
    "vpc_services": "binding: string! | service_id: string! | remote: any",
    "worker_loaders": "binding: string!",
    "workflows": (
        "binding: string! | name: string! | class_name: string! | script_name: string | limits: any | concurrency: any"
        " | schedules: any | default_retention: any | jurisdiction: any"
    ),
}


class Field(NamedTuple):
    """One field of a binding."""

    name: str
    type: str
    required: bool
    filled: bool
    accepted: bool


class Shape(NamedTuple):
    """A kind of binding: its fields, and whether other keys are silently accepted."""

    fields: tuple[Field, ...]
    open: bool

    @property
    def accepted(self) -> tuple[str, ...]:
        """The keys that wrangler does not warn of."""
        return tuple(field.name for field in self.fields if field.accepted)


@cache
def shape(kind: str) -> Shape:
    """The fields of a kind of binding, by its key."""
    return parse_shape(FIELDS[kind])


@cache
def parse_shape(fields: str) -> Shape:
    """Fields as they are written in this module."""
    parts = [part.strip() for part in fields.split("|")]
    return Shape(tuple(_field(part) for part in parts if part != "*"), "*" in parts)


def _field(text: str) -> Field:
    name, _, rest = text.partition(": ")
    return Field(name, rest.rstrip("!+?"), "!" in rest, "+" in rest, "?" not in rest)


def check_fields(binding: Spot, kind: str) -> bool:
    """One binding by its table: it is an object, and its fields are what they must be."""
    return check_form(binding, shape(kind), kind)


def check_form(binding: Spot, form: Shape, kind: str) -> bool:
    """The same by a given table; `kind` is for messages."""
    if not expect.any_object(binding):
        return False
    good = expect.every([_check_field(binding, field) for field in form.fields])
    if not form.open:
        expect.only(binding, form.accepted, f"a binding of `{kind.partition('.')[0]}`")
    return good


def _check_field(binding: Spot, field: Field) -> bool:
    spot = binding[field.name]
    if field.type == "any":
        return True
    if spot.absent:
        return not field.required or binding.missing(field.name, f"which is {wanted(field.type)}")
    if spot.type != field.type:
        return spot.invalid(f"`{spot.name}` must be {wanted(field.type)}, not {found(spot.value)}")
    if field.filled and spot.value == "":
        help_ = "" if field.required else f"remove `{field.name}`, or give it a value"
        return spot.invalid(f"`{spot.name}` is empty", help_)
    return True
