"""The exported names of an entry, as wrangler asks for them."""

from __future__ import annotations

import pytest

from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.tree import Tree
from bunproof.worker import exports

TOML = 'main = "src/index.ts"\ncompatibility_date = "2026-10-01"\n'


def of(repository, files, environment=None):
    repository.write({"wrangler.toml": TOML, **files})
    return exports.of_configuration(Project(Tree(str(repository.root)), Settings()), "wrangler.toml", environment)


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param({"src/index.ts": "export class Room {}\nexport default {};"}, {"Room", "default"}, id="declared"),
        pytest.param({"src/index.ts": "class R {}\nexport { R as Room };"}, {"Room"}, id="listed under another name"),
        pytest.param({"src/index.ts": 'export { Room } from "./room";'}, {"Room"}, id="passed on"),
        pytest.param(
            {"src/index.ts": 'export * from "./a";', "src/a.ts": 'export * from "./b.js";\nexport default 1;',
             "src/b.ts": "export class Room {}\nexport type Seat = 1;"},
            {"Room"}, id="export all, twice, without default and types",
        ),
        pytest.param(
            {"src/index.ts": 'export * from "./a";', "src/a.ts": 'export * from "./index";\nexport const a = 1;'},
            {"a"}, id="a circle",
        ),
        pytest.param(
            {"src/index.ts": 'export type { Room } from "./room";\nexport interface Seat {}\nexport type * from "./x";'},
            set(), id="types",
        ),
        pytest.param({"src/index.ts": "export const { a, b: c } = globalThis, d = 1;"}, {"a", "c", "d"}, id="patterns"),
        pytest.param({"src/index.ts": 'export * as rooms from "./rooms";'}, {"rooms"}, id="a namespace"),
    ],
)  # fmt: skip
def test_names(repository, files, names):
    found = of(repository, files)
    assert found == exports.Exports(frozenset(names), complete=True)
    assert not found.may_have("Hall")


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"src/index.ts": 'export * from "rooms";\nexport class Room {}'}, id="a package that is not there"
        ),
        pytest.param({"src/index.ts": "module.exports = { Room: class {} };"}, id="CommonJS"),
        pytest.param({"src/index.ts": "export class Room {}\nexport const = ;"}, id="cannot be parsed"),
        pytest.param({}, id="missing"),
        pytest.param({"wrangler.toml": "no_bundle = true\n" + TOML, "src/index.ts": "export {};"}, id="not bundled"),
        pytest.param({"wrangler.toml": 'main = "src/entry.py"\n', "src/entry.py": ""}, id="Python"),
        pytest.param({"wrangler.toml": 'assets = { directory = "x" }\n'}, id="no entry"),
    ],
)
def test_unknown(repository, files):
    found = of(repository, files)
    assert not found.complete
    assert found.may_have("Hall")


def test_an_environment_has_its_own_entry(repository):
    files = {
        "wrangler.toml": TOML + '[env.a]\nmain = "src/a.ts"\n[env.b]\n',
        "src/index.ts": "export class Room {}",
        "src/a.ts": "export class Hall {}",
    }
    assert of(repository, files, "a").names == {"Hall"}
    assert of(repository, files, "b").names == {"Room"}
