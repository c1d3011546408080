"""From findings to what the Language Server Protocol calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from bunproof.about import rule_url
from bunproof.masking import mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bunproof.diagnostics import Diagnostic, Edit
    from bunproof.source import Location

    # A span of a file (by path) in code points, to a range in the lines and units that the client counts in.
    ToClient = Callable[[str, int, int], types.Range]
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


def action(each: Diagnostic, to_client: ToClient, to_uri: ToUri) -> types.CodeAction | None:
    """A finding's fix as a quick fix; None where there is none. Raises Unreadable."""
    if each.fix is None:
        return None
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in each.fix.edits:
        changes.setdefault(to_uri(edit.path), []).append(_edit(edit, to_client))
    return types.CodeAction(
        title=mask(each.fix.title) if each.fix.safe else f"{mask(each.fix.title)} (changes what the code does)",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(each, to_client, to_uri)],
        is_preferred=each.fix.safe,
        edit=types.WorkspaceEdit(changes=changes),
    )


def _edit(edit: Edit, to_client: ToClient) -> types.TextEdit:
    return types.TextEdit(range=to_client(edit.path, edit.start, edit.end), new_text=edit.replacement)


def _range(location: Location, to_client: ToClient) -> types.Range:
    return to_client(location.path, location.span.start, location.span.end)
