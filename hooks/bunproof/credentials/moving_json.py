"""Moving names from `vars` to `secrets.required` in JSON with comments, by the places of its members."""

from __future__ import annotations

import json

from bunproof.expression import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bunproof.syntax.document import Document, KeyPath

_COMMA = expression(r"\s*,")
_REST = expression(r"[ \t]*(?://[^\n]*)?\r?\n")


def moved(text: str, document: Document, moves: dict[str | None, list[str]]) -> str | None:
    """The text with the names moved; None where the places are not what they should be."""
    changes: list[tuple[int, int, str]] = []
    for environment, names in moves.items():
        path: KeyPath = () if environment is None else ("env", environment)
        node = document.node((*path, "vars"))
        if node is None or not isinstance(node.children, dict):
            return None
        kept = [name for name in node.children if name not in names]
        for name in names:
            child = node.children.get(name)
            if child is None:
                return None
            changes.append(_removal(text, child.key.start, child.value.end))
        if kept and list(node.children)[-1] in names:
            end = node.children[kept[-1]].value.end
            comma = _COMMA.match(text, end)
            if comma:
                changes.append((end, comma.end(), ""))
        changes.append(_addition(text, document, path, names))
    for start, end, replacement in sorted(changes, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def _removal(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The member with its comma, and its line if it has one for itself."""
    comma = _COMMA.match(text, end)
    end = comma.end() if comma else end
    line = text.rfind("\n", 0, start) + 1
    rest = _REST.match(text, end)
    if not text[line:start].strip() and rest:
        return line, rest.end(), ""
    if comma:
        while text[end : end + 1] in {" ", "\t"}:
            end += 1
    else:
        while text[start - 1] in " \t":
            start -= 1
    return start, end, ""


def _addition(text: str, document: Document, path: KeyPath, names: list[str]) -> tuple[int, int, str]:
    required = document.node((*path, "secrets", "required"))
    if required is not None and isinstance(required.children, list):
        there = {child.data for child in required.children}
        listed = ", ".join(json.dumps(name) for name in names if name not in there)
        if not required.children:
            return required.value.start + 1, required.value.start + 1, listed
        end = required.children[-1].value.end
        return end, end, f", {listed}" if listed else ""
    listed = ", ".join(json.dumps(name) for name in names)
    secrets = document.node((*path, "secrets"))
    if secrets is not None:
        at = secrets.value.start + 1
        return at, at, f' "required": [{listed}]' + ("," if secrets.children else " ")
    at = document.locate((*path, "vars")).start
    line = text.rfind("\n", 0, at) + 1
    indent = text[line:at] if not text[line:at].strip() else ""
    between = f"\n{indent}" if indent else " "
    return at, at, f'"secrets": {{ "required": [{listed}] }},{between}'
