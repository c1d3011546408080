"""What is let go without the validator has no finding there, by any release; what may have one is looked at."""

from __future__ import annotations

import random
import re
from importlib import import_module

import pytest
import tomlkit
from clean_configurations import API
from examples import examples
from memory import MemoryTree
from plain_configurations import configuration, let_go, wrong
from score import rows

from bunproof.check import all_of
from bunproof.credentials.keys import OTHER, classify
from bunproof.credentials.plain_names import is_plain
from bunproof.credentials.standins import placeholder
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.wrangler import acquittal, judge, known_wranglers, plain_workers
from bunproof.wrangler.tables.keys import RELEASES

PLAIN = """\
name = "shop"
main = "src/index.ts"
compatibility_date = "2025-06-01"
compatibility_flags = ["nodejs_compat"]

[vars]
FIRE22_API_URL = "https://api.fire22.com"
SECURITY_SCANNING_ENABLED = "true"
EMAIL_ENCRYPTION_LEVEL = "AES_256_GCM"
MIN_SECURITY_SCORE = "50"

[[d1_databases]]
binding = "DB"
database_name = "orders"
database_id = "8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c"
"""


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("", ""), id="as it is"),
        pytest.param(('name = "shop"', '# a comment\nname = "shop" # another'), id="comments"),
        pytest.param(("\n", "\r\n"), id="lines that end as on Windows"),
        pytest.param(("[vars]", '[triggers]\ncrons = ["*/5 * * * *"]\n[vars]'), id="a cron"),
        pytest.param(("[vars]", 'routes = [\n  { pattern = "a.example.com", custom_domain = true },\n]\n[vars]'), id="routes over lines"),
    ],
)  # fmt: skip
def test_it_is_let_go(change) -> None:
    text = PLAIN.replace(*change) if change[0] else PLAIN
    assert let_go(text) == (True, True)
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(('"shop"', '"My Shop"'), (False, True), id="a name that is none"),
        pytest.param(("2025-06-01", "2099-01-01"), (False, True), id="a date that has not come"),
        pytest.param(("2025-06-01", "2024-01-01"), (False, True), id="the old nodejs_compat"),
        pytest.param(('["nodejs_compat"]', '["nodejs_als"]'), (False, True), id="a flag that is not looked up"),
        pytest.param(("DB", "MIN_SECURITY_SCORE"), (False, True), id="a name twice"),
        pytest.param(("[vars]", "[[ai]]\n[vars]"), (False, True), id="an array of what there is one of"),
        pytest.param(("[vars]", '[[r2_buckets]]\nbinding = "A"\nbucket_name = "files"\n[[r2_buckets]]\nbinding = "A"\nbucket_name = "more"\n[vars]'), (False, True), id="a name twice under one key"),
        pytest.param(("[vars]", '[ai]\nbinding = "DB"\n[vars]'), (False, True), id="a name under two keys"),
        pytest.param(("[vars]", '[env.x]\nai = { binding = "A" }\n[env.x.browser]\nbinding = "A"\n[vars]'), (False, True), id="a name twice in an environment"),
        pytest.param(("database_id", "databse_id"), (False, False), id="a key mistyped"),
        pytest.param(("8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c", "<D1_ID>"), (False, False), id="no id"),
        pytest.param(("8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c", "00000000-0000-0000-0000-000000000000"), (True, False), id="an id of zeros"),
        pytest.param(("orders", "your-database"), (True, False), id="a stand-in for a name"),
        pytest.param(("MIN_SECURITY_SCORE", "JWT_SECRET"), (True, False), id="a credential's name"),
        pytest.param(("MIN_SECURITY_SCORE", "GITLAB2PAT"), (True, False), id="a credential's name behind a digit"),
        pytest.param(("https://api.fire22.com", "https://user:hunter2@fire22.com"), (True, False), id="a login in an address"),
        pytest.param(("FIRE22_API_URL", "DATABASE_URL"), (True, False), id="the address of a database"),
        pytest.param(("AES_256_GCM", "AKIA2E0A8F3B244C9986"), (True, False), id="a key that a service gave out"),
        pytest.param(("[vars]", "[env.staging]\nworkers_dev = true\n[vars]"), (False, True), id="an environment without what it must repeat"),
        pytest.param(("[vars]", "[site]\nbucket = 'public'\n[vars]"), (False, True), id="a key that is not looked up"),
        pytest.param(("[vars]", "[vars]\n'quoted' = 1"), (False, False), id="TOML out of the ordinary"),
        pytest.param(("[vars]", "[vars"), (False, False), id="no TOML"),
    ],
)  # fmt: skip
def test_it_is_looked_at(change, expected) -> None:
    text = PLAIN.replace(*change)
    assert text != PLAIN
    assert let_go(text) == expected


@pytest.mark.parametrize("rival", ["wrangler.json", "wrangler.jsonc", "workers/wrangler.json"])
def test_a_configuration_that_may_lose_to_another_is_looked_at(rival) -> None:
    path = "workers/api/wrangler.toml"
    project = Project(MemoryTree({path: PLAIN.encode(), rival: b"{}"}), Settings())
    assert not acquittal.is_innocent(project, path, PLAIN.encode())


