"""Random configurations of the plain kind, most of them right, many of them wrong in one place: for what is let go unread.

python tests/wrangler/plain_configurations.py COUNT [SEED]     look for one that is let go and has a finding
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))

from memory import MemoryTree

from bunproof.check import all_of
from bunproof.credentials import hook as credentials
from bunproof.diagnostics import Diagnostic
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.syntax import toml_plain
from bunproof.wrangler import acquittal, judge, plain_parts
from bunproof.wrangler.tables.keys import RELEASES

_AN_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
VERSIONS = (*RELEASES, "4.20.0", "99.0.0", "^4.0.0", "")
_HEX = (
    "0f2ac74b498b48028cb68387c421e279",
    "6c1a2b3d4e5f60718293a4b5c6d7e8f9",
    "0" * 32,
    "0123456789abcdef" * 2,
    "abc",
    "your-id",
    "<ID>",
    "",
)
_UUIDS = (
    "8b2f4c1e-5a3d-4b0f-9c7e-1d2e3f4a5b6c",
    "00000000-0000-0000-0000-000000000000",
    "12345678-1234-1234-1234-123456789012",
    "x",
    "0f2ac74b498b48028cb68387c421e279",
)
_WORDS = ("orders", "user-files", "shop-prod", "a-b-c", "cache2", "my-bucket", "your-bucket", "example", "sample-data", "change-me", "replace-this", "todo", "test", "dev-db", "my_db", "api-key", "key-store", "sk-live", "re_port", "xxx", "xxx-files", "abc-123", "secret-token", "insert-here", "UPPER", "with space", "a" * 20, "min-32-chars", "generated-secret", "tu-bucket", "meine-datenbank", "hier-einsetzen", "не-задано", "", "-a", "a-", "a", "ab")  # fmt: skip
_NAMES = (
    "DB",
    "CACHE",
    "FILES",
    "API",
    "QUEUE",
    "AI",
    "A1",
    "ASSETS",
    "constructor",
    "lower",
    "",
    "1A",
    "toString",
    "NODE_ENV",
)
_KEYS = ("LOG_LEVEL", "API_URL", "DB", "CACHE", "FIRE22_API_URL", "SECURITY_SCANNING_ENABLED", "EMAIL_ENCRYPTION_LEVEL", "MIN_SECURITY_SCORE", "STRIPE_PLAN", "PROVIDER", "MONKEY", "JWT_EXPIRES_IN", "TOKEN_TTL", "API_KEY_RATE_LIMIT", "JWT_SECRET", "API_TOKEN", "ADMIN_PASSWORD", "DATABASE_URL", "WEBHOOK_URL", "CLIENT_ID", "AWS_ACCESS_KEY_ID", "APIKEY", "SALT", "PAT", "PATH", "SIDEBAR", "name", "main", "apiUrl", "compatibility_date", "MAIN", "PUBLIC_KEY", "PASSTHROUGH", "BOTTOKEN", "GEHEIMNIS", "SENHA", "SENTRY_DSN", "URI", "ID", "KEY", "NEXT_PUBLIC_API_KEY", "PASS", "MAX_TOKENS", "X_PASS_9", "API_KEYS", "ADMIN_PW", "DB_PW", "SALTS", "projectId", "connectionString", "myJwt", "dbUrl", "databaseUrl", "authPat", "MyPw", "clientId", "stripeKey", "logLevel", "ACCOUNT_SID", "MONGO_URI", "project_id", "tenantID", "API_key")  # fmt: skip
_VALUES = ('"info"', '"true"', '"false"', "true", "3", "0.5", '"50"', '"1234"', '""', '"https://api.example.com"', '"https://api.fire22.com/v1"', '"https://your-api.com"', '"https://hooks.slack.com/services/T0/B0/XXXX"', '"postgres://user:pass@db.internal/x"', '"https://a.b/?token=abcdefgh"', '"AES_256_GCM"', '"your-token"', '"changeme"', '"sk_live_4eC39HqLyjWDarjtT1zdp7dc"', '"ghp_0123456789abcdefghij0123456789abcdef"', '"AKIAIOSFODNN7EXAMPLE"', '"a sentence of many words, as people write it"', "'literal'", '"xoxb-1-2-abc"', '"-----BEGIN PRIVATE KEY-----"', '"${OTHER}"', '"{{ token }}"', '"<TOKEN>"', '"orders@example.com"', '"MTA5.x"', '"123456789:AAabcdefghijklmnopqrstuvwxyz0123456"', '"DefaultEndpointsProtocol=https;AccountKey=abc=="', '"x".', "2024-01-01", "[1, 2]", '["a"]', "{ a = 1 }", '"7d"', '"production"', '"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijk"', '"d41d8cd98f00b204e9800998ecf8427e"', '"your-project-id"', '"your-db-url"', '"sho00000000000000000000000p"', '"xxx"', '"<PROJECT>"', '"REPLACE_ME"', '"TODO"', '"00000000-0000-0000-0000-000000000000"', '"mongodb://localhost/x"')  # fmt: skip
_DATES = (
    "2025-06-01",
    "2024-09-23",
    "2024-09-22",
    "2021-11-02",
    "2021-11-01",
    "2024-02-30",
    "2024-02-29",
    "2099-01-01",
    "2024-1-1",
    "latest",
    "2024-13-01",
)
_CRONS = (
    "* * * * *",
    "*/5 * * * *",
    "0 3 * * *",
    "0 3 1 * *",
    "0 0 31 2 *",
    "61 * * * *",
    "0 9 * * 1-5",
    "0 9 * * 0",
    "*/0 * * * *",
    "0 24 * * *",
    "* * * *",
    "0 0 1 1 *",
    "*/90 * * * *",
    "0 0 0 * *",
    "@daily",
    "",
)
_PATTERNS = ("example.com/*", "api.example.com", "*.example.com", "https://a.b/c", "", "a.b/c")


def configuration(chance: random.Random) -> str:
    """One configuration, as TOML."""
    lines = _top(chance)
    lines += _sections(chance, "")
    for name in chance.sample(
        ("staging", "production", "dev", "a-b", "Bad_Name", "x" * 40), chance.choice((0, 0, 1, 2, 3))
    ):
        lines += [
            f"[env.{name}]",
            *_settings(chance),
            *_sections(chance, f"env.{name}.", lines if chance.random() < 0.8 else []),
        ]
    if chance.random() < 0.1:
        at = chance.randrange(len(lines))
        lines[at : at + chance.randrange(2)] = [
            chance.choice(
                (
                    "[vars]",
                    "foo = 1",
                    "workers_dev = 3",
                    "[site]",
                    "# x",
                    "[[routes]]",
                    lines[chance.randrange(len(lines))],
                )
            )
        ]
    return "\n".join(lines) + "\n"


def _top(chance: random.Random) -> list[str]:
    lines = []
    if chance.random() < 0.95:
        lines.append(f'name = "{_mostly(chance, "shop", (*_WORDS,))}"')
    if chance.random() < 0.5:
        lines.append(f'main = "{_mostly(chance, "src/index.ts", ("worker.py", "/abs.ts", "index", "a.js", ""))}"')
    if chance.random() < 0.95:
        lines.append(f'compatibility_date = "{_mostly(chance, "2025-06-01", _DATES)}"')
    if chance.random() < 0.3:
        lines.append(
            _mostly(chance, "keep_vars = true", ("send_metrics = false", "send_metrics = 1", "keep_vars = 'x'"))
        )
    return lines + _settings(chance)


def _settings(chance: random.Random) -> list[str]:
    found = {
        "compatibility_flags": _mostly(chance, '["nodejs_compat"]', ("[]", '["nodejs_als"]', '["nope"]', '["nodejs_compat", "nodejs_compat"]', "true")),
        "workers_dev": _mostly(chance, "true", ("false", "1")),
        "account_id": f'"{_mostly(chance, _HEX[0], _HEX)}"',
        "minify": "true",
        "logpush": "false",
        "upload_source_maps": _mostly(chance, "true", ('"yes"',)),
        "routes": _mostly(chance, "[]", (f'["{chance.choice(_PATTERNS)}"]', f'[{{ pattern = "{chance.choice(_PATTERNS)}", custom_domain = true }}]', f'[{{ pattern = "{chance.choice(_PATTERNS)}", zone_name = "example.com" }}]', '[{ pattern = "a.b/*" }]', '[{ pattern = "a.b/*", zone_id = "x", zone_name = "y" }]')),
        "limits": _mostly(chance, "{ cpu_ms = 50 }", ("{}", "{ cpu_ms = 'x' }", "{ cpu_ms = 0 }")),
        "placement": _mostly(chance, '{ mode = "smart" }', ('{ mode = "fast" }', "{}", '{ mode = "off" }')),
        "build": _mostly(chance, '{ command = "bun run build" }', ("{}", "{ command = 1 }", '{ cmd = "x" }', '{ cwd = "app", watch_dir = "src" }')),
        "preview_urls": _mostly(chance, "false", ('"x"',)),
        "observability": _mostly(chance, "{ enabled = true, logs = { enabled = true, invocation_logs = true } }", ("{ logs = {} }", "{ enabled = true, logs = { enabled = 1 } }", "{ enabled = true, logs = { x = 1 } }")),
        "dev": _mostly(chance, '{ port = 8787, local_protocol = "http" }', ('{ port = "x" }', '{ local_protocol = "ftp" }', '{ upstream_protocol = "http" }', '{ ip = "localhost", inspector_port = 1 }')),
        "route": f'"{chance.choice(_PATTERNS)}"',
    }  # fmt: skip
    return [f"{key} = {value}" for key, value in found.items() if chance.random() < (0.15 if key != "route" else 0.03)]


def _sections(chance: random.Random, prefix: str, above: list[str] | None = None) -> list[str]:
    copied = [
        line.replace("[[", f"[[{prefix}").replace("[[[", "[[") for line in above or () if not line.startswith("[env")
    ]
    if copied and chance.random() < 0.7:  # what the top level has, as it should be
        start = next((at for at, line in enumerate(copied) if line.startswith("[")), len(copied))
        repeated = [
            line if line.startswith("[[") else line.replace("[", f"[{prefix}", 1) if line.startswith("[") else line
            for line in copied[start:]
        ]
        return [line for line in repeated if "env." not in line or prefix in line]
    lines = []
    if chance.random() < 0.6:
        lines += [
            f"[{prefix}vars]",
            *(
                f"{_mostly(chance, key, _KEYS)} = {_mostly(chance, chance.choice(_VALUES[:11]), _VALUES)}"
                for key in chance.sample(_KEYS[:10] if chance.random() < 0.5 else _KEYS, chance.randrange(5))
            ),
        ]
    word = lambda: _mostly(chance, chance.choice(_WORDS[:5]), _WORDS)  # noqa: E731
    name = lambda usual: _mostly(chance, usual, _NAMES)  # noqa: E731
    for header, body in (
        ("[[%skv_namespaces]]", [f'binding = "{name("CACHE")}"', f'id = "{_mostly(chance, _HEX[0], _HEX)}"', f'preview_id = "{_mostly(chance, _HEX[1], _HEX)}"']),
        ("[[%sd1_databases]]", [f'binding = "{name("DB")}"', f'database_name = "{word()}"', f'database_id = "{_mostly(chance, _UUIDS[0], _UUIDS)}"', f'migrations_dir = "{word()}"']),
        ("[[%sr2_buckets]]", [f'binding = "{name("FILES")}"', f'bucket_name = "{word()}"', f'preview_bucket_name = "{word()}"']),
        ("[[%sservices]]", [f'binding = "{name("AUTH")}"', f'service = "{word()}"', f'entrypoint = "{word()}"']),
        ("[[%shyperdrive]]", [f'binding = "{name("SQL")}"', f'id = "{_mostly(chance, _HEX[1], _HEX)}"', 'localConnectionString = "postgres://u:p@localhost/x"' if chance.random() < 0.2 else "# none"]),
        ("[[%svectorize]]", [f'binding = "{name("INDEX")}"', f'index_name = "{word()}"']),
        ("[[%sanalytics_engine_datasets]]", [f'binding = "{name("STATS")}"', f'dataset = "{word()}"']),
        ("[[%squeues.producers]]", [f'binding = "{name("JOBS")}"', f'queue = "{word()}"']),
        ("[[%squeues.consumers]]", [f'queue = "{word()}"', f"max_batch_size = {_mostly(chance, '10', ('0', '-1', '1.5', chr(39) + 'x' + chr(39)))}", f'dead_letter_queue = "{word()}"', "max_retries = 3"]),
        ("[%sai]", [f'binding = "{name("AI")}"']),
        ("[%sbrowser]", [f'binding = "{name("BROWSER")}"']),
        ("[%sversion_metadata]", [f'binding = "{name("VERSION")}"']),
        ("[%striggers]", [f'crons = ["{_mostly(chance, chance.choice(_CRONS[:4]), _CRONS)}"]']),
        ("[%sobservability]", [f"enabled = {_mostly(chance, 'true', ('1', 'false'))}", f"head_sampling_rate = {_mostly(chance, '1', ('0.5', '2', '-1', 'true'))}"]),
    ):  # fmt: skip
        if chance.random() < 0.12:
            lines += [header % prefix, *(line for line in body if chance.random() < 0.93)]
            if header.startswith("[[") and chance.random() < 0.3:  # another, most often by another name
                other = chance.choice(('binding = "OTHER_', 'binding = "OTHER_', 'binding = "'))
                lines += [header % prefix, *(line.replace('binding = "', other) for line in body)]
    return lines


def _mostly(chance: random.Random, usual: str, others: tuple[str, ...]) -> str:
    return usual if chance.random() < 0.93 else chance.choice(others)


def let_go(text: str, version: str = "", path: str = "wrangler.toml") -> tuple[bool, bool]:
    """Whether a configuration is let go by the validator's gate, and by that of credentials."""
    settings = Settings()
    settings.wrangler_version = version
    project = Project(MemoryTree({path: text.encode()}), settings)
    from bunproof.credentials import acquittal as credentials_acquittal

    plain = acquittal.plain(project, path, text.encode())
    innocent = plain is not None and credentials_acquittal.is_innocent(plain.parts)
    return acquittal.is_innocent(project, path, text.encode()), innocent


