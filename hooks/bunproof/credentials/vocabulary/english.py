"""English words in values. A value is judged by what its words are, so each set stands for a way of writing a stand-in."""

from __future__ import annotations

# Whoever wrote this speaks to the reader: any one of them makes a value a stand-in.
ADDRESSED = frozenset({"your", "yours", "youre"})
ORDERS = frozenset({
    "change", "changeit", "changeme", "changethis", "edit", "editme", "enter", "fill", "fillin", "fixme", "insert", "override", "paste",
    "provide", "put", "replace", "replaceme", "replacethis", "setme", "specify", "supply", "swap", "tbd", "todo", "update", "updateme",
    "goes",
})  # fmt: skip
STAND_INS = frozenset({ "fakesecret", "notarealkey", "tbc", "unset",
    "dummy", "example", "examples", "fake", "fakekey", "notreal", "placeholder", "placeholders", "redacted", "sample", "stub", "yourkey",
})  # fmt: skip
THROWAWAY = frozenset({"dummy", "fake", "fakekey", "notreal", "stub"})
# Orders that are also plain nouns or verbs of product names: they need one more generic word beside them.
BEFORE_ORDERS = frozenset({"", "please", "must", "to", "should", "and", "never", "dont", "pls"})
AFTER_ORDERS = frozenset(
    {
        "",
        "me",
        "this",
        "it",
        "in",
        "with",
        "by",
        "before",
        "to",
        "the",
        "on",
        "for",
        "from",
        "real",
        "actual",
        "own",
        "now",
        "via",
    }
)
WEAK_ORDERS = frozenset(
    {
        "add",
        "change",
        "replace",
        "insert",
        "override",
        "provide",
        "paste",
        "supply",
        "specify",
        "swap",
        "configure",
        "create",
        "edit",
        "enter",
        "fill",
        "generate",
        "get",
        "put",
        "set",
        "update",
        "use",
        "here",
    }
)

# The beginning of an instruction, if a credential's noun follows.
SOFT_ORDERS = frozenset(
    {"add", "ask", "choose", "create", "define", "fetch", "generate", "get", "make", "obtain", "pick", "set", "use"}
)
# Two words in a row that no credential has.
ASKING_PAIRS = frozenset({
    ("do", "not"), ("fill", "me"), ("fix", "me"), ("from", "env"), ("in", "production"), ("not", "a"), ("not", "real"), ("not", "set"),
    ("set", "by"), ("set", "in"), ("set", "me"), ("set", "via"), ("to", "be"), ("goes", "here"), ("on", "deploy"), ("at", "deploy"),
    ("before", "deploy"), ("before", "production"), ("ur", "api"), ("ur", "key"), ("ur", "password"), ("ur", "secret"), ("ur", "token"), ("for", "production"), ("managed", "by"), ("provided", "by"), ("injected", "by"),
})  # fmt: skip

# What a credential is called, and what fills the gaps between such words.
GENERIC = frozenset({
    "access", "account", "admin", "an", "and", "anon", "any", "api", "app", "application", "at", "auth", "authentication", "authorization",
    "aws", "base64", "bearer", "bot", "byte", "bytes", "cert", "certificate", "char", "character", "characters", "chars", "client", "code", "connection", "cookie", "credential",
    "credentials", "cron", "data", "database", "db", "default", "digit", "digits", "encoded", "encryption", "file", "for", "from", "generic", "hash", "hex", "hmac",
    "id", "in", "info", "internal", "is", "it", "json", "jwt", "key", "keys", "length", "long", "login", "master", "me", "min", "minimum", "mine", "my", "mysql", "name", "new",
    "oauth", "of", "only", "pass", "passphrase", "passwd", "password", "please", "postgres", "private", "pwd", "random", "redis", "refresh", "root", "safe",
    "salt", "secret", "secrets", "secure", "server", "service", "session", "sid", "signing", "some", "something", "storage", "string", "strong",
    "super", "system", "text", "that", "the", "this", "to", "token", "top", "unsafe", "url", "user", "username", "uri", "value", "very", "webhook", "with", "word",
    "insecure", "least", "or", "more",
})  # fmt: skip
NOUNS = frozenset({
    "key", "keys", "pass", "passphrase", "passwd", "password", "pwd", "secret", "secrets", "token", "credential", "credentials", "apikey",
})  # fmt: skip

# Passwords everybody tries first, and what images and tutorials ship with.
WEAK = frozenset({ "random", "generated", "insecure", "empty", "keyboard cat", "shhhhh", "shh", "topsecret", "secret123", "testpass", "testpassword", "rootpass", "adminpass", "dbpass", "dbpassword", "userpass", "mypwd", "passpass", "pass123", "changeit", "qazwsx", "sesame", "opensesame", "god", "trustno", "monkey", "dragon", "iloveyou", "correct horse battery staple",
    "abc", "abcd", "adm", "admin", "administrator", "adminadmin", "asdf", "asdfgh", "azerty", "baz", "bar", "default", "devpass", "devpassword",
    "foo", "foobar", "guest", "hello", "helloworld", "hunter", "keyboard", "letmein", "login", "master", "minio", "minioadmin", "mypass", "mypassword",
    "mysecret", "mysecretkey", "mysecretpassword", "mykey", "mytoken", "nosecret", "pass", "passw", "password", "passwort", "pgpass", "postgres", "postgresql", "pwd",
    "qwer", "qwerty", "qwertyuiop", "root", "rootpassword", "rootroot", "sa", "secret", "secretkey", "secretpassword", "supersecret", "superuser", "sysadmin", "temp",
    "temporary", "toor", "user", "userpassword", "verysecret", "welcome", "whatever", "zxcvbn", "sekrit", "s3cr3t", "rabbitmq", "guestguest", "cat", "username",
    "senha", "contrasena", "clave", "motdepasse", "mima", "parol",
})  # fmt: skip

# A value that says it is for development or tests only.
LOCAL = frozenset({
    "ci", "demo", "dev", "develop", "developer", "development", "e2e", "local", "localdev", "localhost", "local1", "mock", "mocked", "offline", "sandbox",
    "test", "tester", "testing", "tests", "unittest", "playground",
})  # fmt: skip
