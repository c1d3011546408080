"""The policy: which value may not stand beside which key in which kind of file.

Nothing here reads files or makes diagnostics: it turns a pair and a file's kind into an offence, or into nothing.
"""

from __future__ import annotations

from bunproof.credentials import connection, file_kind, keys, program, standins, strength, values
from bunproof.credentials.file_kind import LIVE, LOCAL, SOURCE, WORKFLOW
from bunproof.credentials.offence import PLAIN, STAND_IN, Offence
from bunproof.credentials.values import PLACEHOLDER
from bunproof.credentials.vocabulary.names import PASSWORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.credentials.connection import Connection
    from bunproof.credentials.keys import Key
    from bunproof.credentials.values import Value
    from bunproof.syntax.pairs import Pair

_RUNNING = frozenset({LIVE, LOCAL, WORKFLOW})


def judge(pair: Pair, kind: str, *, data: bool = False) -> Offence | None:
    """The offence of a pair in a file of this kind. `data` says that the file's keys are not environment variables."""
    key = keys.classify(
        pair.key,
        strict=kind == SOURCE and not (pair.fallback and pair.key.isupper()),
        known_ids=data and not pair.key.isupper(),
    )
    if key.kind == keys.OTHER and not ("://" in pair.value and any(sign in pair.value for sign in _CARRYING)):
        return _unnamed(pair, key, kind)
    value = values.classify(pair.value)
    if value.kind == values.REFERENCE and not data and kind in {LIVE, LOCAL} and value.text.startswith("{{"):
        value = values.Value(PLACEHOLDER, "nothing fills in `{{...}}` here", value.text)
    if value.kind in {values.EMPTY, values.REFERENCE}:
        return None
    value = _beside(pair, key, value)
    at = max(pair.value.find(value.text), 0)
    carried = connection.parse(value.text)
    if carried and carried.secret and key.kind != keys.PUBLIC_KEY:
        return _connection(key, value, carried, kind, at)
    if value.kind == values.INNOCENT or key.kind == keys.OTHER:
        return None
    if kind == SOURCE:
        rule = program.rule(pair, key, value)
    elif kind in _RUNNING:
        rule = _configured(pair, key, value, kind, data=data)
    elif kind in {file_kind.TEMPLATE, file_kind.DOCUMENTATION}:
        rule = _published(key, value)
    else:
        rule = ""
    return Offence(rule, key, value, value.text, at) if rule else None


def _beside(pair: Pair, key: Key, value: Value) -> Value:
    """What a value is because of the key that it stands beside."""
    if value.evidence == "a number" and _is_pin(pair, key, value):
        return values.Value(values.WEAK, "a password of digits alone", value.text)
    if key.kind == keys.IDENTIFIER and value.kind == values.LITERAL and not value.text.isascii():
        return values.Value(PLACEHOLDER, "no service gives out such an id", value.text)
    return value


def _is_pin(pair: Pair, key: Key, value: Value) -> bool:
    """Whether a number is a password: `DB_PASSWORD=1704`. `PASS` and names in lower case count things, too."""
    return (
        key.head in PASSWORDS
        and key.head != "pass"
        and pair.key.isupper()
        and value.text.isdigit()
        and len(value.text) >= 4  # noqa: PLR2004 - what a PIN has
    )


def _configured(pair: Pair, key: Key, value: Value, kind: str, *, data: bool) -> str:
    if value.kind == PLACEHOLDER:
        return "" if kind == WORKFLOW and standins.is_throwaway(value.text) else STAND_IN
    if key.kind != keys.CREDENTIAL:
        return STAND_IN if key.head == "access key id" and value.kind == values.WEAK and kind == LIVE else ""
    if kind == WORKFLOW:
        return PLAIN if value.kind == values.LITERAL and strength.is_random(value.text) else ""
    named = not pair.key.isupper() and data
    if value.kind == values.WEAK:
        if named and (key.head not in PASSWORDS or set(value.text.lower()) == set(pair.key.lower())):
            return ""
        return STAND_IN
    if value.kind == values.LOCAL:
        return STAND_IN if kind == LIVE and not named else ""
    if strength.is_random(value.text):
        return "" if key.bundled else PLAIN
    if key.bundled or (data and program.is_constant(value.text)):
        return ""
    if named and not (key.head in PASSWORDS and strength.is_password(value.text)):
        return ""
    return PLAIN


def _unnamed(pair: Pair, key: Key, kind: str) -> Offence | None:
    """A secret that its form gives away, whatever its key is called."""
    text = pair.value.strip()
    if kind not in {LIVE, LOCAL, WORKFLOW} or len(text) < _SHORTEST_ISSUED or not strength.is_issued(text):
        return None
    value = values.classify(text)
    if value.kind != values.LITERAL:
        return None
    from bunproof.credentials import detectors  # a fifth of a second, for a value that is nearly certain

    name = detectors.detect(value.text)
    if not name:
        return None
    return Offence(
        PLAIN,
        key,
        values.Value(values.LITERAL, f"detect-secrets: {name}", value.text),
        value.text,
        max(pair.value.find(value.text), 0),
    )


_CARRYING = ("@", "?", "hook", "}", ">")  # no address without one of these carries a password
_SHORTEST_ISSUED = 16


def _published(key: Key, value: Value) -> str:
    """In a template or a document only what is certainly real is an error."""
    if value.kind != values.LITERAL or key.bundled or not strength.is_random(value.text):
        return ""
    return PLAIN if key.kind == keys.CREDENTIAL or key.head == "access key id" else ""


def _connection(key: Key, value: Value, carried: Connection, kind: str, at: int) -> Offence | None:
    if (value.kind == values.INNOCENT and value.evidence != "an address") or kind not in {
        LIVE,
        LOCAL,
        WORKFLOW,
        SOURCE,
        file_kind.TEMPLATE,
        file_kind.DOCUMENTATION,
    }:
        return None
    secret = values.classify(carried.secret)
    if secret.kind in {values.REFERENCE, values.EMPTY}:
        return None
    template = carried.user.lower() in _USERS and carried.host.partition(".")[0] in _HOSTS
    published = kind in {file_kind.TEMPLATE, file_kind.DOCUMENTATION}
    query = value.text[carried.at - 1 : carried.at] == "="
    rule = ""
    if template and carried.local and secret.kind != PLACEHOLDER:
        return None
    if (
        secret.kind == PLACEHOLDER
        or template
        or (value.kind == PLACEHOLDER and key.kind == keys.CONNECTION and not carried.local)
    ):
        rule = "" if published or (query and kind == SOURCE) else STAND_IN
    elif strength.is_random(secret.text):
        rule = "" if carried.local or (published and "." not in carried.host and carried.host != "webhook") else PLAIN
    elif query or carried.host == "webhook":
        rule = ""
    elif secret.kind in {values.WEAK, values.LOCAL} or secret.text == carried.user:
        rule = (
            STAND_IN
            if kind == LIVE and not carried.local
            else STAND_IN
            if kind == SOURCE and "." in carried.host
            else ""
        )
    elif not carried.local and not published and (kind != WORKFLOW) and ("." in carried.host or kind == LIVE):
        rule = PLAIN
    return Offence(rule, key, secret, carried.secret, at + carried.at) if rule else None


_USERS = frozenset({"user", "username", "usr", "myuser", "your_user", "dbuser", "db_user"})
_HOSTS = frozenset(
    {"host", "hostname", "server", "db-host", "your-host", "cluster", "cluster0", "example", "ep-xxx", "myhost"}
)
