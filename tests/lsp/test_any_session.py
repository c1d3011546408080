"""Whatever an editor does and whatever stands in its buffers: no crash, places within the text, and what a run says."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from itertools import count

import pytest

pytest.importorskip("pygls", reason="in the dependency group `test`")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import Workspace
from strategies import contents

from bunproof.arguments import parse
from bunproof.lsp.server import Server
from bunproof.lsp.units import Lines, saved
from bunproof.run import run

WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
OPENED = (
    "src/index.ts",
    "package.json",
    "wrangler.toml",
    "src/App.vue",
    ".env",
    "bun.lock",
    "Makefile",
    "bunproof.toml",
)
ODD = ["\ud800", "\udc00\ud83d", "\r", "\r\n", "\u2028", "\x0c", "\x85", "\ufeff", "\0", "😀", "\t", "a" * 300]
IMPORT = 'import { SQL, nope } from "bun"; import { readFile } from "bun:fs/promises"; new SQL(nope, readFile);\n'
FOUND = ["undocumented-node-alias"]


@contextmanager
def inside(folder):
    """In a folder for a while; `contextlib.chdir` is of Python 3.11."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def texts() -> st.SearchStrategy[str]:
    """What may stand in a buffer; JSON can spell what no file can hold."""
    pieces = st.one_of(st.sampled_from([*ODD, IMPORT]), contents().map(lambda data: data.decode("utf-8", "replace")))
    return st.one_of(pieces, st.lists(pieces, max_size=5).map("".join), st.text(st.characters(), max_size=60))


class Editor:
    """A server with a repository, spoken to without a wire."""

    def __init__(self, root, encoding: str) -> None:
        self.root = root
        self.server = Server()
        self.shown: dict[str, list[types.Diagnostic]] = {}
        self.told: list[str] = []
        self.encoding = encoding
        spoken = self.server.protocol
        kind = types.TextDocumentSyncKind.Full
        spoken.protocol._workspace = Workspace(root.as_uri(), kind, None, types.PositionEncodingKind(encoding))
        spoken.text_document_publish_diagnostics = lambda given: self.shown.update({given.uri: list(given.diagnostics)})
        spoken.window_show_message = lambda given: self.told.append(given.message)

    @property
    def documents(self):
        return self.server.protocol.workspace.text_documents

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, uri: str, text: str) -> None:
        self.server.protocol.workspace.put_text_document(types.TextDocumentItem(uri, "x", 1, text))

    def change(self, uri: str, text: str) -> None:
        document = types.VersionedTextDocumentIdentifier(2, uri)
        self.server.protocol.workspace.update_text_document(
            document, types.TextDocumentContentChangeWholeDocument(text)
        )

    def close(self, uri: str) -> None:
        self.server.protocol.workspace.remove_text_document(uri)
        self.shown.pop(uri, None)

    def judge(self) -> None:
        self.server._judge()
        for uri, found in self.shown.items():
            for each in found:
                self.check(uri, each.range)
                for other in each.related_information or ():
                    self.check(other.location.uri, other.location.range)

    def actions(self, uri: str, place: types.Range) -> list[types.CodeAction]:
        asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, types.CodeActionContext([]))
        found = self.server._actions(asked)
        for each in found:
            for target, edits in each.edit.changes.items():
                for edit in edits:
                    self.check(target, edit.range)
        return found

    def check(self, uri: str, place: types.Range) -> None:
        """A range lies within the text that the editor shows."""
        if uri not in self.documents:
            return
        codec, width = WIDTHS[self.encoding]
        lines = re.split(r"\r\n|\r|\n", self.documents[uri].source)
        for at in (place.start, place.end):
            assert 0 <= at.line < len(lines)
            assert 0 <= at.character <= len(lines[at.line].encode(codec, "surrogatepass")) // width
        assert (place.start.line, place.start.character) <= (place.end.line, place.end.character)


@pytest.fixture(scope="module")
def repositories(tmp_path_factory, make_repository):
    folder = tmp_path_factory.mktemp("sessions")
    number = count()

    def make():
        files = {
            "package.json": '{"engines": {"bun": ">=1.1.0"}}',
            "src/index.ts": IMPORT,
            "wrangler.toml": 'name = "w"\n',
        }
        return make_repository(folder / str(next(number))).write(files).commit()

    return make


