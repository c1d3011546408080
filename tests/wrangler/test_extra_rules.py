from __future__ import annotations

import pytest

PAGE = {"public/index.html": "hello"}
ID = "0f2ac74b498b48028cb68387c421e279"
UUID = "8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c"


def said(judge, rule: str, text: str, files: dict[str, str] | None = None, name: str = "wrangler.toml") -> list[str]:
    judged = judge(text, name, files=files, only=rule)
    marks = [entry.partition(": ")[2] for entry in judged.found]
    return [f"{each.severity} {mark}" for each, mark in zip(judged.diagnostics, marks, strict=True)]


@pytest.mark.parametrize(
    ("routes", "found"),
    [
        pytest.param('[{ pattern = "a.com/*", custom_domain = true }]', ['error "a.com/*"'], id="path"),
        pytest.param('[{ pattern = "*.a.com", custom_domain = true }]', ['error "*.a.com"'], id="wildcard"),
        pytest.param('[{ pattern = "https://a.com", custom_domain = true }]', ['error "https://a.com"'], id="scheme"),
        pytest.param('[{ pattern = "a.com", custom_domain = true }, { pattern = "a.com/*", zone_name = "a.com" }, "b.com/*"]', [], id="right"),
        pytest.param('[{ pattern = "a.com/*", custom_domain = false, zone_id = "x" }]', [], id="no-custom-domain"),
        pytest.param("[{ pattern = 5, custom_domain = true }, 5]", [], id="left-to-wrangler"),
    ],
)  # fmt: skip
def test_custom_domain_pattern(judge, routes: str, found: list[str]):
    assert said(judge, "custom-domain-pattern", f"routes = {routes}\n") == found
    assert said(judge, "custom-domain-pattern", f"[env.a]\nroutes = {routes}\n") == found


def test_custom_domain_is_cut_to_its_host(judge):
    judged = judge(
        '{"route": {"pattern": "https://a.com/x", "custom_domain": true}}',
        "wrangler.json",
        only="custom-domain-pattern",
    )
    assert judged.fixed == '{"route": {"pattern": "a.com", "custom_domain": true}}'
    assert judged.diagnostics[0].fix is not None
    assert not judged.diagnostics[0].fix.safe


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('route = "a.com/*"\n[env.x]\n[env.y]\nroute = "b.com/*"\n', ["warning route"], id="one-of-two"),
        pytest.param('route = { pattern = "a.com", custom_domain = true }\n[env.x]\n', ["warning route"], id="custom-domain-in-route"),
        pytest.param('routes = [{ pattern = "a.com", custom_domain = true }]\n[env.x]\n', [], id="said-by-wrangler"),
        pytest.param('routes = ["a.com/*"]\n[env.x]\nroutes = []\n', [], id="none-asked-for"),
        pytest.param("routes = []\n[env.x]\n", [], id="none-to-inherit"),
        pytest.param('routes = ["a.com/*"]\n', [], id="no-environments"),
    ],
)  # fmt: skip
def test_inherited_route(judge, text: str, found: list[str]):
    assert said(judge, "inherited-route", text) == found


def test_inherited_routes_are_one_finding(judge):
    text = 'routes = ["a.com/*"]\n' + "".join(f"[env.e{number}]\n" for number in range(17))
    (diagnostic,) = judge(text, only="inherited-route").diagnostics
    assert diagnostic.message == "`routes` is inherited by `env.e0`, `env.e1`, `env.e2` and 14 more"


ASSETS = '[assets]\ndirectory = "{}"\n'


@pytest.mark.parametrize(
    ("directory", "files", "found"),
    [
        pytest.param("./publik", PAGE, ['error "./publik"'], id="misspelled"),
        pytest.param("./public/", PAGE, [], id="there"),
        pytest.param("public/index.html", PAGE, ['error "public/index.html"'], id="a-file"),
        pytest.param("dist", {}, [], id="named-like-an-output"),
        pytest.param(".output/public", {}, [], id="hidden-output"),
        pytest.param("web", {"package.json": '{"scripts": {"build": "x"}}'}, [], id="a-build-script"),
        pytest.param("web", {"package.json": '{"scripts": {"test": "x"}}'}, ['error "web"'], id="another-script"),
        pytest.param("web", {"vite.config.ts": ""}, [], id="a-framework"),
        pytest.param("web", {"Makefile": "web:\n"}, [], id="another-tool"),
        pytest.param("web", {".gitignore": "/web/\n"}, [], id="ignored-by-git"),
        pytest.param("../web", {}, [], id="outside-of-the-repository"),
        pytest.param("/srv/web", {}, [], id="absolute"),
        pytest.param(".", {}, [], id="the-folder-itself"),
    ],
)  # fmt: skip
def test_missing_assets_directory(judge, directory: str, files: dict[str, str], found: list[str]):
    assert said(judge, "missing-assets-directory", ASSETS.format(directory), files) == found


