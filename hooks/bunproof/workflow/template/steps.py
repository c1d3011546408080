"""Steps that more than one job begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.workflow import pins
from bunproof.workflow.quoting import Yaml, fill, quote

if TYPE_CHECKING:
    from bunproof.workflow.plan import Build, Manager, Setup

CHECKOUT = f"""\
      - name: Check out
        uses: {pins.CHECKOUT.uses}
        with:
          persist-credentials: false
"""

CHECKOUT_WITH_BASE = f"""\
      - name: Check out
        uses: {pins.CHECKOUT.uses}
        with:
          # A pull request is checked out merged into its base; that base, the first parent, is all the history needed.
          fetch-depth: 2
          persist-credentials: false
"""

PYTHON = f"""\
      - name: Set up Python
        uses: {pins.SETUP_PYTHON.uses}
        with:
          python-version: "{pins.PYTHON}"
"""

_BUN = f"""\
      - name: Set up Bun
        uses: {pins.SETUP_BUN.uses}
        with:
          # «because»
          «key»: «value»
"""

_NODE = f"""\
      - name: Set up Node.js
        uses: {pins.SETUP_NODE.uses}
        with:
          # «because»
          «key»: «value»
          # No cache: what a lockfile names is quick to fetch, and a cache is one more thing that can be poisoned.
          package-manager-cache: false
"""

# By Corepack, which holds the manager to the hash in `packageManager`; Node has stopped to bring it.
_COREPACK = f"npx --yes corepack@{pins.COREPACK}"
_ENABLE = f'{_COREPACK} enable --install-directory "$(dirname "$(command -v node)")"'

_DECLARED_MANAGER = f"""\
      - name: Set up the package manager that package.json names
        run: {_ENABLE}
"""

_MANAGER = f"""\
      - name: Set up «title»
        env:
          PACKAGE: «package»
        run: |
          {_ENABLE}
          {_COREPACK} install --global "$PACKAGE"
"""

_INSTALL = """\
      - name: «title»
«folder»        run: «command»
"""

_FROZEN = {
    "bun": "bun install --frozen-lockfile",
    "npm": "npm ci",
    "pnpm": "pnpm install --frozen-lockfile",
    "yarn": "yarn install --immutable",
    "yarn-classic": "yarn install --frozen-lockfile",
}
_LOOSE = {
    "bun": "bun install",
    "npm": "npm install",
    "pnpm": "pnpm install --no-frozen-lockfile",
    "yarn": "yarn install --no-immutable",
    "yarn-classic": "yarn install",
}


def runtimes(build: Build) -> str:
    """The steps that set up Bun, Node and the package manager of a build."""
    steps = ""
    if build.bun:
        steps += _setup(_BUN, build.bun)
    if build.node:
        steps += _setup(_NODE, build.node)
    if build.manager and build.manager.name not in {"bun", "npm"}:
        steps += _manager(build.manager)
    return steps


def install(build: Build) -> str:
    """The step that installs packages, where there are any."""
    if build.manager is None:
        return ""
    title, command = _install(build.manager)
    return fill(_INSTALL, title=Yaml(title), command=Yaml(command), folder=working_directory(build.folder))


def working_directory(folder: str) -> Yaml:
    """The line that makes a step run below the root; nothing for the root itself."""
    return Yaml(f"        working-directory: {quote(folder)}\n" if folder else "")


def _install(manager: Manager) -> tuple[str, str]:
    if manager.lockfile:
        return "Install exactly what the lockfile says", _FROZEN[manager.name]
    return "Install (commit a lockfile, so that this is the same every time)", _LOOSE[manager.name]


def _manager(manager: Manager) -> str:
    if not manager.version:
        return _DECLARED_MANAGER
    title, name = ("pnpm", "pnpm") if manager.name == "pnpm" else ("Yarn", "yarn")
    return fill(_MANAGER, title=Yaml(title), package=quote(f"{name}@{manager.version}"))


def _setup(template: str, setup: Setup) -> str:
    return fill(template, because=quoted_words(setup.because), key=Yaml(setup.key), value=quote(setup.value))


def quoted_words(text: str) -> Yaml:
    """Words for a comment: whatever could end the line is spelled out."""
    return Yaml("".join(each if each.isprintable() else ascii(each)[1:-1] for each in text))
