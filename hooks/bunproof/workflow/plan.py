"""What a workflow is made from: the facts of a repository, decided and frozen. Free of YAML and of I/O."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Runner: TypeAlias = Literal["pre-commit", "prek", "bunproof"]
PackageManager: TypeAlias = Literal["bun", "npm", "pnpm", "yarn", "yarn-classic"]


class HookUse(NamedTuple):
    """One of our hooks as the repository's hook configuration uses it."""

    id: str
    stage: str


class Gate(NamedTuple):
    """How the hooks are run. For the runner "bunproof" there is no configuration, and we are installed ourselves.

    `repository` and `revision` are where the hooks come from, as the configuration says it.
    """

    runner: Runner
    config: str = ""
    hooks: tuple[HookUse, ...] = ()
    repository: str = ""
    revision: str = ""


class Setup(NamedTuple):
    """The input that tells a setup action which version: its name and value, and the fact behind it."""

    key: str
    value: str
    because: str


class Manager(NamedTuple):
    """The package manager of a folder.

    `version` is the one to fetch, empty where it comes with its runtime or where `packageManager` names it.
    """

    name: PackageManager
    version: str
    lockfile: str


class Script(NamedTuple):
    """A script of a package.json: the folder it runs in, its name, and whether it is a test or a type check."""

    folder: str
    name: str
    purpose: Literal["types", "test"]


class Target(NamedTuple):
    """A Worker in an environment: what one `wrangler deploy` would deploy.

    `folder` is where wrangler runs, `config` the configuration relative to it (empty where wrangler must find it by
    itself, because a build tool redirects it), `path` the configuration below the repository's root. `environment` is
    empty for the top level. `secrets` are the names that must be set on the deployed Worker. `build` is the folder whose
    `build` script makes what is deployed, None where the sources are. Of a Pages project there are functions to bundle,
    or nothing (`kind`). `opennext` is the folder of a Next.js application that OpenNext turns into the Worker.
    """

    path: str
    folder: str
    config: str
    environment: str
    secrets: tuple[str, ...] = ()
    build: str | None = None
    kind: Literal["worker", "functions", "static"] = "worker"
    opennext: str | None = None


class Build(NamedTuple):
    """One installation of packages and all that is built and tested with it. `folder` is empty for the root.

    `wrangler` says whether the packages bring wrangler; where they do not, a pinned one is fetched. Without a manager
    there is no package.json, and nothing is installed.
    """

    folder: str
    manager: Manager | None
    bun: Setup | None
    node: Setup | None
    scripts: tuple[Script, ...] = ()
    targets: tuple[Target, ...] = ()
    wrangler: bool = True


class Choices(NamedTuple):
    """What only a person can choose; recorded in the file's header, so that it can be written again."""

    branch: str
    deploy: bool = False
    sarif: bool = False


class Plan(NamedTuple):
    """All that the workflow says. `own_jobs` are the ids of the user's own jobs that `required` waits for."""

    choices: Choices
    gate: Gate
    builds: tuple[Build, ...] = ()
    own_jobs: tuple[str, ...] = ()
