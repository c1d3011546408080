"""The incident: nine imports of `SQL` under a promise of Bun 1.1, with workflows that pin 1.2.21."""

from __future__ import annotations

MANIFEST = '{\n  "name": "worker",\n  "engines": {\n    "bun": ">=1.1.0"\n  }\n}\n'
USE = 'import { SQL } from "bun";\nexport const db = new SQL("x");\n'
WORKFLOW = (
    "on: push\nenv:\n  BUN_VERSION: '1.2.21'\njobs:\n  a:\n    steps:\n      - uses: oven-sh/setup-bun@v1\n"
    "        with:\n          bun-version: ${{ env.BUN_VERSION }}\n"
)
LOCK = '{\n  "packages": {\n    "@types/bun": ["@types/bun@1.2.21", "", {}, "sha512-x"],\n  }\n}\n'


def test_each_import_is_reported(repository):
    repository.write(
        {
            "package.json": "{}",
            "bun.lock": LOCK,
            "tests/sse/task-events-sse.test.ts": USE,
            "dashboard/package.json": MANIFEST,
            "dashboard/.github/workflows/ci.yml": WORKFLOW,
            "dashboard/wrangler.toml": 'name = "x"\n',
            "dashboard/src/database/connection.ts": USE,
        }
    )
    found = [
        each for each in repository.check("--only", "bun-imports").diagnostics if each["rule"] == "missing-bun-export"
    ]
    assert [each["path"] for each in found] == [
        "dashboard/src/database/connection.ts",
        "tests/sse/task-events-sse.test.ts",
    ]
    assert (found[0]["line"], found[0]["column"], found[0]["end_column"]) == (1, 10, 13)
    assert "D1" in found[0]["help"]
    assert "bun:sqlite" not in found[0]["help"]


def test_both_pins_are_named(repository):
    repository.write({"package.json": MANIFEST, ".github/workflows/ci.yml": WORKFLOW, "a.ts": USE})
    out = repository.bunproof("check", "--only", "bun-imports", "--color", "never").out
    assert "a.ts:1:10: error[missing-bun-export] `SQL` is missing from `bun` in Bun 1.1.0\n" in out
    assert "added in Bun 1.2.0; it is `undefined` before, and nothing fails until it is used" in out
    assert "pinned: >=1.1.0 by package.json `engines.bun` (line 4)" in out
    assert "1.2.21 by .github/workflows/ci.yml" in out
    assert "raise the range to >=1.2.0, or for SQLite import `Database` from `bun:sqlite`" in out


def test_a_type_that_the_compiler_keeps_is_an_error(repository):
    use = 'import { SQL } from "bun";\nexport let db: SQL;\n'
    repository.write(
        {
            "package.json": MANIFEST,
            "tsconfig.base.json": '{ "compilerOptions": { "verbatimModuleSyntax": true, /* kept */ } }',
            "strict/tsconfig.json": '{ "extends": "../tsconfig.base.json" }',
            "strict/a.ts": use,
            "loose/a.ts": use,
        }
    )
    found = repository.check("--only", "bun-imports").diagnostics
    assert [(each["path"], each["rule"], each["severity"]) for each in found] == [
        ("loose/a.ts", "type-of-missing-export", "warning"),
        ("strict/a.ts", "missing-bun-export", "error"),
    ]
