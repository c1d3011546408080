"""The jobs that deploy, opt-in: only what has passed, only from the default branch, only with its secrets in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.workflow.facts.workers import DEFAULT_NAMES
from bunproof.workflow.quoting import Yaml, fill, quote
from bunproof.workflow.template.build import make, matrix, wrangler
from bunproof.workflow.template.steps import CHECKOUT, install, runtimes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.plan import Build, Target

_JOB = """\
  # Only what has passed, and only what was pushed to the default branch: never a pull request, so never a fork.
  «id»:
    name: deploy ${{ matrix.path }} ${{ matrix.environment }}
    needs: required
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # to check the repository out
    # The Cloudflare token belongs to this environment, where GitHub can also ask a person first.
    environment: ${{ matrix.environment || 'production' }}
    # Two deploys of one Worker never overlap, and one that has begun is never cancelled.
    concurrency:
      group: deploy-${{ matrix.path }}-${{ matrix.environment }}
      cancel-in-progress: false
    strategy:
      fail-fast: false
      matrix:
        include:
«targets»    env:
      WRANGLER_SEND_METRICS: "false"
    steps:
"""

_SECRETS = """\
            secrets: «names»
"""

_PREFLIGHT = """\
      - name: Refuse to deploy while a required secret is missing
        if: matrix.secrets != ''
        working-directory: ${{ matrix.folder }}
        env:
          CLOUDFLARE_ACCOUNT_ID: ${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
          CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
          CLOUDFLARE_ENV: ${{ matrix.environment }}
          CONFIG_PATH: ${{ matrix.path }}
          REQUIRED_SECRETS: ${{ matrix.secrets }}
          WRANGLER_CONFIG: ${{ matrix.config }}
        run: |
          # Without a list (no Worker yet, or no access) every one of them counts as missing.
          «wrangler» secret list --format=json ${CLOUDFLARE_ENV:+"--env=$CLOUDFLARE_ENV"} \\
            ${WRANGLER_CONFIG:+"--config=$WRANGLER_CONFIG"} > "$RUNNER_TEMP/secrets.json" ||
            echo "[]" > "$RUNNER_TEMP/secrets.json"
          node - "$RUNNER_TEMP/secrets.json" <<'SCRIPT'
          const { readFileSync } = require("node:fs");
          const { CLOUDFLARE_ENV, CONFIG_PATH, REQUIRED_SECRETS } = process.env;
          const printed = readFileSync(process.argv[2], "utf8");
          const start = printed.search(/^\\[/m);
          const there = new Set(start < 0 ? [] : JSON.parse(printed.slice(start)).map(({ name }) => name));
          const missing = REQUIRED_SECRETS.split(" ").filter((name) => !there.has(name));
          const word = (text) => (/^[\\w./-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\\\''") + "'");
          const where = ["--config", CONFIG_PATH, ...(CLOUDFLARE_ENV ? ["--env", CLOUDFLARE_ENV] : [])].map(word).join(" ");
          for (const name of missing) {
            console.log(`wrangler secret put ${name} ${where}`.replaceAll(/[\\r\\n]+/g, " "));
          }
          if (missing.length > 0) {
            console.log(`::error title=bunproof::${missing.length} required secrets are missing: run the commands above`);
            process.exit(1);
          }
          SCRIPT
"""

_DEPLOY = """\
      - name: Deploy
        working-directory: ${{ matrix.folder }}
        env:
          CLOUDFLARE_ACCOUNT_ID: ${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
          CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
          CLOUDFLARE_ENV: ${{ matrix.environment }}
          WRANGLER_CONFIG: ${{ matrix.config }}
        run: «wrangler» deploy ${CLOUDFLARE_ENV:+"--env=$CLOUDFLARE_ENV"} ${WRANGLER_CONFIG:+"--config=$WRANGLER_CONFIG"}
"""

# An environment of such a name is what users see; without one, the top level is.
_LIVE = ("production", "prod", "live")


def jobs(builds: tuple[Build, ...]) -> Iterator[str]:
    """The text of one job for each build that has something to deploy."""
    number = 0
    for build in builds:
        targets = tuple(_live(build.targets))
        if not targets:
            continue
        number += 1
        name = "deploy" if number == 1 else f"deploy-{number}"
        yield _job(build._replace(targets=targets), name)


def _job(build: Build, name: str) -> str:
    entries = [
        entry + fill(_SECRETS, names=quote(" ".join(target.secrets)))
        for target, entry in zip(build.targets, matrix(build.targets), strict=True)
    ]
    parts = [fill(_JOB, id=Yaml(name), targets=Yaml("".join(entries))), CHECKOUT, runtimes(build), install(build)]
    parts += make(build)
    if any(target.secrets for target in build.targets):
        parts.append(fill(_PREFLIGHT, wrangler=wrangler(build)))
    parts.append(fill(_DEPLOY, wrangler=wrangler(build)))
    return "".join(parts)


def _live(targets: tuple[Target, ...]) -> Iterator[Target]:
    """Of each configuration that wrangler finds by itself, the environment that users see."""
    paths = dict.fromkeys(target.path for target in targets if target.kind == "worker")
    for path in paths:
        if path.rpartition("/")[2] not in DEFAULT_NAMES:
            continue
        here = {target.environment: target for target in targets if target.path == path}
        yield next((here[name] for name in _LIVE if name in here), here[next(iter(here))])
