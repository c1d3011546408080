"""What the gate sends away unread could not have been an offence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bunproof.credentials import candidates, gate, suspicion
from bunproof.credentials.vocabulary import names


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
    *suspicion.NAMES, b"api_key", b"apiKey", b"Key", b"password", b"passphrase", b"pass", b"pwd", b"or", b"or ", b"or\n", b" ", b"\t", b"\n", b"\r\n",
    b"=", b":", b",", b"(", b")", b"]", b"!", b"\\", b"||", b"|", b"??", b"?", b"?:", b'"', b"'", b"`", b"a", b"9", b"_", b"-", b"$", b".", b"x" * 38,
    b" " * 7, b" " * 58, b"," * 238, b"://", b"user:secret@", b"@", b"/", b"\xc3\xbc", b"\0",
])  # fmt: skip


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=14).map(b"".join))
@example(b"tokenor\n,'")
@example(b"token" + b"x" * 40 + b'"`!]' + b" " * 8 + b"=" + b"," * 240 + b"\n" + b" " * 60 + b"'")
@example(b"://" + b"u" * 64 + b":" + b"p" * 200 + b"@")
def test_program_text_without_suspicion_holds_no_candidate(text) -> None:
    if next(candidates.windows(text), None) is not None:
        assert suspicion.is_raised(text.lower())
