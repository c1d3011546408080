from __future__ import annotations

import pytest
from clean_configurations import CLEAN, OLD, SCRIPT


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_said_of_a_clean_configuration(repository, name: str):
    run = repository.write(CLEAN[name]).commit().check("--only", "wrangler-config")
    assert (run.found, run.err) == ([], "")


def test_an_old_one_has_no_errors(repository):
    run = repository.write({"wrangler.toml": OLD, "src/index.js": SCRIPT}).commit().check("--only", "wrangler-config")
    assert [each for each in run.diagnostics if each["severity"] == "error"] == []
