"""From findings to what the Language Server Protocol calls them. Positions are in code points, from 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from bunproof.about import rule_url
from bunproof.masking import mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.diagnostics import Diagnostic, Edit
    from bunproof.project import Project
    from bunproof.source import Location, Position

    # A range of a file (by path) in code points, to one in the units that the client counts in.
    ToClient = Callable[[str, types.Range], types.Range]
    ToUri = Callable[[str], str]

_SEVERITIES = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}


def diagnostic(each: Diagnostic, to_client: ToClient, to_uri: ToUri) -> types.Diagnostic:
    """A finding: its message, why and what to do; related places as places."""
    lines = [each.message, each.label, f"bundled: {' > '.join(each.chain)}" if each.chain else ""]
    lines += [f"{name}: {text}" for name, text in each.notes]
    lines.append(f"help: {each.help}" if each.help else "")
    return types.Diagnostic(
        range=_range(each.location, to_client),
        message=mask("\n".join(line for line in lines if line)),
        severity=_SEVERITIES[each.severity],
        code=each.rule.id,
        code_description=types.CodeDescription(href=rule_url(each.rule.id)),
        source="bunproof",
        related_information=[
            types.DiagnosticRelatedInformation(
                location=types.Location(to_uri(label.location.path), _range(label.location, to_client)),
                message=mask(label.message),
            )
            for label in each.related
        ],
    )


def action(each: Diagnostic, project: Project, to_client: ToClient, to_uri: ToUri) -> types.CodeAction | None:
    """A finding's fix as a quick fix; None where there is none. Raises Unreadable."""
    if each.fix is None:
        return None
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in each.fix.edits:
        changes.setdefault(to_uri(edit.path), []).append(_edit(edit, project, to_client))
    return types.CodeAction(
        title=mask(each.fix.title) if each.fix.safe else f"{mask(each.fix.title)} (changes what the code does)",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(each, to_client, to_uri)],
        is_preferred=each.fix.safe,
        edit=types.WorkspaceEdit(changes=changes),
    )


def _edit(edit: Edit, project: Project, to_client: ToClient) -> types.TextEdit:
    source = project.source(edit.path)
    place = types.Range(_position(source.position(edit.start)), _position(source.position(edit.end)))
    return types.TextEdit(range=to_client(edit.path, place), new_text=edit.replacement)


def _range(location: Location, to_client: ToClient) -> types.Range:
    return to_client(location.path, types.Range(_position(location.start), _position(location.end)))


def _position(position: Position) -> types.Position:
    return types.Position(position.line - 1, position.column - 1)
