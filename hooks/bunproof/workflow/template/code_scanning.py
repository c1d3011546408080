"""The job `code-scanning`: the findings as SARIF, on GitHub's security page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.workflow import pins
from bunproof.workflow.quoting import fill
from bunproof.workflow.template.gate import requirement
from bunproof.workflow.template.steps import CHECKOUT, PYTHON

if TYPE_CHECKING:
    from bunproof.workflow.plan import Gate

_JOB = f"""\
  # For the record, not for the verdict: `required` does not wait for it. A fork's token cannot upload.
  code-scanning:
    name: code scanning
    if: >-
      github.event_name != 'merge_group' &&
      (github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository)
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to check the repository out
      security-events: write # to upload the findings
    steps:
{CHECKOUT}{PYTHON}\
      - name: Install bunproof
        env:
          REQUIREMENT: «requirement»
        run: python -m pip install "$REQUIREMENT"
      - name: Write the findings down
        run: bunproof check --all-files --exit-zero --format sarif > "$RUNNER_TEMP/bunproof.sarif"
      - name: Upload them
        uses: {pins.UPLOAD_SARIF.uses}
        with:
          sarif_file: ${{{{ runner.temp }}}}/bunproof.sarif
          category: bunproof
"""


def job(gate: Gate) -> str:
    """The job's text."""
    return fill(_JOB, requirement=requirement(gate))
