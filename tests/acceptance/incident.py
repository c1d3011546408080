"""The incident, rebuilt: a dashboard Worker whose faults sat in committed files for weeks.

`FILES` is the repository as it was committed; `EXPECTED_*` are the places that must be errors, `INNOCENT_KEYS` the
values beside them that must stay silent.
"""

from __future__ import annotations

WORKER = "dashboard-worker"

ENVIRONMENTS = (
    "development", "staging", "production", "canary", "preview", "qa", "demo", "load", "internal", "partner",
    "sandbox", "eu", "us", "apac", "cashier", "reports", "archive",
)  # fmt: skip

_TOP = """\
name = "dashboard"
main = "src/worker.ts"
compatibility_date = "2025-08-01"
compatibility_flags = ["nodejs_compat"]
account_id = "80693377f3abb78e00820aa7a415ef51"

[[d1_databases]]
binding = "DB"
database_name = "dashboard"
database_id = "2420fa98-6168-41de-a41a-7a2bb0a405b1"

[[d1_databases]]
binding = "REGISTRY"
database_name = "registry"
database_id = "d2a3b5c8-0d4e-4e7f-9b1a-3c5d7e9f1a2b"

[[kv_namespaces]]
binding = "CACHE"
id = "1d8f0c7e5b9a4c3d8e2f6a1b7c4d9e0f"

[[kv_namespaces]]
binding = "SESSIONS"
id = "7c2e9a4b1f6d8e3c5a0b9d7f4e1c6a8b"

[[r2_buckets]]
binding = "REPORTS"
bucket_name = "dashboard-reports"

[[triggers.crons]]
cron = "*/5 * * * *"
name = "sync"

[[triggers.crons]]
cron = "0 3 * * *"
name = "cleanup"

[vars]
FIRE22_API_URL = "https://api.fire22.com"
FIRE22_TOKEN = "your-fire22-api-token"
FIRE22_WEBHOOK_SECRET = "your-webhook-secret-min-32-chars"
JWT_SECRET = "your-jwt-secret-min-32-chars"
ADMIN_PASSWORD = "change-in-production"
CRON_SECRET = "your-cron-secret-min-32-chars"
BOT_TOKEN = "your-telegram-bot-token"
CASHIER_BOT_TOKEN = "your-cashier-bot-token"
STRIPE_SECRET_KEY = "sk_test_your_stripe_secret_key"
STRIPE_WEBHOOK_SECRET = "whsec_your_webhook_endpoint_secret"
SENDGRID_API_KEY = "SG.your_sendgrid_api_key"
TWILIO_ACCOUNT_SID = "your_twilio_account_sid"
TWILIO_AUTH_TOKEN = "your_twilio_auth_token"
SECURITY_SCANNING_ENABLED = "true"
EMAIL_ENCRYPTION_LEVEL = "AES_256_GCM"
MIN_SECURITY_SCORE = "50"
"""

_ENVIRONMENT = """
# {name}: set up for the {name} team

[env.{name}]
name = "dashboard-{name}"
workers_dev = true

[env.{name}.vars]
ENVIRONMENT = "{name}"
LOG_LEVEL = "info"
FEATURE_FLAGS = "tasks,events"
PUBLIC_URL = "https://{name}.dashboard.example.com"
SECURITY_SCANNING_ENABLED = "true"
MIN_SECURITY_SCORE = "50"
RETRY_LIMIT = "3"
REGION = "auto"
"""

_IMPORT = 'import { SQL } from "bun";'
_TEST_HEAD = 'import { describe, expect, mock, test } from "bun:test";'

_IMPORTERS = {
    f"{WORKER}/src/database/connection.ts": 4,
    f"{WORKER}/src/database/migrations.ts": 4,
    f"{WORKER}/src/api/task-events.ts": 4,
    f"{WORKER}/src/api/tasks-enhanced.ts": 4,
    f"{WORKER}/src/api/design-team-integration.ts": 7,
    f"{WORKER}/src/api/task-actions.ts": 4,
    f"{WORKER}/tests/integration/sse-task-events.test.ts": 11,
    f"{WORKER}/tests/api/task-management.test.ts": 10,
    "tests/sse/task-events-sse.test.ts": 11,
}


def _importer(path: str, line: int) -> str:
    """A module whose import of `SQL` stands on `line`, and which opens a connection with it."""
    head = ["/**", f" * {path.rpartition('/')[2]}", " */"]
    if path.endswith(".test.ts"):
        head += [_TEST_HEAD, 'import { join } from "node:path";']
    head += ["// set up below"] * (line - 1 - len(head))
    body = [
        "",
        'export const database = new SQL("postgres://localhost/dashboard");',
        "export const ready = () => database`select 1`;",
    ]
    if path.endswith(".test.ts"):
        body += ['test("it is ready", () => expect(join("a", "b")).toBe("a/b"));', "describe.skip;", "mock.restore();"]
    return "\n".join([*head[: line - 1], _IMPORT, *body, ""])


