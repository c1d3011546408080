"""The readers: data as wrangler sees it, places for any key path, and nothing that crashes them."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from bunproof.source import Source
from bunproof.syntax.document import plain
from bunproof.wrangler.read import read


def document(text: str | bytes, name: str = "wrangler.toml"):
    return read(Source(name, text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a = 0x1F\nb = 0o17\nc = 0b11\nd = 1_000", {"a": 31, "b": 15, "c": 3, "d": 1000}, id="bases"),
        pytest.param("a = 1e3\nb = -0.5\nc = inf\nd = 1_0.5_0", {"a": 1e3, "b": -0.5, "c": float("inf"), "d": 10.5}, id="floats"),
        pytest.param("a = 2025-02-30", {"a": dt.date(2025, 3, 2)}, id="a day too many rolls over"),
        pytest.param("a = 2025-02-28T07:32", {"a": dt.datetime.fromisoformat("2025-02-28T07:32:00")}, id="a time without seconds"),
        pytest.param("a = 2025-02-30T01:02:03.5+05:30",
                     {"a": dt.datetime(2025, 3, 2, 1, 2, 3, 500_000, dt.timezone(dt.timedelta(hours=5.5)))}, id="an offset"),
        pytest.param("a = 2025-02-30 01:02:03Z", {"a": dt.datetime(2025, 3, 2, 1, 2, 3, tzinfo=dt.timezone.utc)}, id="a blank for T"),
        pytest.param("x = 2025-02-30\na = 07:32:00.25", {"x": dt.date(2025, 3, 2), "a": dt.time(7, 32, 0, 250_000)}, id="a time"),
        pytest.param('x = 2025-02-30\na = "\\e\\x41\\u00e9\\U0001F600\\t"', {"x": dt.date(2025, 3, 2), "a": "\x1bAé😀\t"}, id="escapes"),
        pytest.param('x = 2025-02-30\na = """\nb\\\n   c"""""', {"x": dt.date(2025, 3, 2), "a": 'bc""'}, id="several lines"),
        pytest.param("x = 2025-02-30\na = '''\r\nb\r\n'''", {"x": dt.date(2025, 3, 2), "a": "b\n"}, id="literal lines"),
        pytest.param("x = 2025-02-30\na = { b.c = 1, # d\n e = [1, [2], ], }", {"x": dt.date(2025, 3, 2), "a": {"b": {"c": 1}, "e": [1, [2]]}}, id="inline over lines"),
        pytest.param("x = 2025-02-30\n[[a.b]]\nc = 1\n[[a.b]]\n[a.b.d]\n[a]\ne = true", {"x": dt.date(2025, 3, 2), "a": {"b": [{"c": 1}, {"d": {}}], "e": True}}, id="arrays of tables"),
        pytest.param("\ufeff\ufeffa = 1", {"a": 1}, id="a byte order mark too many"),
        pytest.param("x = 2025-02-30\na = -nan\n[b]\nc = false", None, id="a negative NaN"),
    ],
)  # fmt: skip
def test_toml(text, data) -> None:
    read_ = document(text)
    assert read_.problem is None
    if data is not None:
        assert read_.data == data


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"a = 1\r", id="a lone carriage return"),
        pytest.param(b"a = 9007199254740993", id="an integer that JavaScript rounds"),
        pytest.param(b"a = 0xFFFFFFFFFFFFFFFF", id="the same in another base"),
        pytest.param(b"a = 2025-13-01", id="a thirteenth month"),
        pytest.param(b"a = 2025-01-01T25:00:00", id="a 25th hour"),
        pytest.param(b"a = 2025-01-01T00:00:00+99:00", id="an impossible offset"),
        pytest.param(b"a = 2025-01-01T00:00:00+01:60", id="an offset of sixty minutes"),
        pytest.param(b"a = 2025-01-01Tx", id="half a time"),
        pytest.param(b"a = 07:3", id="half a clock"),
        pytest.param(b"a = 1__0", id="two underscores"),
        pytest.param(b"a = 0x", id="a base without digits"),
        pytest.param(b"a = 0b12", id="a digit too big"),
        pytest.param(b"a = 1e", id="an exponent without digits"),
        pytest.param(b"a = 007", id="leading zeros"),
        pytest.param(b"a = truely", id="more than a word"),
        pytest.param(b"a = {b = 1, b = 2}", id="inline: a key twice"),
        pytest.param(b"a = {b = 1, b.c = 2}", id="inline: into a value"),
        pytest.param(b"a = [1 2]", id="a comma missing"),
        pytest.param(b"a = [1,", id="an array without end"),
        pytest.param(b"a = {", id="a table without end"),
        pytest.param(b"a.b = 1\n[a.b.c]", id="a header into a value"),
        pytest.param(b"[a]\n[a.b]\n[[a.b]]", id="an array where a table is"),
        pytest.param(b"[[a]", id="half a header"),
        pytest.param(b"[a] b", id="more after a header"),
        pytest.param(b'"""a""" = 1', id="a key of several lines"),
        pytest.param(b"a..b = 1", id="an empty part of a key"),
        pytest.param(b". = 1", id="no key"),
        pytest.param(b"= 1", id="nothing before the sign"),
        pytest.param(b"a", id="a key and nothing else"),
        pytest.param(b'a = "\\u12"', id="half an escape"),
        pytest.param(b'a = "\\UFFFFFFFF"', id="no character"),
        pytest.param(b'a = """\\ x"""', id="a backslash before a blank"),
        pytest.param(b'a = "\\', id="a backslash at the end"),
        pytest.param(b"a = 'b\nc'", id="a line end in a string"),
        pytest.param(b"\xff\xfea\0", id="UTF-16"),
        pytest.param(b"\xff\xfe\0\0a\0\0\0", id="UTF-32"),
    ],
)
def test_what_is_no_toml_has_a_place(text) -> None:
    read_ = document(text)
    assert read_.data is None
    assert read_.problem is not None
    assert 0 <= read_.problem.span.start <= len(text)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        pytest.param(
            "url = ws://x", 6, id="a colon in the third place: what is no time is named from the blank before"
        ),
        pytest.param("url = wss://x", 7, id="a colon elsewhere"),
        pytest.param("on = t1:x", 6, id="a word that begins like true"),
        pytest.param("at = 2025-01-01T00:00:00+01:60", 6, id="a date whose offset is wrong"),
    ],
)
def test_the_place_of_a_problem_is_the_one_that_wrangler_names(text, column) -> None:
    read_ = document(text)
    assert read_.problem is not None
    assert read_.source.position(read_.problem.span.start).column == column


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("w.toml", "a = " + "[" * 100_000, id="TOML: brackets"),
        pytest.param("w.toml", "a = " + "{b=" * 50_000, id="TOML: tables"),
        pytest.param("w.toml", ".".join("a" * 20_000) + " = 1", id="TOML: a dotted key"),
        pytest.param("w.toml", 'a = "' + "\\" * 200_001, id="TOML: backslashes"),
        pytest.param("w.toml", "a = '''" + "'" * 100_000, id="TOML: quotes"),
        pytest.param("w.json", "[" * 100_000, id="JSON: brackets"),
        pytest.param("w.json", '{"a":' * 50_000, id="JSON: tables"),
        pytest.param("w.json", '"' + '\\"' * 100_000, id="JSON: backslashes"),
        pytest.param("w.json", "/*" * 100_000, id="JSON: comments"),
        pytest.param("w.json", "[" + "," * 100_000, id="JSON: commas"),
        pytest.param("w.jsonc", "[1," + " " * 100_000 + "]", id="JSON: blanks"),
    ],
)
def test_hostile_files_end_soon(name, text) -> None:
    document(text, name)


def test_nesting_has_a_limit_which_is_our_own_for_json() -> None:
    assert document("[" * 1000 + "]" * 1000, "w.json").problem is None
    problem = document("[" * 1001 + "]" * 1001, "w.json").problem
    assert problem is not None
    assert problem.own
    assert document("a = " + "[" * 1000 + "]" * 1000).problem is None
    problem = document("a = " + "[" * 1001 + "]" * 1001).problem
    assert problem is not None
    assert not problem.own


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param('{"a": 1, // b\n "c": [1, 2, /* d */], }', {"a": 1, "c": [1, 2]}, id="comments, trailing commas"),
        pytest.param('{"a": "// no comment, ]", }', {"a": "// no comment, ]"}, id="comments in strings"),
        pytest.param('{"__proto__": {"a": 1}, "b": [{"__proto__": 2}]}', {"b": [{}]}, id="prototypes are not data"),
        pytest.param('{"a": 1, "a": 2}', {"a": 2}, id="the last key wins"),
        pytest.param('{"a": "\\ud800", "b": 1e400}', {"a": "\ud800", "b": float("inf")}, id="what JavaScript allows"),
    ],
)
def test_json(text, data) -> None:
    assert document(text, "wrangler.jsonc").data == data


@pytest.mark.parametrize(
    "text",
    ["", "// x", "[,]", "{,}", "[1,,]", "[1 2]", '{"a" 1}', "{a: 1}", "{1: 2}", "[1]]", "[1}", '{"a": }', "[.5]", "[5.]",
     "[08]", "[+1]", "[0x1]", "['a']", "[`a`]", "[#a]", '["a\n"]', '["\\q"]', '["\\u12"]', "[\u00a0]", "[tru]", "[True]",
     "[1] x", "/* x", "[1, /", "[\x00]", "[-]", "[1e]", "[\u2028]", '"a\x01"'],
)  # fmt: skip
def test_what_is_no_json_has_a_place(text) -> None:
    problem = document(text, "wrangler.json").problem
    assert problem is not None
    assert problem.message


def test_a_key_path_leads_to_its_places() -> None:
    text = 'a.b = [1, { c = "x" }]\n[[d]]\ne = 1\n[[d]]\n[d.f]\ng = 2\n'
    read_ = document(text)

    def at(*path, part="key"):
        start, end = read_.locate(path, part)
        return text[start:end]

    assert at("a") == "a"
    assert at("a", "b", part="value") == '[1, { c = "x" }]'
    assert at("a", "b", 1, "c") == "c"
    assert at("a", "b", 1, "c", part="value") == '"x"'
    assert at("d", 1) == "d"
    assert at("d", 1, "f", "g") == "g"
    assert at("d", 1, "f", "nothing", "here") == "f"
    header = read_.header(("d", 1, "f", "g"))
    assert header is not None
    assert text[header.start : header.end] == "[d.f]"
    assert read_.header(("a",)) is None
    assert read_.header(("nothing",)) is None
    assert read_.node(("a", "b", "c")) is None
    assert [(entry.path, entry.data) for entry in read_.scalars()] == [
        (("a", "b", 0), 1), (("a", "b", 1, "c"), "x"), (("d", 0, "e"), 1), (("d", 1, "f", "g"), 2),
    ]  # fmt: skip


def test_places_are_read_only_when_asked_for() -> None:
    read_ = document('name = "w"')
    assert read_._scanned is None
    assert read_.duplicates == ()
    assert read_._scanned is None


def test_another_kind_of_file_is_an_empty_configuration() -> None:
    assert document("whatever", "wrangler.yaml").data == {}
    assert document("whatever", "wrangler.yaml").locate(("a",)) == (0, 0)


def test_the_slow_reading_agrees_with_the_quick_one() -> None:
    chooser = random.Random(7)  # noqa: S311 - nothing is secret here
    for _ in range(200):
        keys = [chooser.choice("abcdef") + str(index) for index in range(chooser.randrange(1, 8))]
        lines = [
            f"{key} = {chooser.choice(['1', 'true', '[1, {x = 2}]', chr(34) + 'é' + chr(34), '1979-05-27', '{}'])}"
            for key in keys
        ]
        lines.insert(chooser.randrange(len(lines) + 1), f"[{chooser.choice('xyz')}.{chooser.choice('uvw')}]")
        read_ = document("\n".join(lines))
        assert read_.problem is None
        assert plain(read_.scanned.root) == read_.data
