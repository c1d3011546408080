"""From a file to diagnostics: read its assignments, judge each, and let the rules speak."""

from __future__ import annotations

from importlib import import_module

from bunproof.check import Part
from bunproof.credentials import configuration, file_kind, ids, lines, readers
from bunproof.credentials.case import Case
from bunproof.credentials.judge import judge
from bunproof.credentials.keys import CREDENTIAL, IDENTIFIER, Key, classify
from bunproof.credentials.offence import STAND_IN, Offence
from bunproof.credentials.values import EMPTY, PLACEHOLDER, Value
from bunproof.credentials.values import classify as classify_value
from bunproof.expression import expression
from bunproof.syntax.pairs import Pair

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bunproof.check import Found
    from bunproof.credentials.baseline import Baseline
    from bunproof.credentials.enclosing import Examples
    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.source import Source, Span
    from bunproof.spotting import Spotted

_NAMED = frozenset({"value", "default", "defaultvalue"})
_NAMING = frozenset({"name", "key"})


def inspect(path: str, found: Iterable[Case], known: Callable[[], Baseline]) -> Iterator[Found]:
    """The findings for the `cases` of one file; `known` gives the baseline, which is read where there are any."""
    unknown = [case for case in found if not known().knows(path, case.secrets)]
    for case in unknown:
        if not case.movable:
            yield Part(path, report, case)
    movable = [case for case in unknown if case.movable]
    if movable:
        yield Part(path, _moved, movable)


def _moved(found: list[Case]) -> Iterator[Diagnostic]:
    """Those that one fix takes out of the configuration together."""
    from bunproof.credentials import moving

    fix = moving.fix(found)
    for case in found:
        for diagnostic in report(case):
            yield diagnostic._replace(fix=fix)


def report(case: Case) -> Iterator[Diagnostic]:
    """What the rule of a case says of it."""
    rule = import_module(f"bunproof.credentials.rules.{case.offence.rule.replace('-', '_')}")
    found: Iterator[Diagnostic] = rule.check(case)
    return found


def cases(project: Project, path: str, data: bytes, kind: str, found: Spotted | None = None) -> Iterator[Case]:
    """The offences of one file, one for each place. `found` is as in `Check.visit`."""
    name = path[path.rfind("/") + 1 :]
    wrangler = name.startswith("wrangler") and name.endswith((".toml", ".json", ".jsonc"))
    seen: set[Span] = set()
    for case in _wrangler(project, path, data, kind) if wrangler else _plain(project, path, data, kind, found):
        if case.span not in seen:
            seen.add(case.span)
            yield case


def _plain(project: Project, path: str, data: bytes, kind: str, found: Spotted | None = None) -> Iterator[Case]:
    source = project.source(path, data)
    is_data = lines.is_data(path)
    examples: Examples | None = None
    for pair in _expanded(_named(readers.pairs(source, found)), kind):
        offence = judge(pair, kind, data=is_data)
        if offence and kind == file_kind.SOURCE and offence.rule == STAND_IN:
            examples = examples or _examples(source)
            if examples.hold(pair.start):
                continue
        if offence:
            yield Case(project, source, kind, pair, offence)


def _examples(source: Source) -> Examples:
    from bunproof.credentials.enclosing import Examples  # few files hold a stand-in

    return Examples(source.path, source.text)


def _expanded(pairs: Iterator[Pair], kind: str) -> Iterator[Pair]:
    """A value's `${NAME:-default}` is a pair too, whatever the value is for."""
    for pair in pairs:
        yield pair
        if kind in _EXPANDING and ":-" in pair.value:
            for found in _DEFAULT.finditer(pair.value):
                if found.span() != (0, len(pair.value)):
                    start, end = (pair.start + at for at in found.span(2))
                    yield Pair(found[1], found[2], start, end, fallback=True, quoted=True)


_EXPANDING = frozenset({file_kind.LIVE, file_kind.LOCAL, file_kind.WORKFLOW})
_DEFAULT = expression(r"\$\{(\w+):-([^{}\n]+)\}")


def _named(pairs: Iterator[Pair]) -> Iterator[Pair]:
    """`name: API_KEY` followed by `value: ...` is one pair with that name."""
    last = ""
    for pair in pairs:
        lowered = pair.key.lower()
        if lowered in _NAMING:
            last = pair.value
        elif lowered in _NAMED and last:
            yield pair._replace(key=last)
            continue
        yield pair


def _wrangler(project: Project, path: str, data: bytes, kind: str) -> Iterator[Case]:
    from bunproof.wrangler.read import read

    source = project.source(path, data)
    document = read(source)
    if document.problem is not None:
        yield from _plain(project, path, data, kind)
        return
    required = _required(document.data)
    for setting in configuration.settings(document.data):
        local = setting.local
        here = file_kind.LOCAL if local and kind == file_kind.LIVE else kind
        pair = Pair(setting.key, setting.value, -1, -1, quoted=True, place=setting.path)
        offence = _setting_offence(setting, pair, here, required)
        if offence:
            yield Case(project, source, here, pair, offence, setting, document)


def _setting_offence(
    setting: configuration.Setting, pair: Pair, kind: str, required: dict[str | None, frozenset[str]]
) -> Offence | None:
    if setting.key == "localConnectionString" or setting.table == "secrets":
        return None
    if setting.table != "vars" and setting.key in ids.NAMES:
        if kind not in {file_kind.LIVE, file_kind.LOCAL}:
            return None
        why = ids.evidence(setting.key, setting.value, local=setting.local)
        key = Key(setting.key, IDENTIFIER, ids.NAMES[setting.key], "id")
        return (
            Offence("placeholder-resource-id", key, Value(PLACEHOLDER, why, setting.value), setting.value)
            if why
            else None
        )
    if setting.table == "vars" and setting.key in required.get(setting.environment, ()):
        return Offence("secret-in-vars-and-required", classify(setting.key), Value(EMPTY, "", ""), "")
    value = classify_value(setting.value)
    if setting.table == "vars" and value.kind == EMPTY and kind in {file_kind.LIVE, file_kind.LOCAL}:
        key = classify(setting.key)
        return Offence("empty-credential-in-vars", key, value, "") if key.kind == CREDENTIAL else None
    return judge(pair, kind)


def _required(data: object) -> dict[str | None, frozenset[str]]:
    """The names in `secrets.required` by environment."""
    found: dict[str | None, frozenset[str]] = {}
    if isinstance(data, dict):
        found[None] = _names(data)
        environments = data.get("env")
        if isinstance(environments, dict):
            for name, table in environments.items():
                found[str(name)] = _names(table)
    return found


def _names(table: object) -> frozenset[str]:
    secrets = table.get("secrets") if isinstance(table, dict) else None
    required = secrets.get("required") if isinstance(secrets, dict) else None
    return frozenset(name for name in required if isinstance(name, str)) if isinstance(required, list) else frozenset()
