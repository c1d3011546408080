"""The server: judges the open buffers a moment after the last change, and offers fixes."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from bunproof.about import __version__
from bunproof.errors import Unreadable, UsageError
from bunproof.lsp import protocol
from bunproof.lsp.buffers import Verdict, judge, locate

if TYPE_CHECKING:
    from bunproof.lsp.buffers import Place

_PAUSE = 0.2  # seconds without a change: nobody reads findings while they type


class Server:
    """Holds the verdicts on the open buffers, by repository."""

    def __init__(self) -> None:
        self.protocol = LanguageServer("bunproof", __version__)
        self._verdicts: dict[str, Verdict] = {}
        self._waiting: asyncio.Task[None] | None = None
        self._told = ""
        # pygls marks the functions it is given, which methods do not allow.
        feature = self.protocol.feature
        for name in (
            types.TEXT_DOCUMENT_DID_OPEN,
            types.TEXT_DOCUMENT_DID_CHANGE,
            types.TEXT_DOCUMENT_DID_SAVE,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        ):
            feature(name)(partial(self._changed))
        feature(types.TEXT_DOCUMENT_DID_CLOSE)(partial(self._closed))
        kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(partial(self._actions))

    def _changed(self, _: object) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.ensure_future(self._judge_soon())

    def _closed(self, closed: types.DidCloseTextDocumentParams) -> None:
        self._publish(closed.text_document.uri, [])
        self._changed(closed)

    async def _judge_soon(self) -> None:
        await asyncio.sleep(_PAUSE)
        self._judge()

    def _judge(self) -> None:
        """Judge every repository that has an open buffer, and publish what was found in each of them."""
        self._waiting = None
        self._verdicts.clear()
        for root, buffers in self._buffers().items():
            try:
                self._verdicts[root] = verdict = judge(
                    root, {place.path: self._text(uri).encode() for place, uri in buffers.items()}
                )
            except UsageError as error:
                self._tell(str(error))
                continue
            for place, uri in buffers.items():
                here = [each for each in verdict.findings if each.location.path == place.path]
                client = Client(self.protocol, root, verdict)
                self._publish(uri, [protocol.diagnostic(each, client.range, client.uri) for each in here])

    def _actions(self, asked: types.CodeActionParams) -> list[types.CodeAction]:
        if self._waiting is not None:  # the buffer is newer than the verdict
            self._waiting.cancel()
            self._judge()
        place = _place(asked.text_document.uri)
        verdict = self._verdicts.get(place.root) if place else None
        if place is None or verdict is None:
            return []
        client = Client(self.protocol, place.root, verdict)
        actions = []
        for each in verdict.findings:
            shown = protocol.diagnostic(each, client.range, client.uri).range
            if each.location.path == place.path and _touch(shown, asked.range):
                try:
                    actions.append(protocol.action(each, verdict.project, client.range, client.uri))
                except Unreadable:  # the fix is in another file, and that is gone
                    continue
        return [action for action in actions if action is not None]

    def _buffers(self) -> dict[str, dict[Place, str]]:
        """Root of a repository to the open files in it, each with its URI."""
        found: dict[str, dict[Place, str]] = {}
        for uri in self.protocol.workspace.text_documents:
            place = _place(uri)
            if place is not None:
                found.setdefault(place.root, {})[place] = uri
        return found

    def _text(self, uri: str) -> str:
        source: str = self.protocol.workspace.get_text_document(uri).source
        return source

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic]) -> None:
        self.protocol.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics))

    def _tell(self, message: str) -> None:
        """Show what is wrong with the configuration, once."""
        if message != self._told:
            self._told = message
            self.protocol.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"bunproof: {message}"))


class Client:
    """How the client writes the files and places of one repository."""

    def __init__(self, server: LanguageServer, root: str, verdict: Verdict) -> None:
        self._server = server
        self._root = root
        self._verdict = verdict

    def uri(self, path: str) -> str:
        """The URI of a path: as the client gave it, for an open file."""
        for uri in self._server.workspace.text_documents:
            place = _place(uri)
            if place is not None and place == (self._root, path):
                return str(uri)
        return str(uris.from_fs_path(f"{self._root}/{path}"))

    def range(self, path: str, place: types.Range) -> types.Range:
        """A range in code points as one in the client's units."""
        lines = self._verdict.project.source(path).text.split("\n")
        codec = self._server.workspace.position_codec
        return types.Range(
            codec.position_to_client_units(lines, place.start), codec.position_to_client_units(lines, place.end)
        )


def _place(uri: str) -> Place | None:
    name = uris.to_fs_path(uri)
    return locate(name) if name else None


def _touch(one: types.Range, two: types.Range) -> bool:
    def key(position: types.Position) -> tuple[int, int]:
        return position.line, position.character

    return key(one.start) <= key(two.end) and key(two.start) <= key(one.end)
