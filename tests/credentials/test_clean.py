"""Configurations in the style of production projects: nothing in them is anybody's secret, and nothing is missing."""

from __future__ import annotations

import pytest

API = """\
name = "shop-api"
main = "src/index.ts"
compatibility_date = "2026-09-01"
compatibility_flags = ["nodejs_compat"]
account_id = "9c3f1b7a2d5e4f60818293a4b5c6d7e8"
workers_dev = false
routes = [{ pattern = "api.shop.example/*", zone_id = "1f2e3d4c5b6a79880716253443526170" }]

[vars]
ENVIRONMENT = "production"
API_BASE_URL = "https://api.shop.example"
JWT_ISSUER = "https://id.shop.example/"
JWT_AUDIENCE = "shop-api"
JWT_EXPIRES_IN = "15m"
TOKEN_TTL_SECONDS = "900"
PASSWORD_MIN_LENGTH = "12"
SENTRY_DSN = "https://b7f0c2d94e5a4c3f8d1e6a7b9c0d2e3f@o445566.ingest.de.sentry.io/4507112233445566"
STRIPE_PUBLISHABLE_KEY = "pk_live_51Mk2QxLq8Zt2qLw9XnBk4WcY7bNpR3fV6mJ1sD0eHuA"
GOOGLE_CLIENT_ID = "716283940516-q8zt2qlw9xnbk4wcy7bnpr3fv6mj1sd0.apps.googleusercontent.com"
GITHUB_CLIENT_ID = "Iv23liQ8zT2qLw9XnBk4"
TURNSTILE_SITE_KEY = "0x4AAAAAAADnPIDROrmt1Wwj"
VAPID_PUBLIC_KEY = "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"
CORS_ORIGINS = "https://shop.example,https://admin.shop.example"
RATE_LIMIT_PER_MINUTE = "120"

[secrets]
required = ["JWT_SECRET", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "VAPID_PRIVATE_KEY"]

[[d1_databases]]
binding = "DB"
database_name = "shop"
database_id = "2f6b8a04-5c1d-4e7f-9a3b-8d0c1e2f3a4b"
preview_database_id = "7a9c0d1e-2f3b-4c5d-8e6f-0a1b2c3d4e5f"

[[kv_namespaces]]
binding = "SESSIONS"
id = "5e8f7a6b9c0d4e1f82736455a6b7c8d9"
preview_id = "0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f6"

[[r2_buckets]]
binding = "UPLOADS"
bucket_name = "shop-uploads"

[[queues.producers]]
binding = "ORDERS"
queue = "orders"

[[queues.consumers]]
queue = "orders"
max_batch_size = 10
dead_letter_queue = "orders-dead"
"""

ENVIRONMENTS = 'name = "portal"\nmain = "src/worker.ts"\ncompatibility_date = "2026-08-15"\n' + "".join(
    f"""
[env.{name}]
routes = ["{name}.portal.example/*"]

[env.{name}.vars]
APP_ENV = "{name}"
AUTH_URL = "https://{name}.portal.example/auth"
AUTH_TRUST_HOST = "true"
ACCESS_TOKEN_TTL = "{index}00"
FIREBASE_API_KEY = "AIzaSyC{index}q8Zt2qLw9XnBk4WcY7bNpR3fV6mJ1s"
FIREBASE_PROJECT_ID = "portal-{name}"

[[env.{name}.kv_namespaces]]
binding = "TOKENS"
id = "{index}e8f7a6b9c0d4e1f82736455a6b7c8d{index}"

[[env.{name}.d1_databases]]
binding = "DB"
database_name = "portal-{name}"
database_id = "{index}f6b8a04-5c1d-4e7f-9a3b-8d0c1e2f3a4{index}"
"""
    for index, name in enumerate(("production", "staging", "preview", "qa", "canary"), 1)
)

