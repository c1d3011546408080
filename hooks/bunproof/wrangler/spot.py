"""A value under judgement together with its key path: what every check is handed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.findings import CrashError, Finding
from bunproof.wrangler.values import ABSENT, as_key, found, is_array, is_record, keys_of, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Severity
    from bunproof.syntax.document import KeyPath, Part
    from bunproof.wrangler.findings import Kind
    from bunproof.wrangler.releases import Release


class Book:
    """The findings of one environment (None is the top level), in the order in which they were made."""

    __slots__ = ("bare", "crashed", "environment", "findings", "release")

    def __init__(self, environment: str | None, release: Release, *, bare: bool = False) -> None:
        self.environment = environment
        self.release = release
        self.bare = bare  # whether tables have no prototype, so that none can be written into a message
        self.crashed = False  # whether wrangler would have died here
        self.findings: list[Finding] = []

    @property
    def failed(self) -> bool:
        """Whether there is an error that wrangler makes too."""
        return any(each.level == "error" and not each.own for each in self.findings)


class Spot:
    """A value, its key path, and the book to write findings into. The value is ABSENT where nothing is."""

    __slots__ = ("book", "path", "value")

    def __init__(self, book: Book, path: KeyPath, value: object) -> None:
        self.book = book
        self.path = path
        self.value = value

    def __getitem__(self, key: str | int) -> Spot:
        """A property or an element. Raises CrashError on null, as JavaScript does."""
        value = self.value
        if value is None:
            raise CrashError(self.path, f"`{self.name}` is `null`, and wrangler reads `{key}` of it")
        inside: object = ABSENT
        if self.lacks(key):
            pass  # this release does not look at it
        elif isinstance(value, dict):
            inside = value.get(key, ABSENT)
        elif isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
            inside = value[key]
        return Spot(self.book, (*self.path, key), inside)

    def at(self, key: str | int) -> Spot:
        """The place of a key, whatever is there; the character of a string has none of its own."""
        return self if isinstance(self.value, str) else Spot(self.book, (*self.path, key), ABSENT)

    def maybe(self, key: str) -> Spot:
        """A property, also of null, which has none."""
        return Spot(self.book, (*self.path, key), ABSENT) if self.value is None else self[key]

    def __contains__(self, key: str) -> bool:
        """Whether a property is there. Raises CrashError where the value cannot have any."""
        if self.value is None or type_of(self.value) != "object":
            message = f"`{self.name}` is {found(self.value)}, and wrangler looks for `{key}` in it"
            raise CrashError(self.path, message)
        return isinstance(self.value, dict) and key in self.value and not self.lacks(key)

    def lacks(self, key: str | int) -> bool:
        """Whether the release does not know a key here that later ones do."""
        lacking = self.book.release.lacking
        if not lacking or isinstance(key, int):
            return False
        steps = self.path[2:] if self.path[:1] == ("env",) else self.path
        name = ".".join([*(step for step in steps if isinstance(step, str)), key])
        return name in lacking or name.removeprefix("previews.") in lacking

    def since(self, *version: int) -> bool:
        """Whether the release is not older than a version."""
        return self.book.release.version >= version

    def __iter__(self) -> Iterator[Spot]:
        """The elements of an array; nothing for anything else."""
        if is_array(self.value):
            for index in range(len(self.value)):
                yield self[index]

    @property
    def text(self) -> str:
        """The value as part of a string. Raises CrashError for what JavaScript cannot write."""
        if self.book.bare and _holds_table(self.value):
            raise CrashError(self.path, f"`{self.name}` must be a string, not {found(self.value)}")
        return as_key(self.value)

    @property
    def absent(self) -> bool:
        """Whether the key is not there."""
        return self.value is ABSENT

    @property
    def type(self) -> str:
        """`typeof` of the value."""
        return type_of(self.value)

    @property
    def is_array(self) -> bool:
        """Whether the value is an array."""
        return is_array(self.value)

    @property
    def is_record(self) -> bool:
        """Whether the value is an object but neither null nor an array."""
        return is_record(self.value)

    @property
    def is_object(self) -> bool:
        """Whether the value is an object or an array, and not null."""
        return self.value is not None and self.type == "object"

    @property
    def name(self) -> str:
        """The key path as people write it, without the environment: `kv_namespaces[0].binding`."""
        path = self.path[2:] if len(self.path) > 2 and self.path[0] == "env" else self.path  # noqa: PLR2004 - env.NAME.KEY
        text = ""
        for step in path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text or "the configuration"

    def entries(self) -> Iterator[tuple[str | int, Spot]]:
        """`Object.entries`. Raises CrashError on null."""
        if self.value is None:
            raise CrashError(self.path, f"`{self.name}` is `null`, and wrangler reads its entries")
        for key in keys_of(self.value):
            if isinstance(self.value, str):
                yield key, Spot(self.book, self.path, self.value[int(key)])
            else:
                yield key, self[key]

    def report(  # noqa: PLR0913 - the parts of a finding
        self,
        kind: Kind,
        message: str,
        *,
        level: Severity = "error",
        part: Part = "value",
        label: str = "",
        help: str = "",  # noqa: A002 - a finding's own word
        others: tuple[tuple[KeyPath, Part, str], ...] = (),
        own: bool = False,
        instead: str = "",
    ) -> bool:
        """Write a finding about this place. Returns False, so that a check can end with it."""
        self.book.crashed |= kind == "wrangler-crash"
        found_here = Finding(kind, level, self.path, part, message, label, help, self.book.environment, own)
        self.book.findings.append(found_here._replace(others=others, instead=instead))
        return False

    def invalid(self, message: str, help: str = "") -> bool:  # noqa: A002 - a finding's own word
        """The value is one that wrangler refuses."""
        return self.report("invalid-wrangler-value", message, help=help)

    def missing(self, key: str, why: str = "") -> bool:
        """A key is required here and absent."""
        return self.report(
            "missing-wrangler-key", f"`{self.name}` lacks `{key}`" + (f", {why}" if why else ""), part="key",
            help=f"add `{key}`",
        )  # fmt: skip

    def conflict(self, message: str, help: str = "", *, part: Part = "key") -> bool:  # noqa: A002 - a finding's own word
        """Two keys that exclude each other."""
        return self.report("conflicting-wrangler-keys", message, help=help, part=part)

    def deprecated(self, message: str, help: str = "") -> None:  # noqa: A002 - a finding's own word
        """A key that works no longer, or not for long: wrangler warns."""
        self.report("deprecated-wrangler-key", message, level="warning", part="key", help=help)


def _holds_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(_holds_table(each) for each in value[:64]))
