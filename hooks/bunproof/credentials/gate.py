"""The cheap test before everything else: by its name and its bytes, is there anything to judge in a file?

It runs on every file of a repository, so it imports no `re`; each search is one pass of `in` over the bytes.
"""

from __future__ import annotations

from bunproof.credentials import file_kind, suspicion
from bunproof.credentials.vocabulary import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.spotting import Spotted

_QUIET = frozenset({file_kind.TEST, file_kind.IGNORED})
_WORDS = (*suspicion.NAMES, suspicion.LOGIN)
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


def kind_to_judge(path: str, data: bytes, chosen: dict[str, tuple[str, ...]], found: Spotted | None = None) -> str:
    """The kind of a file that must be read; empty for one that need not be. `found` is as in `Check.visit`."""
    lowered_path = path.lower()
    if not data:
        return ""
    code = lowered_path.endswith(paths.CODE)
    lowered = found.lowered if found else data.lower() if code or lowered_path.endswith(_DATA) else b""
    # what most files end at comes first: asking for the kind takes longer
    if code and not chosen and not suspicion.is_raised(data, lowered, found):
        return ""
    kind = file_kind.kind_of(path, chosen)
    if kind in _QUIET:
        return ""
    if kind in {file_kind.SOURCE, file_kind.DOCUMENTATION} and code:
        return kind if not chosen or suspicion.is_raised(data, lowered, found) else ""
    if lowered_path.endswith(_DATA) and not path[path.rfind("/") + 1 :].startswith("wrangler"):
        return kind if found or _speaks(lowered, _SPOKEN) else ""
    return kind


def _speaks(lowered: bytes, words: tuple[bytes, ...]) -> bool:
    for word in words:  # noqa: SIM110 - a generator costs more than the searches
        if word in lowered:
            return True
    return False
