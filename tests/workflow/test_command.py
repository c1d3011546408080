from __future__ import annotations

import os

import pytest

from bunproof.cli import main
from bunproof.workflow.facts.branch import default_branch

PATH = ".github/workflows/bunproof.yml"
WRANGLER = 'name = "api"\nmain = "src/index.ts"\ncompatibility_date = "2026-01-01"\n'
FILES = {
    "package.json": '{"scripts": {"test": "bun test"}, "devDependencies": {"wrangler": "4"}}',
    "bun.lock": "",
    "wrangler.toml": WRANGLER,
    "src/index.ts": "export default {};\n",
}


@pytest.fixture
def written(repository, monkeypatch):
    """A repository with its workflow, committed."""
    repository.write(FILES).commit()
    monkeypatch.chdir(repository.root)
    assert main(["workflow"]) == 0
    return repository.commit()


def text(repository):
    return (repository.root / PATH).read_bytes().decode()


def run(capsys, *arguments):
    capsys.readouterr()
    code = main(["workflow", *arguments])
    return code, *capsys.readouterr()


def test_stdout_writes_nothing(repository, monkeypatch, capsys):
    repository.write(FILES)
    monkeypatch.chdir(repository.root)
    code, out, _ = run(capsys, "--stdout")
    assert code == 0
    assert out.startswith("# The gate: ")
    assert not (repository.root / ".github").exists()
    assert run(capsys, "--check")[0] == 1


@pytest.mark.usefixtures("written")
def test_a_workflow_that_follows_from_the_repository_passes(capsys):
    assert run(capsys, "--check") == (0, "", "")
    assert run(capsys) == (0, f"{PATH} is up to date\n", "")


def test_a_fact_that_changes_is_shown_as_a_diff_and_written(written, capsys):
    written.write({"wrangler.toml": WRANGLER + "[env.staging]\n"}).commit()
    code, out, err = run(capsys, "--check")
    assert code == 1
    assert "+            environment: staging\n" in out
    assert err == f"bunproof: {PATH} no longer follows from the repository; `bunproof workflow` writes it\n"
    assert run(capsys) == (0, f"wrote {PATH}\n", "")
    assert run(capsys, "--check")[0] == 0


def test_an_edit_is_shown_and_dropped(written, capsys):
    written.write({PATH: text(written).replace("timeout-minutes: 15", "timeout-minutes: 500")})
    code, out, err = run(capsys, "--check")
    assert code == 1
    assert "-    timeout-minutes: 500\n+    timeout-minutes: 15\n" in out
    assert "was edited outside the places that are yours" in err
    assert "-    timeout-minutes: 500\n" in run(capsys)[1]
    assert run(capsys, "--check")[0] == 0


def test_lines_in_marked_places_survive(written, capsys):
    mine = "      - name: Mine\n        run: echo mine\n"
    mark = "      # >>> yours: build, at the end >>>\n"
    written.write({PATH: text(written).replace(mark, mark + mine)})
    assert run(capsys, "--check")[0] == 0
    written.write({"wrangler.toml": WRANGLER + "[env.staging]\n"})
    assert run(capsys, "--check")[0] == 1
    run(capsys)
    assert mark + mine in text(written)


def test_a_job_of_ones_own_is_required_too(written, capsys):
    mark = "  # >>> yours: jobs >>>\n"
    job = "  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n"
    after = "  announce:\n    needs: required\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n"
    written.write({PATH: text(written).replace(mark, mark + job + after)})
    assert "+    needs: [gate, build, lint]\n" in run(capsys, "--check")[1]
    run(capsys)
    assert "    needs: [gate, build, lint]\n" in text(written)
    assert run(capsys, "--check")[0] == 0


@pytest.mark.parametrize(
    ("lines", "needs"),
    [
        pytest.param(
            "  a: {}\n  b: {needs: [a, c]}\n  c: {needs: required}\n  d: {needs: [b]}\n", "a", id="after-required"
        ),
        pytest.param("  deploy: {}\n  required: {}\n  1: {}\n  'x y': {}\n", "", id="no-ids-of-ones-own"),
        pytest.param("  # nothing but a comment\n", "", id="comment"),
        pytest.param("  - a\n", "", id="a-list"),
    ],
)
def test_own_jobs(written, capsys, lines, needs):
    mark = "  # >>> yours: jobs >>>\n"
    written.write({PATH: text(written).replace(mark, mark + lines)})
    run(capsys)
    assert f"    needs: [{', '.join(filter(None, ['gate', 'build', needs]))}]\n" in text(written)


def test_own_jobs_that_are_no_yaml_are_an_error(written, capsys):
    mark = "  # >>> yours: jobs >>>\n"
    written.write({PATH: text(written).replace(mark, mark + "  a: [\n")})
    assert run(capsys) == (2, "", f"bunproof: {PATH}: your lines in the place `jobs` are not YAML\n")


