"""Configurations as they are deployed, of which nothing is to be said."""

from __future__ import annotations

SCRIPT = "export default { fetch: () => new Response('ok') };\n"
ROOMS = "export class Room {}\nexport class Lobby {}\nexport class Checkout {}\n" + SCRIPT

API = """#:schema node_modules/wrangler/config-schema.json
name = "orders-api"
main = "src/index.ts"
compatibility_date = "2025-06-01"
compatibility_flags = ["nodejs_compat"]
account_id = "b8f1d3c07a2e4e5f9a6d1c2b3e4f5a60"
workers_dev = false
routes = [
  { pattern = "api.orders.example.com", custom_domain = true },
  { pattern = "example.com/orders/*", zone_name = "example.com" },
]

[observability]
enabled = true
head_sampling_rate = 0.5

[triggers]
crons = ["*/15 * * * *", "0 3 * * SUN", "30 2 L * *"] # nightly, weekly, monthly

[vars]
API_URL = "https://api.orders.example.com"
LOG_LEVEL = "info"
FEATURES = { checkout = true, limits = { cpu_ms = 5 } }

[[kv_namespaces]]
binding = "CACHE"
id = "0f2ac74b498b48028cb68387c421e279"
preview_id = "6c1a2b3d4e5f60718293a4b5c6d7e8f9"

[[d1_databases]]
binding = "DB"
database_name = "orders"
database_id = "8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c"
migrations_dir = "migrations"
"""

STAGES = """{
  "$schema": "node_modules/wrangler/config-schema.json",
  "name": "shop",
  "main": "src/index.ts", // the only entry
  "compatibility_date": "2025-09-15",
  "vars": { "STAGE": "dev", "API": "http://localhost:8787" },
  "kv_namespaces": [{ "binding": "SESSIONS", "id": "local-sessions" }],
  /* each stage has its own of everything */
  "env": {
    "staging": {
      "routes": [{ "pattern": "staging.shop.example.com", "custom_domain": true }],
      "vars": { "STAGE": "staging", "API": "https://staging.shop.example.com" },
      "kv_namespaces": [{ "binding": "SESSIONS", "id": "0f2ac74b498b48028cb68387c421e279" }],
    },
    "production": {
      "routes": [{ "pattern": "shop.example.com", "custom_domain": true }],
      "vars": { "STAGE": "production", "API": "https://shop.example.com" },
      "kv_namespaces": [{ "binding": "SESSIONS", "id": "1e2ac74b498b48028cb68387c421e270" }],
    },
  },
}
"""

CHAT = """name = "chat"
main = "src/index.ts"
compatibility_date = "2025-03-10"

[[durable_objects.bindings]]
name = "ROOM"
class_name = "Room"

[[durable_objects.bindings]]
name = "USERS"
class_name = "Users"
script_name = "accounts"

[[workflows]]
name = "checkout"
binding = "CHECKOUT"
class_name = "Checkout"

[[migrations]]
tag = "v1"
new_classes = ["OldRoom"]

[[migrations]]
tag = "v2"
renamed_classes = [{ from = "OldRoom", to = "Room" }]
new_sqlite_classes = ["Lobby"]

[[migrations]]
tag = "v3"
deleted_classes = ["Lobby"]

[env.staging]
durable_objects.bindings = [
  { name = "ROOM", class_name = "Room" },
  { name = "USERS", class_name = "Users", script_name = "accounts-staging" },
]

[[env.staging.workflows]]
name = "checkout-staging"
binding = "CHECKOUT"
class_name = "Checkout"
"""

SITE = """name = "docs"
compatibility_date = "2025-04-01"

[assets]
directory = "./dist"
not_found_handling = "404-page"
"""

FULL_STACK = """{
  "name": "web",
  "main": "./dist/server/index.js",
  "compatibility_date": "2026-02-03",
  "compatibility_flags": ["nodejs_compat", "global_fetch_strictly_public"],
  "assets": {
    "directory": "./dist/client",
    "binding": "ASSETS",
    "run_worker_first": ["/api/*", "!/api/docs/*"]
  },
  "placement": { "mode": "smart" },
  "images": { "binding": "IMAGES" },
  "version_metadata": { "binding": "VERSION" }
}
"""

VITE = """{
  "name": "app",
  "main": "@tanstack/react-start/server-entry",
  "compatibility_date": "2025-09-02",
  "compatibility_flags": ["nodejs_compat"]
}
"""

