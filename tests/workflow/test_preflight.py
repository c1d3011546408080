"""The step that refuses to deploy, run as it stands in the workflow, with a wrangler that answers from a file."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from github_runner import jobs, run_job

from bunproof.cli import main

pytestmark = pytest.mark.skipif(not shutil.which("node") or os.name == "nt", reason="needs Node and bash")
CONFIGURATION = """\
name = "api"
main = "index.js"
[env."it's live"]
[env.production]
secrets = { required = ["JWT_SECRET", "STRIPE_KEY", "<API_TOKEN>", "YOUR_SECRET_NAME"] }
"""


@pytest.mark.parametrize(
    ("answer", "code", "missing"),
    [
        pytest.param('[{"name": "JWT_SECRET", "type": "secret_text"}, {"name": "STRIPE_KEY"}]', 0, [], id="all-there"),
        pytest.param('[\n  {\n    "name": "JWT_SECRET"\n  }\n]\n', 1, ["STRIPE_KEY"], id="one-missing"),
        pytest.param("[]", 1, ["JWT_SECRET", "STRIPE_KEY"], id="none-there"),
        pytest.param("banner [4.0]\n\n[]\n", 1, ["JWT_SECRET", "STRIPE_KEY"], id="banner-first"),
        pytest.param(None, 1, ["JWT_SECRET", "STRIPE_KEY"], id="no-such-worker"),
        pytest.param("no list at all", 1, ["JWT_SECRET", "STRIPE_KEY"], id="no-list"),
    ],
)
def test_missing_secrets_stop_the_deploy(repository, monkeypatch, tmp_path, answer, code, missing):
    repository.write({"wrangler.toml": CONFIGURATION, "index.js": ""})
    monkeypatch.chdir(repository.root)
    assert main(["workflow", "--with-deploy"]) == 0
    job = jobs((repository.root / ".github/workflows/bunproof.yml").read_text())["deploy"]
    job["steps"] = [step for step in job["steps"] if "secret" in step["name"]]
    programs = tmp_path / "programs"
    programs.mkdir()
    (tmp_path / "answer").write_text(answer or "")
    (programs / "npx").write_text(
        f'#!/bin/sh\necho "$@" > "{tmp_path}/arguments"\ncat "{tmp_path}/answer"\nexit {1 if answer is None else 0}\n'
    )
    (programs / "npx").chmod(0o755)
    environment = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path)}

    (step,) = run_job("deploy", job, repository.root, {}, environment)

    assert step.code == code
    commands = [line for line in step.output.split("\n") if line.startswith("wrangler secret put")]
    assert commands == [f"wrangler secret put {name} --config wrangler.toml --env production" for name in missing]
    arguments = (tmp_path / "arguments").read_text()
    assert arguments.strip().endswith("secret list --format=json --env=production --config=wrangler.toml")


def test_the_command_survives_the_shell_it_is_pasted_into(repository, monkeypatch, tmp_path):
    name = 'it\'s "live" $(id)'
    configuration = "name = 'api'\nmain = 'index.js'\n[env.production]\n[env.production.secrets]\nrequired = ['A']\n"
    repository.write({f"{name}/wrangler.toml": configuration, f"{name}/index.js": ""})
    monkeypatch.chdir(repository.root)
    main(["workflow", "--with-deploy"])
    job = jobs((repository.root / ".github/workflows/bunproof.yml").read_text())["deploy"]
    job["steps"] = [step for step in job["steps"] if "secret" in step["name"]]
    (tmp_path / "npx").write_text("#!/bin/sh\necho '[]'\n")
    (tmp_path / "npx").chmod(0o755)
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path)}
    (step,) = run_job("deploy", job, repository.root, {}, environment)
    line = next(line for line in step.output.split("\n") if line.startswith("wrangler secret put"))
    words = subprocess.run(["bash", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True).stdout
    assert words.splitlines() == [
        "wrangler",
        "secret",
        "put",
        "A",
        "--config",
        f"{name}/wrangler.toml",
        "--env",
        "production",
    ]
