"""JSON that decides is let go where it is what `json` reads, which is not imported for it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bunproof import deciding

PIECES = [*'{}[],:" \n', '"a"', "1", "-2.5e3", "01", "true", "null", "NaN", "-Infinity", "//", "\f", "é", '"\\u00e9"', '"\\x"', "\ufeff", "\x00"]  # fmt: skip


def is_json(text: str) -> bool:
    def refuse(name: str) -> None:
        raise ValueError(name)

    try:
        json.loads(text, parse_constant=refuse)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"name": "app", "version": "1.0.0"}', id="a manifest"),
        pytest.param(' {"a": [1, -2.5e3, true, null, "\\u00e9"]}\r\n', id="every kind of value"),
        pytest.param("1", id="a number alone"),
        pytest.param("", id="nothing"),
        pytest.param("{", id="half"),
        pytest.param('{"a": 1,}', id="a trailing comma"),
        pytest.param('{"a": 1} x', id="something behind it"),
        pytest.param("// a\n{}", id="a comment"),
        pytest.param('{"a": NaN}', id="a constant of JavaScript"),
        pytest.param('{"a": "\n"}', id="a line break in a string"),
        pytest.param("\u00a0{}", id="a blank of Unicode"),
        pytest.param("1" * 5000, id="a number that Python refuses"),
    ],
)
def test_a_text(text) -> None:
    assert deciding.may_be_broken("package.json", text.encode()) is not is_json(text)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text(text) -> None:
    assert deciding.may_be_broken("package.json", text.encode()) is not is_json(text.removeprefix("\ufeff"))


def test_a_byte_order_mark_is_let_go() -> None:
    assert not deciding.may_be_broken("package.json", b"\xef\xbb\xbf{}")


def test_what_is_too_deep_for_another_reader() -> None:
    assert deciding.may_be_broken("package.json", b"[" * 1001 + b"]" * 1001)