JSONC = """\
{
  "$schema": "node_modules/wrangler/config-schema.json",
  "name": "edge-gateway",
  "main": "src/index.ts",
  "compatibility_date": "2026-10-01",
  "observability": { "enabled": true, "head_sampling_rate": 0.2 },
  // The keys are public: they only identify the project.
  "vars": {
    "POSTHOG_KEY": "phc_9XnBk4WcY7bNpR3fV6mJ1sD0eHuAq8Zt2qLw",
    "SUPABASE_URL": "https://qlwxnbkwcybnprfvmj.supabase.co",
    "SUPABASE_ANON_KEY": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJvbGUiOiJhbm9uIn0.k4WcY7bNpR3fV6mJ1sD0eHuAq8Zt2qLw9XnB",
    "CLERK_PUBLISHABLE_KEY": "pk_live_Y2xlcmsuc2hvcC5leGFtcGxlJA",
    "AUTH0_CLIENT_ID": "q8Zt2qLw9XnBk4WcY7bNpR3fV6mJ1sD0",
    "AUTH0_DOMAIN": "shop.eu.auth0.com",
    "KMS_KEY_ALIAS": "alias/gateway",
    "SECRET_ROTATION_DAYS": "90",
    "FEATURES": { "passwordless": true, "tokenRefresh": "auto" }
  },
  "hyperdrive": [
    { "binding": "PG", "id": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "localConnectionString": "postgres://dev:dev@localhost:5432/app" }
  ],
  "secrets_store_secrets": [
    { "binding": "STRIPE", "store_id": "b2c3d4e5f60718293a4b5c6d7e8f90a1", "secret_name": "stripe-secret-key" }
  ],
  "durable_objects": { "bindings": [{ "name": "ROOM", "class_name": "Room" }] },
  "ratelimits": [{ "name": "LOGIN", "namespace_id": "1001", "simple": { "limit": 10, "period": 60 } }]
}
"""

PROVISIONED = """\
name = "notes"
main = "src/index.ts"
compatibility_date = "2026-10-01"
kv_namespaces = [{ binding = "CACHE" }]
d1_databases = [{ binding = "DB", database_name = "notes", migrations_dir = "drizzle" }]
r2_buckets = [{ binding = "FILES", bucket_name = "notes-files" }]

[ai]
binding = "AI"

[triggers]
crons = ["0 3 * * *"]

[assets]
directory = "./dist"
binding = "ASSETS"
"""

COMPOSE = """\
services:
  db:
    image: postgres:17-alpine
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password
      POSTGRES_HOST_AUTH_METHOD: scram-sha-256
    secrets: [postgres_password]
  api:
    image: ghcr.io/shop/api:2.4.1
    environment:
      - DATABASE_URL=postgres://shop:${POSTGRES_PASSWORD}@db:5432/shop
      - REDIS_URL=redis://cache:6379/0
      - JWT_SECRET=${JWT_SECRET:?set it in .env}
      - SMTP_PASSWORD
      - TOKEN_TTL=3600
secrets:
  postgres_password:
    file: ./secrets/postgres_password
"""

WORKFLOW = """\
name: deploy
on: { push: { branches: [main] } }
permissions: { contents: read, id-token: write }
env:
  BUN_VERSION: 1.2.21
  TURBO_TOKEN: ${{ secrets.TURBO_TOKEN }}
jobs:
  test:
    runs-on: ubuntu-24.04
    services:
      postgres:
        image: postgres:17
        env: { POSTGRES_PASSWORD: postgres, POSTGRES_DB: test }
    env:
      DATABASE_URL: postgres://postgres:postgres@localhost:5432/test
      SESSION_SECRET: test
    steps:
      - uses: actions/cache@v4
        with: { path: ~/.bun, key: "bun-${{ hashFiles('bun.lock') }}" }
      - run: bunx wrangler deploy
        env:
          CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
          CLOUDFLARE_ACCOUNT_ID: ${{ vars.CLOUDFLARE_ACCOUNT_ID }}
"""

