"""The plain reader reads as the real one does, or not at all."""

from __future__ import annotations

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plain_configurations import read_plainly

READ = {
    "nothing": b"",
    "comments and blank lines": b"# a\n\n  # b\n",
    "strings": b"a = \"x # y\"\nb = '\\'\n",
    "a key whose strings are like another's": b'a = "x"\n[b]\na = "y # \'z"\n[[c]]\na = ""\n[[c]]\na = "\t"\n',
    "tables within the last of an array": b"[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2\n[a.b.c]\nx = 3\n",
    "tables around others": b"[a.b.c]\nx = 1\n[a]\nx = 2\n[a.b.d]\nx = 3\n[a.b]\nx = 4\n",
    "numbers": b"a = 1\nb = -1\nc = 0\nd = 1.5\ne = -0.25\n",
    "booleans": b"a = true\nb = false # no\n",
    "tables": b"[a]\nx = 1\n[a.b]\nx = 2\n[c.d]\n[c]\nx = 3\n",
    "arrays of tables": b"[[a]]\nx = 1\n[[a]]\n[a.b]\nx = 2\n[[a.c]]\nx = 3\n",
    "arrays": b'a = []\nb = ["x", 1, true, [2], { c = 3 }]\n',
    "an array over lines": b'a = [ # first\n  "x", # second\n\n  "y",\n]\nb = 1\n',
    "inline tables": b'a = { b = "x", c = { d = 1 } }\n',
    "Windows' line ends": b"a = 1\r\n[b]\r\nc = 2\r\n",
    "letters of other scripts": 'a = "schlüssel"\n'.encode(),
}
LEFT = {
    "dotted keys": b"a.b = 1\n",
    "quoted keys": b'"a" = 1\n',
    "escapes": b'a = "\\n"\n',
    "a string without an end": b'a = 1\n[b]\na = "',
    "a string that goes on": b'a = "x"\n[b]\na = "y\n"',
    "two strings": b'a = "x"\n[b]\na = "y" "z"\n',
    "a string with an escape": b'a = "x"\n[b]\na = "y\\"\n',
    "strings over lines": b'a = """x"""\n',
    "dates": b"a = 2025-01-01\n",
    "other numbers": b"a = 0x10\nb = 1_000\n",
    "large numbers": b"a = 1234567890123456\n",
    "a key twice": b"a = 1\na = 2\n",
    "a table twice": b"[a]\n[a]\n",
    "a table over a value": b"a = 1\n[a]\n",
    "a table in an inline one": b"a = {}\n[a.b]\n",
    "an array of tables over an array": b"a = []\n[[a]]\n",
    "no value": b"a =\n",
    "no end": b'a = ["x"\n',
    "two values": b"a = 1 2\n",
    "control characters": b"a = 1 # \x01\n",
    "a carriage return": b"a = 1\rb = 2\n",
    "no UTF-8": b'a = "\xff"\n',
    "a byte order mark": b"\xef\xbb\xbfa = 1\n",
}
PIECES = st.sampled_from([
    b"\n", b'a = "', b' = "', b" ", b"\t", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b'"', b"'", b",", b"#", b".", b"a", b"b", b"a.b", b"1", b"0", b"-", b"_", b"\\",
    b"true", b"\r", b"\r\n", b'"x"', b"[a]\n", b"[[a]]\n", b"[a.b]\n", b"[[a.b]]\n", b"a = 1\n", b"b = [1, 2]\n", b"a = { b = 1 }\n", b'c = "x"\n',
    b"a = [{b = 1}]\n", b"a = [\n1,\n# c\n 2]\n", b"1.5", b"00", b"1.", b".1", b"\xc3\xa9", b"\xff", b"\0",
])  # fmt: skip


def agrees(data: bytes) -> bool:
    """Whether the real reader reads the same, with the same types in the same order."""
    return repr(read_plainly(data)) == repr(tomli.loads(data.decode()))


@pytest.mark.parametrize("name", READ)
def test_it_is_read(name) -> None:
    assert agrees(READ[name])


@pytest.mark.parametrize("name", LEFT)
def test_it_is_left_to_the_real_reader(name) -> None:
    assert read_plainly(LEFT[name]) is None


@settings(max_examples=1_000)
@given(st.lists(PIECES, max_size=12).map(b"".join))
@example(b'a = ["x]", "[y"]\n')
@example(b"a = [{b = \n1}]\n")
@example(b"[a]\nx = [[1\n")
def test_whatever_it_reads_the_real_reader_reads_alike(data) -> None:
    if read_plainly(data) is not None:
        assert agrees(data)
