"""Most files that import from Bun import what their Bun has, in the plainest form. They need no parser to be let go.

This looks at nothing but the places where a Bun module is named. If each is a plain `import { names } from "module"`,
wherever it stands (also in a comment, also for types only), and every name is there in every release that may run the
file, then no reading of the file can find anything wrong with it. Whatever looks any different goes to the parser.
"""

from __future__ import annotations

from bunproof.bun import exports_data, globals_gate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.bun.mentions import Mentions
    from bunproof.project import Project

_WORD = globals_gate.WORD
_ENDS = frozenset({b"", b";", b"\n", b"\r"})
_LIST = _WORD + b", \t\n\r"
_LONGEST = 2200  # bytes before a specifier that are looked at; a longer clause is for the parser
_LONGEST_MODULE = 84
# What stands before a string that is certainly no specifier: `"node" | "bun"`, `return "bun"`, `types="bun"`.
_BEFORE_STRING = (b"|", b"=", b":", b"?", b"&&", b"[", b"return", b"case")
_SINCE_EVER = exports_data.RELEASES[: exports_data.RELEASES.index(" ")]
# `bun:wrap` is internal and odd; what may be written with `with { ... }` is for the parser.
_PLAIN = frozenset(module for module, span in exports_data.MODULES.items() if span == _SINCE_EVER) - {"bun:wrap"}


def is_innocent(project: Project, path: str, mentions: Mentions) -> bool:
    """Whether a file that mentions Bun imports and reads nothing but what its Bun has. False says nothing."""
    if mentions.read_newer_name():
        return False
    newer = _newer_names(mentions)
    if not newer:
        return newer is not None
    from bunproof.bun import exports  # few files import what is not in every release
    from bunproof.bun.versions import versions_of

    allowed = versions_of(project).of(path).allowed
    return not allowed.newer and all(exports.with_name(*name).issuperset(allowed.releases) for name in newer)


def _newer_names(mentions: Mentions) -> set[tuple[str, str]] | None:
    """The imported names that some release lacks, with their modules; None where an import is not of the plain form."""
    data = mentions.data
    found: set[tuple[str, str]] = set()
    for at in mentions.modules:
        start = at - 1
        end = data.find(data[start:at], at, start + _LONGEST_MODULE)
        module = data[at:end].decode("ascii", "replace") if end > 0 else ""
        if data[max(0, start - 20) : start].rstrip().endswith(_BEFORE_STRING):
            continue
        behind = max(end, start) + 1
        after = data[behind : behind + 80].lstrip(b" \t")
        if module not in _PLAIN or after[:1] not in _ENDS or after.lstrip().startswith((b"with", b"assert", b"/")):
            return None
        names = _imported(data[max(0, start - _LONGEST) : start])
        if names is None:
            return None
        values = exports_data.VALUES[module]
        for words in names:
            if words[0] == "type" and len(words) in {2, 4}:
                del words[0]
            if words[0] not in values or len(words) not in {1, 3} or words[1:2] not in ([], ["as"]):
                return None
            if values[words[0]] != _SINCE_EVER:
                found.add((module, words[0]))
    return found


def _imported(before: bytes) -> list[list[str]] | None:
    """The words of each name between the braces of a plain import that ends here; none for `import` alone, else None."""
    text = before.rstrip()
    if text.endswith(b"import"):
        return [] if _begins_statement(text[:-6], len(before)) else None
    clause = text[:-4].rstrip()
    if not text.endswith(b"from") or not clause.endswith(b"}"):
        return None
    keyword, brace, names = clause[:-1].rpartition(b"{")
    statement = keyword.rstrip()
    if not brace or len(statement) == len(keyword):
        return None
    if statement.endswith((b" type", b"\ttype", b"\ntype")):
        statement = statement[:-4].rstrip()
    if not statement.endswith(b"import"):
        return None
    if not _begins_statement(statement[:-6], len(before)) or names.translate(None, _LIST):
        return None
    return [words for item in names.decode("ascii").split(",") if (words := item.split())]


def _begins_statement(before: bytes, looked_at: int) -> bool:
    """Whether only blanks, a whole statement or the sign of a comment stand on a line before what follows."""
    start = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    line = before[start:].strip(b" \t")
    if start == 0 and looked_at >= _LONGEST:
        return False  # the line began further up
    return not line or line.endswith(b";") or line in {b"//", b"*"}