def test_lines_without_a_place_are_not_lost(written, capsys):
    mark = "      # >>> yours: build, at the end >>>\n"
    written.write({PATH: text(written).replace(mark, mark + "      - run: echo mine\n")})
    for name in ("package.json", "bun.lock", "wrangler.toml"):
        (written.root / name).unlink()
    before = text(written)
    code, out, err = run(capsys)
    assert (code, out) == (2, "")
    assert "has no place `build, at the end` any more: move your lines" in err
    assert text(written) == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("      # <<< yours: build, at the end <<<\n", "", "begins twice", id="no-end"),
        pytest.param("      # >>> yours: build, at the end >>>\n", "", "ends before it begins", id="no-start"),
        pytest.param("  # <<< yours: jobs <<<\n", "", "does not end", id="no-last-end"),
    ],
)
def test_broken_marks_stop_the_writing(written, capsys, old, new, message):
    written.write({PATH: text(written).replace(old, new)})
    before = text(written)
    code, _, err = run(capsys)
    assert code == 2
    assert message in err
    assert "restore its marks" in err
    assert text(written) == before


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("name: mine\n", id="no-header"),
        pytest.param("# bunproof: {not json}\n", id="no-json"),
        pytest.param('# bunproof: {"deploy": true}\n', id="no-branch"),
        pytest.param("", id="empty"),
    ],
)
def test_a_file_that_is_not_ours_is_never_overwritten(repository, monkeypatch, capsys, content):
    repository.write({PATH: content})
    monkeypatch.chdir(repository.root)
    code, out, err = run(capsys)
    assert (code, out) == (2, "")
    assert err == f"bunproof: {PATH} was not written by bunproof: move it away, or use --stdout\n"
    assert text(repository) == content
    assert run(capsys, "--check")[0] == 1
    assert run(capsys, "--stdout")[0] == 0


def test_choices_are_remembered_and_can_be_taken_back(written, capsys):
    assert "code-scanning:" not in text(written)
    run(capsys, "--with-sarif", "--with-deploy")
    assert "code-scanning:" in text(written)
    assert "  deploy:\n" in text(written)
    assert run(capsys, "--check")[0] == 0
    assert run(capsys)[1] == f"{PATH} is up to date\n"
    written.write({PATH: text(written).replace('"deploy": true', '"deploy": false')})
    run(capsys)
    assert "  deploy:\n" not in text(written)
    assert "code-scanning:" in text(written)


def test_windows_line_endings_are_kept(written, capsys):
    written.write({PATH: text(written).replace("\n", "\r\n").encode()})
    assert run(capsys, "--check")[0] == 0
    written.write({"wrangler.toml": WRANGLER + "[env.staging]\n"})
    run(capsys)
    assert text(written).count("\n") == text(written).count("\r\n") > 100
    assert run(capsys, "--check")[0] == 0


def test_a_file_that_nobody_has_added_may_count_or_not(written, capsys):
    written.write({"apps/new/wrangler.toml": WRANGLER})
    assert run(capsys, "--check")[0] == 0
    written.write({PATH: text(written).replace("timeout-minutes: 15", "timeout-minutes: 16")})
    run(capsys)
    assert "apps/new" in text(written)
    assert run(capsys, "--check")[0] == 0
    written.commit()
    assert run(capsys, "--check")[0] == 0


def test_what_is_ignored_decides_nothing(written, capsys):
    written.write(
        {".gitignore": "dist/\n", "wrangler.toml": WRANGLER.replace("src/index.ts", "dist/index.js")}
    ).commit()
    run(capsys)
    written.write({"dist/index.js": "", "dist/wrangler.json": "{}"})
    assert run(capsys, "--check")[0] == 0


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        pytest.param([], "main", id="as-created"),
        pytest.param([["branch", "-m", "develop"]], "develop", id="one-branch"),
        pytest.param([["branch", "-m", "master"], ["checkout", "-qb", "feature"]], "master", id="a-usual-name"),
        pytest.param([["update-ref", "refs/remotes/origin/trunk", "HEAD"], ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk"]], "trunk", id="the-remote-says"),
        pytest.param([["branch", "-m", "develop"], ["checkout", "-q", "--detach"]], "main", id="detached"),
    ],
)  # fmt: skip
def test_the_default_branch(repository, commands, expected):
    repository.write({"a": ""}).commit()
    for command in commands:
        repository.git(*command)
    assert default_branch(str(repository.root)) == expected


def test_the_default_branch_is_remembered(written, capsys):
    written.git("branch", "-m", "develop")
    assert run(capsys, "--check")[0] == 0
    assert "branches: [main]" in text(written)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_written_through_a_link(repository, monkeypatch, capsys, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (repository.root / ".github").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(repository.root)
    code, _, err = run(capsys)
    assert code == 2
    assert err == f"bunproof: refusing to write {PATH}: .github is a symbolic link\n"
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({"package.json": "{"}, "package.json: it cannot be parsed", id="package"),
        pytest.param({"package.json": b"\xff"}, "package.json: it is not UTF-8", id="package-utf-8"),
        pytest.param({".pre-commit-config.yaml": "a: [\n"}, ".pre-commit-config.yaml: it is not YAML", id="pre-commit"),
        pytest.param(
            {".pre-commit-config.yaml": "- a\n"}, ".pre-commit-config.yaml: it is no mapping", id="pre-commit-list"
        ),
        pytest.param({"prek.toml": "a = \n"}, "prek.toml: ", id="prek"),
    ],
)
def test_facts_that_cannot_be_read_are_one_line(repository, files, message):
    repository.write(files)
    done = repository.bunproof("workflow")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"bunproof: {message}")
    assert done.err.count("\n") == 1
