"""SSH into containers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.values import found, is_integer

if TYPE_CHECKING:
    from bunproof.wrangler.spot import Spot

_LAST_PORT = 65535


def check_ssh(ssh: Spot) -> bool:
    """Whether and where SSH listens; anything but a table counts as an empty one."""
    if ssh.absent:
        return True
    if not ssh.is_object:
        return ssh.invalid(f"`{ssh.name}` must be a table with `enabled`, not {found(ssh.value)}")
    good = expect.required(ssh["enabled"], "boolean")
    port = ssh["port"]
    if port.absent or (is_integer(port.value) and 1 <= port.value <= _LAST_PORT):
        return good
    return port.invalid(f"`{port.name}` must be a whole number from 1 to {_LAST_PORT}, not {found(port.value)}")


def check_keys(keys: Spot, *, named: bool) -> bool:
    """Public keys, each with a name if `named`."""
    if keys.absent:
        return True
    if not expect.array(keys):
        return False
    return expect.every([_check_key(key, named=named) for key in keys])


def _check_key(key: Spot, *, named: bool) -> bool:
    if not expect.record(key):
        return False
    good = (expect.required if named else expect.of_type)(key["name"], "string")
    public = key["public_key"]
    if not expect.required(public, "string"):
        return False
    if isinstance(public.value, str) and not public.value.lower().startswith("ssh-ed25519"):
        return public.invalid(f"`{public.name}` is not an ED25519 key", "use a key that starts with `ssh-ed25519`")
    return good
