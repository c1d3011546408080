"""The job `gate`: the repository's own hooks, or ourselves where it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.about import __version__
from bunproof.workflow import pins
from bunproof.workflow.existing import place
from bunproof.workflow.quoting import Yaml, fill, quote
from bunproof.workflow.template.steps import CHECKOUT_WITH_BASE, PYTHON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.plan import Gate

_HEAD = """\
  gate:
    name: gate
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to check the repository out
    steps:
"""

_CACHE = f"""\
      - name: Keep the hooks' environments
        uses: {pins.CACHE.uses}
        with:
          path: «path»
          key: hooks-${{{{ runner.os }}}}-python-{pins.PYTHON}-${{{{ hashFiles('«config»') }}}}
"""

_RUNNER = """\
      - name: Install «runner»
        run: python -m pip install «runner»==«version»
"""

_OURSELVES = f"""\
      - name: Install bunproof
        run: python -m pip install bunproof=={__version__}
"""

_CHANGED = """\
      - name: Judge what the pull request changes
        if: github.event_name == 'pull_request'
        run: «command»
"""

_ALL = """\
      - name: Judge everything
        if: github.event_name != 'pull_request'
        run: «command»
"""

_VERSIONS = {"pre-commit": pins.PRE_COMMIT, "prek": pins.PREK}
_CACHES = {"pre-commit": "~/.cache/pre-commit", "prek": "~/.cache/prek"}
_RANGE = "--from-ref HEAD^1 --to-ref HEAD"
_EVERYTHING = "--all-files"


def job(gate: Gate, own: dict[str, str]) -> str:
    """The job's text."""
    steps = [CHECKOUT_WITH_BASE, PYTHON]
    if gate.runner == "bunproof":
        steps.append(_OURSELVES)
    else:
        version = Yaml(_VERSIONS[gate.runner])
        steps.append(fill(_CACHE, path=Yaml(_CACHES[gate.runner]), config=Yaml(gate.config)))
        steps.append(fill(_RUNNER, runner=Yaml(gate.runner), version=version))
    steps.append(place("before the hooks", "      ", own))
    steps.append(fill(_CHANGED, command=_command(gate, _RANGE)))
    steps.append(fill(_ALL, command=_command(gate, _EVERYTHING)))
    return _HEAD + "".join(steps)


def _command(gate: Gate, files: str) -> Yaml:
    """What runs all our hooks, also after one has failed. Hook ids and stages are words of ours, not of the file."""
    commands = list(dict.fromkeys(_commands(gate, files)))
    if len(commands) == 1:
        return Yaml(commands[0])
    lines = ["|", "status=0", *(f"{command} || status=1" for command in commands), 'exit "$status"']
    return Yaml("\n          ".join(lines))


def _commands(gate: Gate, files: str) -> Iterator[str]:
    if gate.runner == "bunproof":
        yield f"bunproof check {files}"
    for hook in gate.hooks:
        option = "--stage" if gate.runner == "prek" else "--hook-stage"
        stage = "" if hook.stage == "pre-commit" else f" {option} {hook.stage}"
        # Verbose, because a hook that passes may have warned.
        yield f"{gate.runner} run {hook.id}{stage} --verbose {files}"


def requirement(gate: Gate) -> Yaml:
    """What pip installs to have the very bunproof that the hooks run."""
    if gate.runner == "bunproof":
        return quote(f"bunproof=={__version__}")
    address = gate.repository
    if "://" not in address:  # git's short form, `user@host:path`
        address = "ssh://" + address.replace(":", "/", 1)
    return quote(f"bunproof @ git+{address}@{gate.revision}")
