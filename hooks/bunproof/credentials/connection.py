"""Connection strings: who logs in where, and with which password."""

from __future__ import annotations

from typing import NamedTuple

from bunproof.expression import expression

_URL = expression(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]{1,30})://(?:(?P<user>[^\s:@/]*):(?P<password>[^\s@]*)@)?(?P<host>[^\s/:?#,@]*)"
)
_QUERY = expression(
    r"[?&;](?i:api[-_]?key|access[-_]?token|auth[-_]?token|token|secret|password|pwd|key|sig)=([^&\s;\"']+)"
)
_PAIRS = expression(r"(?i:(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;]+))")
_WEBHOOK = expression(
    r"https://(?:hooks\.slack\.com/(?:services|workflows|triggers)/|(?:\w+\.)?discord(?:app)?\.com/api/webhooks/|[\w.-]*\.webhook\.office\.com/)(\S+)"
)
_LOCAL_SERVER = expression(r"(?i)(?:server|host|data source)=(?:localhost|127\.|\()")
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "0.0.0.0", "[::1]", "::1", "host.docker.internal")  # noqa: S104 - names, nothing is bound


class Connection(NamedTuple):
    """The parts of a connection string that matter. `secret` is its password or key; `at` where it starts in the text."""

    secret: str
    at: int
    user: str
    host: str
    local: bool


def parse(text: str) -> Connection | None:
    """The password or key that a value carries in an address; None where it carries none."""
    if "://" not in text and ";" not in text:
        return None
    found = _URL.match(text)
    if found and found["password"] is not None:
        host = found["host"].lower()
        return Connection(found["password"], found.start("password"), found["user"], host, host in _LOCAL_HOSTS)
    query = _QUERY.search(text) if found else None
    if query and found:
        host = found["host"].lower()
        return Connection(query[1], query.start(1), "", host, host in _LOCAL_HOSTS)
    hook = _WEBHOOK.match(text)
    if hook:
        return Connection(hook[1], hook.start(1), "", "webhook", local=False)
    plain = _PAIRS.search(text) if "=" in text and ";" in text else None
    if plain:
        host = "localhost" if _LOCAL_SERVER.search(text) else ""
        return Connection(plain[1].strip(), plain.start(1), "", host, bool(host))
    return None
