"""A Plan as the text of a workflow: the head, then one module a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.about import REPOSITORY
from bunproof.workflow.existing import header, place, seal
from bunproof.workflow.planning import JOBS
from bunproof.workflow.quoting import Yaml, fill, listed, quote
from bunproof.workflow.template import build, code_scanning, deploy, gate, required

if TYPE_CHECKING:
    from bunproof.workflow.plan import Plan

_HEAD = """\
# The gate: what the hooks check at a commit, checked again where nobody can skip it. Require the one check `required`.
#
# Written by bunproof («address») from the facts of this repository. Lines between the marks
# `>>> yours` and `<<< yours` are yours and are kept; everything else is written anew by `bunproof workflow`, and
# `bunproof workflow --check` fails when it no longer fits the repository.
«header»
name: bunproof

# No `paths:` here: a required check whose workflow is skipped stays pending for ever. The hooks pick their own files.
on:
  pull_request:
  push:
    branches: «branches»
  # Without this, a merge queue would wait for ever.
  merge_group:
  # What was right when it was merged can turn wrong by itself: dates pass, images and registries move.
  schedule:
    - cron: "23 4 * * 1"
  workflow_dispatch:

# A newer push makes the run of the same pull request pointless. Nothing else is ever cancelled or held up: every
# other run is a group of its own.
concurrency:
  group: ${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

# Nothing, unless a job says what it needs.
permissions: {}

jobs:
"""


def render(plan: Plan, own: dict[str, str]) -> str:
    """The workflow, with the user's lines in their places. Line feeds only, one at the end."""
    head = fill(
        _HEAD,
        address=Yaml(REPOSITORY),
        header=Yaml(header(plan.choices)),
        branches=listed((plan.choices.branch,)),
    )
    jobs = [gate.job(plan.gate, own)]
    needed = ["gate"]
    for number, each in enumerate(plan.builds):
        name = "build" if number == 0 else f"build-{number + 1}"
        jobs.append(build.job(each, name, own))
        needed.append(name)
    if plan.choices.sarif:
        jobs.append(code_scanning.job(plan.gate))
    jobs.append(place(JOBS, "  ", own))
    jobs.append(required.job(tuple(quote(name) for name in (*needed, *plan.own_jobs))))
    if plan.choices.deploy:
        jobs.extend(deploy.jobs(plan.builds))
    return seal(head + "\n".join(jobs))


def places(text: str) -> list[str]:
    """The names of the marked places of a rendered workflow."""
    return [line.split("yours: ")[1].removesuffix(" >>>") for line in text.split("\n") if "# >>> yours: " in line]
