"""The language server, spoken to by a real client over stdio."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial

import pytest

pytest.importorskip("pygls", reason="in the dependency group `test`")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from bunproof import cli

RANGE = '{ "engines": { "bun": "%s" } }\n'
IMPORT = 'import { SQL } from "bun";\nexport const db = new SQL("postgres://localhost");\n'
ALIAS = 'const 😀 = 1; import { readFile } from "bun:fs/promises";\nreadFile(String(😀));\n'


class Editor:
    """An editor with a repository open in it."""

    def __init__(self, client: LanguageClient, root) -> None:
        self.client = client
        self.root = root
        self.shown: dict[str, list[types.Diagnostic]] = {}
        self.messages: list[str] = []
        self.published = asyncio.Event()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._publish))
        client.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._message))

    def _publish(self, given: types.PublishDiagnosticsParams) -> None:
        self.shown[given.uri] = list(given.diagnostics)
        self.published.set()

    def _message(self, given: types.ShowMessageParams) -> None:
        self.messages.append(given.message)
        self.published.set()

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str) -> None:
        document = types.TextDocumentItem(self.uri(name), "typescript", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, name: str, text: str, version: int = 2) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri(name)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def until(self, happened: Callable[[], bool]) -> None:
        async with asyncio.timeout(20) if sys.version_info >= (3, 11) else _forever():
            while not happened():
                self.published.clear()
                await self.published.wait()

    async def rules(self, name: str, *expected: str) -> list[types.Diagnostic]:
        """Wait until exactly these rules are shown for a file."""
        uri = self.uri(name)
        await self.until(lambda: uri in self.shown and [each.code for each in self.shown[uri]] == list(expected))
        return self.shown[self.uri(name)]

    async def actions(self, name: str, line: int, character: int) -> list[types.CodeAction]:
        place = types.Position(line, character)
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri(name)), types.Range(place, place), types.CodeActionContext([])
        )
        return list(await self.client.text_document_code_action_async(asked))


class _forever:  # noqa: N801 - stands in for a function
    async def __aenter__(self) -> None: ...
    async def __aexit__(self, *_: object) -> None: ...


def edit(repository, session: Callable[[Editor], Awaitable[None]], encodings: tuple[str, ...] = ("utf-16",)) -> None:
    """Run a session in an editor whose server runs in a process of its own."""

    async def run() -> None:
        client = LanguageClient("test", "1")
        editor = Editor(client, repository.root)
        await client.start_io(sys.executable, "-m", "bunproof", "lsp")
        try:
            general = types.GeneralClientCapabilities(
                position_encodings=[types.PositionEncodingKind(each) for each in encodings]
            )
            capabilities = types.ClientCapabilities(general=general)
            await client.initialize_async(
                types.InitializeParams(capabilities, root_uri=repository.root.as_uri(), process_id=None)
            )
            client.initialized(types.InitializedParams())
            await session(editor)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    asyncio.run(run())


def test_findings_come_and_go_while_typing(repository) -> None:
    async def session(editor: Editor) -> None:
        editor.open("src/db.ts", IMPORT)
        (found,) = await editor.rules("src/db.ts", "missing-bun-export")
        assert (found.source, found.severity) == ("bunproof", types.DiagnosticSeverity.Error)
        assert found.range == types.Range(types.Position(0, 9), types.Position(0, 12))
        assert found.message.startswith("`SQL` is missing from `bun` in Bun 1.1.0\n")
        assert "\nhelp: " in found.message
        assert found.code_description.href.endswith("/rules/missing-bun-export/")
        editor.change("src/db.ts", "export {};\n")
        await editor.rules("src/db.ts")
        editor.change("src/db.ts", IMPORT, 3)
        await editor.rules("src/db.ts", "missing-bun-export")
        editor.close("src/db.ts")
        await editor.rules("src/db.ts")

    edit(repository.write({"package.json": RANGE % ">=1.1.0", "src/db.ts": "export {};\n"}).commit(), session)


def test_what_is_not_saved_yet_decides_for_other_files(repository) -> None:
    async def session(editor: Editor) -> None:
        editor.open("src/db.ts", IMPORT)
        await editor.rules("src/db.ts", "missing-bun-export")
        editor.open("package.json", RANGE % ">=1.2.0")
        await editor.rules("src/db.ts")

    edit(repository.write({"package.json": RANGE % ">=1.1.0", "src/db.ts": IMPORT}).commit(), session)


@pytest.mark.parametrize(
    ("encodings", "extra"),
    [(("utf-16",), 1), (("utf-32", "utf-16"), 0), (("utf-8",), 3)],
    ids=["UTF-16", "UTF-32", "UTF-8"],
)
def test_a_quick_fix_in_the_units_of_the_client(repository, encodings: tuple[str, ...], extra: int) -> None:
    start = ALIAS.index("bun:") + extra

    async def session(editor: Editor) -> None:
        editor.open("a.ts", ALIAS)
        (found,) = await editor.rules("a.ts", "undocumented-node-alias")
        (action,) = await editor.actions("a.ts", 0, start)
        assert (action.title, action.is_preferred) == ("write `node:fs/promises`", True)
        assert list(action.diagnostics) == [found]
        ((uri, (made,)),) = action.edit.changes.items()
        assert uri == editor.uri("a.ts")
        assert made.new_text == "node:fs/promises"
        assert made.range == types.Range(types.Position(0, start), types.Position(0, start + 15))
        assert await editor.actions("a.ts", 1, 0) == []

    edit(repository.write({"a.ts": ""}).commit(), session, encodings)


def test_an_action_never_speaks_of_an_older_text(repository) -> None:
    async def session(editor: Editor) -> None:
        editor.open("a.ts", ALIAS)
        await editor.rules("a.ts", "undocumented-node-alias")
        editor.change("a.ts", "\n" + ALIAS)
        (action,) = await editor.actions("a.ts", 1, 41)
        assert action.edit.changes[editor.uri("a.ts")][0].range.start.line == 1

    edit(repository.write({"a.ts": ""}).commit(), session)


def test_what_git_ignores_is_left_alone(repository) -> None:
    async def session(editor: Editor) -> None:
        editor.open("node_modules/x/a.ts", ALIAS)
        editor.open("a.ts", ALIAS)
        await editor.rules("a.ts", "undocumented-node-alias")
        await editor.rules("node_modules/x/a.ts")

    edit(repository.write({".gitignore": "node_modules\n", "a.ts": ""}).commit(), session)


def test_a_file_outside_of_every_repository_is_left_alone(repository) -> None:
    async def session(editor: Editor) -> None:
        editor.open("../outside.ts", ALIAS)
        editor.open("a.ts", ALIAS)
        await editor.rules("a.ts", "undocumented-node-alias")
        assert await editor.actions("../outside.ts", 0, 41) == []
        assert list(editor.shown) == [editor.uri("a.ts")]

    edit(repository.write({"a.ts": ""}).commit(), session)


def test_a_broken_configuration_is_said_once(repository) -> None:
    async def session(editor: Editor) -> None:
        editor.open("a.ts", ALIAS)
        await editor.until(lambda: bool(editor.messages))
        editor.change("a.ts", "\n")
        editor.open("bunproof.toml", "strict = true\n")
        await editor.rules("a.ts")
        assert editor.messages == ["bunproof: bunproof.toml: unknown key `strikt`, did you mean `strict`?"]

    edit(repository.write({"a.ts": "", "bunproof.toml": "strikt = true\n"}).commit(), session)


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("bunproof.lsp.server", "bunproof.lsp.protocol"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert cli.main(["lsp"]) == 2
    assert capsys.readouterr().err == "bunproof: the language server is an extra: pip install 'bunproof[lsp]'\n"
