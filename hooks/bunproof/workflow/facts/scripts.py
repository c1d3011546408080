"""The scripts worth running before a merge: type checks and tests, by the names people give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.workflow.plan import Script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.facts.packages import Package

# The first that exists counts. Names outside of these lists never reach the workflow.
TYPES = (
    "typecheck",
    "type-check",
    "type:check",
    "check-types",
    "check:types",
    "types:check",
    "check:ts",
    "ts:check",
    "tsc",
    "test:types",
)
TESTS = ("test:ci", "test", "tests", "test:unit")
# What `npm init` writes; a watcher never ends.
_NO_TEST = "no test specified"
_WATCHES = "--watch"


def scripts(top: Package | None, members: list[Package]) -> Iterator[Script]:
    """The scripts to run: those of the folder where packages are installed, else those of each package below it."""
    yield from _purpose(top, members, TYPES, is_test=False)
    yield from _purpose(top, members, TESTS, is_test=True)


def _purpose(top: Package | None, members: list[Package], names: tuple[str, ...], *, is_test: bool) -> Iterator[Script]:
    found = _first(top, names) if top else None
    for package in [top] if found else members:
        name = _first(package, names) if package else None
        if package and name:
            yield Script(package.folder, name, "test" if is_test else "types")


def _first(package: Package, names: tuple[str, ...]) -> str | None:
    bodies = package.scripts()
    return next((name for name in names if _ends(bodies.get(name, ""))), None)


def _ends(body: str) -> bool:
    return bool(body.strip()) and _NO_TEST not in body and _WATCHES not in body
