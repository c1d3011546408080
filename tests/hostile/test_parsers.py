"""Every function that takes a stranger's bytes, on bytes, on words in any order, and on mangled examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import mangled, soup, texts, words
from targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_parser(name) -> None:
    @given(st.one_of(st.binary(max_size=120), soup(words(name)), st.sampled_from(texts()).flatmap(mangled)))
    def any_bytes(data: bytes) -> None:
        TARGETS[name](data)

    any_bytes()


DEEP = 20_000
NESTED = {
    "arrays": (b"[", b"]"),
    "objects": (b'{"a":', b"}"),
    "TOML arrays": (b"a = " + b"[", b"]"),
    "TOML tables": (b"a = {a = ", b"}"),
    "parentheses": (b"(", b")"),
    "blocks": (b"{", b"}"),
    "functions": (b"function f() {", b"}"),
    "arrows": (b"() => ", b"1"),
    "conditions": (b"a ? b : ", b"c"),
    "negations": (b"!", b"Bun"),
    "members": (b"Bun.a", b""),
    "calls": (b"import('bun')", b""),
    "templates": (b"`${", b"}`"),
    "markup": (b"<a>", b"</a>"),
    "patterns": (b"const {a:", b"}"),
    "YAML lists": (b"- ", b"a"),
    "keys": (b"a.", b"b"),
    "headers": (b"[a.", b"]"),
    "digits": (b"1", b"1"),
    "quotes": (b'"', b'"'),
    "backslashes": (b"\\", b"\\"),
}


@pytest.mark.parametrize("shape", NESTED)
@pytest.mark.parametrize("name", TARGETS)
def test_deep_nesting(name, shape) -> None:
    opener, closer = NESTED[shape]
    for lead in (b"", b"\0", b"import { SQL } from 'bun';\n", b"a = ", b'{"a": '):
        TARGETS[name](lead + opener * 300 + closer * 300)
