"""The tables of Bun's exports, and how a new release extends them."""

from __future__ import annotations

import pytest

from bunproof.bun import exports, releases
from bunproof_dev import bun_tables, bun_tables_text
from bunproof_dev.bun_extend import extended
from bunproof_dev.bun_observe import Observation

EMPTY = bun_tables_text.Tables((), {}, {}, {}, {}, {}, {}, {}, {}, {})


def seen(version: str, *names: str, linked: tuple[str, ...] | None = None) -> Observation:
    return Observation(
        version, {"bun": list(names)}, {"bun": list(names if linked is None else linked)}, {}, [], ["fs"]
    )


@pytest.mark.parametrize(
    ("module", "name", "first", "last"),
    [
        pytest.param("bun", "$", "1.0.24", "1.4.5", id="since"),
        pytest.param("bun", "SQL", "1.2.0", "1.4.5", id="SQL"),
        pytest.param("bun", "stringHashCode", "1.0.0", "1.0.36", id="removed"),
        pytest.param("bun:sqlite", "SQLiteError", "1.0.21", "1.4.5", id="sqlite"),
        pytest.param("bun:test", "onTestFinished", "1.3.2", "1.4.5", id="test"),
        pytest.param("bun:app", "Response", "1.3.0", "1.4.3", id="app"),
    ],
)
def test_life_span(module, name, first, last):
    found = exports.with_name(module, name)
    assert (releases.NAMES[min(found)], releases.NAMES[max(found)]) == (first, last)


def test_a_release_between_two_lacks_what_they_have():
    found = exports.with_module("bun:sql")
    assert [releases.NAMES[index] for index in sorted(found)] == ["1.1.22", "1.1.35"]


def test_every_release_is_known():
    assert len(releases.NAMES) == 127
    assert "1.1.23" not in releases.NAMES


def test_the_committed_tables_are_what_the_generator_writes(monkeypatch):
    monkeypatch.setattr("sys.argv", ["bun_tables", "--check"])
    assert bun_tables.main() == 0


def test_a_release_extends_closes_and_reopens_spans():
    tables = extended(EMPTY, seen("2.0.0", "a", "b"), {"bun": ["T"]})
    tables = extended(tables, seen("2.0.1", "a", "c", linked=("a",)), {"bun": ["T", "U"]})
    tables = extended(tables, seen("2.0.2", "a", "b", "c"), {})
    assert tables.releases == ("2.0.0", "2.0.1", "2.0.2")
    assert tables.values["bun"] == {"a": "2.0.0", "b": "2.0.0-2.0.0 2.0.2", "c": "2.0.1"}
    assert tables.hidden["bun"] == {"c": "2.0.1-2.0.1"}
    assert tables.types["bun"] == {"T": "2.0.0-2.0.1", "U": "2.0.1-2.0.1"}
    assert tables.aliases == {"fs": "2.0.0"}
    assert tables.modules == {"bun": "2.0.0"}


def test_an_older_release_is_refused():
    tables = extended(EMPTY, seen("2.0.1", "a"), {})
    with pytest.raises(ValueError, match=r"Bun 2\.0\.0 is older than 2\.0\.1"):
        extended(tables, seen("2.0.0", "a"), {})


def test_a_known_release_that_shows_something_else_is_refused():
    tables = bun_tables_text.load()
    with pytest.raises(SystemExit, match=r"bun of Bun 1\.4\.5: .*'nope'"):
        extended(tables, seen("1.4.5", "nope"), {})
