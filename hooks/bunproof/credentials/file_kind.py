"""What kind of file a path is: where a value stands decides more than the value.

One table, read from top to bottom; `[files]` in `bunproof.toml` comes before it.
"""

from __future__ import annotations

from functools import lru_cache

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

CODE = (
    ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro", ".html", ".py", ".rb", ".go", ".java", ".kt",
    ".php", ".cs", ".rs", ".dart", ".swift", ".c", ".cc", ".clj", ".cpp", ".ex", ".exs", ".gradle", ".groovy", ".h", ".hpp", ".ino", ".kts", ".lua", ".m", ".pl", ".pm", ".r", ".scala", ".vb", ".vbs",
    "jenkinsfile",
)  # fmt: skip

_LANGUAGES = frozenset(
    [
        "ar",
        "bg",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "it",
        "ja",
        "ko",
        "lt",
        "lv",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "th",
        "tr",
        "uk",
        "vi",
        "zh",
    ]
)
_IGNORED_ENDINGS = (".d.ts", ".schema.json", ".lock", ".map")
_ENVIRONMENT_STARTS = (".env.", ".env-", ".env_", ".dev.vars.", ".dev.vars-", ".dev.vars_", "env.")
_PIPELINES = (".gitlab-ci", "azure-pipelines", "bitbucket-pipelines")
_IGNORED_FOLDERS = frozenset({
    "node_modules", "vendor", "vendored", "third_party", ".next", ".nuxt", ".output", ".svelte-kit", ".wrangler", "i18n", "l10n", "lang", "langs", "locale",
    "locales", "translations", "dist", "build", "coverage", "__generated__", "generated",
})  # fmt: skip
_IGNORED_NAMES = frozenset({
    "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "composer.lock", "bun.lock", "yarn.lock", "package.json", "tsconfig.json",
    "jsconfig.json", "swagger.json", "swagger.yaml", "swagger.yml", "openapi.json", "openapi.yaml", "openapi.yml", "components.json", "deno.lock",
    "worker-configuration.d.ts",
})  # fmt: skip
_TEST_FOLDERS = frozenset({
    "test", "tests", "testing", "__tests__", "__test__", "spec", "specs", "e2e", "fixture", "fixtures", "__fixtures__", "mock", "mocks", "__mocks__", "testdata",
    "test-data", "test_data", "cypress", "playwright", "evals", "__snapshots__", "integration-tests", "unit-tests", "e2e-tests", "smoke", "unittest", "unittests",
})  # fmt: skip
_TEST_PARTS = frozenset(
    {
        "test",
        "tests",
        "spec",
        "e2e",
        "mock",
        "mocks",
        "fixture",
        "fixtures",
        "stories",
        "story",
        "vitest",
        "jest",
        "cy",
        "testing",
        "conftest",
        "smoke",
    }
)
_TEST_TAILS = ("-tests", "_tests", ".tests", "-e2e")
_TEST_STARTS = ("test_", "test-", "conftest", "vitest", "jest", "setuptests", "testsetup")
_TEST_STEMS = ("_test", "-test", "_tests", "_spec")
_TEST_ENDINGS = ("test.java", "tests.java", "test.kt", "tests.cs", "test.cs", "test.php", "tests.swift")
_TEMPLATE_FOLDERS = frozenset({
    "example", "examples", "sample", "samples", "playground", "playgrounds", "demo", "demos", "template", "templates", "starter", "starters", "boilerplate",
    "boilerplates", "skeleton", "tutorial", "tutorials", "cookbook", "recipes", "snippets", "scaffold", "scaffolds",
})  # fmt: skip
_TEMPLATE_PARTS = frozenset(
    {
        "example",
        "examples",
        "sample",
        "samples",
        "template",
        "tmpl",
        "tpl",
        "dist",
        "skel",
        "skeleton",
        "demo",
        "stub",
        "boilerplate",
    }
)
_DOCUMENTATION_FOLDERS = frozenset({"doc", "docs", "documentation", "website", "guides", "wiki"})
_DOCUMENTATION_ENDINGS = (".md", ".mdx", ".markdown", ".rst", ".adoc", ".txt", ".ipynb")
_LOCAL_PARTS = frozenset({"local", "development", "dev", "test", "testing", "ci"})
_THROWAWAY_PARTS = frozenset({"dev", "local", "test", "testing", "ci", "e2e", "override", "development", "debug"})


