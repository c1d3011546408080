"""The wrangler configurations of a repository, as what a deploy of each environment would need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from bunproof.hooks import WRANGLER, Names
from bunproof.workflow.facts.listing import join, parent
from bunproof.workflow.facts.packages import read_package, table
from bunproof.workflow.facts.tables import read_table
from bunproof.workflow.plan import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.facts.listing import Listing
    from bunproof.workflow.facts.packages import Package

DEFAULT_NAMES = ("wrangler.json", "wrangler.jsonc", "wrangler.toml")
# Configurations in these folders show or test something; nobody deploys them from here.
ASIDE = frozenset({
    "__fixtures__", "__tests__", "dist", "example", "examples", "fixtures", "node_modules", "template", "templates",
    "test", "testdata", "tests", "third_party", "vendor", ".wrangler",
})  # fmt: skip
_ASIDE_NAME = re.compile(r"[.-](?:example|sample|template|dist|schema)\b")
_CONFIGURATIONS = Names(around=WRANGLER)
# A name that can be set; what is left in angle brackets or full of dashes is a placeholder for one.
_SECRET = re.compile(r"[A-Za-z_$][\w$]*\Z", re.ASCII)
_PLACEHOLDER = re.compile(r"(?i)(?:your|my|insert|replace|change|todo|example|placeholder)_?(?:me|here|this|\b|_)")


class Worker(NamedTuple):
    """A configuration: its path, what it says, and where wrangler is to run for it."""

    path: str
    data: dict[str, object]
    folder: str
    config: str
    build: str | None
    opennext: str | None
    has_wrangler: bool


def configurations(listing: Listing) -> list[str]:
    """The paths of the configurations that are meant to be deployed, in order."""
    return sorted(path for path in listing.names() if _CONFIGURATIONS.match(path) and not is_aside(path))


def is_aside(path: str) -> bool:
    """Whether a file is an example, a template or a fixture by its name or its folder's."""
    *folders, name = path.split("/")
    return bool(ASIDE.intersection(folders)) or _ASIDE_NAME.search(name) is not None


def worker(listing: Listing, path: str, top: str) -> Worker:
    """The facts of one configuration whose packages are installed in the folder `top`."""
    folder, _, name = path.rpartition("/")
    data = read_table(listing, path)
    home = _home_of_wrangler(listing, folder, top)
    package = _builder(listing, folder, top, data)
    builder = package.folder if package else None
    opennext = builder if package and _is_opennext(package) else None
    where = folder if home is None else home
    # A build tool that redirects wrangler does so only for the configuration that wrangler finds by itself.
    config = "" if builder is not None and name in DEFAULT_NAMES else path[len(where) + 1 :] if where else path
    build = builder if opennext is None else None
    return Worker(path, data, folder if not config else where, config, build, opennext, home is not None)


def targets(listing: Listing, each: Worker) -> Iterator[Target]:
    """The top level and every environment of a configuration; of a Pages project, the one build it has."""
    if "pages_build_output_dir" in each.data:
        folder = parent(each.path)
        kind: Literal["functions", "static"] = "functions" if listing.has(join(folder, "functions")) else "static"
        yield Target(each.path, folder, "", "", (), each.build, kind)
        return
    top = Target(each.path, each.folder, each.config, "", _secrets(each.data), each.build, opennext=each.opennext)
    yield top
    environments = table(each.data, "env")
    for name in environments:
        secrets = _secrets(table(environments, name))
        yield top._replace(environment=name, secrets=secrets)


def _secrets(data: dict[str, object]) -> tuple[str, ...]:
    required = table(data, "secrets").get("required")
    names = [name for name in required if isinstance(name, str)] if isinstance(required, list) else []
    return tuple(dict.fromkeys(name for name in names if _SECRET.match(name) and not _PLACEHOLDER.match(name)))


def _home_of_wrangler(listing: Listing, folder: str, top: str) -> str | None:
    """The nearest folder whose package brings wrangler."""
    while True:
        package = read_package(listing, folder)
        if package and package.depends_on("wrangler"):
            return folder
        if folder in {top, ""}:
            return None
        folder = parent(folder)


def _builder(listing: Listing, folder: str, top: str, data: dict[str, object]) -> Package | None:
    """The package whose `build` script makes what is deployed, or None where the sources themselves are."""
    path = listing.nearest(folder, "package.json", top)
    package = read_package(listing, parent(path)) if path else None
    if package is None or "build" not in package.scripts():
        return None
    made = package.depends_on("@cloudflare/vite-plugin") or not _has_sources(listing, folder, data)
    return package if made else None


def _is_opennext(package: Package) -> bool:
    """Whether `build` makes a Next.js application, which OpenNext has to turn into a Worker."""
    return package.depends_on("@opennextjs/cloudflare") and "opennext" not in package.scripts()["build"]


def _has_sources(listing: Listing, folder: str, data: dict[str, object]) -> bool:
    main, assets = data.get("main"), table(data, "assets").get("directory")
    named = [each for each in (main, assets) if isinstance(each, str)]
    if not named or "pages_build_output_dir" in data:
        return False
    return all(listing.has(path) for path in (_inside(folder, each) for each in named) if path)


def _inside(folder: str, name: str) -> str:
    parts: list[str] = []
    for part in join(folder, name).split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
