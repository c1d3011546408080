"""The fix that takes stand-ins out of `vars` and names them in `secrets.required`, keeping the file's layout.

All stand-ins of a file move together: one change of the list of required names cannot be made twice. The outcome is read again
and compared with what was meant; where the two differ there is no fix.
"""

from __future__ import annotations

from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from bunproof.diagnostics import Edit, Fix
from bunproof.source import Source
from bunproof.visits import MARKER

if TYPE_CHECKING:
    from bunproof.credentials.case import Case

Moves = dict[str | None, list[str]]  # environment -> names
_MOST = 200  # names; nobody looks through more, and the time to find them a place would grow with their square


def fix(cases: list[Case]) -> Fix | None:
    """The fix for the stand-ins of one configuration; None where it cannot be changed with certainty."""
    source, document = cases[0].source, cases[0].document
    wanted = [case for case in cases if not _is_silenced(case)]
    if document is None or not 0 < len(wanted) <= _MOST or source.lossy:
        return None
    moves: Moves = {}
    for case in wanted:
        moves.setdefault(case.environment, []).append(case.pair.key)
    if source.path.endswith(".toml"):
        text = _toml(source.text, moves)
    else:
        from bunproof.credentials import moving_json

        text = moving_json.moved(source.text, document, moves)
    if text is None or _data(source.path, text) != _meant(document.data, moves):
        return None
    count = sum(map(len, moves.values()))
    title = f"move {count} name{'s' if count > 1 else ''} from `vars` to `secrets.required`"
    return Fix(title, safe=False, edits=tuple(_edits(source, text)))


def _is_silenced(case: Case) -> bool:
    text, line = case.source.text, case.source.position(case.span.start).line
    own = text[slice(*case.source.line_span(line))]
    above = text[slice(*case.source.line_span(line - 1))].lstrip() if line > 1 else ""
    marker = MARKER.decode()
    return marker in own or "allowlist secret" in own or "nextline" in above or (marker in above and above[0] in "#/")


def _toml(text: str, moves: Moves) -> str | None:
    import tomlkit  # a finding that can be fixed is rare
    from tomlkit.exceptions import TOMLKitError

    try:
        whole: Any = tomlkit.parse(text)
        for environment, names in moves.items():
            table = whole if environment is None else whole["env"][environment]
            for name in names:
                del table["vars"][name]
            if "secrets" not in table:
                table["secrets"] = tomlkit.table()
            if "required" not in table["secrets"]:
                table["secrets"]["required"] = tomlkit.array()
            for name in names:
                if name not in table["secrets"]["required"]:
                    table["secrets"]["required"].append(name)
        return tomlkit.dumps(whole)
    except (TOMLKitError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _data(path: str, text: str) -> object:
    from bunproof.wrangler.read import read

    return read(Source(path, text.encode())).data


def _meant(data: Any, moves: Moves) -> object:
    data = deepcopy(data)
    for environment, names in moves.items():
        table = data if environment is None else data["env"][environment]
        required = table.setdefault("secrets", {}).setdefault("required", [])
        for name in names:
            del table["vars"][name]
            if name not in required:
                required.append(name)
    return data


def _edits(source: Source, text: str) -> list[Edit]:
    """The line-wise changes that make `text` of the source."""
    old, new = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    return [
        Edit(source.path, starts[first], starts[last], "".join(new[start:end]))
        for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
