"""Whatever a repository holds, a run ends with findings that can be reported in every format."""

from __future__ import annotations

from hypothesis import given
from strategies import trees
from whole import outcome_of, survive, verdict


@given(trees())
def test_any_repository_is_judged_and_reported(files) -> None:
    survive(files)


@given(trees())
def test_any_repository_is_judged(files) -> None:
    """Without the reports, which cost ten times the judgement: for the many."""
    outcome_of(files)


@given(trees())
def test_a_second_run_says_the_same(files) -> None:
    assert verdict(outcome_of(files).diagnostics) == verdict(outcome_of(dict(reversed(files.items()))).diagnostics)
