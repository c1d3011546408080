"""String literals of program text and what they are given to, line by line: good for any language, and for fragments.

Only the byte ranges are read that the caller found worth it; they are bounded, so that a minified file of one line costs no
more than any other.
"""

from __future__ import annotations

from bunproof.expression import expression
from bunproof.syntax.pairs import Pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_STRING = expression(
    r"""(?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?|<!--.*?(?:-->|$))|(?P<string>[rbfuFRBU@$]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`))"""
)
_HASH_STRING = expression(_STRING.pattern.replace("(?P<comment>//[^\\n]*|", "(?P<comment>\\#[^\\n]*|", 1))
# What a literal is given to; each is matched at the end of the text before it.
_GIVEN = expression(
    r"""(?x)(?:(?P<quote>["'`])(?P<quoted>[^"'`\n]{1,80})(?P=quote)|(?P<name>[^\W\d][\w$]*))\s*(?:["'`]?\s*\])?\s*
        (?:\??:\s*(?:&'?\w*\s*)?[A-Za-z_][\w.\[\]|]{0,40}(?:<[^<>\n]{0,60}>)?[\w\[\]| ]{0,40}?\s*(?=:?=))?(?<![=!<>])(?P<sign>:=|=>|=|:)\s*(?:\(\s*)?(?:new\s+String\(|String\(|Some\(|@)?$"""
)
_FALLBACK = expression(
    r"""(?x)(?P<path>[\w$.?!]*[\w$])(?:\??\.?[\[(]\s*["'`](?P<index>\w+)["'`]\s*[\])])?\s*[!)]*\s*(?:\|\||\?\?=?|\|\|=|\?:|\bor\b)\s*\(?\s*$"""
)
_DEFAULTED = expression(
    r"""(?x)(?:environ\.get|getenv|getOrDefault|fetch|\benv(?:\.\w+)?|config|getProperty|getEnv|get_env|env_or|os\.Getenv|optional|get|setdefault|GetValue|variable|unwrap_or|default)
        \(\s*["'`](?P<name>[\w.\-:]+)["'`]\s*,\s*(?:default\s*=\s*)?$"""
)
_CALLED = expression(
    r"""(?:define|putenv|setenv|setProperty|set|put|insert|append|header|SetEnvironmentVariable|environ\[)\(?\s*["'`](?P<name>[\w.\-]+)["'`]\s*\]?\s*,\s*$|\bset(?P<setter>[A-Z]\w*)\(\s*$|\#define\s+(?P<macro>\w+)\s*$"""
)
_SCHEMA = expression(
    r"""["']?(?P<name>[\w$]+)["']?\s*:\s*(?:z|v|t|s|str|Joi|envField)\s*[.(][^\n"']{0,60}?(?:default|catch)\(\s*$"""
)
_WRAPPED = expression(
    r"""(?P<name>\w+)\s*=\s*(?:b64decode|Buffer\.from|atob|base64\.b64decode|bytes|encode|new\s+TextEncoder\(\)\.encode|SecretStr|Secret|createSecretKey)\(\s*$"""
)
# A page shows what stands in braces: `{{ key ?? 'none' }}`, `<b>{key || 'none'}`, or alone on a line.
_SHOWN = expression(r"\{\{[^{}:]*$|(?<!=)>[^<>{}=]*\{\s*$|^\s*\{\s*$")
# What is given to a name's name is a name: `fieldName: fields.token || "token"`.
_NAMING = expression(
    r"(?:[a-z](?:Name|Field|Column|Header|Label)|\b(?:name|field|column|header|label))[\"']?\s*[:=]\s*$"
)
# Frameworks put these into the pages that everybody gets.
_BUNDLED = expression(r"(?:NEXT_PUBLIC|VITE|PUBLIC|EXPO_PUBLIC|REACT_APP|NUXT_PUBLIC|GATSBY|VUE_APP)_\w+$")
_ASSIGNED = expression(r"""["']?([^\W\d][\w$]*)["']?\s*(?::\s*\w+\s*)?(?:=|:)\s*[^=:"'`]*$""")
# Spring's `${name:default}`, a shell's `${NAME:-default}`; what follows `?` or `+` is no default.
_SPRING = expression(r"\$\{(?P<name>[\w.\-]+):[\-=]?(?P<value>[^}?+\-=][^}]*)\}")
_INNER = expression(r"""["']?(?P<name>[A-Za-z_][\w\-]*)\\?["']?\s*[:=]\s*\\?["'](?P<value>[^"'\\]+)\\?["']""")


def pairs(
    data: bytes, ranges: Iterable[tuple[int, int]], *, hash_comments: bool = False, markup: bool = False
) -> Iterator[Pair]:
    """Every string literal that is given to a name, with that name, in these byte ranges (in order, apart)."""
    base = done = 0
    ascii_ = data.isascii()
    for start, end in ranges:
        base += start - done if ascii_ else len(data[done:start].decode("utf-8", "replace"))
        text = data[start:end].decode("utf-8", "replace")
        for pair in _line(text, 0, len(text), hash_comments=hash_comments):
            attribute = pair.attribute or (markup and _ends_like_an_attribute(text, pair))
            yield pair._replace(start=base + pair.start, end=base + pair.end, attribute=attribute)
        base += len(text)
        done = end


