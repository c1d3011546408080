"""Queues that are read, and sockets that are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.values import found, is_integer

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_CONSUMER = {
    "queue": "string", "type": "string", "max_batch_size": "number", "max_batch_timeout": "number",
    "max_retries": "number", "dead_letter_queue": "string", "max_concurrency": "number",
    "visibility_timeout_ms": "number", "retry_delay": "number",
}  # fmt: skip
_HANDLER = ("protocol", "port", "address")
_DATAGRAM = ("idle_timeout_ms", "max_pending_bytes")
_LAST_PORT = 65535
_MOST = 2**32 - 1


def check_consumer(consumer: Spot) -> bool:
    """A queue that a Worker reads."""
    if not expect.any_object(consumer):
        return False
    good = expect.only(consumer, _CONSUMER, "a consumer of `queues`")
    expect.required(consumer["queue"], "string")
    kind = consumer["type"]
    _ = kind.text
    if kind.since(4, 78) and kind.type == "string" and kind.value != "worker":
        help_ = "remove it; other consumers are set up with `wrangler queues consumer`"
        good = kind.invalid(f"`{kind.name}` takes `worker`, and nothing else", help_)
    return (
        expect.every([expect.of_type(consumer[key], wanted) for key, wanted in _CONSUMER.items() if key != "queue"])
        and good
    )


def check_connect(handlers: Spot) -> bool:
    """Sockets, each with its own protocol and port."""
    if handlers.absent:
        return True
    if not expect.array(handlers):
        return False
    good = expect.every([_check_handler(each) for each in handlers])
    seen: dict[tuple[str, str], Spot] = {}
    for handler in handlers:
        protocol, port = handler.maybe("protocol").value, handler.maybe("port")
        if not isinstance(protocol, str) or port.type != "number":
            continue
        first = seen.setdefault((protocol, found(port.value)), handler)
        if first is not handler:
            good = port.report(
                "duplicate-wrangler-name", f"`{handler.name}` has the protocol and port of `{first.name}`",
                help="change one of them", others=((first.path, "value", "first used here"),),
            )  # fmt: skip
    return good


def _check_handler(handler: Spot) -> bool:
    if not expect.any_object(handler):
        return False
    protocol, port = handler["protocol"], handler["port"]
    datagrams = protocol.value == "udp" and protocol.since(4, 139)
    good = expect.only(handler, (*_HANDLER, *_DATAGRAM) if datagrams else _HANDLER, "a handler of `connect`")
    good = (
        expect.required(protocol, "string")
        and expect.one_of(protocol, ("tcp", "udp") if protocol.since(4, 139) else ("tcp",))
        and good
    )
    good = expect.required(port, "number") and _check_whole(port, 1, _LAST_PORT) and good
    good = expect.of_type(handler["address"], "string") and good
    if datagrams:
        good = expect.every([_check_whole(handler[key], 0, _MOST) for key in _DATAGRAM]) and good
    return good


def _check_whole(spot: Spot, least: int, most: int) -> bool:
    if spot.absent or (is_integer(spot.value) and least <= spot.value <= most):
        return True
    return spot.invalid(f"`{spot.name}` must be a whole number from {least} to {most}, not {found(spot.value)}")