_WORKER = """\
import { integration } from "./fire22-integration";
import { renderDashboard } from "./fire22-ui-system";
import { compatible } from "./fire22-api-compatible";

export default {
  async fetch(request: Request): Promise<Response> {
    return compatible(request) ?? integration(request) ?? renderDashboard(request);
  },
};
"""

_AUTH_CONFIG = """\
name = "dashboard-auth"
main = "worker.ts"
compatibility_date = "2025-08-01"

[env.development.vars]
LOG_LEVEL = "debug"

[env.production.vars]
LOG_LEVEL = "warn"

[env.development.vars]
LOG_LEVEL = "trace"
"""

_PACKAGE = """\
{
  "name": "dashboard-worker",
  "private": true,
  "engines": {
    "bun": ">=1.1.0"
  },
  "devDependencies": {
    "wrangler": "^4.100.0"
  }
}
"""

_CI = """\
name: CI
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: oven-sh/setup-bun@v2
        with:
          bun-version: 1.2.21
      - run: bun test
"""

_VALID = """\
import { Database } from "bun:sqlite";
import { afterAll, beforeEach, expect, spyOn, test } from "bun:test";
import type { SQL, Server } from "bun";
import { type SQLOptions, file } from "bun";

let server: Server | undefined;
const database = new Database(":memory:");
beforeEach(() => void database.run("select 1"));
afterAll(() => server?.stop());
test("types cost nothing", () => {
  const options: SQLOptions | undefined = undefined;
  const query: SQL | undefined = undefined;
  expect(file("x")).not.toBe(options ?? query);
  spyOn(console, "log");
});
"""

VALID = "tests/local/valid.test.ts"

FILES: dict[str, str] = {
    ".gitignore": "node_modules/\nfire22-*\n",
    ".github/workflows/ci.yml": _CI,
    "package.json": '{ "name": "monorepo", "private": true, "workspaces": ["dashboard-worker"] }\n',
    VALID: _VALID,
    f"{WORKER}/package.json": _PACKAGE,
    f"{WORKER}/wrangler.toml": _TOP + "".join(_ENVIRONMENT.format(name=name) for name in ENVIRONMENTS),
    f"{WORKER}/src/wrangler-auth.toml": _AUTH_CONFIG,
    f"{WORKER}/src/worker.ts": _WORKER,
    **{path: _importer(path, line) for path, line in _IMPORTERS.items()},
}

IGNORED_FILES: dict[str, str] = {
    f"{WORKER}/src/fire22-integration.ts": "export const integration = (request: Request) => new Response(request.url);\n",
    f"{WORKER}/src/fire22-ui-system.ts": "export const renderDashboard = (request: Request) => new Response(request.url);\n",
    f"{WORKER}/src/fire22-api-compatible.ts": "export const compatible = (request: Request) => new Response(request.url);\n",
}

INNOCENT_KEYS = (
    "FIRE22_API_URL", "SECURITY_SCANNING_ENABLED", "EMAIL_ENCRYPTION_LEVEL", "MIN_SECURITY_SCORE", "account_id",
    "database_id", "id",
)  # fmt: skip

PLACEHOLDER_KEYS = (
    "FIRE22_TOKEN", "JWT_SECRET", "FIRE22_WEBHOOK_SECRET", "CRON_SECRET", "BOT_TOKEN", "CASHIER_BOT_TOKEN",
    "ADMIN_PASSWORD", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "SENDGRID_API_KEY", "TWILIO_ACCOUNT_SID",
    "TWILIO_AUTH_TOKEN",
)  # fmt: skip


def line_of(path: str, start: str) -> int:
    """The 1-based line of the first line of a file that begins with `start`."""
    return next(number for number, line in enumerate(FILES[path].splitlines(), 1) if line.startswith(start))


EXPECTED_IMPORTS = set(_IMPORTERS.items())
EXPECTED_PLACEHOLDERS = {
    (f"{WORKER}/wrangler.toml", line_of(f"{WORKER}/wrangler.toml", key + " =")) for key in PLACEHOLDER_KEYS
}
EXPECTED_CONFIGURATION = {
    (f"{WORKER}/src/wrangler-auth.toml", 11),
    (f"{WORKER}/wrangler.toml", line_of(f"{WORKER}/wrangler.toml", "[[triggers.crons]]")),
}
EXPECTED_IGNORED_IMPORTS = {(f"{WORKER}/src/worker.ts", line) for line in (1, 2, 3)}