QUEUES = """name = "mailer"
main = "src/index.ts"
compatibility_date = "2024-11-12"
logpush = true
minify = true

[limits]
cpu_ms = 30_000

[[queues.producers]]
binding = "MAIL"
queue = "mail"

[[queues.consumers]]
queue = "mail"
max_batch_size = 10
max_retries = 3
dead_letter_queue = "mail-dead"

[[send_email]]
name = "OUT"
allowed_destination_addresses = ["team@example.com"]

[[ratelimits]]
name = "LIMITER"
namespace_id = "1001"
simple = { limit = 100, period = 60 }

[[analytics_engine_datasets]]
binding = "EVENTS"
dataset = "mail_events"

[[services]]
binding = "AUTH"
service = "auth"
entrypoint = "Internal"

[[tail_consumers]]
service = "tail"

[secrets]
required = ["SMTP_PASSWORD"]
"""

PAGES = """name = "landing"
pages_build_output_dir = "./build"
compatibility_date = "2024-10-01"

[vars]
THEME = "dark"

[env.preview.vars]
THEME = "light"
"""

AI = """{
  "name": "assistant",
  "main": "src/index.ts",
  "compatibility_date": "2025-08-20",
  "ai": { "binding": "AI" },
  "vectorize": [{ "binding": "INDEX", "index_name": "docs" }],
  "browser": { "binding": "BROWSER" },
  "hyperdrive": [{ "binding": "PG", "id": "a1b2c3d4e5f60718293a4b5c6d7e8f90" }],
  "r2_buckets": [{ "binding": "FILES", "bucket_name": "assistant-files" }],
  "dispatch_namespaces": [{ "binding": "TENANTS", "namespace": "tenants" }],
  "mtls_certificates": [{ "binding": "BANK", "certificate_id": "8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c" }],
  "observability": { "logs": { "enabled": true }, "traces": { "enabled": true, "head_sampling_rate": 0.1 } }
}
"""

OLD = """# deployed since 2022
name = "redirects"
type = "javascript"
main = "src/index.js"
compatibility_date = "2022-05-18"
usage_model = "bundled"
account_id = "b8f1d3c07a2e4e5f9a6d1c2b3e4f5a60"
route = { pattern = "go.example.com/*", zone_id = "0f2ac74b498b48028cb68387c421e279" }

[build]
command = "npm run build"
watch_dir = "src"

[build.upload]
format = "modules"

[dev]
port = 8788
"""

LIBRARY = """name = "hyper"
main = "src/index.ts"
compatibility_date = "2025-01-29"
upload_source_maps = true
preview_urls = true

[alias]
"node-fetch" = "./src/fetch.ts"

[define]
VERSION = '"1.2.3"'

[[rules]]
type = "Text"
globs = ["**/*.sql", "**/*.txt"]
fallthrough = true
"""

WINDOWS = '\ufeffname = "bom"\r\nmain = "src/index.ts"\r\ncompatibility_date = "2025-01-29"\r\n\r\n[vars]\r\nGREETING = "grüß dich 👋"\r\n'

CONTAINER = """name = "sandbox"
main = "src/index.ts"
compatibility_date = "2025-10-08"

[[containers]]
name = "sandbox"
class_name = "Room"
image = "./Dockerfile"
max_instances = 5
instance_type = "standard-1"

[containers.observability]
logs = { enabled = true }

[[durable_objects.bindings]]
name = "SANDBOX"
class_name = "Room"

[[migrations]]
tag = "v1"
new_sqlite_classes = ["Room"]

[dev]
enable_containers = false
"""

# name -> the files of one repository
CLEAN: dict[str, dict[str, str]] = {
    "api": {"wrangler.toml": API, "src/index.ts": SCRIPT},
    "stages": {"wrangler.jsonc": STAGES, "src/index.ts": SCRIPT},
    "chat": {"wrangler.toml": CHAT, "src/index.ts": ROOMS},
    "site": {"wrangler.toml": SITE, "package.json": '{"scripts": {"build": "astro build"}}'},
    "full-stack": {"wrangler.json": FULL_STACK, "package.json": '{"scripts": {"build": "x"}}'},
    "vite": {"wrangler.jsonc": VITE, "vite.config.ts": ""},
    "queues": {"wrangler.toml": QUEUES, "src/index.ts": SCRIPT},
    "pages": {"wrangler.toml": PAGES},
    "assistant": {"wrangler.jsonc": AI, "src/index.ts": SCRIPT},
    "library": {"wrangler.toml": LIBRARY, "src/index.ts": SCRIPT},
    "windows": {"wrangler.toml": WINDOWS, "src/index.ts": SCRIPT},
    "container": {"wrangler.toml": CONTAINER, "src/index.ts": ROOMS, "Dockerfile": "FROM scratch\n"},
    "several-packages": {"apps/api/wrangler.toml": API, "apps/api/src/index.ts": SCRIPT, "apps/mail/wrangler.toml": QUEUES, "apps/mail/src/index.ts": SCRIPT},
}  # fmt: skip
