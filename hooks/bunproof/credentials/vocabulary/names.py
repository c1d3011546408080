"""The words that names are made of. Every entry stands for a class of names, none for one name."""

from __future__ import annotations

# What a credential is called, in the languages people name their variables in.
NOUNS = frozenset({
    "authorization",
    "credential", "credentials", "jwt", "mnemonic", "pass", "passcode", "passphrase", "passwd", "password", "passwords", "pat", "pepper",
    "pw", "pwd", "salt", "secret", "token",
    "clave", "contrasena", "contraseña", "geheimnis", "kennwort", "motdepasse", "passwort", "segredo", "senha", "wachtwoord",
    "haslo", "hasło", "heslo", "losenord", "lösenord", "parol", "parola", "sifre", "şifre", "пароль", "секрет", "токен", "密码", "密钥",
})  # fmt: skip

# Languages that put what is named first: `SENHA_ADMIN`, `claveSecreta`.
HEAD_FIRST = frozenset({"chave", "clave", "contrasena", "contraseña", "segredo", "senha"})

# `<word>_KEY` that is a credential wherever it stands.
SECRET_KEYS = frozenset({
    "access", "account", "admin", "api", "application", "auth", "authorization", "bot", "checksum", "consumer", "cookie", "cron", "crypt",
    "crypto", "decryption", "deploy", "developer", "encryption", "hash", "hmac", "integration", "internal", "jwt", "license", "master",
    "merchant", "payment", "private", "role", "root", "salt", "sdk", "secret", "server", "service", "shared", "sign", "signature", "signing",
    "subscription", "webhook", "write",
})  # fmt: skip

# `<word>_KEY` that is a place in a data structure, never a credential.
DATA_KEYS = frozenset({
    "any", "answer", "arrow", "attribute", "cache", "child", "column", "compound", "composite", "config", "context", "current",
    "data", "dedupe", "default", "dict", "each", "enter", "entry", "env", "error", "escape", "feature", "field", "file", "filter",
    "flag", "foreign", "form", "group", "header", "history", "hot", "i18n", "idempotency", "index", "item", "join", "label", "lang", "last",
    "locale", "localization", "lock", "lookup", "map", "menu", "message", "meta", "metadata", "metric", "next", "node", "object", "option",
    "order", "param", "parameter", "parent", "partition", "persist", "pref", "preference", "primary", "project", "prop", "property", "query", "queue",
    "range", "react", "redux", "registry", "route", "routing", "row", "search", "section", "setting", "settings", "shortcut", "shift", "sort",
    "sorting", "state", "storage", "store", "swr", "tab", "table", "tag", "theme", "token", "translation", "unique", "value",
})  # fmt: skip

# `API_KEYS=a,b`: in upper case, and behind one of those words, a list of credentials.
PLURALS = frozenset({"keys", "secrets", "tokens"})

# Trailing words that say which one, or in which encoding, and not what.
DECORATION = frozenset({
    "b64", "base", "base64", "bak", "backup", "blue", "contents", "dev", "development", "encoded", "green", "hash", "hex", "json", "live",
    "local", "new", "next", "old", "pem", "preview", "previous", "prod", "production", "raw", "sandbox", "secondary", "staging", "stg",
    "test", "value", "v",
})  # fmt: skip

# Words after the noun that make it something about a credential.
SUBJECTS = frozenset({
    "action", "actions", "address", "age", "algorithm", "alias", "alg", "arn", "attempt", "attempts", "attribute", "audience", "authority",
    "auth", "base", "binding", "body", "bytes", "callback", "cache", "changed", "charset", "check", "class", "claim", "column", "command",
    "complexity", "confirmation", "content", "cookie", "copied", "cost", "count", "create", "created", "data", "date", "days", "deleted",
    "description", "details", "digits", "dir", "directory", "disabled", "domain", "duration", "email", "enabled", "encoding", "endpoint",
    "enforce", "entropy", "env", "error", "errors", "event", "exists", "exp", "expiration", "expire", "expired", "expires", "expiry", "factory",
    "field", "file", "filename", "fingerprint", "folder", "format", "function", "generated", "group", "handler", "header", "headers", "help",
    "hidden", "hint", "history", "host", "hours", "html", "icon", "input", "invalid", "issuer", "key", "kid", "kind", "label", "length",
    "level", "lifetime", "limit", "link", "list", "location", "manager", "max", "message", "method", "middleware", "min", "minutes", "missing",
    "mode", "model", "mount", "msg", "name", "names", "namespace", "option", "options", "origin", "page", "param", "parameter", "path",
    "pattern", "payload", "period", "placeholder", "policy", "port", "prefix", "price", "prompt", "property", "protected", "provider", "purpose",
    "query", "rate", "realm", "receipt", "record", "ref", "reference", "refresh", "regex", "regexp", "region", "required", "requirements", "reset",
    "response", "result", "role", "rotation", "rounds", "route", "rule", "rules", "schema", "scheme", "scope", "scopes", "seconds", "selector",
    "separator", "service", "set", "setting", "settings", "size", "source", "spec", "state", "status", "store", "strategy", "strength", "subject",
    "suffix", "symbol", "table", "tag", "text", "timeout", "title", "tooltip", "ttl", "type", "types", "ui", "update", "updated", "uri", "url",
    "usage", "used", "user", "username", "validation", "validator", "validity", "vault", "version", "visible", "volume", "window",
    "id", "ids",
})  # fmt: skip

