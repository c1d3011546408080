"""Random configurations through the real validator and ours; prints every disagreement.

    python tests/wrangler/fuzz_against_wrangler.py FOLDER [--count 20000] [--seed 1] [--node NODE] [--release 4.164.0]

FOLDER holds `node_modules/wrangler` (`npm install wrangler@4.164.0`); wrangler 4 needs Node 22. A configuration is put
together from recorded ones, mutated, and written as TOML, JSON or JSONC; wrangler judges the top level and every
environment of it.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import string
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from score import Verdict, rows

from bunproof.source import Source
from bunproof.wrangler.read import read
from bunproof.wrangler.scope import NoFiles
from bunproof.wrangler.validate import validate

_ORACLE = Path(__file__).with_name("wrangler_oracle.mjs")
_VALUES = [
    None, True, False, 0, 1, -1, 5, 0.5, 10, 60, 100, 65536, 1e21, "", "x", "X Y", "a-b", "2026-01-31", "smart", "worker",
    "durable_object", "sqlite", "ssh-ed25519 AAAA", "docker.io/a:1", "A", "B", "D", "K", "E", "{}", [], ["x"], [None], [1],
    [{}], [[]], {}, {"x": 1}, {"binding": "A"}, {"name": "A"}, {"enabled": True}, {"bindings": []},
]  # fmt: skip
_NAMES = ["zzz", "binding", "name", "id", "enabled", "bindings", "env", "remote", "type", "constructor", "vars", "main"]


class Maker:
    """Puts configurations together."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing is secret here
        self.samples = [row["config"] for row in rows("systematic")]
        self.parts: dict[str, list[Any]] = {}
        for sample in self.samples:
            for table in (sample, *(each for each in _tables(sample.get("env")))):
                for key, value in table.items():
                    if key != "env":
                        self.parts.setdefault(key, []).append(value)

    def configuration(self) -> dict[str, Any]:
        """One random configuration."""
        config: dict[str, Any] = self._table(self.random.choice([1, 2, 3, 5, 8]))
        if self.random.random() < 0.7:
            config.setdefault("name", "w")
        if self.random.random() < 0.5:
            config.setdefault("main", "src/index.js")
        if self.random.random() < 0.06:
            config["pages_build_output_dir"] = "dist"
        for name in self.random.sample(
            ["e", "preview", "production", "a.b", "Ü x"], self.random.choice([0, 0, 1, 1, 2])
        ):
            table = self._table(self.random.choice([0, 1, 2, 4]))
            for key in self.random.sample(sorted(config), min(len(config), self.random.choice([0, 1, 2]))):
                if key not in {"env", "pages_build_output_dir"}:
                    table[key] = copy.deepcopy(config[key])
            environments = config.setdefault("env", {})
            if isinstance(environments, dict):
                environments[name] = table
        for _ in range(self.random.choice([0, 0, 1, 1, 2, 4])):
            self._mutate(config)
        return config

    def _table(self, count: int) -> dict[str, Any]:
        keys = self.random.sample(sorted(self.parts), count)
        return {key: copy.deepcopy(self.random.choice(self.parts[key])) for key in keys}

    def _mutate(self, config: dict[str, Any]) -> None:
        place: Any = config
        while True:
            inner = list(place.values()) if isinstance(place, dict) else place
            deeper = [each for each in inner if isinstance(each, (dict, list)) and each]
            if not deeper or self.random.random() < 0.35:
                break
            place = self.random.choice(deeper)
        value = copy.deepcopy(self.random.choice(_VALUES))
        if isinstance(place, list):
            action = self.random.random()
            if action < 0.4 and place:
                place[self.random.randrange(len(place))] = value
            elif action < 0.7 and place:
                place.append(copy.deepcopy(self.random.choice(place)))
            else:
                place.append(value)
            return
        action = self.random.random()
        if action < 0.5 and place:
            place[self.random.choice(list(place))] = value
        elif action < 0.65 and place:
            del place[self.random.choice(list(place))]
        elif action < 0.8:
            place[self.random.choice(_NAMES)] = value
        elif place:
            key = self.random.choice(list(place))
            at = self.random.randrange(len(key) + 1)
            place[key[:at] + self.random.choice(string.ascii_lowercase) + key[at + self.random.choice([0, 1]) :]] = (
                place[key]
            )


def _tables(value: Any) -> list[dict[str, Any]]:
    return [each for each in value.values() if isinstance(each, dict)] if isinstance(value, dict) else []


