"""The job `build`: install, bundle each Worker in each environment as a deploy would, check types, run tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.workflow import pins
from bunproof.workflow.existing import place
from bunproof.workflow.quoting import Yaml, fill, quote
from bunproof.workflow.template.steps import CHECKOUT, install, runtimes, working_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.workflow.plan import Build, PackageManager, Script, Target

_HEAD = """\
  # No secrets here, so that a fork's pull request is built like any other.
  «id»:
    name: «title»
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # to check the repository out
«strategy»    steps:
"""

_STRATEGY = """\
    strategy:
      # One environment that fails must not hide another.
      fail-fast: false
      matrix:
        include:
«targets»    env:
      WRANGLER_SEND_METRICS: "false"
"""

_TARGET = """\
          - path: «path»
            folder: «folder»
            config: «config»
            environment: «environment»
            build: «build»
"""

_KIND = """\
            kind: «kind»
"""

_BUILD = """\
      - name: Make what is deployed
        if: matrix.build != ''
        working-directory: ${{ matrix.build }}
        env:
          CLOUDFLARE_ENV: ${{ matrix.environment }}
        run: «run» build
"""

# Names reach the shell as variables, never as text of the script.
_DRY_RUN = """\
      - name: Bundle the Worker as a deploy would
«condition»        working-directory: ${{ matrix.folder }}
        env:
          CLOUDFLARE_ENV: ${{ matrix.environment }}
          WRANGLER_CONFIG: ${{ matrix.config }}
        run: «wrangler» deploy --dry-run ${CLOUDFLARE_ENV:+"--env=$CLOUDFLARE_ENV"} ${WRANGLER_CONFIG:+"--config=$WRANGLER_CONFIG"}
"""

_FUNCTIONS = """\
      - name: Bundle the functions of Pages
«condition»        working-directory: ${{ matrix.folder }}
        run: «wrangler» pages functions build --outdir="$RUNNER_TEMP/functions"
"""

_SCRIPT = """\
      - name: «title»
«condition»«folder»        run: «run» «name»
"""

# In the matrix once is enough.
_ONCE = "        if: strategy.job-index == 0\n"
_TITLES = {"types": "Check the types", "test": "Run the tests"}
_LOCAL: dict[PackageManager | None, str] = {
    None: f"npx --yes wrangler@{pins.WRANGLER}",
    "bun": "bunx wrangler",
    "npm": "npx --no-install wrangler",
    "pnpm": "pnpm exec wrangler",
    "yarn": "yarn run wrangler",
    "yarn-classic": "yarn --silent run wrangler",
}
_FETCHED: dict[PackageManager, str] = {
    "bun": f"bunx wrangler@{pins.WRANGLER}",
    "npm": f"npx --yes wrangler@{pins.WRANGLER}",
    "pnpm": f"pnpm dlx wrangler@{pins.WRANGLER}",
    "yarn": f"yarn dlx wrangler@{pins.WRANGLER}",
    "yarn-classic": f"npx --yes wrangler@{pins.WRANGLER}",
}


def job(build: Build, name: str, own: dict[str, str]) -> str:
    """The job's text."""
    parts = [
        fill(_HEAD, id=Yaml(name), title=_title(build, name), strategy=Yaml(_strategy(build))),
        CHECKOUT,
        runtimes(build),
        place(f"{name}, before the installation", "      ", own),
        install(build),
    ]
    if any(target.build is not None for target in build.targets):
        parts.append(fill(_BUILD, run=_run(build)))
    parts += _bundle(build)
    parts += (_script(build, script) for script in build.scripts)
    parts.append(place(f"{name}, at the end", "      ", own))
    return "".join(parts)


def matrix(targets: tuple[Target, ...]) -> Iterator[str]:
    """The entries of a matrix."""
    for target in targets:
        yield fill(
            _TARGET,
            path=quote(target.path),
            folder=quote(target.folder or "."),
            config=quote(target.config),
            environment=quote(target.environment),
            build=quote("" if target.build is None else target.build or "."),
        )


def wrangler(build: Build) -> Yaml:
    """The command that runs the wrangler that the packages bring, else a pinned one."""
    manager = build.manager.name if build.manager else None
    return Yaml(_LOCAL[manager] if manager is None or build.wrangler else _FETCHED[manager])


def _bundle(build: Build) -> Iterator[str]:
    kinds = {target.kind for target in build.targets}
    for kind, step in (("worker", _DRY_RUN), ("functions", _FUNCTIONS)):
        if kind in kinds:
            condition = f"        if: matrix.kind == '{kind}'\n" if len(kinds) > 1 else ""
            yield fill(step, condition=Yaml(condition), wrangler=wrangler(build))


def _strategy(build: Build) -> str:
    if not build.targets:
        return ""
    entries = list(matrix(build.targets))
    if len({target.kind for target in build.targets}) > 1:
        pairs = zip(entries, build.targets, strict=True)
        entries = [entry + fill(_KIND, kind=Yaml(target.kind)) for entry, target in pairs]
    return fill(_STRATEGY, targets=Yaml("".join(entries)))


def _title(build: Build, name: str) -> Yaml:
    if build.targets:
        return Yaml("build ${{ matrix.path }} ${{ matrix.environment }}")
    return quote(f"build {build.folder}") if build.folder else Yaml(name)


def _run(build: Build) -> Yaml:
    manager = build.manager.name if build.manager else "npm"
    return Yaml(f"{'yarn' if manager == 'yarn-classic' else manager} run")


def _script(build: Build, script: Script) -> str:
    return fill(
        _SCRIPT,
        title=Yaml(_TITLES[script.purpose]),
        condition=Yaml(_ONCE if build.targets else ""),
        folder=working_directory(script.folder),
        run=_run(build),
        name=Yaml(script.name),
    )
