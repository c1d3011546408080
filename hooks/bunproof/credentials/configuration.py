"""A wrangler configuration as pairs: every string with its key path and the environment it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.syntax.document import KeyPath

_DEVELOPMENT = frozenset({"local", "dev", "development", "test", "testing", "e2e", "ci", "localhost"})


class Setting(NamedTuple):
    """One string. `table` is the name of the section it stands in, without its environment."""

    path: KeyPath
    key: str
    value: str
    environment: str | None
    table: str

    @property
    def deployed(self) -> bool:
        """Whether it goes with a deploy as plain text."""
        return self.table in {"vars", "define"}

    @property
    def movable(self) -> bool:
        """Whether it is a plain member of `vars`, at the top or in an environment."""
        return self.table == "vars" and len(self.path) == (2 if self.environment is None else 4)

    @property
    def local(self) -> bool:
        """Whether its environment is one for development."""
        return self.environment is not None and self.environment.lower() in _DEVELOPMENT


def settings(data: object) -> Iterator[Setting]:
    """Every string below the root of a configuration, in order."""
    stack: list[tuple[KeyPath, object]] = [((), data)]
    while stack:
        path, item = stack.pop()
        if isinstance(item, dict):
            stack.extend(((*path, str(key)), child) for key, child in reversed(item.items()))
        elif isinstance(item, list):
            stack.extend(((*path, index), item[index]) for index in range(len(item) - 1, -1, -1))
        elif isinstance(item, str):
            yield _setting(path, item)


def _setting(path: KeyPath, value: str) -> Setting:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    environment = path[1] if len(path) > 2 and path[0] == "env" else None  # noqa: PLR2004 - env.<name>.<key>
    inner = path[2:] if environment is not None else path
    return Setting(
        path, key, value, str(environment) if environment is not None else None, str(inner[0]) if len(inner) > 1 else ""
    )