def as_toml(value: Any) -> str:
    """An inline rendering of a value. Raises ValueError for null."""
    if value is None:
        raise ValueError("TOML has no null")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return repr(float(value)) if isinstance(value, float) else str(value)
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return "{ " + ", ".join(f"{json.dumps(key)} = {as_toml(each)}" for key, each in value.items()) + " }"


def as_toml_document(config: dict[str, Any], chooser: random.Random) -> str:
    """A document: tables of the top level and of environments with headers, by chance."""
    lines, later = [], []
    for key, value in config.items():
        if key == "env" and isinstance(value, dict) and all(isinstance(each, dict) for each in value.values()):
            for name, table in value.items():
                later.append(f"[env.{json.dumps(name)}]")
                later += [f"{json.dumps(inner)} = {as_toml(each)}" for inner, each in table.items()]
        elif isinstance(value, dict) and chooser.random() < 0.5:
            later += [
                f"[{json.dumps(key)}]",
                *(f"{json.dumps(inner)} = {as_toml(each)}" for inner, each in value.items()),
            ]
        elif (
            isinstance(value, list)
            and value
            and all(isinstance(each, dict) for each in value)
            and chooser.random() < 0.5
        ):
            for table in value:
                later += [
                    f"[[{json.dumps(key)}]]",
                    *(f"{json.dumps(inner)} = {as_toml(each)}" for inner, each in table.items()),
                ]
        else:
            lines.append(f"{json.dumps(key)} = {as_toml(value)}")
    return "\n".join([*lines, *later]) + "\n"


def as_jsonc(config: dict[str, Any]) -> str:
    """JSON with comments and trailing commas."""
    text = json.dumps(config, indent=1, ensure_ascii=False).replace("{\n", "{ // a comment\n")
    return text.replace("\n]", ",\n]").replace("\n}", " /* another */ ,\n}") if len(config) else text


def main() -> int:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--node", default="node")
    parser.add_argument("--release", default="4.164.0")
    options = parser.parse_args()
    release = tuple(map(int, options.release.split(".")))
    maker = Maker(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        jobs = [_write(maker, Path(folder), index) for index in range(options.count)]
        done = subprocess.run(
            [options.node, str(_ORACLE), options.folder], input="\n".join(map(str, jobs)), capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        judged = wrong = crashed = 0
        for path, line in zip(jobs, done.stdout.splitlines(), strict=True):
            for environment, expected, texts in json.loads(line):
                judged += 1
                ours, found = _ours(path, environment, release)
                # Where wrangler dies of an environment, it does not say what it had to say of the top level.
                unsaid = environment is not None and texts[:1] and texts[0].startswith("thrown") and ours.error
                crashed += ours != Verdict(*expected) and unsaid
                if ours != Verdict(*expected) and not unsaid:
                    wrong += 1
                    print(f"--- {path.name} {environment}: wrangler {texts}\n    we {found}\n{path.read_text()[:1500]}")
    print(
        f"{judged - wrong} of {judged} verdicts on {options.count} configurations agree: {100 - 100 * wrong / judged:.3f} %"
    )
    print(f"besides, in {crashed} environments that wrangler dies of, the warnings of the top level are told")
    return 1 if wrong * 1000 > judged else 0


def _write(maker: Maker, folder: Path, index: int) -> Path:
    while True:
        config = maker.configuration()
        kind = maker.random.choice(["toml", "json", "jsonc"])
        try:
            texts = {
                "toml": as_toml_document,
                "json": lambda each, _: json.dumps(each),
                "jsonc": lambda each, _: as_jsonc(each),
            }
            text = texts[kind](config, maker.random)
        except ValueError:
            continue
        path = folder / f"{index}" / f"wrangler.{kind}"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return path


def _ours(path: Path, environment: str | None, release: tuple[int, ...]) -> tuple[Verdict, list[str]]:
    configuration = read(Source(path.name, path.read_bytes()))
    if configuration.problem is not None:
        return Verdict(error=True, warning=False), [configuration.problem.message]
    found = [
        each
        for each in validate(configuration.data, release, NoFiles(), toml=path.suffix == ".toml")  # type: ignore[arg-type]
        if not each.own and (each.environment == environment or (each.environment is None and not each.merged))
    ]
    levels = {each.level for each in found}
    return Verdict("error" in levels, "warning" in levels), [
        f"{each.level} {each.path}: {each.message}" for each in found
    ]


if __name__ == "__main__":
    sys.exit(main())
