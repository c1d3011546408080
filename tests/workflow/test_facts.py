"""What a plan says about a repository, one fact at a time."""

from __future__ import annotations

import json

import pytest

from bunproof.tree import Tree
from bunproof.workflow.facts.listing import Listing
from bunproof.workflow.facts.runner import gate
from bunproof.workflow.plan import Choices
from bunproof.workflow.planning import make_plan

WRANGLER = 'name = "a"\nmain = "index.js"\n'
OURS = {"repo": "https://github.com/bunproof/bunproof", "rev": "v0.1.0", "hooks": [{"id": "bunproof"}]}


def builds(repository, files):
    repository.write(files)
    return make_plan(Tree(str(repository.root)), Choices("main"), {}).builds


def package(**data):
    return json.dumps(data)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({".bun-version": "1.2.3\n", "package.json": package(packageManager="bun@1.3.0")}, ("bun-version-file", ".bun-version"), id="bun-version"),
        pytest.param({".tool-versions": "node 20\nbun 1.2.3\n"}, ("bun-version-file", ".tool-versions"), id="tool-versions"),
        pytest.param({".tool-versions": "bundler 2.0\n", "package.json": package(engines={"bun": ">=1"})}, ("bun-version-file", "package.json"), id="tool-versions-of-something-else"),
        pytest.param({"mise.toml": "[tools]\nbun = '1.2'\n"}, ("bun-version", "1.2"), id="mise"),
        pytest.param({".mise.toml": "[tools]\nbun = ['1.2.3', '1.1']\n"}, ("bun-version", "1.2.3"), id="mise-list"),
        pytest.param({"mise.toml": "[tools]\nbun = { version = '1.2.3' }\n"}, ("bun-version", "1.2.3"), id="mise-table"),
        pytest.param({"mise.toml": "[tools]\nbun = 1\n", "package.json": package(packageManager="bun@1.3.0")}, ("bun-version-file", "package.json"), id="mise-number"),
        pytest.param({"mise.toml": "[tools\n"}, ("bun-version", "latest"), id="mise-broken"),
        pytest.param({"package.json": package(packageManager="bun@1.3.0+sha512.0")}, ("bun-version", "1.3.0"), id="package-manager-with-hash"),
        pytest.param({"package.json": package(devEngines={"runtime": [{"name": "node"}, {"name": "bun", "version": "^1.2"}]})}, ("bun-version", "^1.2"), id="dev-engines"),
        pytest.param({"package.json": package(devEngines={"runtime": "bun"})}, ("bun-version", "latest"), id="dev-engines-of-another-shape"),
        pytest.param({"package.json": package(engines="bun")}, ("bun-version", "latest"), id="engines-of-another-shape"),
        pytest.param({"package.json": "[]"}, ("bun-version", "latest"), id="package-of-another-shape"),
    ],
)  # fmt: skip
def test_which_bun(repository, files, expected):
    files = {"package.json": "{}", "bun.lock": "", **files}
    (build,) = builds(repository, files)
    assert build.bun[:2] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({".nvmrc": "24"}, ("node-version-file", ".nvmrc"), id="nvmrc"),
        pytest.param({".node-version": "24"}, ("node-version-file", ".node-version"), id="node-version"),
        pytest.param(
            {".tool-versions": "nodejs 24.1.0\n"}, ("node-version-file", ".tool-versions"), id="tool-versions"
        ),
        pytest.param(
            {"package.json": package(engines={"node": ">=22"})}, ("node-version-file", "package.json"), id="engines"
        ),
        pytest.param({}, ("node-version", "24"), id="nothing"),
    ],
)
def test_which_node(repository, files, expected):
    (build,) = builds(repository, {"package.json": "{}", "package-lock.json": "{}", **files})
    assert build.node[:2] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"package-lock.json": ""}, ("npm", "", "package-lock.json"), id="npm"),
        pytest.param({"npm-shrinkwrap.json": ""}, ("npm", "", "npm-shrinkwrap.json"), id="shrinkwrap"),
        pytest.param({"bun.lock": "", "package-lock.json": ""}, ("bun", "", "bun.lock"), id="several"),
        pytest.param({"bun.lock": "", "package-lock.json": "", "package.json": package(packageManager="npm@11.0.0")}, ("npm", "", "package-lock.json"), id="several-and-declared"),
        pytest.param({"bun.lock": "", "package.json": package(packageManager="pnpm@10.0.0")}, ("bun", "", "bun.lock"), id="declared-without-its-lockfile"),
        pytest.param({"package.json": package(packageManager="pnpm@10.0.0")}, ("pnpm", "", ""), id="declared-without-any"),
        pytest.param({"package.json": package(packageManager="yarn@1.22.22")}, ("yarn-classic", "", ""), id="yarn-1-declared"),
        pytest.param({"package.json": package(packageManager="pnpm@latest"), "pnpm-lock.yaml": "lockfileVersion: 5.4\n"}, ("pnpm", "7", "pnpm-lock.yaml"), id="pnpm-5"),
        pytest.param({"pnpm-lock.yaml": "lockfileVersion: '9.0'\n"}, ("pnpm", "10", "pnpm-lock.yaml"), id="pnpm-9"),
        pytest.param({"pnpm-lock.yaml": ""}, ("pnpm", "10", "pnpm-lock.yaml"), id="pnpm-empty"),
        pytest.param({"yarn.lock": "# yarn lockfile v1\n"}, ("yarn-classic", "1.22.22", "yarn.lock"), id="yarn-1"),
        pytest.param({"yarn.lock": "__metadata:\n  version: 6\n"}, ("yarn", "3", "yarn.lock"), id="yarn-3"),
        pytest.param({"yarn.lock": "__metadata:\n  version: 8\n"}, ("yarn", "4", "yarn.lock"), id="yarn-4"),
        pytest.param({}, ("npm", "", ""), id="nothing"),
        pytest.param({"package.json": package(scripts={"start": "bun run x"})}, ("bun", "", ""), id="scripts-of-bun"),
        pytest.param({"package.json": package(devDependencies={"@types/bun": "1"})}, ("bun", "", ""), id="types-of-bun"),
    ],
)  # fmt: skip
def test_which_package_manager(repository, files, expected):
    (build,) = builds(repository, {"package.json": "{}", **files})
    assert build.manager == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param("next build", (None, ""), id="next"),
        pytest.param("opennextjs-cloudflare build", ("", None), id="already-in-the-script"),
    ],
)
def test_what_makes_a_next_js_worker(repository, script, expected):
    data = package(scripts={"build": script}, dependencies={"@opennextjs/cloudflare": "1"})
    (build,) = builds(repository, {"package.json": data, "wrangler.json": '{"main": ".open-next/worker.js"}'})
    assert (build.targets[0].build, build.targets[0].opennext) == expected


