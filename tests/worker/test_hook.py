"""What a user sees of the rules about Workers: positions, chains, selections, and what is left alone."""

from __future__ import annotations

import pytest

TOML = 'name = "api"\nmain = "src/index.ts"\ncompatibility_date = "2026-10-01"\n'
ENTRY = 'import { rows } from "./database";\nexport default { fetch: () => new Response(String(rows)) };\n'
DATABASE = 'import { Database } from "bun:sqlite";\nexport const rows = new Database(":memory:");\n'
PLAIN = "export const rows = 1;\n"
ONLY = ("--only", "bun-imports")


def ours(run):
    rules = {"bun-module-in-worker", "missing-worker-import", "ignored-worker-import", "unavailable-node-module"}
    return [each for each in run.diagnostics if each["rule"] in rules]


def found(run):
    return [f"{each['path']}:{each['line']}:{each['column']} {each['rule']} {each['severity']}" for each in ours(run)]


@pytest.fixture
def worker(repository):
    return repository.write({"wrangler.toml": TOML, "src/index.ts": ENTRY, "src/database.ts": DATABASE})


def test_the_import_itself_is_shown_with_the_way_to_it(worker):
    run = worker.check(*ONLY)
    assert run.code == 1
    assert found(run) == ["src/database.ts:1:27 bun-module-in-worker error"]
    only = ours(run)[0]
    assert only["mirrors"] == "wrangler"
    assert "D1" in only["help"]
    assert "alias" in only["help"]
    assert "bun:sqlite" not in only["help"]
    text = worker.bunproof("check", *ONLY).out
    assert "wrangler.toml main > src/index.ts > src/database.ts > bun:sqlite" in text


@pytest.mark.parametrize(
    "named",
    [
        pytest.param("src/database.ts", id="the file itself"),
        pytest.param("src/index.ts", id="a clean file that leads to it"),
        pytest.param("wrangler.toml", id="the configuration"),
        pytest.param("src", id="the folder"),
    ],
)
def test_the_verdict_is_the_same_for_every_selection_that_concerns_it(worker, named):
    assert found(worker.check(*ONLY, named)) == ["src/database.ts:1:27 bun-module-in-worker error"]


def test_a_file_that_no_entry_reaches_is_left_alone(worker):
    worker.write({"scripts/seed.ts": DATABASE, "src/index.ts": "export default {};\n"})
    assert found(worker.check(*ONLY)) == []
    assert found(worker.check(*ONLY, "scripts/seed.ts")) == []


def test_the_index_is_judged_when_staged(worker):
    worker.commit()
    worker.write({"src/index.ts": ENTRY + "\n", "src/database.ts": PLAIN})
    worker.git("add", "src/index.ts")
    assert found(worker.check(*ONLY, "--staged")) == ["src/database.ts:1:27 bun-module-in-worker error"]
    worker.git("add", "-A")
    assert found(worker.check(*ONLY, "--staged")) == []


def test_removing_a_file_breaks_its_importer(worker):
    worker.write({"src/database.ts": PLAIN}).commit()
    worker.git("rm", "-q", "src/database.ts")
    assert found(worker.check(*ONLY, "--staged")) == ["src/index.ts:1:23 missing-worker-import error"]


def test_the_incident_a_pattern_hides_what_the_entry_imports(repository):
    repository.write({
        ".gitignore": "node_modules/\nfire22-*\n",
        "wrangler.toml": 'name = "dashboard"\nmain = "src/worker.ts"\ncompatibility_date = "2024-09-23"\n',
        "src/worker.ts": 'import { integrate } from "./fire22-integration";\nimport { style } from "./fire22-ui-system";\n'
        "export default { fetch: () => new Response(String([integrate, style])) };\n",
        "src/fire22-integration.ts": "export const integrate = 1;\n",
    })  # fmt: skip
    expected = ["src/worker.ts:1:28 ignored-worker-import error", "src/worker.ts:2:24 ignored-worker-import error"]
    assert found(repository.check(*ONLY)) == expected  # there on this machine, or only in the history of another
    repository.commit()
    for selection in ([], ["src/worker.ts"], [".gitignore"]):
        assert found(repository.check(*ONLY, *selection)) == expected
    assert "fire22-*" in ours(repository.check(*ONLY))[0]["message"]
    repository.write({".gitignore": "node_modules/\n", "src/fire22-ui-system.ts": "export const style = 1;\n"})
    assert found(repository.check(*ONLY)) == []


