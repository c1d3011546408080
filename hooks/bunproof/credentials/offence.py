"""What the policy finds wrong with a pair, before anyone has looked for its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bunproof.credentials.keys import Key
    from bunproof.credentials.values import Value

STAND_IN = "placeholder-credential"
PLAIN = "plain-text-secret"


class Offence(NamedTuple):
    """What is wrong with a pair: the rule's id, the key, the value's class, and the part of the value that is meant."""

    rule: str
    key: Key
    value: Value
    text: str
    at: int = 0  # offset of `text` in the pair's value
