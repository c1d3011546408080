from __future__ import annotations

import pytest

FIX = ("--only", "placeholder-credentials", "--fix", "--unsafe-fixes")

CASES = [
    pytest.param(
        "wrangler.toml",
        '# the shop\nname = "shop"  # kept\n\n[vars]\nMODE = "live"\nAPI_KEY = "your-api-key"   # from the portal\nJWT_SECRET = "changeme"\n\n[observability]\nenabled = true\n',
        '# the shop\nname = "shop"  # kept\n\n[vars]\nMODE = "live"\n\n[observability]\nenabled = true\n\n[secrets]\nrequired = ["API_KEY", "JWT_SECRET"]\n',
        id="toml-new-table",
    ),
    pytest.param(
        "wrangler.toml",
        'name = "shop"\n\n[vars]\nAPI_KEY = "your-api-key"\n\n[secrets]\nrequired = [\n  "OTHER",\n]\n',
        'name = "shop"\n\n[vars]\n\n[secrets]\nrequired = [\n  "OTHER",\n  "API_KEY",\n]\n',
        id="toml-list-over-lines",
    ),
    pytest.param(
        "wrangler.toml",
        'name = "shop"\n\n[env.production]\nworkers_dev = false\n\n[env.production.vars]\nAPI_KEY = "your-api-key"\nMODE = "live"\n',
        'name = "shop"\n\n[env.production]\nworkers_dev = false\n\n[env.production.vars]\nMODE = "live"\n\n[env.production.secrets]\nrequired = ["API_KEY"]\n',
        id="toml-environment",
    ),
    pytest.param(
        "wrangler.toml",
        'name = "shop"\r\n\r\n[vars]\r\nMODE = "live"\r\nAPI_KEY = "your-api-key"\r\n\r\n[secrets]\r\nrequired = ["A"]\r\n',
        'name = "shop"\r\n\r\n[vars]\r\nMODE = "live"\r\n\r\n[secrets]\r\nrequired = ["A", "API_KEY"]\r\n',
        id="toml-crlf",
    ),
    pytest.param(
        "wrangler.jsonc",
        '{\n  // the shop\n  "name": "shop",\n  "vars": {\n    "MODE": "live",\n    "API_KEY": "your-api-key", // from the portal\n    "JWT_SECRET": "changeme"\n  }\n}\n',
        '{\n  // the shop\n  "name": "shop",\n  "secrets": { "required": ["API_KEY", "JWT_SECRET"] },\n  "vars": {\n    "MODE": "live"\n  }\n}\n',
        id="jsonc-last-members",
    ),
    pytest.param(
        "wrangler.jsonc",
        '{\n  "vars": { "API_KEY": "your-api-key", "MODE": "live" },\n  "secrets": { "required": ["A"] }\n}\n',
        '{\n  "vars": { "MODE": "live" },\n  "secrets": { "required": ["A", "API_KEY"] }\n}\n',
        id="jsonc-one-line",
    ),
    pytest.param(
        "wrangler.json",
        '{\n  "env": {\n    "prod": {\n      "vars": {\n        "API_KEY": "your-api-key"\n      },\n      "secrets": {}\n    }\n  }\n}\n',
        '{\n  "env": {\n    "prod": {\n      "vars": {\n      },\n      "secrets": { "required": ["API_KEY"] }\n    }\n  }\n}\n',
        id="json-environment-empty-secrets",
    ),
    pytest.param(
        "wrangler.jsonc",
        '{"vars": {"A_TOKEN": "<token>", "B": "x", "C_TOKEN": "<token>"}, "secrets": {"required": []}}\n',
        '{"vars": {"B": "x"}, "secrets": {"required": ["A_TOKEN", "C_TOKEN"]}}\n',
        id="jsonc-around-another",
    ),
]


@pytest.mark.parametrize(("path", "before", "after"), CASES)
def test_stand_ins_move_to_the_required_secrets(repository, path, before, after):
    repository.write({path: before})
    repository.check(*FIX)
    assert (repository.root / path).read_bytes().decode() == after
    assert repository.check("--only", "placeholder-credentials").found == []


@pytest.mark.parametrize(("path", "before", "after"), CASES)
def test_nothing_moves_unless_asked(repository, path, before, after):
    del after
    repository.write({path: before})
    repository.check("--only", "placeholder-credentials", "--fix")
    assert (repository.root / path).read_bytes().decode() == before


def test_a_silenced_stand_in_stays(repository):
    text = '[vars]\nA_TOKEN = "your-token"  # pragma: allowlist secret\nB_TOKEN = "your-token"\n'
    repository.write({"wrangler.toml": text})
    repository.check(*FIX)
    assert (repository.root / "wrangler.toml").read_text() == (
        '[vars]\nA_TOKEN = "your-token"  # pragma: allowlist secret\n\n[secrets]\nrequired = ["B_TOKEN"]\n'
    )


def test_a_stand_in_inside_a_table_has_no_fix(repository):
    run = repository.write({"wrangler.toml": '[vars.api]\ntoken = "your-token"\n'}).check(
        "--only", "placeholder-credentials"
    )
    assert [each["fix"] for each in run.diagnostics] == [None]


def test_the_fix_says_what_it_does(repository):
    run = repository.write({"wrangler.toml": '[vars]\nA_TOKEN = "your-token"\n'}).check(
        "--only", "placeholder-credentials"
    )
    fix = run.diagnostics[0]["fix"]
    assert (fix["title"], fix["safe"]) == ("move 1 name from `vars` to `secrets.required`", False)