PUBLIC_ENV = """\
# what the browser may know
VITE_API_URL=https://api.shop.example
VITE_FIREBASE_API_KEY=AIzaSyB9XnBk4WcY7bNpR3fV6mJ1sD0eHuAq8Zt
VITE_SENTRY_DSN=https://b7f0c2d94e5a4c3f8d1e6a7b9c0d2e3f@o445566.ingest.sentry.io/4507
NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=pk_live_51Mk2QxLq8Zt2qLw9XnBk4WcY7bNpR3f
NEXT_PUBLIC_MAPBOX_TOKEN=pk.eyJ1Ijoic2hvcCIsImEiOiJjbHg5OHQifQ.Zt2qLw9XnBk4WcY7bNpR3f
NEXT_PUBLIC_ALGOLIA_SEARCH_KEY=0d1e2f3a4b5c6d7e8f90a1b2c3d4e5f6
GA_MEASUREMENT_ID=G-9XNBK4WCY7
DOTENV_PUBLIC_KEY=03a5b1f0c2d94e5a4c3f8d1e6a7b9c0d2e3fa1b2c3d4e5f60718293a4b5c6d7e8f
DATABASE_PASSWORD="encrypted:BL0Zt2qLw9XnBk4WcY7bNpR3fV6mJ1sD0eHuAq8Zt2qLw9XnBk4WcY7bNpR3fV6mJ1sD0eHuA"
STRIPE_SECRET_KEY=op://production/stripe/secret-key
JWT_PRIVATE_KEY_PATH=/run/secrets/jwt.pem
"""

KUBERNETES = """\
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  template:
    spec:
      serviceAccountName: api
      automountServiceAccountToken: false
      imagePullSecrets: [{ name: registry }]
      containers:
        - name: api
          image: registry.shop.example/api@sha256:5e8f7a6b9c0d4e1f82736455a6b7c8d95e8f7a6b9c0d4e1f82736455a6b7c8d9
          env:
            - name: API_TOKEN
              valueFrom: { secretKeyRef: { name: api, key: token } }
            - name: TOKEN_AUDIENCE
              value: shop-api
          volumeMounts: [{ name: tls, mountPath: /etc/tls }]
      volumes:
        - name: tls
          secret: { secretName: api-tls }
"""

TERRAFORM = """\
variable "cloudflare_api_token" {
  type      = string
  sensitive = true
}

resource "cloudflare_workers_secret" "jwt" {
  account_id  = "9c3f1b7a2d5e4f60818293a4b5c6d7e8"
  name        = "JWT_SECRET"
  secret_text = var.jwt_secret
}

data "aws_secretsmanager_secret" "db" {
  arn = "arn:aws:secretsmanager:eu-central-1:445566778899:secret:shop/db-AbCdEf"
}
"""

SOURCE = """\
import { Hono } from "hono";

const TOKEN_KEY = "shop.session.token";
const API_KEY_HEADER = "x-api-key";
export const firebaseConfig = { apiKey: "AIzaSyB9XnBk4WcY7bNpR3fV6mJ1sD0eHuAq8Zt", projectId: "shop" };
const app = new Hono<{ Bindings: { JWT_SECRET: string; API_TOKEN?: string } }>();
app.post("/login", async (c) => {
  const { password } = await c.req.json<{ password: string }>();
  if (!password) return c.json({ error: "password required", field: "password" }, 400);
  const secret = c.env.JWT_SECRET ?? "";
  const token = `${await sign({ password }, secret)}`;
  return c.json({ token, token_type: "Bearer", expires_in: 900 }, 200, { "x-csrf-token": "none" });
});
"""

CLEAN = {
    "wrangler.toml": API,
    "portal/wrangler.toml": ENVIRONMENTS,
    "gateway/wrangler.jsonc": JSONC,
    "notes/wrangler.toml": PROVISIONED,
    "compose.yaml": COMPOSE,
    ".github/workflows/deploy.yml": WORKFLOW,
    ".env.production": PUBLIC_ENV,
    "k8s/api.yaml": KUBERNETES,
    "infra/main.tf": TERRAFORM,
    "src/index.ts": SOURCE,
}


@pytest.mark.parametrize("path", CLEAN)
def test_a_clean_configuration_raises_no_alarm(repository, path):
    run = repository.write({path: CLEAN[path]}).check("--only", "placeholder-credentials")
    assert [each for each in run.diagnostics if each["severity"] == "error"] == []


def test_detect_secrets_is_not_imported_for_clean_files(repository):
    import subprocess
    import sys

    repository.write(CLEAN)
    program = (
        "import sys; from bunproof.cli import main; main(['check', '--only', 'placeholder-credentials', '--exit-zero']);"
        "print([name for name in ('detect_secrets', 'requests', 'tomlkit', 'tree_sitter') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=repository.root, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
