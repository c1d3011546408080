from __future__ import annotations

import sys

import pytest

from bunproof.credentials import detectors, file_kind, keys, values
from bunproof.credentials.filter import is_expected
from bunproof.credentials.plugin import PlaceholderCredentialDetector, PlainTextCredentialDetector

ONLY = ("--only", "placeholder-credentials")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("wrangler.toml", "live"), ("examples/a/wrangler.toml", "template"), ("wrangler.example.jsonc", "template"), (".env", "live"),
        (".env.production", "live"), (".env.local", "local"), (".env.development", "local"), (".env.test", "workflow"), (".env.e2e", "workflow"), ("wrangler.test.jsonc", "test"), ("wrangler.e2e.toml", "test"),
        ("chat-template/wrangler.jsonc", "template"), ("auth-starter/src/index.ts", "template"), ("deploy/dev/vault.toml", "workflow"),
        ("dev/k8s/mysql.yaml", "workflow"), ("dev/wrangler.toml", "live"), ("dev/seed.ts", "source"), ("scripts/auth-smoke.mjs", "test"), (".envrc", "live"),
        (".dev.vars", "local"), (".dev.vars.production", "local"), (".env.example", "template"), ("apps/web/.env.sample", "template"),
        ("compose.yaml", "live"), ("docker-compose.dev.yml", "workflow"), ("docs/docker-compose.yml", "live"),
        (".github/workflows/test.yml", "workflow"), (".gitlab-ci.yml", "workflow"), ("k8s/api.yaml", "live"), ("Dockerfile", "live"),
        ("deploy.sh", "live"), ("src/index.ts", "source"), ("src/email-template.ts", "source"), ("config.example.ts", "template"),
        ("docs/snippet.ts", "documentation"), ("README.md", "documentation"), ("src/a.test.ts", "test"), ("tests/a.ts", "test"),
        ("src/AuthTest.java", "test"), ("auth_test.go", "test"), ("conftest.py", "test"), ("vitest.config.ts", "test"),
        ("locales/de.json", "ignored"), ("node_modules/a/index.js", "ignored"), ("package.json", "ignored"), ("app.min.js", "ignored"),
    ],
)  # fmt: skip
def test_kind_of_file(path, kind):
    assert file_kind.kind_of(path, {}) == kind


def test_the_settings_choose_first(repository):
    repository.write({"bunproof.toml": '[files]\ntemplate = ["seed/*.env"]\nlive = ["tests/live/*"]\n'})
    repository.write({"seed/a.env": "API_KEY=your-key\n", "tests/live/b.env": "API_KEY=your-key\n"})
    assert repository.check(*ONLY).found == ["tests/live/b.env:1 placeholder-credential"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("FIRE22_TOKEN", "credential"), ("jwtSecret", "credential"), ("x-api-key", "credential"), ("PGPASSWORD", "credential"),
        ("APISECRET", "credential"), ("STRIPE_SECRET_KEY_TEST", "credential"), ("HALO_CLIENT_SECRET_HUNTRESS", "credential"),
        ("GEMINI_API_KEY2", "credential"), ("SECRET_KEY_BASE", "credential"), ("SENHA_ADMIN", "credential"), ("claveSecreta", "credential"),
        ("DATABASE_URL", "connection string"), ("MONGODB_URI", "connection string"), ("SLACK_WEBHOOK_URL", "connection string"),
        ("GOOGLE_CLIENT_ID", "identifier"), ("TWILIO_ACCOUNT_SID", "identifier"), ("VAPID_PUBLIC_KEY", "public key"),
        ("STRIPE_PUBLISHABLE_KEY", "public key"), ("SUPABASE_ANON_KEY", "public key"), ("API_KEY_RATE_LIMIT", "other"),
        ("JWT_EXPIRES_IN", "other"), ("POSTGRES_HOST_AUTH_METHOD", "other"), ("total_input_tokens", "other"), ("secret_name", "other"),
        ("NODE_TLS_REJECT_UNAUTHORIZED", "other"), ("BETTER_AUTH_URL", "other"), ("AUTH_TRUST_HOST", "other"), ("ADMIN_EMAIL", "other"),
        ("ACCOUNT_NAME", "other"), ("MONKEY", "other"), ("API_KEYS", "credential"), ("ADMIN_TOKENS", "credential"), ("MAX_TOKENS", "other"),
        ("QUERY_KEYS", "other"), ("apiKeys", "other"), ("DB_PW", "credential"), ("CF_BEACON_TOKEN", "public key"), ("INDEXNOW_KEY", "public key"),
        ("NEXT_PUBLIC_JWT_SECRET", "credential"), ("PUBLIC_KEY", "public key"), ("NEXT_PUBLIC_ANON_KEY", "public key"), ("PRIMARY_KEY", "other"), ("VITE_GITHUB_TOKEN_TYPE", "other"),
    ],
)  # fmt: skip
def test_kind_of_key(name, kind):
    assert keys.classify(name).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("your-key", "placeholder"), ("${KEY:-changeme}", "placeholder"), ("${KEY:-}", "reference"), ("${KEY}", "reference"),
        ("op://a/b/c", "reference"), ("admin123", "weak default"), ("super-secret-key", "weak default"), ("dev-token", "development value"),
        ("https://api.shop.io", "innocent"), ("3600", "innocent"), ("HS256", "innocent"), ("null", "empty"), ("", "empty"), ("gen_random_token()", "reference"), ("Generating…", "innocent"), ("$token,", "reference"),
        ("sb_publishable_q8Zt-UR_9XnBk4WcY7bN", "innocent"), ("ur-secret-key", "placeholder"),
        ("q8Zt2qLw9XnBk4WcY7bN", "literal"), ("sk_test_q8Zt2qLw9XnBk4WcY7bN", "literal"), ("Bearer your-token", "placeholder"),
    ],
)  # fmt: skip
def test_kind_of_value(text, kind):
    assert values.classify(text).kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AKIA" + "Q3ZT2QLW9XNBK4WC", "AWS Access Key"),
        ("ghp_" + "q8Zt2qLw9XnBk4WcY7bNpR3fV6mJ1sD0eHuA", "GitHub Token"),
        ("sk_live_" + "q8Zt2qLw9XnBk4WcY7bNpR3f", "Stripe Access Key"),
        ("hello", ""),
    ],
)
def test_detect_secrets_names_what_it_knows(text, name):
    assert detectors.detect(text) == name
    assert "requests" not in sys.modules or hasattr(sys.modules["requests"], "get")


