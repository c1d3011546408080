"""How far our verdicts are wrangler's: `python tests/wrangler/score.py [--all]` prints shares and, with --all, every miss.

`data/systematic.jsonl.gz`: configurations with the verdict of wrangler 4.164.0, for the environment `env` or the top
level; `data/systematic-older.jsonl.gz`: where three older releases judge them otherwise. `data/random.jsonl.gz`: files put
together at random, with the verdict for the top level and every environment. `data/edge.jsonl.gz`: files that try the parsers, with the verdicts and places of three releases.
`data/by-version.jsonl.gz`: configurations that releases judge differently. They were recorded by running wrangler's own
validator.
"""

from __future__ import annotations

import base64
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bunproof.source import Source
from bunproof.wrangler.read import read
from bunproof.wrangler.rules.unparsable_wrangler_config import check_dialect
from bunproof.wrangler.validate import validate

DATA = Path(__file__).with_name("data")
VERSIONS = {"3.114.17": (3, 114, 17), "4.0.0": (4, 0, 0), "4.125.0": (4, 125, 0), "4.164.0": (4, 164, 0)}


class Verdict(NamedTuple):
    """Whether wrangler stops, and whether it warns."""

    error: bool
    warning: bool


class Miss(NamedTuple):
    """A configuration that we judge otherwise."""

    set: str
    id: str
    expected: object
    ours: object


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a recorded set."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def verdict(
    data: object, environment: str | None = None, version: tuple[int, int, int] | None = None, *, toml: bool = False
) -> Verdict:
    """Our verdict, from the findings that repeat wrangler's own."""
    found = [
        each.level
        for each in validate(data, version, toml=toml)
        if not each.own and (each.environment == environment or (each.environment is None and not each.merged))
    ]
    return Verdict("error" in found, "warning" in found)


def systematic() -> Iterator[Miss]:
    """Misses on 5,517 configurations."""
    for row in rows("systematic"):
        expected, ours = Verdict(row["error"], row["warning"]), verdict(row["config"], row["env"])
        if ours != expected:
            yield Miss("systematic", f"{row['id']} {row['what']}", expected, ours)


def systematic_older(version: str) -> Iterator[Miss]:
    """Misses on the same configurations by an older release."""
    older = {
        row["id"]: Verdict(row["error"], row["warning"])
        for row in rows("systematic-older")
        if row["version"] == version
    }
    for row in rows("systematic"):
        expected = older.get(row["id"], Verdict(row["error"], row["warning"]))
        ours = verdict(row["config"], row["env"], VERSIONS[version])
        if ours != expected:
            yield Miss(f"systematic {version}", f"{row['id']} {row['what']}", expected, ours)


def at_random() -> Iterator[Miss]:
    """Misses on files of all three syntaxes.

    Where wrangler dies of an environment, it does not say what it had to say of the top level, and we do: no miss.
    """
    for number, row in enumerate(rows("random")):
        configuration = read(Source(row["name"], row["text"].encode()))
        for environment, error, warning, thrown in row["verdicts"]:
            ours = verdict(configuration.data, environment, toml=row["name"].endswith(".toml"))
            if ours != (error, warning) and not (thrown and environment is not None and ours.error):
                yield Miss("random", f"{number} {environment}", (error, warning), ours)


def by_version(version: str) -> Iterator[Miss]:
    """Misses on what releases judge differently; only the worse of error and warning was recorded."""
    for row in rows("by-version"):
        ours = verdict(row["config"], None, VERSIONS[version])
        worst = "error" if ours.error else "warning" if ours.warning else "ok"
        if worst != row["verdict"][version]:
            yield Miss(version, row["what"], row["verdict"][version], worst)


def edge(version: str) -> Iterator[Miss]:
    """Misses on files for the parsers: the verdict, and the line and the column of what cannot be read."""
    for row in rows("edge"):
        recorded = row["verdicts"][version]
        expected = (recorded["error"], recorded["warning"], recorded["place"] and tuple(recorded["place"]))
        ours = _edge_verdict(row["name"], base64.b64decode(row["bytes"]), VERSIONS[version])
        if ours != expected:
            yield Miss(f"edge {version}", row["name"], expected, ours)


def _edge_verdict(name: str, data: bytes, version: tuple[int, int, int]) -> tuple[bool, bool, tuple[int, int] | None]:
    source = Source(f"wrangler-{name}", data)
    configuration = read(source)
    if configuration.problem is not None:
        place = source.position(configuration.problem.span.start)
        return True, False, (place.line, place.column - 1)
    for diagnostic in check_dialect(configuration, version):
        return True, False, (diagnostic.location.start.line, diagnostic.location.start.column - 1)
    return (*verdict(configuration.data, None, version, toml=name.endswith(".toml")), None)


def main() -> int:
    """Print the shares; 1 if a set that must be complete is not."""
    sets = {
        "systematic 4.164.0": (systematic(), 5517),
        "random 4.164.0": (at_random(), sum(len(row["verdicts"]) for row in rows("random"))),
        **{f"systematic {version}": (systematic_older(version), 5517) for version in VERSIONS if version != "4.164.0"},
        **{f"by version {version}": (by_version(version), 126) for version in VERSIONS},
        **{f"edge {version}": (edge(version), 232) for version in VERSIONS if version != "4.0.0"},
    }
    worst = 0
    for name, (misses, total) in sets.items():
        missed = list(misses)
        print(f"{name}: {100 * (1 - len(missed) / total):.2f} % of {total:,}")
        worst += len(missed) if "4.164.0" in name or "by version" in name else 0
        for miss in missed if "--all" in sys.argv else ():
            print(f"  {miss.id}: wrangler {miss.expected}, we {miss.ours}")
    return min(worst, 1)


if __name__ == "__main__":
    sys.exit(main())