def _ends_like_an_attribute(text: str, pair: Pair) -> bool:
    """Whether it may be an attribute whose tag began on an earlier line: `=` without blanks, and no `;` or `,` after it."""
    return text[pair.start - 2] == "=" and not text[pair.end + 1 : pair.end + 2].startswith((";", ",", ")"))


def _line(text: str, start: int, end: int, *, hash_comments: bool) -> Iterator[Pair]:
    scanner = _HASH_STRING if hash_comments else _STRING
    head = text[start : start + 200].lstrip()
    if head.startswith(("//", "/*", "* ", "<!--", "--", "# ")) and not head.startswith("#define"):
        return
    for found in scanner.finditer(text, start, end):
        if found["string"] is None:
            continue
        opener, last = found.start(), found.end() - 1
        first = opener + 1
        while text[first - 1] not in "\"'`":
            first += 1
        yield from _given(text, max(start, opener - _REACH), opener, first, last)
        if last - first > _SHORTEST_INSIDE:
            yield from _inside(text, first, last)


_REACH = 140
_SHORTEST_INSIDE = 16


def _given(text: str, start: int, opener: int, first: int, last: int) -> Iterator[Pair]:
    before = text[start:opener].rstrip()
    patterns = _BY_END.get(before[-2:]) or _BY_END.get(before[-1:])
    if patterns is None:
        if "#define" not in before and not before.endswith(" or"):
            return
        patterns = (_FALLBACK, _CALLED)
    value = text[first:last]
    if (
        _is_part(text, before, last + 1)
        or (text[last] == "`" and "${" in value)
        or "\\(" in value  # Swift's
        or (text[opener] in "fF" and "{" in value)
    ):
        return
    for pattern in patterns:
        found = pattern.search(before)
        if found is None:
            continue
        if pattern is _GIVEN and before[: found.start()].rstrip().endswith("?"):
            return
        if pattern is _FALLBACK and _NAMING.search(before[: found.start()]):
            return
        fallback = pattern in _FALLING_BACK
        attribute = (
            pattern is _GIVEN
            and found["sign"] == "="
            and text[opener - 1] == "="
            and _is_tag(before, found.start())
            and not found["quoted"]
        ) or (pattern is _FALLBACK and bool(_SHOWN.search(before[: found.start()])))
        yield Pair(_key(pattern, found), value, first, last, fallback=fallback, quoted=True, attribute=attribute)
        if pattern is _FALLBACK and not attribute and not _BUNDLED.search(found["path"]):
            yield from _assigned(before, value, first, last)
        return


def _is_tag(before: str, name: int) -> bool:
    return "<" in before or before[max(name - 1, 0)] in "-@:"


_FALLING_BACK = frozenset({_DEFAULTED, _FALLBACK, _SCHEMA})
# What can stand directly before a literal -> what it may then be given to. Everything else is no assignment.
_BY_END = {
    "||": (_FALLBACK,),
    "??": (_FALLBACK,),
    "?:": (_FALLBACK,),
    "|=": (_FALLBACK,),
    "?=": (_FALLBACK,),
    "t=": (_DEFAULTED, _GIVEN),
    ":": (_GIVEN,),
    "=": (_GIVEN,),
    ">": (_GIVEN,),
    "@": (_GIVEN,),
    ",": (_DEFAULTED, _CALLED),
    "(": (_FALLBACK, _SCHEMA, _WRAPPED, _CALLED, _GIVEN),
}


def _key(pattern: re.Pattern[str], found: re.Match[str]) -> str:
    if pattern is _FALLBACK:
        return str(found["index"] or found["path"].replace("?", "").replace("!", "").rpartition(".")[2])
    if pattern is _CALLED:
        return str(found["name"] or found["setter"] or found["macro"])
    return str(found["quoted"] or found["name"]) if pattern is _GIVEN else str(found["name"])


def _assigned(before: str, value: str, first: int, last: int) -> Iterator[Pair]:
    """A fallback also goes by the name it is assigned to: `clientSecret = env.X || "..."`."""
    found = _ASSIGNED.search(before)
    if found:
        yield Pair(found[1], value, first, last, fallback=True, quoted=True)


def _is_part(text: str, before: str, after: int) -> bool:
    """Whether the literal is only a part of the value, a type, or something that is compared with."""
    tail = text[after : after + 40].lstrip(" \t")
    if tail.startswith(("+", "%", ".replace", ".concat", ".format")) or (
        tail.startswith("|") and not tail.startswith("||")
    ):
        return True
    head = before.rstrip()
    return head.endswith(("+", "==", "!=", "case", "<=", ">=")) or (head.endswith("|") and not head.endswith("||"))


def _inside(text: str, first: int, last: int) -> Iterator[Pair]:
    value = text[first:last]
    if "${" not in value and '"' not in value and "'" not in value:
        return
    for found in _SPRING.finditer(text, first, last):
        yield Pair(found["name"], found["value"], *found.span("value"), fallback=True, quoted=True)
    for found in _INNER.finditer(text, first, last):
        yield Pair(found["name"], found["value"], *found.span("value"), embedded=True, quoted=True)
