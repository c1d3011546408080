"""No name of a repository can become anything else than a name."""

from __future__ import annotations

import re

import yaml
from github_runner import evaluate, substitute
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bunproof.workflow.plan import Build, Choices, Gate, HookUse, Manager, Plan, Script, Setup, Target
from bunproof.workflow.quoting import quote
from bunproof.workflow.template.page import render

NASTY = [
    "${{ secrets.CLOUDFLARE_API_TOKEN }}", "${{", "}}", "$${{ x", "${${{{", "'; rm -rf / #", '"', "'", "\\", "\n", "\r\n  run: evil",
    "a: b", "- a", "# a", "a #b", "@a", "`id`", "$(id)", "%0A::error::", "*a", "&a", "!tag", "|", ">", "{a", "[a", "?", "---", "...",
    "yes", "null", "~", "1e3", "0x1", "", " ", "\t", "\0", "\x1b[31m", "\x85", "\u2028", "\u2029", "\ufeff", "\u202e", "é", "日本", "👩‍💻",
    "«env»", "# >>> yours: jobs >>>", "\n# <<< yours: jobs <<<\n", "# digest: 0", "::set-output name=x::y", "--help", "-e",
]  # fmt: skip
NAMES = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=12), st.lists(st.sampled_from(NASTY), max_size=4).map("".join)
)
ESCAPE = "${{ '${{' }}"


def plan(names) -> Plan:
    """A plan with a name wherever a repository can put one."""
    word = iter(names)
    gate = Gate("pre-commit", ".pre-commit-config.yaml", (HookUse("bunproof", "pre-commit"),), next(word), next(word))
    target = Target(next(word), next(word) or ".", next(word), next(word), ("TOKEN",), next(word) or ".")
    build = Build(
        folder=next(word) or ".",
        manager=Manager("pnpm", next(word) or "1", next(word) or "lock"),
        bun=Setup("bun-version", next(word), next(word)),
        node=Setup("node-version-file", next(word), next(word)),
        scripts=(Script(next(word) or ".", "test", "test"),),
        targets=(target, target._replace(path="wrangler.toml", environment=next(word))),
    )
    return Plan(Choices(next(word), deploy=True, sarif=True), gate, (build, build._replace(targets=())))


def shape(node: object) -> object:
    """What a workflow is without its scalars' values."""
    if isinstance(node, dict):
        return {key: shape(value) for key, value in node.items()}
    return [shape(value) for value in node] if isinstance(node, list) else None


def scripts(node: object) -> list[str]:
    """What reaches a shell."""
    if isinstance(node, dict):
        found = [node["run"]] if isinstance(node.get("run"), str) else []
        return found + [text for value in node.values() for text in scripts(value)]
    return [text for value in node for text in scripts(value)] if isinstance(node, list) else []


PLAIN = render(plan(["name"] * 30), {})
EXPRESSIONS = set(re.findall(r"\$\{\{.*?\}\}", PLAIN)) | {ESCAPE}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(NAMES, min_size=30, max_size=30))
@example(["${{ secrets.X }}"] * 30)
@example(["\n      - run: evil\n"] * 30)
def test_names_stay_names(names):
    wanted = plan(names)
    text = render(wanted, {})
    workflow, plain = yaml.safe_load(text), yaml.safe_load(PLAIN)
    assert shape(workflow) == shape(plain)
    assert scripts(workflow) == scripts(plain)
    # GitHub looks for expressions in scalars; what opens one there is ours, or the escape.
    assert set(_opened(workflow)) <= EXPRESSIONS
    entry = workflow["jobs"]["build"]["strategy"]["matrix"]["include"][0]
    first = wanted.builds[0].targets[0]
    assert {key: substitute(value, {}) for key, value in entry.items()} == {
        "path": whole(first.path), "folder": whole(first.folder), "config": whole(first.config),
        "environment": whole(first.environment), "build": whole(first.build),
    }  # fmt: skip
    assert len(text.split("\n")) == len(PLAIN.split("\n"))


@settings(deadline=None)
@given(NAMES)
def test_a_quoted_name_is_one_printable_line_that_means_the_name(name):
    quoted = quote(name)
    assert quoted.isprintable()
    assert substitute(yaml.safe_load(quoted), {}) == whole(name)
    assert yaml.safe_load(f"- {{a: {quoted}, b: [{quoted}]}}") == [
        {"a": yaml.safe_load(quoted), "b": [yaml.safe_load(quoted)]}
    ]


def test_half_a_surrogate_pair_becomes_a_replacement_character():
    assert quote("a\ud800!") == '"a\ufffd!"'


def test_the_escape_is_an_expression_whose_value_is_what_it_stands_for():
    assert evaluate(ESCAPE[3:-2], {}) == "${{"


def whole(text: str) -> str:
    """A name as a file can hold it."""
    return "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text)


def _opened(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in _opened(value)]
    if isinstance(node, list):
        return [text for value in node for text in _opened(value)]
    text = node if isinstance(node, str) else ""
    found = []
    while "${{" in text:
        start = text.index("${{")
        rest = text[start:]
        end = len(ESCAPE) if rest.startswith(ESCAPE) else rest.index("}}") + 2
        found.append(rest[:end])
        text = rest[end:]
    return found