def test_an_entry_that_git_ignores(repository):
    repository.write({"wrangler.toml": TOML, ".gitignore": "src/\n", "src/index.ts": "export default {};\n"})
    assert found(repository.check(*ONLY)) == ["wrangler.toml:2:8 ignored-worker-import error"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"wrangler.toml": TOML.replace("src/index.ts", ".open-next/worker.js")}, id="OpenNext"),
        pytest.param(
            {"wrangler.toml": TOML.replace("src/index.ts", "dist/worker.js"), ".gitignore": "dist\n"}, id="dist"
        ),
        pytest.param(
            {"wrangler.toml": TOML.replace("src/index.ts", "worker.js") + '[build]\ncommand = "npm run build"\n'},
            id="a custom build makes the entry",
        ),
        pytest.param(
            {
                "wrangler.toml": TOML.replace("src/index.ts", "@tanstack/react-start/server-entry"),
                "package.json": '{"dependencies": {"@tanstack/react-start": "1"}}',
            },
            id="a framework's package is the entry",
        ),
        pytest.param(
            {
                "wrangler.toml": TOML,
                ".gitignore": "src/generated/\n",
                "src/index.ts": 'import { x } from "./generated/client";\nexport default x;\n',
            },
            id="a generated client",
        ),
        pytest.param(
            {
                "wrangler.toml": TOML,
                ".gitignore": "src/routes.ts\n",
                "src/index.ts": 'import { x } from "./routes";\nexport default x;\n',
                "package.json": '{"scripts": {"prebuild": "make-routes > src/routes.ts"}}',
            },
            id="a script makes it",
        ),
        pytest.param({"wrangler.toml": TOML.replace("src/index.ts", "src/entry.py")}, id="a Worker in Python"),
        pytest.param({"wrangler.toml": 'assets = { directory = "public" }\n'}, id="assets alone"),
        pytest.param({"wrangler.toml": "main = [broken"}, id="a configuration that cannot be read"),
        pytest.param(
            {"wrangler.toml": TOML, "src/index.ts": 'import { Hono } from "hono";\nexport default new Hono();\n'},
            id="a package that is not installed",
        ),
    ],
)
def test_what_cannot_be_known_from_the_repository_is_no_error(repository, files):
    repository.write({"src/entry.py": "", **files}).commit()
    assert found(repository.check(*ONLY)) == []


def test_a_custom_build_may_make_what_is_imported(worker):
    worker.write(
        {"wrangler.toml": TOML + '[build]\ncommand = "npm run codegen"\n', "src/index.ts": 'import "./routes";\n'}
    )
    assert found(worker.check(*ONLY)) == ["src/index.ts:1:9 missing-worker-import warning"]


def test_the_columns_are_code_points(worker):
    worker.write(
        {"src/database.ts": 'const ünï = "🍞"; import "bun:sqlite"; console.log(ünï);\nexport const rows = 1;\n'}
    )
    assert found(worker.check(*ONLY)) == ["src/database.ts:1:26 bun-module-in-worker error"]


def test_an_import_is_reported_once_however_many_ways_lead_to_it(worker):
    worker.write({
        "wrangler.jsonc": '{"name": "other", "main": "src/other.ts", "compatibility_date": "2026-10-01"}',
        "src/other.ts": ENTRY,
        "wrangler.toml": TOML + '[env.staging]\nmain = "src/other.ts"\n',
    })  # fmt: skip
    assert found(worker.check(*ONLY)) == ["src/database.ts:1:27 bun-module-in-worker error"]


def test_a_package_is_blamed_at_the_import_of_it(repository):
    repository.write({
        ".gitignore": "node_modules\n", "wrangler.toml": TOML,
        "src/index.ts": 'import lib from "lib";\nexport default lib;\n',
        "node_modules/lib/package.json": '{"name": "lib", "main": "main.js"}',
        "node_modules/lib/main.js": 'export { default } from "bun:sqlite";\n',
    })  # fmt: skip
    assert found(repository.check(*ONLY)) == ["src/index.ts:1:18 bun-module-in-worker error"]
    repository.git("add", "-A")
    assert found(repository.check(*ONLY, "--staged")) == ["src/index.ts:1:18 bun-module-in-worker error"]


def test_what_lies_behind_a_link_or_in_a_submodule_is_not_called_ignored(worker):
    worker.write({"shared/database.ts": PLAIN})
    (worker.root / "src/linked").symlink_to("../shared")
    worker.write({"src/index.ts": 'import { rows } from "./linked/database";\nexport default rows;\n'}).commit()
    assert found(worker.check(*ONLY)) == []


def test_an_environment_of_its_own_is_named(repository):
    repository.write({
        "wrangler.toml": TOML + '[env.local]\nmain = "src/bun.ts"\n',
        "src/index.ts": "export default {};\n", "src/bun.ts": ENTRY, "src/database.ts": DATABASE,
    })  # fmt: skip
    assert [each["environment"] for each in ours(repository.check(*ONLY))] == ["local"]


def test_the_functions_of_a_pages_project_are_entries(repository):
    repository.write({
        "wrangler.toml": 'name = "site"\npages_build_output_dir = "dist"\ncompatibility_date = "2026-10-01"\n',
        "functions/api/[[path]].ts": 'import { rows } from "../../src/database";\nexport const onRequestGet = () => new Response(String(rows));\n',
        "functions/helper.ts": 'import "bun";\n',
        "src/database.ts": DATABASE,
    })  # fmt: skip
    run = repository.check(*ONLY)
    assert found(run) == ["src/database.ts:1:27 bun-module-in-worker error"]
    assert "wrangler.toml pages_build_output_dir > functions/api/[[path]].ts" in repository.bunproof("check", *ONLY).out
