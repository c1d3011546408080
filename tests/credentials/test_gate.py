"""What the gate sends away unread could not have been an offence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from memory import MemoryTree

from bunproof.credentials import gate, suspicion
from bunproof.credentials.file_kind import SOURCE
from bunproof.credentials.inspect import cases
from bunproof.credentials.vocabulary import names
from bunproof.project import Project
from bunproof.settings import Settings


@pytest.mark.parametrize("style", [str.lower, str.upper, str.title])
@pytest.mark.parametrize("noun", sorted(names.NOUNS))
def test_data_with_a_credentials_name_is_read(noun, style) -> None:
    for text in (f'{{ "app_{style(noun)}": "hunter2" }}', f'{{ "{style(noun)}": "hunter2" }}'):
        assert gate.kind_to_judge("config/app.json", text.encode(), {}), text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("config/app.yaml", "title: a page\nlines: 3\n", id="data that speaks of nothing"),
        pytest.param("src/app.ts", "export const lines = 3;\n", id="program text that speaks of nothing"),
        pytest.param("tests/app.test.ts", 'const token = "your-token";\n', id="a test"),
        pytest.param("config/app.json", "", id="an empty file"),
    ],
)
def test_it_is_sent_away(path, text) -> None:
    assert gate.kind_to_judge(path, text.encode(), {}) == ""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(".env", "A=b\n", id="an environment file, whatever it says"),
        pytest.param("wrangler.json", '{ "a": "b" }', id="a wrangler configuration, whatever it says"),
        pytest.param("config/app.json", '{ "client_id": "your-client-id" }', id="a stand-in for an id"),
        pytest.param(
            "config/app.json", '{ "x": "ghp_0123456789abcdefghij0123456789abcdef" }', id="a token by its form"
        ),
        pytest.param("config/app.json", '{ "x": "postgres://a:b@c/d" }', id="an address"),
    ],
)
def test_it_is_read(path, text) -> None:
    assert gate.kind_to_judge(path, text.encode(), {})


PIECES = st.sampled_from([
    *suspicion.NAMES, b"api_key", b"apiKey", b"Key", b"Token", b"SECRET", b"KEY", b"password", b"Password", b"passphrase", b"pass", b"pwd", b"private", b"query",
    b"Id", b"Url", b"Value", b"s", b"ize", b"2", b"or", b"or ", b"or\n", b" ", b"\t", b"\n", b"\r\n", b"\n  ", b"// ", b" * ", b"/* ",
    b"=", b" = ", b": ", b":", b",", b", ", b"(", b")", b"]", b"!", b"\\", b"||", b" || ", b"|", b"??", b"?", b"?:", b" => ", b"==", b": string = ", b" as const",
    b'"', b"'", b"`", b"a", b"9", b"_", b"-", b"$", b".", b"x" * 38, b" " * 7, b" " * 58, b"," * 238, b"://", b"user:secret@", b"@", b"/", b"\xc3\xbc", b"\0",
    b'"your-secret-key"', b"'your-api-token-here'", b'"changeme"', b'"Tr0ub4dor&3"', b"`Bearer ${x}`", b"`", b"${", b"}", b'"sk_live_4eC39HqLyjWDarjtT1zdp7dc"',
    b"process.env.", b"z.string().default(", b"set", b"setenv(", b'"value"', b"value: ", b"name: ", b"const ", b"new String(", b"Buffer.from(",
])  # fmt: skip


@settings(max_examples=2000)
@given(st.lists(PIECES, max_size=14).map(b"".join))
@example(b"tokenor\n,'")
@example(b"token" + b"x" * 40 + b'"`!]' + b" " * 8 + b"=" + b"," * 240 + b"\n" + b" " * 60 + b"'")
@example(b"://" + b"u" * 64 + b":" + b"p" * 200 + b"@")
@example(b'const SECRET_KEY = process.env.KEY || "your-secret-key"')
@example(b'// token = "your-api-token-here"\nconst a = 1;')
@example(b'@Value("${jwt.secret:mySecretKey}")')
def test_program_text_without_suspicion_has_no_offence(text) -> None:
    if not suspicion.is_raised(text, text.lower()):
        assert [case.pair.key for case in cases(Project(MemoryTree({}), Settings()), "src/a.ts", text, SOURCE)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('const tokenType = "Bearer";', id="a word after the noun"),
        pytest.param("useQuery({ queryKey: ['posts'] });", id="a key that is a place in data"),
        pytest.param("export const SymbolKey = 'effect/STM';", id="a key of something else"),
        pytest.param("const tokens = ['a', 'b'];", id="a plural"),
        pytest.param('if (token === "none") {}', id="a comparison"),
        pytest.param('parse(token, "[")', id="an argument beside another"),
        pytest.param('escapeToken(token).replace("#", "%23")', id="a call"),
        pytest.param("headers: { Authorization: `Bearer ${token}` }", id="a template that is filled in"),
        pytest.param(' * token: "your-token"\n', id="a comment of whole lines"),
        pytest.param('{ token, type: "a" }', id="a string for another name"),
    ],
)
def test_nothing_is_suspected(text) -> None:
    data = f"export {{}};\n{text}".encode()
    assert not suspicion.is_raised(data, data.lower())
