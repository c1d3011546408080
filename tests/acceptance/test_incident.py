"""The case that bunproof exists for: every row of it is blocked, and nothing beside it."""

from __future__ import annotations

import pytest
from incident import (
    ENVIRONMENTS,
    EXPECTED_CONFIGURATION,
    EXPECTED_IGNORED_IMPORTS,
    EXPECTED_IMPORTS,
    EXPECTED_PLACEHOLDERS,
    FILES,
    IGNORED_FILES,
    INNOCENT_KEYS,
    VALID,
    WORKER,
)

CONFIGURATION = f"{WORKER}/wrangler.toml"


@pytest.fixture(scope="module")
def findings(tmp_path_factory, make_repository):
    repository = make_repository(tmp_path_factory.mktemp("incident"))
    repository.write(FILES).write(IGNORED_FILES).commit()
    run = repository.check()
    assert run.code == 1, run.err
    return run.diagnostics


def places(findings, hook, severity="error"):
    return {(each["path"], each["line"]) for each in findings if each["hook"] == hook and each["severity"] == severity}


def test_all_nine_imports_are_errors_and_no_other_import_is(findings) -> None:
    assert places(findings, "bun-imports") == EXPECTED_IMPORTS | EXPECTED_IGNORED_IMPORTS


def test_each_import_says_which_pin_it_breaks_and_which_one_says_otherwise(findings) -> None:
    for each in findings:
        if each["rule"] == "missing-bun-export":
            told = {note["name"]: note["message"] for note in each["notes"]}
            assert told["pinned"] == f">=1.1.0 by {WORKER}/package.json `engines.bun` (line 5)", each
            assert "1.2.21" in str(each["notes"]), each


def test_sqlite_is_never_suggested_for_code_of_the_worker(findings) -> None:
    for each in findings:
        if each["hook"] == "bun-imports" and each["path"].startswith(f"{WORKER}/src/"):
            assert "from `bun:sqlite`" not in each["help"], each


def test_all_twelve_placeholders_are_errors_and_nothing_else_is(findings) -> None:
    assert places(findings, "placeholder-credentials") == EXPECTED_PLACEHOLDERS


@pytest.mark.parametrize("key", INNOCENT_KEYS)
def test_innocent_neighbours_stay_silent(findings, key) -> None:
    lines = FILES[CONFIGURATION].splitlines()
    told = {lines[each["line"] - 1].split(" =")[0] for each in findings if each["path"] == CONFIGURATION}
    assert key not in told


def test_the_duplicate_table_and_the_cron_tables_are_errors(findings) -> None:
    assert places(findings, "wrangler-config") >= EXPECTED_CONFIGURATION


def test_an_environment_without_bindings_is_one_warning(findings) -> None:
    warned = [
        each["environment"]
        for each in findings
        if each["hook"] == "wrangler-config" and each["severity"] == "warning" and each["environment"]
    ]
    assert sorted(warned) == sorted(ENVIRONMENTS)


def test_valid_imports_stay_silent(findings) -> None:
    assert [each for each in findings if each["path"] == VALID] == []
