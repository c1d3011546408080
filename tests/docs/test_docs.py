"""The pages that are generated, and the site that they are built into."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bunproof import settings_file
from bunproof.report.pages import load_page
from bunproof.rules import rule_ids
from bunproof_dev import docs_blocks, docs_rules, docs_schema, docs_site, docs_versions, snapshots
from bunproof_dev.generated import ROOT

jsonschema = pytest.importorskip("jsonschema", reason="in the dependency group `test`")

TOML = Path(ROOT) / "docs" / "configuration.md"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("1.0.0", "in every release"),
        ("1.2.0", "since Bun 1.2.0"),
        ("1.3.0-1.4.3", "from Bun 1.3.0 to 1.4.3"),
        ("1.1.22-1.1.22 1.1.35-1.1.35", "in Bun 1.1.22 only, and in Bun 1.1.35 only"),
    ],
)
def test_a_life_span_in_words(span: str, words: str) -> None:
    assert docs_versions.lifespan(span) == words


def test_since_when_has_bun_had_sql() -> None:
    pages = dict(docs_versions.pages())
    assert "### `SQL`\n\n`bun` has had `SQL` since Bun 1.2.0." in pages["versions/bun.md"]
    assert [path for _, path in docs_versions.titles()] == [path for path in pages if not path.endswith("index.md")]


@pytest.mark.parametrize("rule_id", sorted(rule_ids()))
def test_every_rule_has_a_page(rule_id: str) -> None:
    page = docs_rules.page(load_page(rule_id))
    assert f"# {rule_id}\n" in page
    assert page.count("```") % 2 == 0
    assert f"`bunproof: ignore[{rule_id}] because ...`" in page
    assert f"({rule_id}.md)" in docs_rules.index()


def test_an_example_is_titled_by_its_path() -> None:
    assert '```ts title="src/db.ts"\n' in docs_rules.page(load_page("unused-suppression"))


def test_blocks_are_filled_and_those_of_others_left_alone() -> None:
    page = "<!-- snippet: begin -->\nold\n<!-- snippet: end -->\n<!-- figures: begin -->\nkept\n<!-- figures: end -->\n"
    filled = docs_blocks.filled(page)
    assert "old" not in filled
    assert "  - id: bunproof\n" in filled
    assert "kept" in filled
    assert docs_blocks.filled(filled) == filled


@pytest.mark.parametrize("name", ["help", "help-check", "rules", "hooks", "commands", "output"])
def test_every_block_can_be_written(name: str) -> None:
    filled = docs_blocks.filled(f"<!-- {name}: begin -->\n<!-- {name}: end -->\n")
    assert len(filled.splitlines()) > 5


def test_the_schema_knows_every_key() -> None:
    schema = docs_schema.schema()
    jsonschema.Draft7Validator.check_schema(schema)
    assert set(schema["properties"]) == set(settings_file._KEYS)
    assert set(schema["properties"]["rules"]["properties"]) == set(rule_ids())


def test_the_example_of_the_configuration_page_is_valid() -> None:
    import tomli

    text = TOML.read_text().split("```toml\n#:schema")[1].partition("\n")[2].partition("```")[0]
    jsonschema.Draft7Validator(docs_schema.schema()).validate(tomli.loads(text))


def test_the_example_of_the_output_page_is_valid() -> None:
    page = (Path(ROOT) / "docs" / "output.md").read_text()
    report = json.loads(page.split("```json\n")[1].partition("```")[0])
    schema = json.loads((Path(ROOT) / "docs" / "schema" / "report-v1.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(report)


def test_a_snapshot_is_the_whole_output() -> None:
    assert snapshots.snapshot("unused-suppression").startswith(
        "# example 1\n\nsrc/db.ts:1:4: warning[unused-suppression]"
    )
    assert snapshots.snapshot("internal-error") == ""


def test_the_site_builds_strictly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("zensical", reason="in the dependency group `docs`")
    monkeypatch.setattr(docs_site.sys, "argv", ["docs_site", str(tmp_path / "site")])
    assert docs_site.main() == 0
    assert "since Bun 1.2.0" in (tmp_path / "site/versions/bun/index.html").read_text()
    assert (tmp_path / "site/rules/missing-bun-export/index.html").exists()
    assert (tmp_path / "site/schema/report-v1.json").exists()
