"""Bindings that take more than their table of fields: services, dispatch namespaces, R2, e-mail, pipelines, VPC, K2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.sections.bindings import check_fields, shape
from bunproof.wrangler.values import found

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_BUCKET = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")
_SECONDS = (10, 60)


def check_service(binding: Spot) -> bool:
    """A service binding, and what it is replaced by during development."""
    if not check_fields(binding, "services"):
        good = binding.is_object
        if not good:
            return False
    else:
        good = True
    dev = binding["dev"]
    if dev.absent:
        return good
    if not expect.record(dev):
        good = False
    else:
        plugin = dev["plugin"]
        if plugin.absent:
            good = dev.missing("plugin", "a table")
        elif expect.record(plugin):
            good = expect.every([expect.required(plugin[key], "string") for key in ("package", "name")]) and good
        else:
            good = False
        if not dev["options"].absent:
            good = expect.record(dev["options"]) and good
    if binding["remote"].value is True:
        binding["remote"].deprecated("`remote` is ignored where `dev` is set", "remove one of the two")
    return good


def check_dispatch_namespace(binding: Spot) -> bool:
    """A dispatch namespace, with the Worker that outgoing requests go through."""
    good = check_fields(binding, "dispatch_namespaces")
    if not binding.is_object or "outbound" not in binding:
        return good
    outbound = binding["outbound"]
    if outbound.value is None:
        return outbound.missing("service", "a string")
    return (
        expect.any_object(outbound)
        and expect.required(outbound["service"], "string")
        and expect.of_type(outbound["environment"], "string")
        and expect.optional_array_of(outbound["parameters"], "string")
        and good
    )


def check_bucket(binding: Spot) -> bool:
    """An R2 bucket: the names of its buckets must be such as R2 gives."""
    good = check_fields(binding, "r2_buckets")
    if not binding.is_object:
        return False
    good = good and check_bucket_names(binding)  # compared only where everything else is right
    return _check_local_bucket(binding["local_dev"]) and good


def check_bucket_names(binding: Spot) -> bool:
    """The names of buckets, such as R2 gives them."""
    for key in ("bucket_name", "preview_bucket_name"):
        name = binding[key].value
        if isinstance(name, str) and not _BUCKET.fullmatch(name):
            help_ = "use 3 to 63 of a-z, 0-9 and, inside, -"
            return binding[key].invalid(f"`{binding[key].name}` is no name of an R2 bucket", help_)
    return True


def _check_local_bucket(local: Spot) -> bool:
    if local.absent:
        return True
    if not expect.any_object(local):
        return False
    good = True
    credentials = local["experimental_s3_credentials"]
    if not credentials.absent:
        credentials.deprecated(f"`{credentials.name}` is experimental and may change at any time")
        good = expect.any_object(credentials) and expect.every(
            [expect.required(credentials[key], "string") for key in ("accessKeyId", "secretAccessKey")]
        )
    expect.only(local, ("experimental_s3_credentials",))
    return good


def check_email(binding: Spot) -> bool:
    """An e-mail binding: one address, or a list of allowed ones."""
    good = check_fields(binding, "send_email")
    if binding.is_object and "destination_address" in binding and "allowed_destination_addresses" in binding:
        message = "`destination_address` and `allowed_destination_addresses` exclude each other"
        return binding["allowed_destination_addresses"].conflict(message, "keep one of them")
    return good


def check_pipeline(binding: Spot) -> bool:
    """A pipeline is bound by its stream; by its name no longer."""
    good = check_fields(binding, "pipelines")
    if not binding.is_object:
        return False
    if _filled_string(binding["stream"]):
        return good
    if _filled_string(binding["pipeline"]):
        binding["pipeline"].deprecated("`pipeline` is deprecated", "write `stream` instead")
        return good
    if binding["stream"].absent and binding["pipeline"].absent:
        return binding.missing("stream", "a string")
    wrong = binding["pipeline"] if binding["stream"].absent else binding["stream"]
    return wrong.invalid(f"`{wrong.name}` must be a filled string, not {found(wrong.value)}", "set `stream`")


def _filled_string(spot: Spot) -> bool:
    return isinstance(spot.value, str) and spot.value != ""


def check_vpc_network(binding: Spot) -> bool:
    """A VPC network is reached by a tunnel or by its id."""
    good = check_fields(binding, "vpc_networks")
    if not binding.is_object:
        return False
    tunnel, network = "tunnel_id" in binding, "network_id" in binding
    if tunnel and network:
        return binding["network_id"].conflict("`tunnel_id` and `network_id` exclude each other", "keep one of them")
    if not tunnel and not network:
        return binding.missing("tunnel_id", "or `network_id`")
    return expect.of_type(binding["tunnel_id" if tunnel else "network_id"], "string") and good


def check_k2(binding: Spot) -> bool:
    """A K2 stream, which is always remote."""
    if not expect.record(binding):
        return False
    good = check_fields(binding, "k2")
    if binding["remote"].value is False:
        return binding["remote"].invalid("K2 bindings are always remote", "remove `remote`")
    return good


def check_rate_limit(binding: Spot) -> bool:
    """A rate limit: so many calls in 10 or 60 seconds."""
    good = check_fields(binding, "ratelimits")
    if not binding.is_object:
        return False
    simple = binding["simple"]
    if simple.absent:
        return binding.missing("simple", "a table with `limit` and `period`")
    if not expect.any_object(simple):
        return False
    good = expect.required(simple["limit"], "number") and good
    period = simple["period"]
    if not expect.required(period, "number"):
        good = False
    elif period.value not in _SECONDS:
        good = period.invalid(f"`{period.name}` takes 10 or 60 seconds, not {found(period.value)}", "write 10 or 60")
    expect.only(simple, ("limit", "period"))
    return good


def check_producer(binding: Spot) -> bool:
    """A queue that messages are sent to. With an unknown key wrangler looks no further."""
    if not expect.any_object(binding):
        return False
    if not expect.only(binding, shape("queues.producers").accepted, "a producer of `queues`"):
        return False
    good = check_fields(binding, "queues.producers")
    if "delivery_delay" in binding and binding.since(4, 78):
        binding["delivery_delay"].deprecated(
            "`delivery_delay` has no effect here any more", "set it with `wrangler queues update`, and remove it"
        )
    return good
