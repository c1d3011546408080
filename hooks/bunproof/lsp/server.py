"""The server: judges the open buffers a moment after the last change, and offers fixes."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from bunproof.about import __version__
from bunproof.core_rules import internal_error
from bunproof.errors import Unreadable, UsageError
from bunproof.lsp import protocol
from bunproof.lsp.buffers import Verdict, judge, locate
from bunproof.lsp.units import Lines, saved

if TYPE_CHECKING:
    from bunproof.lsp.buffers import Place

_PAUSE = 0.2  # seconds without a change: nobody reads findings while they type


class Server:
    """Holds the verdicts on the open buffers, by repository."""

    def __init__(self) -> None:
        # Whole texts: what pygls makes of a change within a text goes wrong after a form feed or U+2028.
        self.protocol = LanguageServer("bunproof", __version__, types.TextDocumentSyncKind.Full)
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
            self._attempt(root, buffers)

    def _attempt(self, root: str, buffers: dict[Place, str]) -> None:
        try:
            self._judge_one(root, buffers)
        except UsageError as error:
            self._tell(str(error))
        except Exception as error:  # noqa: BLE001 - the editor's other repositories are judged all the same
            self._tell(internal_error.words(error))
        else:
            self._told = ""

    def _judge_one(self, root: str, buffers: dict[Place, str]) -> None:
        texts = {place.path: saved(self._text(uri)) for place, uri in buffers.items()}
        self._verdicts[root] = verdict = judge(root, texts)
        client = Client(self.protocol, root, verdict)
        for place, uri in buffers.items():
            here = [each for each in verdict.findings if each.location.path == place.path]
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
                    actions.append(protocol.action(each, client.range, client.uri))
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
        self._project = verdict.project
        self._lines: dict[str, Lines] = {}

    def uri(self, path: str) -> str:
        """The URI of a path: as the client gave it, for an open file."""
        for uri in self._server.workspace.text_documents:
            place = _place(uri)
            if place is not None and place == (self._root, path):
                return str(uri)
        return str(uris.from_fs_path(f"{self._root}/{path}"))

    def range(self, path: str, start: int, end: int) -> types.Range:
        """A span in code points as the client counts. Raises Unreadable."""
        if path not in self._lines:
            source = self._project.source(path)
            hidden = source.bom and self._is_open(path)  # the client counts the mark, Source does not
            encoding = self._server.workspace.position_encoding
            self._lines[path] = Lines(
                f"\ufeff{source.text}" if hidden else source.text,
                str(getattr(encoding, "value", encoding)),
                int(hidden),
            )
        lines = self._lines[path]
        return types.Range(types.Position(*lines.position(start)), types.Position(*lines.position(end)))

    def _is_open(self, path: str) -> bool:
        return any(_place(uri) == (self._root, path) for uri in self._server.workspace.text_documents)


def _place(uri: str) -> Place | None:
    """Where an open file belongs; None for what is no file, as a page of a diff."""
    try:
        name = uris.to_fs_path(uri)
        return locate(name) if name and os.path.isabs(name) else None
    except ValueError:  # a NUL in it
        return None


def _touch(one: types.Range, two: types.Range) -> bool:
    def key(position: types.Position) -> tuple[int, int]:
        return position.line, position.character

    return key(one.start) <= key(two.end) and key(two.start) <= key(one.end)
