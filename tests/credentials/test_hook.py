from __future__ import annotations

import pytest

INCIDENT = """\
name = "dashboard"
account_id = "1400513d7ef041db4593cc8bd2d9a67d"

[vars]
FIRE22_TOKEN = "your-fire22-api-token"
JWT_SECRET = "your-jwt-secret-min-32-chars"
FIRE22_WEBHOOK_SECRET = "your-webhook-secret-min-32-chars"
CRON_SECRET = "your-cron-secret-min-32-chars"
BOT_TOKEN = "your-telegram-bot-token"
CASHIER_BOT_TOKEN = "your-cashier-bot-token"
ADMIN_PASSWORD = "change-in-production"
STRIPE_SECRET_KEY = "sk_test_your_stripe_secret_key"
STRIPE_WEBHOOK_SECRET = "whsec_your_webhook_endpoint_secret"
SENDGRID_API_KEY = "SG.your_sendgrid_api_key"
TWILIO_ACCOUNT_SID = "your_twilio_account_sid"
TWILIO_AUTH_TOKEN = "your_twilio_auth_token"
FIRE22_API_URL = "https://api.fire22.com"
SECURITY_SCANNING_ENABLED = "true"
EMAIL_ENCRYPTION_LEVEL = "AES_256_GCM"
MIN_SECURITY_SCORE = "50"

[[d1_databases]]
binding = "DB"
database_name = "dashboard"
database_id = "53589eb7-0fc7-4e4b-afa6-25004b0bcb39"

[[kv_namespaces]]
binding = "SESSIONS"
id = "bae240b2fd742c8a2355a08680f1ef44"
"""


def test_incident_lines_are_errors_and_its_neighbours_are_not(repository):
    run = repository.write({"wrangler.toml": INCIDENT}).check("--only", "placeholder-credentials")
    assert run.found == [f"wrangler.toml:{line} placeholder-credential" for line in range(5, 17)]


@pytest.mark.parametrize("path", [".env", ".env.production", ".dev.vars", "wrangler.toml", "infra/compose.yml"])
def test_live_files_are_judged(repository, path):
    text = {"wrangler.toml": '[vars]\nAPI_KEY = "your-key"\n', "infra/compose.yml": "API_KEY: your-key\n"}.get(
        path, "API_KEY=your-key\n"
    )
    run = repository.write({path: text}).check("--only", "placeholder-credentials")
    assert [each["rule"] for each in run.diagnostics if each["severity"] == "error"] == ["placeholder-credential"]


@pytest.mark.parametrize("path", [".env.example", ".dev.vars.sample", "tests/.env", "examples/app/.env"])
def test_templates_and_tests_are_quiet(repository, path):
    run = repository.write({path: "API_KEY=your-key\n"}).check("--only", "placeholder-credentials")
    assert run.found == []
