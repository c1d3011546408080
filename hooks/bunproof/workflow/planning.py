"""From a repository to its Plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.errors import Unreadable
from bunproof.workflow.existing import PATH
from bunproof.workflow.facts.builds import builds
from bunproof.workflow.facts.listing import Listing
from bunproof.workflow.facts.runner import gate
from bunproof.workflow.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.tree import Tree
    from bunproof.workflow.plan import Choices

JOBS = "jobs"
_JOB_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_RESERVED = frozenset({"required", "deploy"})


def make_plan(tree: Tree, choices: Choices, own: dict[str, str], *, tracked: bool = False) -> Plan:
    """The plan that follows from the files, the recorded choices and the user's own lines. Raises Unreadable."""
    listing = Listing(tree, tracked=tracked)
    return Plan(choices, gate(tree), tuple(builds(listing)), tuple(_own_jobs(own.get(JOBS, ""))))


def _own_jobs(text: str) -> Iterator[str]:
    """The user's jobs that `required` has to wait for: all but those that come after it."""
    if not text.strip():
        return
    import yaml  # few add jobs of their own

    try:
        jobs = yaml.safe_load(text)
    except yaml.YAMLError:
        raise Unreadable(PATH, f"your lines in the place `{JOBS}` are not YAML") from None
    if not isinstance(jobs, dict):
        return
    later = set(_RESERVED)
    while True:
        more = {name for name, job in jobs.items() if name not in later and later.intersection(_needs(job))}
        if not more:
            break
        later |= more
    for name in jobs:
        if isinstance(name, str) and name not in later and _JOB_ID.match(name):
            yield name


def _needs(job: object) -> list[str]:
    needs = job.get("needs") if isinstance(job, dict) else None
    if isinstance(needs, str):
        return [needs]
    return [each for each in needs if isinstance(each, str)] if isinstance(needs, list) else []