POSITIONS = st.builds(types.Position, st.sampled_from([0, 1, 7, 2**31 - 1]), st.sampled_from([0, 3, 40, 2**31 - 1]))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("open"), st.sampled_from(OPENED), texts()),
        st.tuples(st.just("change"), st.sampled_from(OPENED), texts()),
        st.tuples(st.just("close"), st.sampled_from(OPENED), st.none()),
        st.tuples(st.just("act"), st.sampled_from(OPENED), st.builds(types.Range, POSITIONS, POSITIONS)),
        st.tuples(st.just("judge"), st.just(""), st.none()),
    ),
    max_size=8,
)


@given(steps=STEPS, encoding=st.sampled_from(sorted(WIDTHS)))
def test_any_session(repositories, steps, encoding) -> None:
    repository = repositories()
    editor = Editor(repository.root, encoding)
    for what, name, given_ in steps:
        uri = editor.uri(name)
        if what == "open":
            editor.open(uri, given_)
        elif what == "change" and uri in editor.documents:
            editor.change(uri, given_)
        elif what == "close" and uri in editor.documents:
            editor.close(uri)
        elif what == "act":
            editor.actions(uri, given_)
        elif what == "judge":
            editor.judge()
    editor.judge()
    assert not [each for each in editor.told if "a bug of ours" in each]
    open_ = {name: editor.documents[editor.uri(name)].source for name in OPENED if editor.uri(name) in editor.documents}
    if not open_ or "bunproof.toml" in open_:
        return
    repository.write({name: saved(text) for name, text in open_.items()})
    with inside(repository.root):
        judged = run(parse(["check", *open_])).diagnostics
    for name in open_:
        expected = sorted(each.rule.id for each in judged if each.location.path == name)
        assert sorted(each.code for each in editor.shown.get(editor.uri(name), ())) == expected, name


@given(text=texts(), encoding=st.sampled_from(sorted(WIDTHS)))
def test_a_place_is_where_the_client_counts_it(text, encoding) -> None:
    codec, width = WIDTHS[encoding]
    lines = Lines(text, encoding)
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
    for offset in {0, len(text), len(text) // 2, len(text) // 3}:
        line, column = lines.position(offset)
        start = [0, *ends][line]
        within = offset - (text[offset - 1 : offset + 1] == "\r\n")
        assert line == sum(end <= within for end in ends)
        assert column == len(text[start:within].encode(codec, "surrogatepass")) // width


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:a.ts",
        "git:/a.ts?x",
        "file:///a%00b.ts",
        "file://",
        "",
        "file:relative.ts",
        "not a uri",
        "file:///\ud800.ts",
    ],
)
def test_documents_that_are_no_files(repository, uri) -> None:
    repository.write({"a.ts": ""}).commit()
    editor = Editor(repository.root, "utf-16")
    editor.open(uri, IMPORT)
    editor.open(editor.uri("a.ts"), IMPORT)
    editor.judge()
    assert not editor.told
    assert [each.code for each in editor.shown[editor.uri("a.ts")] if each.code in FOUND] == FOUND
    assert editor.actions(uri, types.Range(types.Position(0, 0), types.Position(9, 9))) == []


def test_columns_after_other_line_ends_and_marks(repository) -> None:
    """Lines that end at CR alone, a form feed, U+2028 and a byte order mark: all that counts otherwise elsewhere."""
    repository.write({"a.ts": ""}).commit()
    editor = Editor(repository.root, "utf-16")
    alias = 'import { readFile } from "bun:fs/promises"; readFile();'
    for before, line, column in (
        ("\r\r", 2, 0),
        ("\x0c\u2028;", 0, 3),
        ("\ufeff", 0, 1),
        ("/*😀*/", 0, 6),
        ("\n\r\n", 2, 0),
    ):
        editor.open(editor.uri("a.ts"), before + alias)
        editor.judge()
        (found,) = (each for each in editor.shown[editor.uri("a.ts")] if each.code in FOUND)
        assert found.range.start == types.Position(line, column + alias.index("bun:"))
        editor.close(editor.uri("a.ts"))


def test_a_failure_is_told_once_and_the_rest_is_judged(repository, monkeypatch) -> None:
    repository.write({"a.ts": ""}).commit()
    editor = Editor(repository.root, "utf-16")
    editor.open(editor.uri("a.ts"), IMPORT)

    def fail(*_: object) -> None:
        raise KeyError("hunter2")

    monkeypatch.setattr("bunproof.lsp.server.judge", fail)
    editor.judge()
    editor.judge()
    assert len(editor.told) == 1
    assert "a bug of ours, KeyError at " in editor.told[0]
    assert "hunter2" not in editor.told[0]
