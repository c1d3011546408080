from __future__ import annotations

import json
from pathlib import Path

import pytest

from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.tree import Tree
from bunproof.wrangler import ranges
from bunproof.wrangler.versions import NEWEST, Pinned, find_schema, find_version

DEV = '{\n  "name": "app",\n  "scripts": {"wrangler": "wrangler dev"},\n  "devDependencies": {\n    "wrangler": "^4.1.0"\n  }\n}\n'
CATALOG = '{\n  "name": "@acme/api",\n  "devDependencies": {"wrangler": "catalog:"}\n}\n'
NAMED_CATALOG = CATALOG.replace("catalog:", "catalog:edge")

BUN = """{
  "lockfileVersion": 1,
  "workspaces": {"": {"devDependencies": {"wrangler": "^4.1.0"}}},
  "packages": {
    "workerd": ["workerd@1.20251105.0", "", {}, "sha512-a"],
    "wrangler": ["wrangler@4.164.0", "", {}, "sha512-b"],
    "@acme/api/wrangler": ["wrangler@3.114.17", "", {}, "sha512-c"],
  }
}
"""
NPM = """{
  "lockfileVersion": 3,
  "packages": {
    "": {"devDependencies": {"wrangler": "^4.1.0"}},
    "apps/api/node_modules/wrangler": {
      "version": "3.114.17",
      "dev": true
    },
    "node_modules/wrangler": {
      "version": "4.125.0",
      "dev": true
    }
  }
}
"""
NPM_V1 = (
    '{\n  "lockfileVersion": 1,\n  "dependencies": {\n    "wrangler": {\n      "version": "2.20.0"\n    }\n  }\n}\n'
)
PNPM_9 = """lockfileVersion: '9.0'

importers:

  .:
    devDependencies:
      wrangler:
        specifier: ^4.1.0
        version: 4.100.1(@cloudflare/workers-types@4.2)

  apps/api:
    devDependencies:
      typescript:
        specifier: ^5
        version: 5.9.2
      wrangler:
        specifier: 'catalog:'
        version: 3.114.17

packages:

  wrangler@3.114.17:
    resolution: {integrity: sha512-a}

  wrangler@4.100.1:
    resolution: {integrity: sha512-b}
"""
PNPM_6 = """lockfileVersion: '6.0'

devDependencies:
  wrangler:
    specifier: ^3.0.0
    version: 3.5.1

packages:

  /wrangler@3.5.1:
    resolution: {integrity: sha512-a}
"""
PNPM_5 = """lockfileVersion: 5.4

specifiers:
  wrangler: ^2.0.0

devDependencies:
  wrangler: 2.20.0

packages:

  /wrangler/2.20.0:
    resolution: {integrity: sha512-a}
"""
YARN_1 = """# yarn lockfile v1


workerd@1.2.3:
  version "1.2.3"

wrangler@^3.0.0, wrangler@^3.1.0:
  version "3.99.0"
  resolved "https://registry.yarnpkg.com/wrangler"

"wrangler@^4.0.0", wrangler@^4.1.0:
  version "4.123.0"
"""
YARN_BERRY = """__metadata:
  version: 8

"wrangler@npm:^4.0.0, wrangler@npm:^4.1.0":
  version: 4.90.0
  resolution: "wrangler@npm:4.90.0"

"wrangler@npm:^3":
  version: 3.1.0
"""
PNPM_WORKSPACE = """packages:
  - 'apps/*'

catalog:
  hono: ^4
  # pinned with the runners
  wrangler: ^4.120.0

catalogs:
  edge:
    'wrangler': "3.114.17"
"""
BUN_CATALOG = '{\n  "workspaces": {\n    "packages": ["apps/*"],\n    "catalog": {"wrangler": "^4.7.0"},\n    "catalogs": {"edge": {"wrangler": "~3.90.0"}}\n  }\n}\n'
TOP_CATALOG = '{\n  "workspaces": ["apps/*"],\n  "catalog": {\n    "wrangler": "^4.8.0"\n  }\n}\n'


def answer(root: Path, files: dict[str, str], path: str = "wrangler.toml", asked: str | None = None) -> Pinned | None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    settings = Settings()
    settings.wrangler_version = asked
    return find_version(Project(Tree(str(root)), settings), path)


API = "apps/api/wrangler.toml"


