"""The top level or one environment: its own values, and what it inherits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bunproof.wrangler.spot import Book, Spot
from bunproof.wrangler.values import ABSENT, is_nullish

if TYPE_CHECKING:
    from bunproof.wrangler.releases import Release


class Files(Protocol):
    """The files beside a configuration; paths are relative to its folder."""

    def is_file(self, path: str) -> bool:
        """Whether a file is there."""

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there."""


class NoFiles:
    """A folder with nothing in it."""

    def is_file(self, path: str) -> bool:
        """There is none."""
        del path
        return False

    def is_folder(self, path: str) -> bool:
        """There is none, but for the folder itself."""
        return path in {"", ".", "./"}


class Scope:
    """What one environment says (`top` is None for the top level), judged by one release of wrangler."""

    def __init__(self, root: Spot, top: Scope | None, release: Release, files: Files) -> None:
        self.root = root
        self.top = top
        self.release = release
        self.files = files
        self.dropped: set[str] = set()

    @property
    def book(self) -> Book:
        """Where findings go."""
        return self.root.book

    @property
    def environment(self) -> str | None:
        """The environment's name, None for the top level."""
        return self.root.book.environment

    def own(self, key: str) -> Spot:
        """What the environment itself sets, if wrangler does not drop it."""
        if key in self.dropped or key not in self.release.known:
            return Spot(self.book, (*self.root.path, key), ABSENT)
        return self.root[key]

    def inherited(self, key: str) -> Spot:
        """An inheritable value: the environment's own, else the top level's."""
        own = self.own(key)
        if self.top is not None and is_nullish(own.value):
            above = self.top.own(key)
            return Spot(self.book, above.path, ABSENT if above.value is None else above.value)
        return Spot(self.book, own.path, ABSENT) if own.value is None else own

    def above(self, key: str) -> Spot:
        """What the top level says, for a finding about this environment."""
        top = self.top or self
        return Spot(self.book, (key,), top.root[key].value)

    @property
    def worker_name(self) -> object:
        """The name that names of containers are derived from."""
        name = self.root["name"].value
        return self.top.root["name"].value if self.top is not None and is_nullish(name) else name

    @property
    def registry(self) -> str:
        """The host of Cloudflare's own images."""
        restricted = self.inherited("compliance_region").value == "fedramp_high"
        return f"registry{'.fed' if restricted else ''}.cloudflare.com"
