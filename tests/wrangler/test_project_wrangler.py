"""The verdict follows the wrangler that the project has, and the files beside the configuration."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bunproof.wrangler.releases import find_release
from bunproof.wrangler.tables.keys import RELEASES


def mirrored(repository, *arguments: str) -> list[str]:
    found = repository.check("--only", "wrangler-config", *arguments).diagnostics
    return [f"{each['rule']} {each['line']}" for each in found if each["mirrors"] == "wrangler"]


def test_a_key_that_a_release_removed(repository) -> None:
    repository.write(
        {"wrangler.toml": "node_compat = true\n", "package.json": '{"devDependencies": {"wrangler": "3.114.17"}}'}
    )
    assert mirrored(repository) == []
    repository.write({"package.json": '{"devDependencies": {"wrangler": "4.164.0"}}'})
    assert mirrored(repository) == ["removed-wrangler-key 1"]
    assert mirrored(repository, "--wrangler-version", "3.114.17") == []


def test_toml_that_only_newer_releases_read(repository) -> None:
    repository.write({"wrangler.toml": 'name = "a"\nvars = { A = "1",\n B = "2" }\n'})
    assert mirrored(repository, "--wrangler-version", "4.125.0") == ["unparsable-wrangler-config 2"]
    assert mirrored(repository, "--wrangler-version", "4.137.0") == []
    assert mirrored(repository) == []


@pytest.mark.parametrize(
    ("version", "levels"),
    [
        pytest.param("4.164.0", {"error", "warning"}, id="known: a mistyped key is an error"),
        pytest.param("4.999.0", {"warning"}, id="newer than the tables: an unknown key is never an error"),
        pytest.param("^4.0.0", {"error", "warning"}, id="a range means a release that there is"),
    ],
)
def test_unknown_keys(repository, version, levels) -> None:
    repository.write({"wrangler.toml": "minfy = true\n"})
    found = repository.check("--only", "wrangler-config", "--wrangler-version", version).diagnostics
    assert {each["severity"] for each in found} == levels


def test_keys_that_the_installed_wrangler_lists(repository) -> None:
    schema = {
        "definitions": {
            "RawConfig": {"properties": {
                "brand_new": {}, "rules": {"items": {"$ref": "#/definitions/Rule"}}, "cache": {"anyOf": [{"$ref": "#/definitions/Cache"}]},
                "exports": {"additionalProperties": {"properties": {"tint": {}}}},
            }},
            "Cache": {"allOf": [{"properties": {"shiny": {}}}, {"$ref": "#/definitions/Cache"}]},
            "Rule": {"properties": {"type": {}}},
        }
    }  # fmt: skip
    repository.write({
        ".gitignore": "node_modules",
        "app/wrangler.json": json.dumps({"brand_new": 1, "other": 2, "cache": {"enabled": True, "shiny": 1, "dull": 2},
                                         "exports": {"A": {"type": "worker", "tint": 1}}}, indent=1),
        "node_modules/wrangler/package.json": '{"version": "4.150.0"}',
        "node_modules/wrangler/config-schema.json": json.dumps(schema),
    })  # fmt: skip
    assert mirrored(repository) == ["unknown-wrangler-key 3", "unknown-wrangler-key 7"]
    repository.write({"node_modules/wrangler/config-schema.json": "{"})
    assert len(mirrored(repository)) == 5


def test_the_image_of_a_container_is_looked_up(repository) -> None:
    config = {"name": "w", "containers": [
        {"class_name": "A", "image": "./Dockerfile"}, {"class_name": "B", "image": "docker"}, {"class_name": "C", "image": "../Dockerfile"},
        {"class_name": "D", "image": "docker.io/library/debian:13"}, {"class_name": "E", "image": "https://docker.io/a:1"},
        {"class_name": "F", "image": "a b/c:1"}, {"class_name": "G", "image": "docker.io/a"}, {"class_name": "H", "image": "1.2.3.999/a:1"},
        {"class_name": "I", "image": "0x7f.1/a:1"}, {"class_name": "J", "image": "[::1]/a:1"}, {"class_name": "K", "image": "a:99999"},
        {"class_name": "L", "image": "\u0000"}, {"class_name": "M", "image": "08.1/a:1"}, {"class_name": "N", "image": "010.1/a:1"},
    ]}  # fmt: skip
    repository.write({
        "app/wrangler.json": json.dumps(config, indent=1), "app/Dockerfile": "FROM scratch\n", "app/docker/Dockerfile": "FROM scratch\n",
        "Dockerfile": "FROM scratch\n",
    })  # fmt: skip
    found = repository.check("--only", "wrangler-config").diagnostics
    lines = (repository.root / "app/wrangler.json").read_text().splitlines()
    wrong = [
        json.loads("{" + lines[each["line"] - 1] + "}")["image"] for each in found if each["mirrors"] == "wrangler"
    ]
    assert wrong == [
        "docker",
        "https://docker.io/a:1",
        "a b/c:1",
        "docker.io/a",
        "1.2.3.999/a:1",
        "a:99999",
        "\x00",
        "08.1/a:1",
    ]


def test_between_two_known_releases_what_either_knows_is_known() -> None:
    release = find_release((4, 130, 0))
    assert {"websearch", "k2"} <= release.known
    assert not release.newer
    assert find_release((2, 0, 0)).known == find_release((3, 114, 17)).known
    assert find_release((1 << 30, 0, 0)) == find_release()
    assert find_release((5, 0, 0)).newer
    assert find_release((4, 164, 0)) == find_release()


def test_the_tables_are_what_their_generator_writes() -> None:
    done = subprocess.run([sys.executable, "-m", "bunproof_dev.wrangler_tables", "--check"], check=False)
    assert done.returncode == 0
    assert all(set(entry["own"].split()) <= set(entry["known"].split()) for entry in RELEASES.values())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param('{"services": [{"binding": "A", "service": "a", "enviroment": "b"}]}', "enviroment", id="a service"),
        pytest.param('{"limits": {"cpu_mss": 5}}', "cpu_mss", id="limits"),
        pytest.param('{"dispatch_namespaces": [{"binding": "A", "outbound": {"service": "a", "paramters": []}}]}', "paramters", id="outbound"),
    ],
)  # fmt: skip
def test_a_mistyped_key_where_wrangler_says_nothing(repository, text, key) -> None:
    repository.write({"wrangler.json": text})
    found = repository.check("--only", "wrangler-config").diagnostics
    ours = [each for each in found if each["rule"] == "misspelled-wrangler-key"]
    assert [(each["severity"], each["mirrors"], text[each["column"] : each["end_column"] - 2]) for each in ours] == [
        ("error", None, key)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("null", "wrangler-crash", id="no table"),
        pytest.param('{"env": {"e": null}}', "wrangler-crash", id="an environment that is null"),
        pytest.param('{"main": "a.py"}', "wrangler-crash", id="Python without its flag"),
        pytest.param('{"main": "a.py", "rules": "x"}', "wrangler-crash", id="Python and rules that are none"),
        pytest.param('{"main": "a.py", "compatibility_flags": 5}', "wrangler-crash", id="Python and flags that are none"),
        pytest.param('{"main": "a.py", "rules": [{"type": "Text", "globs": []}], "compatibility_flags": []}', "wrangler-crash", id="Python without flags"),
        pytest.param('{"secrets": {"required": 5}}', "wrangler-crash", id="secrets that are no array"),
        pytest.param('{"secrets": {"required": "AA"}}', "duplicate-wrangler-name", id="secrets in a string, letter by letter"),
        pytest.param('{"containers": [{"class_name": "A", "configuration": 5}]}', "invalid-wrangler-value", id="a container's configuration"),
        pytest.param('{"compatibility_date": "2025\u201301\u201301"}', "invalid-wrangler-value", id="long dashes"),
        pytest.param('{"exports": {"": {"type": "durable-object", "storage": "sqlite"}}}', "invalid-wrangler-value", id="an export without a name"),
        pytest.param('{"exports": {"A": {"type": "durable-object", "state": "renamed", "renamed_to": "A"}}}', "invalid-wrangler-value", id="renamed to itself"),
    ],
)  # fmt: skip
def test_rarely_seen_values(repository, text, wanted) -> None:
    repository.write({"wrangler.json": text})
    assert wanted in {each.split()[0] for each in mirrored(repository)}