@pytest.mark.parametrize(
    ("files", "path", "version", "where"),
    [
        pytest.param({"package.json": DEV}, API, "^4.1.0", "package.json:5", id="manifest-above-and-not-the-script-of-that-name"),
        pytest.param({"package.json": DEV, "bun.lock": BUN}, "wrangler.toml", "4.164.0", "bun.lock:6", id="bun"),
        pytest.param({"apps/api/package.json": CATALOG, "bun.lock": BUN}, API, "3.114.17", "bun.lock:7", id="bun-nested-in-a-workspace"),
        pytest.param({"bun.lock": BUN}, "wrangler.toml", "4.164.0", "bun.lock:6", id="only-a-lockfile"),
        pytest.param({"package.json": DEV, "package-lock.json": NPM}, "wrangler.toml", "4.125.0", "package-lock.json:10", id="npm"),
        pytest.param({"apps/api/package.json": DEV, "package-lock.json": NPM}, API, "3.114.17", "package-lock.json:6", id="npm-nested-in-a-workspace"),
        pytest.param({"apps/web/package.json": DEV, "npm-shrinkwrap.json": NPM}, "apps/web/wrangler.toml", "4.125.0", "npm-shrinkwrap.json:10", id="npm-hoisted"),
        pytest.param({"package.json": DEV, "package-lock.json": NPM_V1}, "wrangler.toml", "2.20.0", "package-lock.json:5", id="npm-version-1"),
        pytest.param({"package.json": DEV, "pnpm-lock.yaml": PNPM_9}, "wrangler.toml", "4.100.1", "pnpm-lock.yaml:9", id="pnpm-9"),
        pytest.param({"apps/api/package.json": CATALOG, "pnpm-lock.yaml": PNPM_9}, API, "3.114.17", "pnpm-lock.yaml:18", id="pnpm-9-importer"),
        pytest.param({"package.json": DEV, "pnpm-lock.yaml": PNPM_6}, "wrangler.toml", "3.5.1", "pnpm-lock.yaml:6", id="pnpm-6"),
        pytest.param({"package.json": DEV, "pnpm-lock.yaml": PNPM_5}, "wrangler.toml", "2.20.0", "pnpm-lock.yaml:7", id="pnpm-5"),
        pytest.param({"package.json": DEV, "yarn.lock": YARN_1}, "wrangler.toml", "4.123.0", "yarn.lock:12", id="yarn-1"),
        pytest.param({"package.json": DEV, "yarn.lock": YARN_BERRY}, "wrangler.toml", "4.90.0", "yarn.lock:5", id="yarn-berry"),
        pytest.param({"package.json": DEV, "node_modules/wrangler/package.json": '{\n "version": "4.2.0"}', "bun.lock": BUN}, API, "4.2.0", "node_modules/wrangler/package.json:2", id="installed-beats-all"),
        pytest.param({"package.json": DEV, "node_modules/wrangler/package.json": "{}", "bun.lock": BUN}, API, "4.164.0", "bun.lock:6", id="half-installed"),
        pytest.param({"apps/api/package.json": CATALOG, "pnpm-workspace.yaml": PNPM_WORKSPACE}, API, "^4.120.0", "pnpm-workspace.yaml:7", id="pnpm-catalog"),
        pytest.param({"apps/api/package.json": NAMED_CATALOG, "pnpm-workspace.yaml": PNPM_WORKSPACE}, API, "3.114.17", "pnpm-workspace.yaml:11", id="pnpm-named-catalog"),
        pytest.param({"apps/api/package.json": CATALOG, "package.json": BUN_CATALOG}, API, "^4.7.0", "package.json:4", id="bun-catalog"),
        pytest.param({"apps/api/package.json": NAMED_CATALOG, "package.json": BUN_CATALOG}, API, "~3.90.0", "package.json:5", id="bun-named-catalog"),
        pytest.param({"apps/api/package.json": CATALOG, "package.json": TOP_CATALOG}, API, "^4.8.0", "package.json:4", id="bun-catalog-at-the-top"),
        pytest.param({"apps/api/package.json": CATALOG}, API, "catalog:", "apps/api/package.json:3", id="catalog-that-is-nowhere"),
        pytest.param({"package.json": DEV, "pnpm-lock.yaml": PNPM_9.replace("  .:", "  other:")}, "wrangler.toml", "^4.1.0", "package.json:5", id="two-versions-and-no-telling-which"),
        pytest.param({"package.json": DEV.replace("^4.1.0", "^9"), "yarn.lock": YARN_1}, "wrangler.toml", "^9", "package.json:5", id="stale-yarn-lock"),
        pytest.param({"package.json": '{"dependencies": {"wrangler": "^4.1.0"}}', "bun.lock": BUN}, "wrangler.toml", "4.164.0", "bun.lock:6", id="a-package-without-a-name"),
        pytest.param({"package.json": DEV.replace("^4.1.0", "workspace:*"), "bun.lock": BUN}, "wrangler.toml", "workspace:*", "package.json:5", id="the-workspace-has-its-own"),
        pytest.param({"package.json": "{", "pnpm-lock.yaml": PNPM_9}, "apps/web/wrangler.toml", "4.100.1", "pnpm-lock.yaml:9", id="broken-manifest"),
        pytest.param({"package.json": '["wrangler"]', "yarn.lock": YARN_1.partition('\n"wr')[0]}, "wrangler.toml", "3.99.0", "yarn.lock:8", id="one-entry-and-nobody-asks"),
        pytest.param({"package.json": '{"dependencies": {"wrangler": "\\u005e4"}}'}, "wrangler.toml", "^4", "package.json:1", id="written-with-an-escape"),
        pytest.param({"package.json": '{"dependencies": {"wrangler": "npm:wrangler@4.3.0"}}'}, "wrangler.toml", "4.3.0", "package.json:1", id="alias"),
    ],
)  # fmt: skip
def test_who_says_which_wrangler(tmp_path: Path, files: dict[str, str], path: str, version: str, where: str):
    found = answer(tmp_path, files, path)
    assert found is not None
    assert (found.version, f"{found.path}:{found.line}") == (version, where)


