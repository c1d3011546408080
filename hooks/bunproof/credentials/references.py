"""Values that point at a secret and hold none: variables, vault addresses, encrypted text, names of variables."""

from __future__ import annotations

from bunproof.expression import expression

_DEFAULTED = expression(  # `${ssm:/path}` and its like name a store
    r"\$\{[A-Za-z_][\w.]*:?[-=]([^}]*)\}|\$\{(?!(?:aws|cf|env|file|local|opt|param|s3|secret|self|sm|ssm|vault):)[A-Za-z_][\w.\-]*:([^}:?+\-=][^}]*)\}"
)
_VARIABLE = expression(
    r"""(?xs)\$\{[^{}]*\}(?:[^\s]*\$\{[^{}]*\})*|\$\{\{.*\}\}|\$\$?\(.*|`.*`|\$\$?[A-Za-z_][\w:.]*,?|\$[0-9@*\#?]|\{\{.*\}\}|%[A-Za-z_]\w*%|\#\{.*\}|@[A-Z_]+@
    |\$\{?env:[\w.]+\}?|\{env[.:][\w.]+\}|env\(.*\)|!Ref\b.*|!Sub\b.*|!secret\b.*|!reference\b.*|<%.*%>"""
)
_SCHEMES = (
    "op://", "vault:", "vault://", "ref+", "secret://", "secrets://", "arn:", "ssm:", "awssm://", "aws-sm://", "gcpsm://", "gcp-sm://", "sm://",
    "akv://", "keyvault://", "keychain:", "bws://", "doppler://", "infisical://", "@Microsoft.KeyVault(", "{{resolve:", "{cipher}", "ENC(",
    "ENC[", "encrypted:", "env:", "env.", "process.env", "import.meta.env", "os.environ", "os.getenv", "System.getenv", "secretsmanager:",
    "projects/", "age1", "-----BEGIN AGE", "-----BEGIN PGP MESSAGE", "vault/", "file://", "secretKeyRef", "valueFrom", "secrets.", "vars.",
)  # fmt: skip
_CALL = expression(r"[a-z_][\w.]*\([^()]*\)")
_NESTED = expression(r"(?s)\$\{[A-Za-z_]\w*:?[-=](?P<default>.*\$\{[^{}]*\}[^{}]*)\}")
_HOLDER = expression(r"[A-Za-z+]+://[^\s/]*\$\{?\w+\}?")


def default(text: str) -> str | None:
    """What `${NAME:-default}` falls back to; None for anything else."""
    found = _DEFAULTED.fullmatch(text)
    if found is None and "${" in text[2:] and (nested := _NESTED.fullmatch(text)):
        return nested["default"]
    return None if found is None else found[1] if found[1] is not None else found[2]


def is_reference(text: str) -> bool:
    """Whether a value only says where the secret is."""
    if text.startswith(_SCHEMES):
        return True
    if text[:1] in "$`{%#@!<e" and _VARIABLE.fullmatch(text):
        return True
    if text.endswith(")") and _CALL.fullmatch(text):  # `gen_random_uuid()`: what is run to get one
        return True
    return ("$" in text) and bool(_HOLDER.match(text))