def test_an_issued_secret_is_found_under_any_key(repository):
    repository.write({"wrangler.toml": f'[vars]\nPAYMENTS = "sk_live_{"q8Zt2qLw9XnBk4WcY7bNpR3f"}"\n'})
    run = repository.check(*ONLY)
    assert run.found == ["wrangler.toml:2 plain-text-secret"]
    assert "q8Zt2qLw9XnBk4WcY7bNpR3f" not in run.out


def test_the_index_is_judged_and_not_the_working_tree(repository):
    repository.write({"src/a.ts": "const API_KEY = 'YOUR_API_KEY';\n"}).git("add", "-A")
    repository.write({"src/a.ts": "const API_KEY = process.env.API_KEY;\n"})
    assert repository.check("--staged", *ONLY).found == ["src/a.ts:1 placeholder-credential"]
    assert repository.check(*ONLY).found == []


def test_tracked_files_for_secrets_are_one_warning_each(repository):
    repository.write(
        {".gitignore": ".dev.vars\n", ".dev.vars": "A=1\n", ".env": "A=1\nB=2\n", ".env.example": "A=\n"}
    ).commit()
    run = repository.check(*ONLY)
    assert [(each["path"], each["rule"], each["severity"]) for each in run.diagnostics] == [
        (".env", "tracked-secrets-file", "warning")
    ]
    assert "add the line `.env` to .gitignore" in run.diagnostics[0]["help"]
    assert run.code == 0


@pytest.mark.parametrize(
    ("version", "order"),
    [
        ("4.45.0", "delete the line: this wrangler makes the resource on deploy"),
        ("4.44.0", "write the id that `wrangler d1 create NAME` prints"),
        (None, "write the id that `wrangler d1 create NAME` prints, or with wrangler 4.45 and later delete the line"),
    ],
)
def test_the_fix_of_an_id_is_the_one_for_this_wrangler(repository, version, order):
    repository.write({"wrangler.toml": '[[d1_databases]]\nbinding = "DB"\ndatabase_id = "<D1_ID>"\n'})
    run = repository.check(*ONLY, *(("--wrangler-version", version) if version else ()))
    assert [each["help"] for each in run.diagnostics] == [order]


def test_the_help_names_the_environment(repository):
    repository.write({"wrangler.toml": '[env.prod.vars]\nAPI_KEY = "your-key"\n'})
    (found,) = repository.check(*ONLY).diagnostics
    assert "`wrangler secret put API_KEY --env prod`" in found["help"]
    assert found["environment"] == "prod"


def test_the_plugin_takes_lines_of_any_file():
    assert list(PlaceholderCredentialDetector().analyze_string("API_KEY=your-key")) == ["your-key"]
    found = PlainTextCredentialDetector().analyze_line("./.env", "API_KEY=q8Zt2qLw9XnBk4WcY7bN", 3)
    assert [(each.filename, each.line_number) for each in found] == [("./.env", 3)]


@pytest.mark.parametrize(
    ("path", "secret", "expected"),
    [
        (".env.example", "your-key", True), (".env", "your-key", False), (".env", "${KEY}", True), ("tests/a.ts", "secret", True),
        (".env.example", "q8Zt2qLw9XnBk4WcY7bN", False),
    ],
)  # fmt: skip
def test_the_filter_drops_what_may_stand(path, secret, expected):
    assert is_expected(path, secret) is expected