def test_nobody_says(tmp_path: Path):
    assert (
        answer(tmp_path, {"package.json": '{"scripts": {"deploy": "wrangler deploy"}}', "apps/package.json": "{"})
        is None
    )


def test_the_setting_comes_first(tmp_path: Path):
    found = answer(tmp_path, {"package.json": DEV}, asked="3.114.17")
    assert found is not None
    assert (found.release, found.exact, found.words) == ((3, 114, 17), True, "3.114.17 by `--wrangler-version`")


def test_the_answer_in_words(tmp_path: Path):
    found = answer(tmp_path, {"package.json": DEV})
    assert found is not None
    assert found.words == "^4.1.0 by package.json `devDependencies.wrangler` (line 5)"
    assert (found.exact, found.release) == (False, (4, NEWEST, 0))


def test_the_installed_schema(tmp_path: Path):
    answer(tmp_path, {"node_modules/wrangler/config-schema.json": "{}"})
    project = Project(Tree(str(tmp_path)), Settings())
    assert find_schema(project, API) == "node_modules/wrangler/config-schema.json"
    assert find_schema(Project(Tree(str(tmp_path / "node_modules")), Settings()), API) is None


@pytest.mark.parametrize(
    ("written", "release"),
    [
        pytest.param("^4.1.0", (4, NEWEST, 0), id="caret"),
        pytest.param("^0.0.3", (0, 0, 3), id="caret-below-one"),
        pytest.param("~4.30.0", (4, 30, NEWEST), id="tilde"),
        pytest.param("~4", (4, NEWEST, 0), id="tilde-major"),
        pytest.param("4", (4, NEWEST, 0), id="major"),
        pytest.param("3.x", (3, NEWEST, 0), id="x"),
        pytest.param("v4.2.1", (4, 2, 1), id="plain"),
        pytest.param("*", (NEWEST, 0, 0), id="star"),
        pytest.param(">=3.0.0", (NEWEST, 0, 0), id="open-end"),
        pytest.param(">=3.0.0 <4", (3, NEWEST, 0), id="below-a-major"),
        pytest.param("<4.5.0", (4, 4, NEWEST), id="below-a-minor"),
        pytest.param("<4.5.6", (4, 5, 5), id="below-a-patch"),
        pytest.param("<=4.5", (4, 5, NEWEST), id="up-to"),
        pytest.param("3.1.0 - 4.2.0", (4, 2, 0), id="hyphen"),
        pytest.param("^3.0.0 || ^4.0.0", (4, NEWEST, 0), id="either"),
        pytest.param("latest", (NEWEST, 0, 0), id="tag"),
        pytest.param("https://pkg.pr.new/wrangler@1", None, id="url"),
        pytest.param("catalog:", None, id="catalog"),
    ],
)
def test_newest_release_of_a_range(written: str, release: tuple[int, int, int] | None):
    assert ranges.newest(written) == release


def test_a_large_lockfile_is_searched_quickly(tmp_path: Path):
    import time

    packages = {
        f"node_modules/package-{number}": {"version": "1.0.0", "integrity": "x" * 80} for number in range(12_000)
    }
    packages["node_modules/wrangler"] = {"version": "4.7.0"}
    files = {"package.json": DEV, "package-lock.json": json.dumps({"packages": packages}, indent=2)}
    assert answer(tmp_path, files) is not None
    started = time.perf_counter()
    found = find_version(Project(Tree(str(tmp_path)), Settings()), "wrangler.toml")
    assert found is not None
    assert found.version == "4.7.0"
    assert time.perf_counter() - started < 0.1