def kind_of(path: str, chosen: dict[str, tuple[str, ...]]) -> str:
    """The kind of a file, by its path below the root; `chosen` maps kinds to patterns, from the settings."""
    if chosen:
        from fnmatch import fnmatchcase  # few repositories choose

        for kind, patterns in chosen.items():
            if any(fnmatchcase(path, pattern) for pattern in patterns):
                return kind
    folders, _, name = path.rpartition("/")
    return _by_table(folders.lower(), name.lower())


class _Path:
    """The lower-case parts of a path that the table asks about."""

    __slots__ = ("code", "compose", "dotted", "environment", "folders", "name", "parts", "wrangler")

    def __init__(self, folders: str, name: str) -> None:
        self.name = name
        self.folders = frozenset(folders.split("/"))
        self.parts = frozenset(name.replace("-", ".").replace("_", ".").split("."))
        self.dotted = frozenset(name.split("."))
        self.code = name.endswith(CODE)
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
    return name in {".env", ".dev.vars"} or name.startswith(_ENVIRONMENT_STARTS) or name.endswith((".env", ".vars"))


def _is_never_judged(path: _Path) -> bool:
    return (
        path.name in _IGNORED_NAMES
        or ".min." in path.name
        or path.name.endswith(_IGNORED_ENDINGS)
        or path.name.startswith(("openapi", "swagger"))
    )


def _is_messages(path: _Path) -> bool:
    """Whether it holds the texts of a user interface in one language: `en.json`, `pt-br.yml`, `messages/`."""
    stem, _, ending = path.name.partition(".")
    return ending in {"json", "yml", "yaml", "ts", "js"} and (
        "messages" in path.folders or (stem[:2] in _LANGUAGES and stem[2:3] in {"", "-", "_"})
    )


def _is_template(path: _Path) -> bool:
    # `email-template.ts` is program text, `config.example.ts` is a template
    if path.environment and path.parts & {"default", "defaults"}:
        return True
    return bool(_TEMPLATE_PARTS & ((path.dotted - {path.name.partition(".")[0]}) if path.code else path.parts))


def _is_test(path: _Path) -> bool:
    if path.folders & _TEST_FOLDERS or any(folder.endswith(_TEST_TAILS) for folder in path.folders):
        return True
    if path.configuration:
        return False
    stem = path.name.partition(".")[0]
    parts = path.dotted if path.code else path.parts
    return bool(_TEST_PARTS & parts) or (
        path.code and (stem.startswith(_TEST_STARTS) or stem.endswith(_TEST_STEMS) or path.name.endswith(_TEST_ENDINGS))
    )


# Read from top to bottom; the first row that fits decides.
_TABLE: tuple[tuple[str, Callable[[_Path], object]], ...] = (
    (IGNORED, _is_never_judged),
    (IGNORED, lambda path: path.folders & _IGNORED_FOLDERS and not path.environment and not path.wrangler),
    (IGNORED, lambda path: not path.configuration and _is_messages(path)),
    (DOCUMENTATION, lambda path: path.name.endswith(_DOCUMENTATION_ENDINGS)),
    (TEMPLATE, _is_template),
    (WORKFLOW, lambda path: ".github" in path.folders and path.folders & {"workflows", "actions"}),
    (TEST, _is_test),
    (TEMPLATE, lambda path: path.folders & _TEMPLATE_FOLDERS),
    (LOCAL, lambda path: path.name.startswith(".dev.vars") or (path.environment and path.parts & _LOCAL_PARTS)),
    (LIVE, lambda path: path.environment),
    (WORKFLOW, lambda path: path.compose and (path.parts | path.folders) & _THROWAWAY_PARTS),
    (WORKFLOW, lambda path: path.name.startswith(_PIPELINES) or ".circleci" in path.folders),
    (LOCAL, lambda path: ".devcontainer" in path.folders or ".vscode" in path.folders),
    (DOCUMENTATION, lambda path: path.folders & _DOCUMENTATION_FOLDERS and not path.configuration),
    (SOURCE, lambda path: path.code),
    (LIVE, lambda path: True),  # noqa: ARG005 - whatever else is claimed is configuration
)


@lru_cache(maxsize=8192)
def _by_table(folders: str, name: str) -> str:
    path = _Path(folders, name)
    return next(kind for kind, fits in _TABLE if fits(path))
