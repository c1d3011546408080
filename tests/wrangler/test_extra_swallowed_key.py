from __future__ import annotations

import pytest

HEAD = 'name = "shop"\nmain = "src/index.ts"\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(HEAD + '[vars]\nA = "1"\ncompatibility_date = "2025-01-01"\n', ["5 swallowed-key: compatibility_date"], id="date-in-vars"),
        pytest.param(HEAD + "[vars]\ncompatibility_date = 2025-01-01\n", ["4 swallowed-key: compatibility_date"], id="bare-date-in-vars"),
        pytest.param(HEAD + '[[services]]\nbinding = "A"\nservice = "a"\ncompatibility_flags = ["nodejs_compat"]\n', ["6 swallowed-key: compatibility_flags"], id="flags-in-services"),
        pytest.param(HEAD + '[observability]\nenabled = true\naccount_id = "0123456789abcdef0123456789abcdef"\n', ["5 swallowed-key: account_id"], id="account-in-observability"),
        pytest.param('[build]\ncommand = "x"\nname = "shop"\nmain = "src/index.ts"\n', ["3 swallowed-key: name", "4 swallowed-key: main"], id="name-and-main"),
        pytest.param('[vars]\nA = "1"\nname = "shop"\n', ["3 swallowed-key: name"], id="name-in-vars-and-nowhere-else"),
        pytest.param(HEAD + '[vars]\nA = "1"\nkv_namespaces = [{ binding = "KV", id = "x" }]\n', ["5 swallowed-key: kv_namespaces"], id="inline-bindings"),
        pytest.param('[[migrations]]\ntag = "v1"\nname = "shop"\n', ["3 swallowed-key: name"], id="name-in-migrations"),
        pytest.param('[alias]\n"a" = "./a.ts"\nlogpush = true\nmain = "./src/main.ts"\n', ["3 swallowed-key: logpush"], id="a-switch-among-aliases"),
        pytest.param('[containers.observability]\nname = "shop"\n', ["2 swallowed-key: name"], id="below-a-table-that-has-the-key"),
        pytest.param(HEAD + "[vars]\nobservability.enabled = true\n", ["4 swallowed-key: observability"], id="dotted"),
        pytest.param(HEAD + '[triggers]\ncrons = ["* * * * *"]\nroutes = ["example.com/*"]\nroute = "example.com/x"\n', ["5 swallowed-key: routes", "6 swallowed-key: route"], id="routes"),
        pytest.param(HEAD + '[env.production.vars]\nA = "1"\nroutes = [{ pattern = "a.example.com", custom_domain = true }]\n', ["5 swallowed-key: routes"], id="in-an-environment"),
        pytest.param(HEAD + '[[env.production.kv_namespaces]]\nbinding = "A"\nid = "b"\nworkers_dev = false\n', ["6 swallowed-key: workers_dev"], id="array-in-an-environment"),
        pytest.param(HEAD + 'compatibility_date = "2025-01-01"\n[dev]\nport = 1\ncompatibility_date = "2024-01-01"\n', ["6 swallowed-key: compatibility_date"], id="a-second-one-in-a-table-that-has-no-such-key"),
        pytest.param(HEAD + '[vars]\nA = "1"\nmigrations = [{ tag = "v1", new_classes = ["A"] }]\ntriggers = { crons = [] }\n', ["5 swallowed-key: migrations", "6 swallowed-key: triggers"], id="lists-and-tables"),
        pytest.param(HEAD + '[vars]\nA = "1"\nlogpush = true\nusage_model = "bundled"\n', ["5 swallowed-key: logpush", "6 swallowed-key: usage_model"], id="switches"),
    ],
)  # fmt: skip
def test_swallowed(judge, text: str, found: list[str]):
    assert judge(text, only="swallowed-key").found == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD + '[vars]\nname = "the shop"\nmain = "street"\nroute = "66"\nlimits = { cpu_ms = 5 }\nrules = "x"\n', id="words-as-variables"),
        pytest.param(HEAD + '[vars]\nname = "shop"\naccount = "x"\n', id="a-variable-called-like-what-is-there"),
        pytest.param('[vars]\nregion = "eu"\nname = "shop"\nlogpush = true\n', id="variables-in-small-letters"),
        pytest.param(HEAD + 'compatibility_date = "2025-01-01"\n[vars]\ncompatibility_date = "2025-01-01"\n', id="told-to-the-code-as-well"),
        pytest.param(HEAD + 'vars = { compatibility_date = "2025-01-01" }\n', id="in-braces"),
        pytest.param(HEAD + '[env.production]\nname = "shop-live"\ncompatibility_date = "2025-01-01"\nroutes = ["a.com/*"]\n', id="an-environment-of-its-own"),
        pytest.param(HEAD + '[previews]\nlogpush = true\n[previews.vars]\nA = "1"\n', id="previews"),
        pytest.param('[[containers]]\nclass_name = "C"\nname = "shop"\n[containers.observability]\nenabled = true\n[[workflows]]\nbinding = "W"\nname = "w"\nclass_name = "W"\n[workflows.limits]\nsteps = 5\n', id="keys-of-their-own"),
        pytest.param('[[durable_objects.bindings]]\nname = "ROOM"\nclass_name = "Room"\n[[send_email]]\nname = "MAIL"\n[[unsafe.bindings]]\nname = "limiter"\ntype = "ratelimit"\n', id="bindings-by-name"),
        pytest.param(HEAD + '[[r2_buckets]]\nbinding = "A"\nbucket_name = "main"\n[alias]\nmain = "./src/main.ts"\n', id="aliases"),
        pytest.param('name = "shop"\n[build.upload]\nformat = "modules"\nmain = "./shop.mjs"\nrules = [{ type = "Data", globs = ["**/*.html"] }]\n', id="the-upload-of-wrangler-2"),
        pytest.param(HEAD + "[tool]\nfoo = 1\n", id="a-table-that-is-not-known"),
        pytest.param("", id="empty"),
    ],
)  # fmt: skip
def test_not_swallowed(judge, text: str):
    assert judge(text, only="swallowed-key").found == []


