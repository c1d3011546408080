"""As much of GitHub's runner as a generated workflow needs: expressions, matrices, conditions, and steps in bash.

Steps that use an action are what the caller has prepared (a clone, Python, Bun and Node on PATH); they do nothing here.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import yaml

_EXPRESSION = re.compile(r"\$\{\{((?:'(?:[^']|'')*'|[^'}]|\}(?!\}))*)\}\}")
_ATOM = re.compile(r"'(?:[^']|'')*'|[\w.*-]+|always\(\)")


class Step(NamedTuple):
    """A step as it ran, and its exit code."""

    job: str
    name: str
    code: int
    output: str


def evaluate(text: str, context: dict[str, object]) -> object:
    """The value of an expression: names, strings, `==`, `!=`, `||`, `&&`, `()`, and `join(needs.*.result, ' ')`."""
    text = text.strip()
    for operator, combine in (
        ("||", lambda a, b: a or b),
        ("&&", lambda a, b: a and b),
        ("!=", lambda a, b: a != b),
        ("==", lambda a, b: a == b),
    ):
        at = _outside(text, operator)
        if at >= 0:
            return combine(evaluate(text[:at], context), evaluate(text[at + 2 :], context))
    if text.startswith("(") and text.endswith(")"):
        return evaluate(text[1:-1], context)
    if text == "join(needs.*.result, ' ')":
        return " ".join(context["needs"].values())
    if re.fullmatch(r"\d+", text):
        return int(text)
    assert _ATOM.fullmatch(text), text
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    value: object = {"always()": True, **context}
    for part in text.split("."):
        value = value.get(part, "") if isinstance(value, dict) else ""
    return value


def _outside(text: str, operator: str) -> int:
    """Where an operator stands outside of strings and parentheses; -1 for nowhere."""
    depth = 0
    for at, character in enumerate(text):
        if text[:at].count("'") % 2:
            continue
        depth += (character == "(") - (character == ")")
        if depth == 0 and text.startswith(operator, at):
            return at
    return -1


def substitute(text: object, context: dict[str, object]) -> str:
    """A scalar of the workflow with its expressions evaluated, once."""
    if not isinstance(text, str):
        return str(text)
    return _EXPRESSION.sub(lambda match: str(evaluate(match[1], context)), text)


def holds(condition: object, context: dict[str, object]) -> bool:
    """Whether an `if:` lets its step or job run."""
    return condition is None or bool(evaluate(str(condition), context))


def run_job(
    name: str, job: dict, folder: Path, context: dict[str, object], environment: dict[str, str], *, stop: bool = True
) -> list[Step]:
    """All steps of a job, of every entry of its matrix, in a working copy. A step that fails ends its entry."""
    ran: list[Step] = []
    entries = job.get("strategy", {}).get("matrix", {}).get("include", [{}])
    for index, entry in enumerate(entries):
        values = {key: substitute(value, context) for key, value in entry.items()}
        here = {**context, "matrix": values, "strategy": {"job-index": index}}
        label = substitute(job.get("name", name), here).strip()
        for step in job["steps"]:
            if "run" not in step or not holds(step.get("if"), here):
                continue
            assert "${{" not in step["run"], "an expression inside `run`"
            done = _bash(step, folder, here, {**environment, **_env(job, here)})
            ran.append(Step(label, step["name"], done.returncode, done.stdout))
            if done.returncode and stop:
                break
    return ran


def jobs(text: str) -> dict[str, dict]:
    """The jobs of a workflow, in order."""
    return yaml.safe_load(text)["jobs"]


def _env(item: dict, context: dict[str, object]) -> dict[str, str]:
    return {key: substitute(value, context) for key, value in item.get("env", {}).items()}


def _bash(
    step: dict, folder: Path, context: dict[str, object], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder / substitute(step.get("working-directory", "."), context),
        env={**os.environ, **environment, **_env(step, context)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