def test_a_build_command_may_make_the_assets(judge):
    assert said(judge, "missing-assets-directory", ASSETS.format("web") + '[build]\ncommand = "make"\n') == []


def test_assets_are_looked_for_beside_the_configuration(judge):
    text = '{"assets": {"directory": "./public"}}'
    assert said(judge, "missing-assets-directory", text, PAGE, "app/wrangler.json") == ['error "./public"']
    assert said(judge, "missing-assets-directory", text.replace("./", "../"), PAGE, "app/wrangler.json") == []


@pytest.mark.parametrize(
    ("text", "files", "found"),
    [
        pytest.param('[assets]\ndirectory = "public"\nbinding = "A"\n', {}, ["error binding"], id="binding-without-worker"),
        pytest.param('[assets]\ndirectory = "public"\nrun_worker_first = ["/api/*"]\n', {}, ["error run_worker_first"], id="worker-first-without-worker"),
        pytest.param('[assets]\ndirectory = "public"\nrun_worker_first = false\n', {}, [], id="worker-not-first"),
        pytest.param('main = "a.ts"\n[assets]\nbinding = "A"\n', {}, ["error assets"], id="no-directory"),
        pytest.param('main = "a.ts"\n[assets]\nbinding = "A"\n', {"vite.config.ts": ""}, [], id="vite-knows-the-directory"),
        pytest.param('main = "a.ts"\n[site]\nbucket = "b"\n[assets]\ndirectory = "public"\n', {}, ["error assets"], id="assets-and-site"),
        pytest.param('[site]\nbucket = "b"\nentry-point = "w"\n', {}, [], id="site-alone"),
        pytest.param('[assets]\ndirectory = "public"\nbinding = "A"\n[env.x]\nmain = "a.ts"\n', {}, [], id="an-environment-has-the-worker"),
        pytest.param('[assets]\ndirectory = "public"\nbinding = "A"\n[env.x]\n[env.y]\n', {}, ["error binding"], id="said-once"),
        pytest.param('pages_build_output_dir = "x"\n[assets]\nbinding = "A"\n', {}, [], id="pages"),
    ],
)  # fmt: skip
def test_unusable_assets(judge, text: str, files: dict[str, str], found: list[str]):
    assert said(judge, "unusable-assets", text, files) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f'[[kv_namespaces]]\nbinding = "A"\nid = "{ID}"\npreview_id = "{ID[1:]}"\n', [f'warning "{ID[1:]}"'], id="a-digit-short"),
        pytest.param(f'[[kv_namespaces]]\nbinding = "A"\nid = "{UUID}"\n', [f'warning "{UUID}"'], id="uuid-for-kv"),
        pytest.param(f'[[d1_databases]]\nbinding = "A"\ndatabase_id = "{ID}"\n', [f'warning "{ID}"'], id="no-uuid-for-d1"),
        pytest.param(f'[[d1_databases]]\nbinding = "A"\ndatabase_id = "{UUID}"\n', [], id="uuid-for-d1"),
        pytest.param(f'account_id = "{ID[:-1]}o"\n', [f'warning "{ID[:-1]}o"'], id="a-letter-for-a-digit"),
        pytest.param(f'account_id = "{ID.upper()}"\nroutes = [{{ pattern = "a.com/*", zone_id = "{ID}0" }}, "b.com/*"]\n', [f'warning "{ID}0"'], id="zone"),
        pytest.param('[[kv_namespaces]]\nbinding = "A"\nid = "local-cache"\n[[kv_namespaces]]\nbinding = "B"\nid = "your-kv-namespace-id-goes-here"\n', [], id="names"),
        pytest.param('[[d1_databases]]\nbinding = "A"\ndatabase_id = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"\n', [], id="placeholder"),
        pytest.param('[[hyperdrive]]\nbinding = "A"\nid = 5\n[[kv_namespaces]]\nbinding = "A"\n', [], id="left-to-wrangler"),
    ],
)  # fmt: skip
def test_malformed_resource_id(judge, text: str, found: list[str]):
    assert said(judge, "malformed-resource-id", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('[[send_email]]\nname = "A"\n[[send_email]]\nname = "A"\n', ['error "A"'], id="two-mails"),
        pytest.param('[[ratelimits]]\nname = "A"\n[vars]\nA = "1"\n', ['error "A"'], id="limit-and-variable"),
        pytest.param('[[ratelimits]]\nname = "A"\n[[unsafe.bindings]]\nname = "A"\n', ['error "A"'], id="limit-and-unsafe"),
        pytest.param('[[ratelimits]]\nname = "A"\n[ai]\nbinding = "A"\n', ['error "A"'], id="limit-and-model"),
        pytest.param('[[ratelimits]]\nname = "A"\n[[workflows]]\nname = "A"\nbinding = "B"\n[[migrations]]\nname = "A"\n', [], id="not-a-binding"),
        pytest.param('[[ratelimits]]\nname = "A"\n[env.x]\n[[env.x.ratelimits]]\nname = "A"\n', [], id="another-environment"),
        pytest.param('[[kv_namespaces]]\nbinding = "A"\n[[kv_namespaces]]\nbinding = "A"\n[[send_email]]\nname = "B"\n', [], id="said-by-wrangler"),
        pytest.param("[[send_email]]\nname = 5\n[[send_email]]\nname = 5\n", [], id="left-to-wrangler"),
    ],
)  # fmt: skip
def test_duplicate_binding(judge, text: str, found: list[str]):
    assert said(judge, "duplicate-binding", text) == found