@pytest.mark.parametrize(
    ("files", "sure"),
    [
        pytest.param({}, True, id="nobody says"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler": "^4.20.0"}}'}, True, id="a range"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler" : "3.114.17"}}'}, True, id="an old version"),
        pytest.param({"package.json": '{"devDependencies": {"hono": "99"}}'}, True, id="something else"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler": "^99.1.0"}}'}, False, id="a major version to come"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler": "4 || 99"}}'}, False, id="several ranges"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler": "latest"}}'}, False, id="a tag"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler": "catalog:"}}'}, False, id="a catalog"),
        pytest.param({"package.json": '{"overrides": {"wrangler": {"x": "1"}}}'}, False, id="no version at all"),
        pytest.param({"workers/package.json": '{"devDependencies": {"wrangler": "99.0.0"}}'}, False, id="the folder between"),
        pytest.param({"bun.lock": '"wrangler": ["wrangler@99.0.0"]'}, False, id="a lockfile alone"),
        pytest.param({"package.json": '{"devDependencies": {"wrangler": "4"}}', "bun.lock": '"wrangler@4.1.0"'}, True, id="a lockfile beside"),
        pytest.param({"node_modules/wrangler/package.json": '{"version": "99.0.0"}'}, False, id="an installed one"),
    ],
)  # fmt: skip
def test_the_wrangler_that_judges_must_be_known(files, sure) -> None:
    path = "workers/api/wrangler.toml"
    contents = {name: text.encode() for name, text in files.items()}
    project = Project(MemoryTree({path: PLAIN.encode(), **contents}), Settings())
    assert acquittal.is_innocent(project, path, PLAIN.encode()) == sure
    assert not sure or list(all_of(judge.judge(project, path, PLAIN.encode()))) == []


def test_the_newest_major_version_is_that_of_the_tables() -> None:
    assert max(int(release.partition(".")[0]) for release in RELEASES) == known_wranglers.NEWEST_MAJOR


def test_most_of_a_clean_configuration_is_plain() -> None:
    assert let_go(re.sub(r"\[vars\].*?(?=\n\[\[)", "", API.replace('"30 2 L * *"', '"30 2 * * *"').replace('"0 3 * * SUN", ', ""), flags=re.DOTALL)) == (True, True)  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_any_configuration_of_the_plain_kind(seed) -> None:
    """`python tests/wrangler/plain_configurations.py COUNT` tries as many as one likes."""
    for number in range(10):
        text = configuration(random.Random(f"{seed} {number}"))  # noqa: S311 - cases, no keys
        assert wrong(text) == [], text


def test_no_recorded_configuration_that_wrangler_complains_of() -> None:
    looked_at = {*plain_workers._SHARED, *plain_workers._ARRAYS, *plain_workers._TOP, "env"}
    for row in rows("systematic"):
        if not isinstance(row["config"], dict) or not row["config"].keys() <= looked_at:
            continue
        try:
            text = tomlkit.dumps(row["config"])
        except (TypeError, ValueError):  # TOML has no null
            continue
        valid, _ = let_go(text)
        assert not (valid and (row["error"] or row["warning"])), row["id"]


@pytest.mark.parametrize("each", [pytest.param(each, id=each.id) for each in examples() if each.fails])
def test_no_example_of_a_rule_that_fails(each) -> None:
    for path, text in each.files.items():
        project = Project(MemoryTree({name: content.encode() for name, content in each.files.items()}), Settings())
        if path.rpartition("/")[2].startswith("wrangler") and acquittal.is_innocent(project, path, text.encode()):
            assert list(all_of(judge.judge(project, path, text.encode()))) == [], path


def test_keys_of_plain_tables_name_no_credential() -> None:
    keys = {key for needed, allowed in plain_workers._ARRAYS.values() for key in (*needed, *allowed)}
    named = import_module("bunproof.credentials.ids").NAMES
    assert {key for key in keys - named.keys() if classify(key).kind != OTHER} == set()


@pytest.mark.parametrize(
    "name",
    [
        "orders",
        "user-files",
        "shop-prod2",
        "assets-cdn",
        "logs",
        *(word for word in ("meine-bilder", "fotos", "bucket")),
    ],
)
def test_a_plain_name_is_no_stand_in(name) -> None:
    assert is_plain(name)
    assert placeholder(name) == ""


@pytest.mark.parametrize(
    "name",
    ["projectId", "connectionString", "apiSecret", "jwt", "myJwt", "dbUrl", "databaseUrl", "authPat", "MyPw", "DatabaseDSN", "JWT_SECRET", "project_id"],
)  # fmt: skip
def test_a_variable_that_asks_to_be_replaced_is_told(repository, name) -> None:
    repository.write({"wrangler.toml": f'name = "w"\n[vars]\n{name} = "your-{name.lower()}-here"\n'})
    assert repository.check("--only", "placeholder-credentials").found == ["wrangler.toml:3 placeholder-credential"]
