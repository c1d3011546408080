from __future__ import annotations

import json
import subprocess
import sys

import pytest

WRANGLER = 'name = "shop"\n\n[vars]\nAPI_KEY = "your-api-key"\n\n[[kv_namespaces]]\nbinding = "K"\nid = "<kv id>"\n'
SOURCE = 'export const JWT_SECRET = process.env.JWT_SECRET || "change-me";\n'


def _check(repository):
    return [each["rule"] for each in repository.check("--only", "placeholder-credentials").diagnostics]


def test_what_is_there_is_recorded_and_only_what_is_new_blocks(repository):
    repository.write({"wrangler.toml": WRANGLER, "src/a.ts": SOURCE})
    assert sorted(_check(repository)) == ["placeholder-credential", "placeholder-credential", "placeholder-resource-id"]
    run = repository.bunproof("baseline")
    assert (run.code, run.out, run.err) == (0, ".secrets.baseline: 3 values in 2 files recorded\n", "")
    assert _check(repository) == []
    repository.write({"src/a.ts": "\n\n" + SOURCE})
    assert _check(repository) == []
    repository.write({"src/b.ts": SOURCE})
    assert _check(repository) == ["placeholder-credential"]


def test_a_secret_is_not_written_into_the_baseline(repository):
    repository.write({"wrangler.toml": WRANGLER}).bunproof("baseline")
    assert "your-api-key" not in (repository.root / ".secrets.baseline").read_text()


def test_a_silenced_finding_is_not_recorded(repository):
    repository.write({"src/a.ts": SOURCE.replace(";", "; // pragma: allowlist secret")}).bunproof("baseline")
    assert json.loads((repository.root / ".secrets.baseline").read_text())["results"] == {}


def test_what_others_recorded_stays(repository):
    other = {
        "type": "Secret Keyword",
        "filename": "x.py",
        "hashed_secret": "0" * 40,
        "is_verified": False,
        "line_number": 3,
    }
    content = {"version": "1.5.0", "plugins_used": [], "filters_used": [], "results": {"x.py": [other]}}
    repository.write({".secrets.baseline": json.dumps(content), "src/a.ts": SOURCE}).bunproof("baseline")
    results = json.loads((repository.root / ".secrets.baseline").read_text())["results"]
    assert results["x.py"] == [other]
    assert sorted(results) == ["src/a.ts", "x.py"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("{", "it is not JSON", id="syntax"),
        pytest.param("[]", "it has no table `results`", id="no-results"),
        pytest.param('{"results": {"a": {}}}', "the entries of `a`", id="entries"),
        pytest.param(b'{"results": \xff}', "it is not UTF-8", id="bytes"),
    ],
)
def test_a_malformed_baseline_is_reported_and_silences_nothing(repository, content, reason):
    repository.write({".secrets.baseline": content, "src/a.ts": SOURCE})
    run = repository.check("--only", "placeholder-credentials")
    assert [each["rule"] for each in run.diagnostics] == ["malformed-baseline", "placeholder-credential"]
    assert reason in run.diagnostics[0]["message"]
    refused = repository.bunproof("baseline")
    assert refused.code == 2
    assert reason in refused.err


def test_a_removed_baseline_brings_back_what_it_silenced(repository):
    repository.write({"src/a.ts": SOURCE}).bunproof("baseline")
    repository.commit()
    repository.git("rm", "-q", ".secrets.baseline")
    assert repository.check("--staged", "--only", "placeholder-credentials").found == [
        "src/a.ts:1 placeholder-credential"
    ]


def _detect_secrets(repository, *arguments):
    command = [sys.executable, "-m", "detect_secrets", *arguments]
    return subprocess.run(command, cwd=repository.root, capture_output=True, text=True, check=False)


def test_detect_secrets_accepts_the_baseline(repository):
    repository.write({"src/a.ts": SOURCE}).bunproof("baseline")
    repository.commit()
    done = _detect_secrets(repository, "audit", "--report", ".secrets.baseline")
    assert done.returncode == 0, done.stderr
    again = _detect_secrets(repository, "scan", "--baseline", ".secrets.baseline")
    assert again.returncode == 0, again.stderr


def test_its_own_baseline_silences_our_findings(repository):
    repository.write({"src/a.py": 'DB_PASSWORD = "hunter2-hunter"\n'}).commit()
    assert _check(repository) != []
    done = _detect_secrets(repository, "scan")
    repository.write({".secrets.baseline": done.stdout})
    assert _check(repository) == []


def test_the_plugin_finds_the_same_in_detect_secrets(repository):
    from bunproof.credentials import filter as ours
    from bunproof.credentials import plugin

    repository.write({"wrangler.toml": WRANGLER, "src/a.ts": SOURCE, ".env.example": "API_KEY=your-key\n"}).commit()
    done = _detect_secrets(
        repository, "scan", "-p", plugin.__file__, "--filter", f"file://{ours.__file__}::is_expected",
        "--disable-filter", "detect_secrets.filters.heuristic.is_templated_secret",
        "--disable-filter", "detect_secrets.filters.heuristic.is_likely_id_string",
    )  # fmt: skip
    results = json.loads(done.stdout)["results"]
    found = {(path, entry["type"]) for path, entries in results.items() for entry in entries}
    assert {
        ("wrangler.toml", "Placeholder Credential"),
        ("wrangler.toml", "Placeholder Resource Id"),
        ("src/a.ts", "Placeholder Credential"),
    } <= found
    assert ".env.example" not in results
    repository.write({".secrets.baseline": done.stdout})
    assert _check(repository) == []
    repository.write({"src/b.ts": SOURCE}).bunproof("baseline")
    results = json.loads((repository.root / ".secrets.baseline").read_text())["results"]
    assert [entry["type"] for entry in results["src/b.ts"]] == ["Placeholder Credential"]
