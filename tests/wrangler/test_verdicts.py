"""wrangler's recorded verdicts, whole: see `score.py`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import score


def test_5517_configurations_are_judged_as_wrangler_judges_them() -> None:
    assert list(score.systematic()) == []


def test_random_files_are_judged_as_wrangler_judges_them_in_every_environment() -> None:
    assert list(score.at_random()) == []


@pytest.mark.parametrize("version", [each for each in score.VERSIONS if each != "4.164.0"])
def test_older_releases_judge_the_same_configurations(version) -> None:
    """wrangler 3 dies of `assets = 5` in an environment, which it does not in the top level: not worth a rule."""
    known = ["s09203 assets: both, env=5"] if version == "3.114.17" else []
    assert [miss.id for miss in score.systematic_older(version)] == known


@pytest.mark.parametrize("version", score.VERSIONS)
def test_what_releases_judge_differently(version) -> None:
    assert list(score.by_version(version)) == []


def test_files_that_try_the_parsers_with_the_place_of_every_problem() -> None:
    assert list(score.edge("4.164.0")) == []


def test_older_parsers_accept_and_reject_the_same_files() -> None:
    """Only the verdict: older parsers name other places. What else differs is listed."""
    differing = [
        miss.id
        for miss in score.edge("4.125.0")
        if miss.expected[:2] != miss.ours[:2]  # type: ignore[index]
    ]
    assert differing == ["esc-u-surrogate.toml"]


def test_a_finding_of_an_environment_says_which_one() -> None:
    config = {"name": "w", "env": {"a": {"minify": 5}, "b": {"minify": True}, "c.d": {"minify": 6}}}
    from bunproof.wrangler.validate import validate

    assert [(each.environment, each.path) for each in validate(config)] == [
        ("a", ("env", "a", "minify")),
        ("c.d", ("env", "c.d", "minify")),
    ]
