"""What the validator says, before it is given a place in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from bunproof.diagnostics import Severity
    from bunproof.syntax.document import KeyPath, Part

# Every kind is the id of a rule.
Kind = Literal[
    "unparsable-wrangler-config",
    "unknown-wrangler-key",
    "misspelled-wrangler-key",
    "invalid-wrangler-value",
    "missing-wrangler-key",
    "conflicting-wrangler-keys",
    "removed-wrangler-key",
    "deprecated-wrangler-key",
    "duplicate-wrangler-name",
    "uninherited-wrangler-key",
    "inherited-custom-domain",
    "unmigrated-durable-object",
    "unsupported-pages-key",
    "wrangler-crash",
]


class Finding(NamedTuple):
    """One thing that wrangler (or, with `own`, only we) would say of a configuration.

    `path` and `part` are where; `environment` is None for what holds at the top level, and so in every environment.
    A `merged` one at the top level does not hold in environments: it only shows in all bindings of one Worker together.
    `help` says what to do. `others` are further key paths that explain it, each with its part and its message.
    `instead` is the name that a key surely should have.
    """

    kind: Kind
    level: Severity
    path: KeyPath
    part: Part
    message: str
    label: str = ""
    help: str = ""
    environment: str | None = None
    own: bool = False
    merged: bool = False
    others: tuple[tuple[KeyPath, Part, str], ...] = ()
    instead: str = ""


class CrashError(Exception):
    """wrangler dies of a value: what it did not expect, and where."""

    def __init__(self, path: KeyPath, message: str, part: Part = "value") -> None:
        super().__init__(message)
        self.path = path
        self.part: Part = part
        self.message = message
