"""Values that are no credential whatever their key: numbers, flags, durations, paths, addresses, names of algorithms."""

from __future__ import annotations

from bunproof.expression import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a flag", expression(r"(?i:true|false|yes|no|on|off|enabled|disabled|required|optional|always|never|auto|inherit|include|omit|same-origin|not[-_ ]?(?:needed|required|used)|unused|no[-_]?(?:key|token|password)|none[-_ ]required)")),
    ("a number", expression(r"[+-]?[0-9][0-9_,]*(?:\.[0-9]+)?(?:[eE][0-9]+)?%?")),
    ("a duration or a size", expression(r"[0-9]+(?:\.[0-9]+)?\s?(?:ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|weeks?|months?|y|years?|[kKMG]i?B?)")),
    ("a date", expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].*)?")),
    ("an address", expression(r"(?:https?|wss?|ftp|file|tcp|udp|grpcs?|s3|gs|chrome-extension|data|mailto|urn|npm|github|sqlite|prisma|libsql)://?[^\s@?]*(?:\?[^\s@]*)?|file:\S*|:memory:")),
    ("an e-mail address", expression(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("a path", expression(r"(?:~|\.{1,2})?/(?:[\w.@+ -]+/)*[\w.@+ -]*|[A-Za-z]:\\.*|[\w.@-]+(?:/[\w.@-]+)*\.(?:json|pem|key|crt|cer|pub|txt|ya?ml|toml|env|p8|p12|pfx|jks|keystore|js|ts|py|sh|html|php|asc|gpg|db|sqlite)|\.[\w.-]+")),
    ("a host", expression(r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|local|internal|co|ai|cloud|me|svc)(?::[0-9]+)?|localhost(?::[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]+)?")),
    ("the name of a method", expression(
        r"(?i:[HRPE]S(?:256|384|512)|EdDSA|RSA(?:-[A-Z0-9-]+)?|ECDSA|Ed25519|AES[-_]?(?:128|192|256)[-_]?(?:GCM|CBC|CTR)?|SHA-?(?:1|256|384|512)"
        r"|HMAC(?:-?SHA-?(?:1|256|512))?|bcrypt|argon2(?:id|i|d)?|scrypt|pbkdf2|md5|scram-sha-256|trust|Bearer|Basic|Digest|JWT|OAuth2?|api[-_ ]?key"
        r"|personal-access-token|authorization[-_]code|client[-_](?:credentials|secret[-_](?:post|basic|jwt))|refresh[-_]token|private[-_]key[-_]jwt|(?:x-)?(?:api-key|auth-token|csrf-token)|authorization)")),
)  # fmt: skip
_PUBLIC: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a web key of Google, public by design", expression(r"AIza[\w-]{20,}")),
    ("a publishable key", expression(r"pk_(?:live|test)_\w{6,}|pk\.[\w.-]{20,}|sb_publishable_[\w-]+|phc_\w{10,}|public-token-\S+")),
    ("an address on a block chain", expression(r"0x[0-9a-fA-F]{40}")),
    ("a measurement id", expression(r"(?:G|UA|GTM|AW|DC)-[A-Z0-9-]{4,}")),
    ("a Sentry DSN, public by design", expression(r"https://[0-9a-f]{16,}(?::[0-9a-f]+)?@[\w.-]+/[0-9]+")),
    ("an OAuth client id", expression(r"[\w-]+\.apps\.googleusercontent\.com")),
    ("a public key", expression(r"(?s)ssh-(?:rsa|ed25519) .*|-----BEGIN (?:RSA )?PUBLIC KEY-----.*|-----BEGIN CERTIFICATE-----.*")),
    ("a password's hash", expression(r"\$\$?(?:2[abxy]|argon2\w*|6|5|scrypt|pbkdf2\S*)\$.*|pbkdf2_sha\w+\$.*|\{S?SHA\w*\}.*")),
    ("an encrypted value", expression(r"(?s)encrypted:.*")),
    ("a message of progress", expression(r"[A-Z][a-z]+ing(?: [a-z]+){0,3} ?(?:\.{3}|…)")),
    ("an image or a version", expression(r"v?[0-9]+(?:\.[0-9]+)+(?:[-+][\w.]+)?")),
    ("an action or a package", expression(r"@?[\w.-]+/[\w.-]+@[\w.-]+")),
)  # fmt: skip


def reason(text: str) -> str:
    """Why a value is innocent; empty if it may be a credential."""
    for name, shape in _SHAPES:
        if shape.fullmatch(text):
            return name
    for name, shape in _PUBLIC:
        if shape.fullmatch(text):
            return name
    return ""