@pytest.mark.parametrize(
    ("migrations", "found"),
    [
        pytest.param('[{ tag = "v1", new_classes = ["A"] }, { tag = "v1", new_classes = ["B"] }]', ['error "v1"'], id="tag"),
        pytest.param('[{ tag = "v1", new_classes = ["A"] }, { tag = "v2", new_sqlite_classes = ["A"] }]', ['error "A"'], id="created-twice"),
        pytest.param('[{ tag = "v1", new_classes = ["A"] }, { tag = "v2", deleted_classes = ["A"] }, { tag = "v3", new_sqlite_classes = ["A"] }]', [], id="made-anew"),
        pytest.param('[{ tag = "v1", renamed_classes = [{ from = "A", to = "B" }] }]', ['error "A"'], id="renames-nothing"),
        pytest.param('[{ tag = "v1", deleted_classes = ["A"] }]', ['error "A"'], id="deletes-nothing"),
        pytest.param('[{ tag = "v1", new_classes = ["A"] }, { tag = "v2", deleted_classes = ["A"], new_sqlite_classes = ["A"] }]', [], id="made-anew-at-once"),
        pytest.param('[{ tag = "v1", transferred_classes = [{ from = "A", from_script = "s", to = "B" }] }, { tag = "v2", deleted_classes = ["B"] }]', [], id="transferred"),
        pytest.param('[{ tag = "v1", new_classes = "A" }, { tag = "v2", deleted_classes = ["A"] }]', [], id="what-cannot-be-read-may-create-it"),
        pytest.param("[5, { tag = 5, new_classes = [5], renamed_classes = [{ from = 5 }] }]", [], id="left-to-wrangler"),
    ],
)  # fmt: skip
def test_broken_migration(judge, migrations: str, found: list[str]):
    assert said(judge, "broken-migration", f"migrations = {migrations}\n") == found


