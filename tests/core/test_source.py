from __future__ import annotations

import pytest

from bunproof.source import Source, Span


@pytest.mark.parametrize(
    ("data", "offset", "place"),
    [
        pytest.param(b"ab\ncd", 4, (2, 2), id="second line"),
        pytest.param(b"ab\r\ncd", 4, (2, 1), id="CRLF ends a line once"),
        pytest.param("ünï = 1".encode(), 3, (1, 4), id="columns count code points, not bytes"),
        pytest.param("\U0001f600x".encode(), 1, (1, 2), id="an astral character is one column"),
        pytest.param(b"\xef\xbb\xbfab", 1, (1, 2), id="a byte order mark takes no column"),
        pytest.param(b"ab\n", 3, (2, 1), id="the end of the text is a place"),
        pytest.param(b"", 0, (1, 1), id="an empty file has a place"),
    ],
)
def test_position(data: bytes, offset: int, place: tuple[int, int]) -> None:
    assert tuple(Source("x", data).position(offset)) == place


@pytest.mark.parametrize(
    ("data", "byte", "offset"),
    [
        pytest.param(b"abc", 2, 2, id="ascii"),
        pytest.param("ünï".encode(), 3, 2, id="two-byte characters"),
        pytest.param(b"\xef\xbb\xbf\xc3\xbcx", 2, 1, id="counted without the byte order mark"),
        pytest.param(b"\xffx", 3, 1, id="an invalid byte is one replacement character of three bytes"),
    ],
)
def test_byte_to_code_point(data: bytes, byte: int, offset: int) -> None:
    assert Source("x", data).offset(byte) == offset


def test_location_carries_its_line_without_the_line_ending() -> None:
    location = Source("x", b"one\r\ntwo\r\n").locate(Span(5, 8))
    assert (location.start, location.end, location.excerpt) == ((2, 1), (2, 4), "two")


@pytest.mark.parametrize(("data", "lossy"), [(b"\xff", True), ("é".encode(), False), ("\ufffd".encode(), False)])
def test_lossy_means_invalid_utf8(data: bytes, lossy: bool) -> None:
    assert Source("x", data).lossy is lossy