# Words before the noun that make it a number or a flag.
FLAGS = frozenset({
    "allow", "allowed", "bypass", "count", "disable", "disabled", "enable", "enabled", "enforce", "has", "hide", "ignore", "is", "limit", "max",
    "maximum", "min", "minimum", "num", "number", "per", "reject", "require", "required", "requires", "should", "show", "skip", "total", "use",
})  # fmt: skip

# In program text: words before the noun that make it an action, a message or a field of a form.
VERBS = frozenset({
    "can", "change", "choose", "compare", "current", "empty", "enter", "incorrect", "please", "short", "weak", "new", "old", "repeat", "retype", "your", "confirm", "copy", "create", "delete", "did", "error", "expired", "forgot", "generate", "get", "hint", "input", "invalid",
    "label", "missing", "msg", "need", "needs", "no", "on", "output", "regenerate", "remove", "reset", "revoke", "rotate", "set", "sync",
    "toggle", "update", "used", "validate", "verify", "with", "without", "wrong",
})  # fmt: skip

PUBLIC = frozenset({
    "anon", "anonymous", "beacon", "indexnow", "publishable", "public", "pub", "site", "pubkey", "posthog", "sentry", "csrf", "xsrf",
})  # fmt: skip
# What frameworks hand to the browser.
PUBLIC_PREFIXES = frozenset({
    ("next", "public"), ("nuxt", "public"), ("expo", "public"), ("gatsby",), ("plasmo", "public"), ("public",), ("react", "app"), ("vite",),
    ("vue", "app"), ("wxt",),
})  # fmt: skip

IDENTIFIERS = frozenset({"id", "sid", "guid", "uuid"})
# `<word>_ID` in program text that an account at a service gives out.
IDENTIFIED = frozenset({
    "access", "account", "app", "application", "client", "database", "key", "merchant", "namespace", "organization", "project", "store",
    "tenant", "zone",
})  # fmt: skip

CONNECTION_TAILS = frozenset({"url", "uri", "dsn", "string", "str"})
DATABASES = frozenset({
    "amqp", "broker", "celery", "clickhouse", "cockroach", "couchdb", "database", "datasource", "db", "direct", "elasticsearch", "hyperdrive",
    "jdbc", "kafka", "libsql", "mail", "mariadb", "memcached", "mongo", "mongodb", "mssql", "mysql", "nats", "neo4j", "neon", "opensearch",
    "pg", "planetscale", "pooler", "postgres", "postgresql", "prisma", "rabbitmq", "redis", "shadow", "smtp", "sql", "sqlalchemy", "sqlserver",
    "tidb", "turso", "valkey",
})  # fmt: skip

# What a person types to be let in.
PASSWORDS = frozenset({
    "pass", "passcode", "passphrase", "passwd", "password", "passwords", "pw", "pwd", "senha", "contrasena", "contraseña", "passwort", "kennwort", "motdepasse",
    "haslo", "hasło", "heslo", "wachtwoord", "parol", "parola", "sifre", "şifre", "пароль", "密码", "clave",
})  # fmt: skip
# What must be kept whatever it is made of.
SECRETS = PASSWORDS | {"secret", "salt", "pepper", "jwt", "segredo", "секрет", "geheimnis", "密钥"}
# No name with one of these is of something public.
KEPT = SECRETS | {"private", "crypt", "encryption"}
