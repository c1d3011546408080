"""The formats that programs read, held to their published schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import SECRET, STALE, finding, fix, label

from bunproof.project import Project
from bunproof.report import json as json_
from bunproof.report import sarif
from bunproof.rules import rule_ids
from bunproof.settings import Settings
from bunproof.tree import Tree

jsonschema = pytest.importorskip("jsonschema", reason="in the dependency group `test`")

DATA = Path(__file__).parent / "data"
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
LINE = 'import { SQL } from "bun";\n'
KNOWN = STALE  # a rule whose page exists, which SARIF quotes


def full(**fields):
    return finding(
        LINE, "SQL", label="why", help="do that", notes=(("pinned", ">=1.1.0"),), chain=("a.ts", "b.ts"), environment="staging",
        mirrors="bun", related=(label(LINE, "bun", "here"),), fix=fix(9, 12, "sql"), **{"rule": KNOWN, **fields},
    )  # fmt: skip


SAMPLES = [
    pytest.param([], id="nothing"),
    pytest.param([full()], id="all there is to say"),
    pytest.param([finding("", "", rule=KNOWN)], id="a whole file"),
    pytest.param([finding("a\nb\n", "a\nb", rule=KNOWN)], id="over two lines"),
    pytest.param([finding("x", "x", rule=KNOWN, path="a b/ü\udcff.ts")], id="a name that is not UTF-8"),
    pytest.param([full(), full(severity="error"), finding("x", "x", rule=KNOWN)], id="several"),
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/db.ts").write_bytes(b"\xef\xbb\xbf" + LINE.encode())
    return Project(Tree(str(tmp_path)), Settings())


@pytest.mark.parametrize("findings", SAMPLES)
def test_json_is_what_its_schema_says(findings: list) -> None:
    schema = json.loads((SCHEMAS / "report-v1.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(json_.render(findings).encode()))


@pytest.mark.parametrize("findings", SAMPLES)
def test_sarif_is_what_its_schema_says(findings: list, project: Project) -> None:
    schema = json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text())
    jsonschema.Draft4Validator(schema).validate(json.loads(sarif.render(findings, project).encode()))


def test_the_whole_of_json() -> None:
    (each,) = json.loads(json_.render([full()]))["diagnostics"]
    assert each == {
        "hook": "bunproof", "rule": "unused-suppression", "severity": "warning", "mirrors": "bun",
        "environment": "staging", "path": "src/db.ts", "line": 1, "column": 10, "end_line": 1, "end_column": 13,
        "message": "`SQL` is missing from `bun`", "help": "do that",
        "url": "https://bunproof.github.io/bunproof/rules/unused-suppression/",
        "notes": [{"name": "pinned", "message": ">=1.1.0"}],
            "related": [{"path": "src/db.ts", "line": 1, "column": 22, "message": "here"}],
        "fix": {
            "title": "write `sql`", "safe": True,
            "edits": [{"path": "src/db.ts", "start": 9, "end": 12, "replacement": "sql"}],
        },
    }  # fmt: skip


def test_the_whole_of_a_sarif_result(project: Project) -> None:
    run = json.loads(sarif.render([full()], project))["runs"][0]
    artifact = {"uri": "src/db.ts", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 1, "startColumn": 10, "endLine": 1, "endColumn": 13}
    snippet = {"text": 'import { SQL } from "bun";'}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == [
        {
            "ruleId": "unused-suppression", "ruleIndex": 0, "level": "warning",
            "message": {"text": "`SQL` is missing from `bun`\nwhy\nBundled: a.ts > b.ts\nPinned: >=1.1.0\nHelp: do that"},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": {**region, "snippet": snippet}}}],
            "relatedLocations": [
                {
                    "id": 0, "message": {"text": "here"},
                    "physicalLocation": {
                        "artifactLocation": artifact,
                        "region": {**region, "startColumn": 22, "endColumn": 25, "snippet": snippet},
                    },
                }
            ],
            "properties": {"environment": "staging", "mirrors": "bun", "chain": ["a.ts", "b.ts"]},
            "fixes": [
                {
                    "description": {"text": "write `sql`"},
                    "artifactChanges": [
                        {
                            "artifactLocation": artifact,
                            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "sql"}}],
                        }
                    ],
                }
            ],
        }
    ]  # fmt: skip


@pytest.mark.parametrize("rule_id", sorted(rule_ids()))
def test_every_rule_tells_sarif_what_it_is(rule_id: str, project: Project) -> None:
    from bunproof.rules import load_rule

    schema = json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text())
    report = json.loads(sarif.render([finding("x", "x", rule=load_rule(rule_id))], project))
    jsonschema.Draft4Validator(schema).validate(report)
    (rule,) = report["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == rule_id
    assert rule["helpUri"].endswith(f"/rules/{rule_id}/")
    assert rule["help"]["markdown"].startswith(rule["fullDescription"]["text"])


def test_sarif_names_a_path_by_its_bytes(project: Project) -> None:
    report = sarif.render([finding("x", "x", rule=KNOWN, path="a b/\udcff#.ts")], project)
    assert '"uri": "a%20b/%FF%23.ts"' in report


def test_sarif_leaves_out_a_fix_of_a_file_that_is_gone(project: Project) -> None:
    each = full()._replace(fix=fix(0, 1, "x", path="gone.ts"))
    assert "fixes" not in json.loads(sarif.render([each], project))["runs"][0]["results"][0]


def test_sarif_keeps_errors_within_the_limit_of_github(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "_LIMIT", 1)
    run = json.loads(sarif.render([full(), full(severity="error")], project))["runs"][0]
    assert [each["level"] for each in run["results"]] == ["error"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith(
        "1 results are left out"
    )


def test_a_bug_of_ours_is_a_failed_invocation(project: Project) -> None:
    from bunproof.core_rules.internal_error import report

    run = json.loads(sarif.render([report("x", "bun-imports", ValueError(), lambda _: True)], project))["runs"][0]
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_no_format_tells_a_secret(project: Project) -> None:
    each = finding(
        f"x {SECRET}", "x", rule=KNOWN, message=SECRET, label=SECRET, help=SECRET, notes=(("pinned", SECRET),),
        related=(label(f"y {SECRET}", "y", SECRET),), fix=fix(0, 1, SECRET),
    )  # fmt: skip
    assert SECRET not in json_.render([each]) + sarif.render([each], project)
    assert json.loads(json_.render([each]))["diagnostics"][0]["fix"] is None
