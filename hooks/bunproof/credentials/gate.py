"""The cheap test before everything else: by its name and its bytes, is there anything to judge in a file?

It runs on every file of a repository, so it imports no `re`; each search is one pass of `in` over the bytes.
"""

from __future__ import annotations

from bunproof.credentials import file_kind
from bunproof.credentials.vocabulary import paths

_QUIET = frozenset({file_kind.TEST, file_kind.IGNORED})
# A credential's name in program text holds one of these; `candidates.py` looks closer at each.
NAMES = (
    b"secret",
    b"pass",
    b"token",
    b"key",
    b"credential",
    b"pwd",
    b"salt",
    b"senha",
    b"contrase",
    b"client_id",
    b"clientid",
    b"account_id",
    b"authorization",
)
LOGIN = b"://"
_WORDS = (*NAMES, LOGIN)
# Data has keys of any name: what speaks of a credential there is its name in any language, an address, a stand-in's
# usual word, or how services begin what they give out. A test holds these to the vocabulary.
_DATA = (".json", ".jsonc", ".json5", ".yml", ".yaml", ".xml", ".toml", ".ini", ".cfg", ".conf", ".properties")
_SPOKEN = (
    *_WORDS,
    *b"""jwt _pw pw_ pw" pw: pw= _pat -pat pat" pat: pat= pepper mnemonic dsn webhook clave geheimnis kennwort motdepasse segredo chave
    wachtwoord haslo heslo losenord parol sifre""".split(),
    *"hasło hasŁo lösenord lÖsenord şifre Şifre пароль Пароль ПАРОЛЬ секрет Секрет СЕКРЕТ токен Токен ТОКЕН".encode().split(),
    *"密码 密钥 密碼 密鑰".encode().split(),
    *b"your replace change placeholder insert xxx todo dummy 0000 1234 <".split(),
    *b"akia asia ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- xox npm_ pypi- sk_ rk_ sk- sg. sq0csp-".split(),
)  # fmt: skip


def words_of(path: str) -> tuple[bytes, ...] | None:
    """What must be in a file, in any case of letters, for it to be judged; None for a file that always is."""
    if path.endswith(paths.CODE):
        return _WORDS
    return _SPOKEN if path.endswith(_DATA) else None


def kind_to_judge(path: str, data: bytes, chosen: dict[str, tuple[str, ...]]) -> str:
    """The kind of a file that must be read; empty for one that need not be."""
    kind = file_kind.kind_of(path, chosen)
    if kind in _QUIET or not data:
        return ""
    if kind in {file_kind.SOURCE, file_kind.DOCUMENTATION} and path.endswith(paths.CODE):
        return kind if _speaks(data, _WORDS) else ""
    if path.endswith(_DATA) and not path[path.rfind("/") + 1 :].startswith("wrangler"):
        return kind if _speaks(data, _SPOKEN) else ""
    return kind


def _speaks(data: bytes, words: tuple[bytes, ...]) -> bool:
    lowered = data.lower()
    for word in words:  # noqa: SIM110 - a generator costs more than the searches
        if word in lowered:
            return True
    return False
