"""How the repository runs hooks today: the runner, and our hooks at the revision it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.errors import Unreadable
from bunproof.hooks import ALL_IN_ONE, hook_ids
from bunproof.workflow.plan import Gate, HookUse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.tree import Tree
    from bunproof.workflow.plan import Runner

YAML_CONFIG = ".pre-commit-config.yaml"
# In the order in which prek looks for them; pre-commit reads the second alone.
CONFIGS: tuple[tuple[str, Runner], ...] = (
    ("prek.toml", "prek"),
    (YAML_CONFIG, "pre-commit"),
    (".pre-commit-config.yml", "prek"),
)
# The stages that a set of files makes sense for, and the old names of two of them.
_STAGES = ("pre-commit", "pre-push", "pre-merge-commit", "manual")
_OLD_STAGES = {"commit": "pre-commit", "push": "pre-push", "merge-commit": "pre-merge-commit"}
_OURS = frozenset({*hook_ids(), ALL_IN_ONE})


def gate(tree: Tree) -> Gate:
    """Our hooks as the first configuration that has any uses them; else ourselves, without a runner.

    Raises Unreadable for a configuration that cannot be read.
    """
    for path, runner in CONFIGS:
        if not tree.is_file(path):
            continue
        for repository in _repositories(read(tree, path)):
            hooks = tuple(_hooks(repository, _strings(read(tree, path).get("default_stages"))))
            address, revision = repository.get("repo"), repository.get("rev")
            if hooks and isinstance(address, str) and isinstance(revision, str):
                return Gate(runner, path, hooks, address, revision)
    return Gate("bunproof")


def read(tree: Tree, path: str) -> dict[str, object]:
    """A hook configuration. Raises Unreadable."""
    data = tree.read(path)
    try:
        content = _toml(data) if path.endswith(".toml") else _yaml(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(path, " ".join(str(error).split())) from None
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise Unreadable(path, "it is no mapping of settings")
    return content


def _yaml(data: bytes) -> object:
    import yaml  # only where there is a configuration

    try:
        return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise ValueError(f"it is not YAML: {error}") from None


def _toml(data: bytes) -> object:
    import tomli

    return tomli.loads(data.decode("utf-8-sig"))


def _repositories(config: dict[str, object]) -> list[dict[str, object]]:
    repositories = config.get("repos")
    return [each for each in repositories if isinstance(each, dict)] if isinstance(repositories, list) else []


def _hooks(repository: dict[str, object], default: list[str]) -> Iterator[HookUse]:
    hooks = repository.get("hooks")
    for hook in hooks if isinstance(hooks, list) else []:
        if isinstance(hook, dict) and hook.get("id") in _OURS:
            yield HookUse(str(hook["id"]), _stage(_strings(hook.get("stages")) or default))


def _stage(stages: list[str]) -> str:
    """The stage to run a hook at: the usual one where it may."""
    modern = [_OLD_STAGES.get(stage, stage) for stage in stages]
    return next((stage for stage in _STAGES if stage in modern), _STAGES[0])


def _strings(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
