"""What kind of file a path is: where a value stands decides more than the value.

One table, read from top to bottom; `[files]` in `bunproof.toml` comes before it.
"""

from __future__ import annotations

from bunproof.credentials.vocabulary import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LIVE = "live"  # what runs: every stand-in and every secret in plain text is an error
LOCAL = "local"  # live on a developer's machine: values that say so are quiet
WORKFLOW = "workflow"  # throw-away values of test services are quiet
SOURCE = "source"  # program text: hard-coded credentials and fallbacks
TEMPLATE = "template"  # meant to hold stand-ins; a real secret is an error
DOCUMENTATION = "documentation"
TEST = "test"
IGNORED = "ignored"

NAMES = {
    LIVE: "live configuration",
    LOCAL: "local configuration",
    WORKFLOW: "workflow",
    SOURCE: "source",
    TEMPLATE: "template",
    DOCUMENTATION: "documentation",
    TEST: "test",
    IGNORED: "not judged",
}


def kind_of(path: str, chosen: dict[str, tuple[str, ...]]) -> str:
    """The kind of a file, by its path below the root; `chosen` maps kinds to patterns, from the settings."""
    if chosen:
        from fnmatch import fnmatchcase  # few repositories choose

        for kind, patterns in chosen.items():
            if any(fnmatchcase(path, pattern) for pattern in patterns):
                return kind
    folders, _, name = path.rpartition("/")
    described = _Path(folders.lower(), name.lower())
    return next(kind for kind, fits in _TABLE if fits(described))


class _Path:
    """The lower-case parts of a path that the table asks about."""

    __slots__ = ("code", "compose", "dotted", "environment", "folders", "name", "parts", "wrangler")

    def __init__(self, folders: str, name: str) -> None:
        self.name = name
        self.folders = frozenset(folders.split("/"))
        self.parts = frozenset(name.replace("-", ".").replace("_", ".").split("."))
        self.dotted = frozenset(name.split("."))
        self.code = name.endswith(paths.CODE)
        self.environment = is_environment(name) and not self.code
        self.compose = "compose" in name and name.endswith((".yml", ".yaml"))
        self.wrangler = name.startswith("wrangler") and not self.code

    @property
    def configuration(self) -> bool:
        """Whether its very name says that something reads it as configuration, wherever it lies."""
        return self.environment or self.compose or self.wrangler


def is_environment(name: str) -> bool:
    """Whether a file of this lower-case name holds environment variables."""
    # `.envrc` is a script of direnv's
    return (
        name in {".env", ".dev.vars"} or name.startswith(paths.ENVIRONMENT_STARTS) or name.endswith((".env", ".vars"))
    )


def _is_never_judged(path: _Path) -> bool:
    return (
        path.name in paths.IGNORED_NAMES
        or ".min." in path.name
        or path.name.endswith(paths.IGNORED_ENDINGS)
        or path.name.startswith(("openapi", "swagger"))
        or (not path.code and bool(path.dotted & {"openapi", "swagger"}))
    )


def _is_messages(path: _Path) -> bool:
    """Whether it holds the texts of a user interface in one language: `en.json`, `pt-br.yml`, `messages/`."""
    stem, _, ending = path.name.partition(".")
    return ending in {"json", "yml", "yaml", "ts", "js"} and (
        "messages" in path.folders or (stem[:2] in paths.LANGUAGES and stem[2:3] in {"", "-", "_"})
    )


def _is_template(path: _Path) -> bool:
    # `email-template.ts` is program text, `config.example.ts` is a template
    if path.environment and path.parts & {"default", "defaults", "schema"}:
        return True
    return bool(paths.TEMPLATE_PARTS & ((path.dotted - {path.name.partition(".")[0]}) if path.code else path.parts))


def _is_test(path: _Path) -> bool:
    if path.folders & paths.TEST_FOLDERS or any(folder.endswith(paths.TEST_TAILS) for folder in path.folders):
        return True
    if path.configuration:
        return path.wrangler and bool(path.parts & paths.TEST_PARTS)
    if path.code and any(folder.endswith(paths.TEST_STEMS) for folder in path.folders):
        return True
    stem = path.name.partition(".")[0]
    parts = path.dotted if path.code else path.parts
    return bool(paths.TEST_PARTS & parts) or (
        path.code
        and (
            stem.startswith(paths.TEST_STARTS)
            or stem.endswith(paths.TEST_STEMS)
            or path.name.endswith(paths.TEST_ENDINGS)
        )
    )


# Read from top to bottom; the first row that fits decides.
_TABLE: tuple[tuple[str, Callable[[_Path], object]], ...] = (
    (IGNORED, _is_never_judged),
    (IGNORED, lambda path: path.folders & paths.IGNORED_FOLDERS and not path.environment and not path.wrangler),
    (IGNORED, lambda path: not path.configuration and _is_messages(path)),
    (DOCUMENTATION, lambda path: path.name.endswith(paths.DOCUMENTATION_ENDINGS)),
    (TEMPLATE, _is_template),
    (WORKFLOW, lambda path: ".github" in path.folders and path.folders & {"workflows", "actions"}),
    (TEST, _is_test),
    (
        TEMPLATE,
        lambda path: (
            path.folders & paths.TEMPLATE_FOLDERS
            or any(folder.endswith(paths.TEMPLATE_TAILS) for folder in path.folders)
        ),
    ),
    (WORKFLOW, lambda path: path.environment and path.parts & paths.TEST_PARTS),
    (LOCAL, lambda path: path.name.startswith(".dev.vars") or (path.environment and path.parts & paths.LOCAL_PARTS)),
    (LIVE, lambda path: path.environment),
    (WORKFLOW, lambda path: path.compose and (path.parts | path.folders) & paths.THROWAWAY_PARTS),
    (WORKFLOW, lambda path: path.name.startswith(paths.PIPELINES) or ".circleci" in path.folders),
    (
        WORKFLOW,
        lambda path: path.name.endswith(paths.DATA) and path.folders & paths.LOCAL_FOLDERS and not path.configuration,
    ),
    (LOCAL, lambda path: ".devcontainer" in path.folders or ".vscode" in path.folders),
    (DOCUMENTATION, lambda path: path.folders & paths.DOCUMENTATION_FOLDERS and not path.configuration),
    (SOURCE, lambda path: path.code),
    (LIVE, lambda path: True),  # noqa: ARG005 - whatever else is claimed is configuration
)