BOUND = '[[durable_objects.bindings]]\nname = "A"\nclass_name = "A"\n'
MADE = '[[migrations]]\ntag = "v1"\nnew_sqlite_classes = ["{}"]\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(BOUND + MADE.format("B"), ['error "A"'], id="another-class"),
        pytest.param(BOUND + MADE.format("A"), [], id="made"),
        pytest.param(BOUND, [], id="no-migrations-is-said-by-wrangler"),
        pytest.param(BOUND + 'script_name = "other"\n' + MADE.format("B"), [], id="another-worker-has-it"),
        pytest.param('name = "w"\n' + BOUND + 'script_name = "w"\n' + MADE.format("B"), ['error "A"'], id="this-worker-by-name"),
        pytest.param(BOUND + MADE.format("A") + '[[migrations]]\ntag = "v2"\ndeleted_classes = ["A"]\n', ['error "A"'], id="deleted"),
        pytest.param(BOUND + MADE.format("A") + '[[migrations]]\ntag = "v2"\nrenamed_classes = [{ from = "A", to = "B" }]\n', ['error "A"'], id="renamed"),
        pytest.param(MADE.format("A") + '[[env.x.durable_objects.bindings]]\nname = "B"\nclass_name = "B"\n', ['error "B"'], id="environment-inherits-migrations"),
        pytest.param('name = "w"\n' + MADE.format("A") + '[[env.x.durable_objects.bindings]]\nname = "B"\nclass_name = "B"\nscript_name = "w-x"\n', ['error "B"'], id="environment-by-its-name"),
        pytest.param(BOUND.replace('"A"\n', "5\n") + MADE.format("A"), [], id="left-to-wrangler"),
    ],
)  # fmt: skip
def test_class_without_migration(judge, text: str, found: list[str]):
    assert said(judge, "class-without-migration", text) == found


@pytest.mark.parametrize(
    ("text", "files", "found"),
    [
        pytest.param('main = "a.ts"\n', {}, ["no `compatibility_date`", "no `name`"], id="neither"),
        pytest.param('main = "a.ts"\nname = "a"\n[env.x]\ncompatibility_date = "2025-01-01"\n', {}, [], id="in-an-environment"),
        pytest.param('main = "a.ts"\nname = "a"\n', {"package.json": '{"scripts": {"deploy": "wrangler deploy --latest"}}'}, [], id="script"),
        pytest.param('main = "a.ts"\ncompatibility_date = "2025-01-01"\n', {".github/workflows/x.yml": "run: wrangler deploy --name x\n"}, [], id="workflow"),
        pytest.param('main = "a.ts"\n', {"astro.config.mjs": ""}, [], id="framework"),
        pytest.param('pages_build_output_dir = "x"\nmain = "y"\n', {}, [], id="pages"),
        pytest.param('[vars]\nmain = "x"\n', {}, [], id="no-worker"),
    ],
)  # fmt: skip
def test_missing_deploy_setting(judge, text: str, files: dict[str, str], found: list[str]):
    diagnostics = judge(text, files=files, only="missing-deploy-setting").diagnostics
    assert [each.message.removeprefix("this Worker has ") for each in diagnostics] == found


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        pytest.param('["/api/*", "!/api/x"]', [], id="right"),
        pytest.param("true", [], id="always"),
        pytest.param("[5]", [], id="left-to-wrangler"),
        pytest.param("[]", ["error run_worker_first"], id="none"),
        pytest.param('["!/a"]', ["error run_worker_first"], id="exceptions-only"),
        pytest.param('["/a", "api/*", "!b"]', ['error "api/*"', 'error "!b"'], id="no-slash"),
        pytest.param('["/a", "/b", "/a"]', ['error "/a"'], id="twice"),
        pytest.param('["/a/*", "/a/b", "!/a/c", "!/*"]', ['error "/a/b"', 'error "!/a/c"'], id="within-another"),
        pytest.param('["/' + 100 * "a" + '"]', ['error "/' + 100 * "a" + '"'], id="long"),
        pytest.param(str([f"/{number}" for number in range(101)]), ["error run_worker_first"], id="many"),
    ],
)
def test_worker_first_rule(judge, rules: str, found: list[str]):
    assert said(judge, "worker-first-rule", f"[assets]\nrun_worker_first = {rules}\n") == found


ROOM = 'main = "src/index.ts"\n' + BOUND.replace('"A"\n', '"Room"\n')