def test_bun_is_set_up_for_scripts_that_call_it(repository):
    (build,) = builds(repository, {"package.json": package(scripts={"test": "bunx vitest"}), "package-lock.json": ""})
    assert build.bun[:2] == ("bun-version", "latest")


@pytest.mark.parametrize(
    ("scripts", "expected"),
    [
        pytest.param({"test": "bun test", "test:ci": "bun test --ci"}, ["test:ci"], id="the-one-for-ci"),
        pytest.param({"test": "vitest --watch", "test:unit": "vitest run"}, ["test:unit"], id="no-watcher"),
        pytest.param({"test": 'echo "Error: no test specified" && exit 1'}, [], id="npm-init"),
        pytest.param({"test": " ", "typecheck": 1}, [], id="nothing-to-run"),
        pytest.param({"tsc": "tsc", "check-types": "tsc -b", "test": "x"}, ["check-types", "test"], id="types-first"),
        pytest.param({"types": "wrangler types", "lint": "x"}, [], id="neither"),
    ],
)
def test_which_scripts(repository, scripts, expected):
    (build,) = builds(repository, {"package.json": package(scripts=scripts)})
    assert [script.name for script in build.scripts] == expected


def test_scripts_of_the_packages_count_where_the_top_has_none(repository):
    files = {
        "package.json": package(scripts={"typecheck": "tsc -b"}),
        "bun.lock": "",
        "packages/a/package.json": package(scripts={"test": "bun test", "typecheck": "tsc"}),
        "packages/b/package.json": package(scripts={}),
        "apart/package.json": package(scripts={"test": "npm test"}),
        "apart/package-lock.json": "",
        "examples/c/package.json": package(scripts={"test": "never"}),
    }
    first, second = builds(repository, files)
    assert [(script.folder, script.name) for script in first.scripts] == [("", "typecheck"), ("packages/a", "test")]
    assert (second.folder, [script.folder for script in second.scripts]) == ("apart", ["apart"])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"wrangler.toml": WRANGLER, "index.js": ""}, [("", "wrangler.toml", None)], id="sources"),
        pytest.param({"wrangler.toml": WRANGLER, "package.json": package(scripts={"build": "x"})}, [("", "", "")], id="main-is-built"),
        pytest.param({"wrangler.toml": WRANGLER}, [("", "wrangler.toml", None)], id="main-is-missing"),
        pytest.param({"wrangler.toml": 'name = "a"\n', "package.json": package(scripts={"build": "x"})}, [("", "", "")], id="no-main"),
        pytest.param({"w/wrangler.json": '{"main": "../src/a.ts"}', "src/a.ts": "", "w/package.json": package(scripts={"build": "x"})}, [("w", "wrangler.json", None)], id="main-above"),
        pytest.param({"wrangler.toml": 'main = "./"\n', "package.json": package(scripts={"build": "x"})}, [("", "wrangler.toml", None)], id="main-is-nothing"),
        pytest.param({"wrangler.prod.toml": WRANGLER, "package.json": package(scripts={"build": "x"})}, [("", "wrangler.prod.toml", "")], id="another-name"),
        pytest.param({"wrangler.toml": WRANGLER, "index.js": "", "package.json": package(scripts={"build": "x"}, dependencies={"@cloudflare/vite-plugin": "1"})}, [("", "", "")], id="vite"),
        pytest.param({"apps/a/wrangler.toml": WRANGLER, "apps/a/index.js": "", "package.json": package(devDependencies={"wrangler": "4"}), "bun.lock": ""}, [("", "apps/a/wrangler.toml", None)], id="wrangler-above"),
        pytest.param({"apps/a/wrangler.toml": WRANGLER, "apps/a/index.js": "", "apps/a/package.json": package(devDependencies={"wrangler": "4"}), "package.json": "{}", "bun.lock": ""}, [("apps/a", "wrangler.toml", None)], id="wrangler-beside"),
        pytest.param({"wrangler.toml": "broken = \n"}, [("", "wrangler.toml", None)], id="broken"),
        pytest.param({"wrangler.json": "[]"}, [("", "wrangler.json", None)], id="another-shape"),
        pytest.param({"wrangler.toml": "env = 1\nsecrets = 2\nassets = 3\n"}, [("", "wrangler.toml", None)], id="other-shapes"),
        pytest.param({"wrangler.toml": "[env]\na = 1\n"}, [("", "wrangler.toml", None)] * 2, id="environment-of-another-shape"),
        pytest.param({"tests/wrangler.toml": WRANGLER, "wrangler.example.toml": WRANGLER, "wrangler-schema.json": "{}"}, [], id="aside"),
    ],
)  # fmt: skip
def test_how_wrangler_is_run(repository, files, expected):
    targets = [target for build in builds(repository, files) for target in build.targets]
    assert [(target.folder, target.config, target.build) for target in targets] == expected


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        pytest.param({"repos": [OURS]}, ("pre-commit", "pre-commit"), id="ours"),
        pytest.param({"repos": [{"repo": "meta", "hooks": [{"id": "identity"}]}, OURS]}, ("pre-commit", "pre-commit"), id="second"),
        pytest.param({"repos": [{**OURS, "hooks": ["x", {"id": 1}, {"id": "bunproof", "stages": ["push"]}]}]}, ("pre-commit", "pre-push"), id="old-stage"),
        pytest.param({"repos": [OURS], "default_stages": ["pre-push", "commit"]}, ("pre-commit", "pre-commit"), id="default-stages"),
        pytest.param({"repos": [OURS], "default_stages": ["commit-msg"]}, ("pre-commit", "pre-commit"), id="a-stage-without-files"),
        pytest.param({"repos": [{"repo": "local", "hooks": [{"id": "bunproof"}]}]}, ("bunproof", ""), id="local"),
        pytest.param({"repos": ["x", {"repo": 1, "rev": 2, "hooks": [{"id": "bunproof"}]}]}, ("bunproof", ""), id="other-shapes"),
        pytest.param({"repos": {}}, ("bunproof", ""), id="no-list"),
        pytest.param({"repos": [{**OURS, "hooks": 1}]}, ("bunproof", ""), id="hooks-of-another-shape"),
        pytest.param(None, ("bunproof", ""), id="empty"),
    ],
)  # fmt: skip
def test_how_hooks_are_run(repository, config, expected):
    repository.write({".pre-commit-config.yaml": json.dumps(config)})
    found = gate(Tree(str(repository.root)))
    assert (found.runner, found.hooks[0].stage if found.hooks else "") == expected


def test_names_that_are_no_unicode_are_left_out(repository):
    try:
        repository.write({b"\xff".decode("utf-8", "surrogateescape") + "/package.json": "{}"})
    except OSError:
        pytest.skip("the file system wants Unicode")
    assert Listing(Tree(str(repository.root)), tracked=False).names() == frozenset()