def read_plainly(data: bytes) -> dict[str, object] | None:
    """What the plain reader reads in a file; None where it leaves that to the real one."""
    text = toml_plain.text_of(data)
    return None if text is None else toml_plain.read_text(text)


def put_together(parts: plain_parts.Parts) -> object:
    """What a configuration that has been taken apart says, with all ids alike."""
    whole: dict[str, object] = {}
    for name, worker in parts.workers.items():
        said = {key: value for part in worker.values() for key, value in part.table.items()}
        if name:
            whole.setdefault("env", {})[name] = said
        else:
            whole.update(said)
    return with_ids_alike(whole)


def with_ids_alike(value: object) -> object:
    """The same data with one id in place of all."""
    if isinstance(value, dict):
        return {key: with_ids_alike(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_ids_alike(each) for each in value]
    if isinstance(value, str):  # also within other quotes
        return _AN_ID.sub("an id", value)
    return value


def validated(text: str, version: str, path: str = "wrangler.toml") -> list[Diagnostic]:
    """What the validator and the rules beside it say, by a release of wrangler."""
    settings = Settings()
    settings.wrangler_version = version
    return list(all_of(judge.judge(Project(MemoryTree({path: text.encode()}), settings), path, text.encode())))


def inspected(text: str, path: str = "wrangler.toml") -> list[Diagnostic]:
    """What the rules on credentials say when nothing is let go."""
    from bunproof.credentials import inspect

    check = credentials.Check(Project(MemoryTree({path: text.encode()}), Settings()))
    return list(all_of(inspect.inspect(path, inspect.cases(check.project, path, text.encode(), "live"), check._known)))


def wrong(text: str, versions: tuple[str, ...] = VERSIONS) -> list[str]:
    """The findings of a configuration that was let go; empty as it should be."""
    _, harmless = let_go(text)
    found = [
        f"{version}: {each.message}"
        for version in versions
        if let_go(text, version)[0]
        for each in validated(text, version)
    ]
    return found + [each.message for each in inspected(text) if harmless]


def main() -> int:
    """Look for a configuration that is let go and should not be."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    gone = [0, 0]
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - cases, no keys
        text = configuration(chance)
        for at, each in enumerate(let_go(text)):
            gone[at] += each
        found = wrong(text, VERSIONS if number % 20 == 0 else (chance.choice(VERSIONS),))
        if found:
            print(text, *found, sep="\n")
            return 1
    print(f"{count} configurations: {gone[0]} let go by the validator's gate, {gone[1]} by that of credentials")
    return 0


if __name__ == "__main__":
    sys.exit(main())