@pytest.mark.parametrize(
    ("text", "script", "found"),
    [
        pytest.param(ROOM, "export class Room {}\n", [], id="exported"),
        pytest.param(ROOM, 'export { Room } from "./room";\n', [], id="passed-on"),
        pytest.param(ROOM, 'export * from "some-package";\n', [], id="cannot-be-told"),
        pytest.param(ROOM, "class Room {}\nexport { Room as Rooms };\n", ['error "Room"'], id="under-another-name"),
        pytest.param(ROOM, "export type Room = {};\nexport default {};\n", ['error "Room"'], id="a-type"),
        pytest.param(ROOM + 'script_name = "other"\n', "export default {};\n", [], id="another-worker-has-it"),
        pytest.param(BOUND, "export default {};\n", [], id="no-entry"),
        pytest.param('main = "built/index.js"\n' + BOUND, "", [], id="entry-is-missing"),
        pytest.param('main = "src/index.ts"\n[[workflows]]\nbinding = "W"\nname = "w"\nclass_name = "Flow"\n', "export default {};\n", ['error "Flow"'], id="workflow"),
        pytest.param('main = "src/index.ts"\n' + MADE.format("Old"), "export default {};\n", ['error "Old"'], id="only-created"),
        pytest.param('main = "src/index.ts"\n' + MADE.format("Old") + "[env.a]\n[env.b]\n", "export default {};\n", ['error "Old"'], id="said-once"),
    ],
)  # fmt: skip
def test_unexported_class(judge, text: str, script: str, found: list[str]):
    files = {"src/index.ts": script, "src/room.ts": "export class Room {}\n"} if script else {}
    assert said(judge, "unexported-class", text, files) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('name = "shop"\n[env.Live]\n[env."a.b"]\n', ["warning Live", 'warning "a.b"'], id="letters-and-dots"),
        pytest.param('name = "shop"\n[env.Live]\nname = "shop-live"\n', [], id="a-name-of-its-own"),
        pytest.param(f'name = "{"s" * 60}"\n[env.live]\n', ["warning live"], id="long-with-the-environment"),
        pytest.param(f'name = "{"s" * 64}"\n', [f'warning "{"s" * 64}"'], id="long"),
        pytest.param(f'name = "{"s" * 64}"\nworkers_dev = false\n', [], id="long-but-not-on-workers-dev"),
        pytest.param('name = "Shop"\n[env.Live]\n', [], id="left-to-wrangler"),
        pytest.param('pages_build_output_dir = "x"\nname = "shop"\n[env.Preview]\n', [], id="pages"),
    ],
)  # fmt: skip
def test_unusable_worker_name(judge, text: str, found: list[str]):
    assert said(judge, "unusable-worker-name", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('[triggers]\ncrons = ["* * * * *", "0 0 * * 0", 5]\n', ["error 0"], id="one-of-several"),
        pytest.param('[env.a.triggers]\ncrons = ["0 0 * *"]\n', ["error 0 0 * *"], id="environment"),
        pytest.param('[[workflows]]\nschedules = "0 0 * * 0"\n', ["warning 0"], id="workflow"),
        pytest.param('[[workflows]]\nschedules = ["0 0 * * *", "@daily", 5]\n', ["warning @daily"], id="workflow-with-several"),
        pytest.param('[triggers]\ncrons = [""]\n[[workflows]]\nschedules = ""\n[[workflows]]\nschedules = [""]\n', ['error ""'], id="empty"),
        pytest.param('[triggers]\ncrons = ["0\\t0 * * 0"]\n', ['error "0\\t0 * * 0"'], id="with-an-escape"),
        pytest.param("triggers = 5\nworkflows = [5, { schedules = 5 }]\n", [], id="left-to-wrangler"),
    ],
)  # fmt: skip
def test_invalid_cron(judge, text: str, found: list[str]):
    assert said(judge, "invalid-cron", text) == found


@pytest.mark.parametrize(
    ("text", "name", "messages", "help_"),
    [
        pytest.param('[[env.a.triggers.crons]]\ncron = "0 9 * * *"\n[[env.a.triggers.crons]]\nx = 1\n', "wrangler.toml", ["a table", "a table"], 'write `crons = ["0 9 * * *"]` below `[env.a.triggers]`', id="tables"),
        pytest.param('{"triggers": {"crons": [null, true, 5, ["0 9 * * *"], "0 8 * * *"]}}', "wrangler.json", ["null", "a boolean", "a number", "a list"], 'write `"crons": ["0 8 * * *"]`', id="values"),
        pytest.param("[triggers]\ncrons = [2025-01-01]\n", "wrangler.toml", ["a date"], 'write `crons = ["0 9 * * *"]` below `[triggers]`', id="date"),
    ],
)  # fmt: skip
def test_cron_table(judge, text: str, name: str, messages: list[str], help_: str):
    diagnostics = judge(text, name, only="cron-table").diagnostics
    assert [each.message.split("` is ")[1].split(", a cron")[0] for each in diagnostics] == messages
    assert {each.help for each in diagnostics} == {help_}
