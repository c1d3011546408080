"""Where findings point, in all three syntaxes: what stands under the caret, and on which line."""

from __future__ import annotations

import pytest

CASES = [
    pytest.param("toml", 'name = "A B"', 1, '"A B"', "invalid-wrangler-value", id="a bad value is underlined whole"),
    pytest.param("toml", 'name = "a"\n\nminfy = true', 3, "minfy", "misspelled-wrangler-key", id="a key is underlined"),
    pytest.param("toml", "[[kv_namespaces]]\nid = '1'", 1, "kv_namespaces", "missing-wrangler-key",
                 id="what lacks a key is named by its header"),
    pytest.param("toml", 'kv_namespaces = [\n  { id = "1" },\n]', 2, "{", "missing-wrangler-key",
                 id="an element of an array begins at its bracket"),
    pytest.param("toml", "[env.'a.b'.vars]\nX = 2026-01-31", 2, "2026-01-31", "invalid-wrangler-value",
                 id="a date in the variables of an environment"),
    pytest.param("toml", "observability.logs.enabled = 1", 1, "1", "invalid-wrangler-value", id="a dotted key"),
    pytest.param("toml", "# ünï 😀\nvars = { \"ü\" = 'x', A = 'y' } \nkv_namespaces = [{ binding = 'A' }]", 3, "'A'",
                 "duplicate-wrangler-name", id="columns count code points"),
    pytest.param("toml", "[vars]\nA = '1'\n[env.x]\nname = 'y'", 3, "x", "uninherited-wrangler-key",
                 id="an environment is named by its part of the header"),
    pytest.param("toml", "\ufeffname = 5\r\nmain = 6\r\n", 2, "6", "invalid-wrangler-value",
                 id="a byte order mark and Windows line ends"),
    pytest.param("toml", "a = 1\na = 2", 2, "a", "unparsable-wrangler-config", id="TOML: a key defined twice"),
    pytest.param("toml", 'a = "x', 1, '"', "unparsable-wrangler-config", id="TOML: a string that does not end"),
    pytest.param("json", '{\n  "name": "A B"\n}', 2, '"A B"', "invalid-wrangler-value", id="JSON: a bad value"),
    pytest.param("jsonc", '{ // "name": 5\n "vars": {"A": "1"}, /* { */ "env": {"e": {}},\n}', 2, '"e"',
                 "uninherited-wrangler-key", id="JSONC: comments and trailing commas are stepped over"),
    pytest.param("json", '{"name": "a", "name": "b"}', 1, '"name"', "duplicate-json-key", id="JSON: a key set twice"),
    pytest.param("json", '{"a": [1, 2,, 3]}', 1, ",", "unparsable-wrangler-config", id="JSON: two commas"),
    pytest.param("json", "{'a': 1}", 1, "'a'", "unparsable-wrangler-config", id="JSON: single quotes"),
    pytest.param("json", '{"a": NaN}', 1, "NaN", "unparsable-wrangler-config", id="JSON: no number"),
    pytest.param("json", '{"a": 1', 1, "", "unparsable-wrangler-config", id="JSON: a bracket that is never closed"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "line", "marked", "rule"), CASES)
def test_the_caret_is_on_what_is_wrong(repository, kind, text, line, marked, rule) -> None:
    path = f"wrangler.{kind}"
    repository.write({path: text})
    found = [each for each in repository.check("--only", "wrangler-config", path).diagnostics if each["rule"] == rule]
    plain = text.removeprefix("\ufeff").split("\n")
    places = [
        (each["line"], plain[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1].rstrip("\r"))
        for each in found
    ]
    assert (line, marked) in places


def test_what_repeats_wrangler_says_so_and_names_the_environment(repository) -> None:
    repository.write({"wrangler.toml": "minfy = true\n[env.e]\nname = 5\n"})
    found = repository.check("--only", "wrangler-config").diagnostics
    assert [(each["rule"], each["severity"], each["mirrors"], each["environment"]) for each in found] == [
        ("misspelled-wrangler-key", "error", None, None),
        ("unknown-wrangler-key", "warning", "wrangler", None),
        ("invalid-wrangler-value", "error", "wrangler", "e"),
    ]
