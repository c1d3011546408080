"""The job `required`: the one check to require."""

from __future__ import annotations

from bunproof.workflow.quoting import Yaml, fill

_JOB = """\
  # Require this check and no other. `always()`, because a job that is skipped when another fails would count as passed.
  required:
    name: required
    if: always()
    needs: [«needs»]
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - name: Fail unless every job before this one has succeeded
        env:
          RESULTS: ${{ join(needs.*.result, ' ') }}
        run: |
          echo "results: $RESULTS"
          for result in ${RESULTS:-none}; do
            [ "$result" = success ] || exit 1
          done
"""


def job(needs: tuple[Yaml, ...]) -> str:
    """The job's text; `needs` are the ids of all jobs that must succeed."""
    return fill(_JOB, needs=Yaml(", ".join(needs)))
