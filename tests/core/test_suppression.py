"""Comments that silence findings, and the findings about such comments."""

from __future__ import annotations

import pytest

from bunproof import suppress
from bunproof.core_rules import unreadable_file
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Source

RULE = Rule("unreadable-file", "bunproof", "error", "stands for any rule")
HOOKS = frozenset({"bunproof", "bun-imports"})


def settle(text: str, line: int | None, rule: Rule = RULE) -> list[str]:
    """The ids left over, with their lines, for one diagnostic on a line of a text (or for none)."""
    source = Source("x.ts", text.encode())
    diagnostics = [] if line is None else [Diagnostic(rule, "error", source.locate(source.line_span(line)), "m")]
    left = suppress.apply(source, diagnostics, HOOKS, HOOKS)
    return [f"{each.location.start.line} {each.rule.id}" for each in left]


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        pytest.param("x // bunproof: ignore[unreadable-file] because", 1, [], id="on the line"),
        pytest.param("// bunproof: ignore[unreadable-file] because\nx", 2, [], id="on the line above"),
        pytest.param("# bunproof: ignore[unreadable-file] because\nx", 2, [], id="after a hash"),
        pytest.param("/* bunproof: ignore[unreadable-file] because */\nx", 2, [], id="in a block comment"),
        pytest.param("<!-- bunproof: ignore[unreadable-file] because -->\nx", 2, [], id="in a markup comment"),
        pytest.param("// bunproof: ignore[bunproof] because\nx", 2, [], id="by the hook's id"),
        pytest.param("// bunproof: ignore[internal-error, unreadable-file] because\nx", 2, [], id="several ids"),
        pytest.param("y // bunproof: ignore[unreadable-file] because\nx", 2, ["2 unreadable-file", "1 unused-suppression"], id="beside code it covers its own line alone"),
        pytest.param("// bunproof: ignore[unreadable-file] because\n\nx", 3, ["3 unreadable-file", "1 unused-suppression"], id="two lines above"),
        pytest.param("// bunproof: ignore[unreadable-file]\nx", 2, ["2 unreadable-file", "1 malformed-suppression"], id="no reason"),
        pytest.param("/* bunproof: ignore[unreadable-file] */\nx", 2, ["2 unreadable-file", "1 malformed-suppression"], id="a comment's end is no reason"),
        pytest.param("// bunproof: ignore because\nx", 2, ["2 unreadable-file", "1 malformed-suppression"], id="no rule"),
        pytest.param("// bunproof: ignore[unreadable-fil] because\nx", 2, ["2 unreadable-file", "1 malformed-suppression"], id="unknown rule"),
        pytest.param('const s = "bunproof: ignore[unreadable-file] because";', 1, ["1 unreadable-file"], id="in a string"),
        pytest.param("// bunproof: ignore[unreadable-file] because\nx", None, ["1 unused-suppression"], id="unused"),
        pytest.param("// bunproof: ignore[wrangler-config] because\nx", None, [], id="of a hook that did not run"),
        pytest.param("x // pragma: allowlist secret", 1, ["1 unreadable-file"], id="a pragma speaks of credentials only"),
    ],
)  # fmt: skip
def test_comment(text, line, left) -> None:
    assert settle(text, line) == left


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        pytest.param("x # pragma: allowlist secret", 1, 0, id="on the line"),
        pytest.param("x # pragma: whitelist secret", 1, 0, id="by its old name"),
        pytest.param("# pragma: allowlist nextline secret\nx", 2, 0, id="next line"),
        pytest.param("# pragma: allowlist nextline secret\nx", 1, 1, id="next line is not this line"),
        pytest.param("# pragma: allowlist secret\nx", 2, 1, id="this line is not the next"),
    ],
)
def test_pragma(text, line, left) -> None:
    assert len(settle(text, line, Rule("any", "placeholder-credentials", "error", ""))) == left


def test_a_mistyped_rule_gets_the_nearest_one(repository) -> None:
    run = repository.write({"a.ts": "// bunproof: ignore[unused-supression] because\n"}).bunproof("check")
    assert "there is no rule `unused-supression`, did you mean `unused-suppression`?" in run.out


def test_levels_of_the_settings(repository) -> None:
    repository.write({"a.ts": "// bunproof: ignore\n", "bunproof.toml": '[rules]\nmalformed-suppression = "warning"\n'})
    run = repository.check()
    assert (run.code, [each["severity"] for each in run.diagnostics]) == (0, ["warning"])
    assert repository.check("--strict").code == 1
    repository.write({"bunproof.toml": '[rules]\nmalformed-suppression = "off"\n'})
    assert repository.check().diagnostics == []


def test_the_finding_for_an_unreadable_file_says_why() -> None:
    from bunproof.errors import Unreadable

    finding = unreadable_file.report(Unreadable("a.ts", "permission denied"))
    assert finding.message == "not judged: permission denied"
