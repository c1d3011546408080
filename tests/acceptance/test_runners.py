"""The hooks as users meet them: run by real pre-commit and real prek, on real commits.

The manifest's own entries and `files:` are used; only `language` is `system`, so that no test installs anything (the
wheel's installation is tested by `tests/acceptance/test_installed.py`).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
BAD = 'name = "w"\nmain = "index.ts"\ncompatibility_date = "2025-01-01"\n\n[vars]\nJWT_SECRET = "your-jwt-secret-min-32-chars"\n'
GOOD = 'name = "w"\nmain = "index.ts"\ncompatibility_date = "2025-01-01"\n'
ENTRY = "export default { fetch: () => new Response() };\n"
REJECTED = "placeholder-credential"


def configuration(*hook_ids: str) -> str:
    """A `.pre-commit-config.yaml` that runs these hooks of our manifest."""
    hooks = [hook | {"language": "system"} for hook in yaml.safe_load(MANIFEST.read_text()) if hook["id"] in hook_ids]
    for hook in hooks:
        hook.pop("minimum_pre_commit_version")
    return yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})


@pytest.fixture(params=["pre-commit", "prek"])
def runner(request, tmp_path, monkeypatch) -> str:
    """A hook runner, found beside this interpreter, with a home of its own."""
    scripts = os.path.dirname(sys.executable)
    monkeypatch.setenv("PATH", scripts + os.pathsep + os.environ["PATH"])
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PREK_HOME", str(tmp_path / "home"))
    for name in ("GITHUB_ACTIONS", "CI", "SKIP"):
        monkeypatch.delenv(name, raising=False)
    return request.param


@pytest.fixture
def hooked(repository, runner):
    """A repository whose commits pass through the all-in-one hook."""
    repository.write({".pre-commit-config.yaml": configuration("bunproof")})
    subprocess.run([runner, "install"], cwd=repository.root, check=True, capture_output=True)
    return repository


def commit(repository, folder: str = ".") -> subprocess.CompletedProcess[str]:
    """Commit what is staged, through the installed hook."""
    return subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.invalid", "commit", "-m", "a change"],
        cwd=repository.root / folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_first_commit_of_a_repository_is_judged(hooked) -> None:
    hooked.write({"wrangler.toml": BAD, "index.ts": ENTRY}).git("add", "-A")
    done = commit(hooked)
    assert done.returncode == 1
    assert f"wrangler.toml:6:15: error[{REJECTED}]" in done.stderr + done.stdout


def test_a_good_commit_passes(hooked) -> None:
    hooked.write({"wrangler.toml": GOOD, "index.ts": ENTRY}).git("add", "-A")
    done = commit(hooked)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_message_reads_well_in_the_runners_output(hooked) -> None:
    hooked.write({"wrangler.toml": BAD, "index.ts": ENTRY}).git("add", "-A")
    done = commit(hooked)
    told = [line.strip() for line in (done.stderr + done.stdout).splitlines()]
    assert '6 | JWT_SECRET = "your' in "\n".join(told)
    assert any(line.startswith("= help: ") for line in told)
    assert "\x1b" not in "".join(told)


def test_what_is_staged_is_judged_and_unstaged_changes_come_back(hooked) -> None:
    hooked.write({"wrangler.toml": GOOD, "index.ts": ENTRY}).git("add", "-A")
    hooked.write({"wrangler.toml": BAD})
    assert commit(hooked).returncode == 0
    assert (hooked.root / "wrangler.toml").read_text() == BAD
    hooked.git("add", "-A")
    hooked.write({"wrangler.toml": GOOD})
    assert commit(hooked).returncode == 1
    assert (hooked.root / "wrangler.toml").read_text() == GOOD


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("with space", id="space"),
        pytest.param("it's", id="single quote"),
        pytest.param("größe-大きさ", id="non-ascii"),
        pytest.param("-dash", id="leading dash"),
        pytest.param(
            'say "hi"', id="double quote", marks=pytest.mark.skipif(os.name == "nt", reason="no such name there")
        ),
    ],
)
def test_any_path_is_judged(hooked, folder) -> None:
    hooked.write({f"{folder}/wrangler.toml": BAD, f"{folder}/index.ts": ENTRY}).git("add", "-A")
    done = commit(hooked)
    assert done.returncode == 1
    assert f"{folder}/wrangler.toml:6:15: error[{REJECTED}]" in done.stderr + done.stdout


def test_a_commit_from_a_subfolder_is_judged(hooked) -> None:
    hooked.write({"app/wrangler.toml": BAD, "app/index.ts": ENTRY}).git("add", "-A")
    assert commit(hooked, "app").returncode == 1


def test_a_commit_in_a_worktree_is_judged(hooked, tmp_path) -> None:
    hooked.write({"readme.txt": "x"}).commit()
    hooked.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    tree = type(hooked).__new__(type(hooked))
    tree.root = tmp_path / "tree"
    tree.write({"wrangler.toml": BAD, "index.ts": ENTRY}).git("add", "-A")
    assert commit(tree).returncode == 1


@pytest.mark.parametrize(
    ("hook", "files"),
    [
        pytest.param("bun-imports", {"package.json": '{"packageManager": "bun@1.1.45"}', "a.mts": 'import { SQL } from "bun";\nnew SQL("x");\n'}, id="bun-imports on .mts"),
        pytest.param("placeholder-credentials", {".dev.vars": "API_TOKEN=your-api-token\n"}, id="placeholder-credentials on .dev.vars"),
        pytest.param("placeholder-credentials", {".env.production": "API_TOKEN=your-api-token\n"}, id="placeholder-credentials on .env.production"),
        pytest.param("wrangler-config", {"wrangler.jsonc": '{ "name": 5 }\n'}, id="wrangler-config on .jsonc"),
        pytest.param("ci-workflow", {"package.json": '{"packageManager": "bun@1.2.21"}'}, id="ci-workflow when the workflow is missing"),
    ],
)  # fmt: skip
def test_each_hook_blocks_alone(repository, runner, hook, files) -> None:
    repository.write({".pre-commit-config.yaml": configuration(hook), **files}).git("add", "-A")
    done = subprocess.run(
        [runner, "run", "--all-files"], cwd=repository.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "error[" in done.stdout