def test_json_swallows_nothing(judge):
    assert judge('{"vars": {"compatibility_date": "2025-01-01"}}', "wrangler.json").found == []


def test_what_is_said(judge):
    (said,) = judge(HEAD + '[env.live.vars]\nA = "1"\n\nworkers_dev = false\n', only="swallowed-key").diagnostics
    assert said.message == "`workers_dev` is meant for `[env.live]` but stands in `[env.live.vars]`"
    assert said.label == "read as `env.live.vars.workers_dev`: a table runs to the next header"
    assert said.help == "move it above `[env.live.vars]`, below `[env.live]`"
    assert (said.environment, said.related[0].location.start.line) == ("live", 3)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param(
            '# the shop\nname = "shop"  # public\n\n# settings\n[vars]\nA = "1"\n\n# pinned\ncompatibility_date = "2025-01-01" # winter\n\n[dev]\nport = 1\n',
            '# the shop\nname = "shop"  # public\n# pinned\ncompatibility_date = "2025-01-01" # winter\n\n# settings\n[vars]\nA = "1"\n\n\n[dev]\nport = 1\n',
            id="with-its-comments",
        ),
        pytest.param("[vars]\nworkers_dev = false", "workers_dev = false\n\n[vars]\n", id="first-key-of-the-file"),
        pytest.param(
            'name = "a"\n[env.live.vars]\nA = "1"\nroutes = [\n  "a.com/*", # all\n]\n',
            'name = "a"\n[env.live]\nroutes = [\n  "a.com/*", # all\n]\n\n[env.live.vars]\nA = "1"\n',
            id="environment-without-a-header",
        ),
        pytest.param(
            '[env.live]\nname = "b"\n[env.live.vars]\nworkers_dev = true\n',
            '[env.live]\nname = "b"\nworkers_dev = true\n[env.live.vars]\n',
            id="environment-with-a-header",
        ),
        pytest.param(
            '[env."a b".vars]\nworkers_dev = true\n',
            '[env."a b"]\nworkers_dev = true\n\n[env."a b".vars]\n',
            id="quoted-environment",
        ),
        pytest.param(
            "[vars]\nA = \"\"\"\n# no comment\"\"\"\nB = '''\n#\n# none''' # c\n# one\n# two\nworkers_dev = false\n",
            "# one\n# two\nworkers_dev = false\n\n[vars]\nA = \"\"\"\n# no comment\"\"\"\nB = '''\n#\n# none''' # c\n",
            id="strings-that-look-like-comments",
        ),
        pytest.param(
            '[env.live.vars]\nname = "shop"\nworkers_dev = true\nkeep_vars = true\n',
            'name = "shop"\nkeep_vars = true\n\n[env.live.vars]\nworkers_dev = true\n',
            id="what-the-top-level-lacks-goes-there",
        ),
        pytest.param(
            '[vars]\nA = """\n# no comment"""\nworkers_dev = false\n',
            'workers_dev = false\n\n[vars]\nA = """\n# no comment"""\n',
            id="a-string-right-above",
        ),
        pytest.param(
            'name = "a"\r\n[vars]\r\nworkers_dev = true\r\n',
            'name = "a"\r\nworkers_dev = true\r\n[vars]\r\n',
            id="crlf",
        ),
    ],
)
def test_moved_up(judge, text: str, fixed: str):
    assert judge(text, only="swallowed-key").fixed == fixed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[vars]\nA = "1"\nobservability.enabled = true\n', id="dotted"),
        pytest.param('[env.live.vars]\nworkers_dev = true\n[env.live]\nname = "b"\n', id="environment-below"),
    ],
)
def test_left_to_a_person(judge, text: str):
    (said,) = judge(text, only="swallowed-key").diagnostics
    assert said.fix is None
