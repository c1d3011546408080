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

_OPENNEXT_ENTRY = """\
            opennext: «folder»
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

_OPENNEXT = """\
      - name: Make the Worker of the Next.js application
        if: matrix.opennext != ''
        working-directory: ${{ matrix.opennext }}
        env:
          CLOUDFLARE_ENV: ${{ matrix.environment }}
        run: «opennext» build
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
    parts += make(build)
    parts += _bundle(build)
    parts += (_script(build, script) for script in build.scripts)
    parts.append(place(f"{name}, at the end", "      ", own))
    return "".join(parts)


def make(build: Build) -> Iterator[str]:
    """The steps that make what is deployed, where the sources are not."""
    if any(target.build is not None for target in build.targets):
        yield fill(_BUILD, run=_run(build))
    if any(target.opennext is not None for target in build.targets):
        manager = build.manager.name if build.manager else None
        yield fill(_OPENNEXT, opennext=Yaml(_LOCAL[manager].replace("wrangler", "opennextjs-cloudflare")))


def matrix(targets: tuple[Target, ...]) -> Iterator[str]:
    """The entries of a matrix."""
    kinds = {target.kind for target in targets}
    opennext = any(target.opennext is not None for target in targets)
    for target in targets:
        entry = fill(
            _TARGET,
            path=quote(target.path),
            folder=quote(target.folder or "."),
            config=quote(target.config),
            environment=quote(target.environment),
            build=_folder(target.build),
        )
        if opennext:
            entry += fill(_OPENNEXT_ENTRY, folder=_folder(target.opennext))
        if len(kinds) > 1:
            entry += fill(_KIND, kind=Yaml(target.kind))
        yield entry


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
    return fill(_STRATEGY, targets=Yaml("".join(matrix(build.targets))))


def _folder(folder: str | None) -> Yaml:
    """A folder to work in; empty for none."""
    return quote("" if folder is None else folder or ".")


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
