"""A rule's page is true: what it shows to fail fails, what it shows to pass passes."""

from __future__ import annotations

import re

import pytest
from examples import docstrings, examples, section

from bunproof.rules import all_rules, load_rule, rule_ids

DOCSTRINGS = docstrings()
EXAMPLES = examples()
# What no file in a repository can show.
WITHOUT_EXAMPLE = {"unreadable-file", "internal-error"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_example(repository, example) -> None:
    repository.write(example.files).commit()
    hook = load_rule(example.rule).hook
    # `--only ci-workflow` asks for a workflow, and none is short enough for a page.
    only = [] if hook in {"bunproof", "ci-workflow"} else ["--only", hook]
    run = repository.check(*only)
    assert run.err == ""
    if example.fails:
        assert example.rule in {each["rule"] for each in run.diagnostics}, run.out
    else:
        assert [each for each in run.diagnostics if each["rule"] == example.rule or each["severity"] == "error"] == []


@pytest.mark.parametrize("rule_id", rule_ids())
def test_a_page_is_complete(rule_id) -> None:
    text = DOCSTRINGS[rule_id]
    assert re.match(r"[^\n]+\.\n\n## Why\n", text), "a sentence, then why"
    if rule_id not in WITHOUT_EXAMPLE:
        assert section(text, "Fails").count("```") >= 2
        assert section(text, "Passes").count("```") >= 2


def test_ids_are_unique_and_those_of_their_files() -> None:
    rules = list(all_rules())
    assert [rule.id for rule in rules] == list(rule_ids())
    assert [rule.hook for rule in rules] == list(rule_ids().values())
    assert len({rule.id for rule in rules}) == len(rules)
