"""The words in paths that tell what a file is for. All of them are lower-case."""

from __future__ import annotations

CODE = (
    ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro", ".html", ".py", ".rb", ".go", ".java", ".kt",
    ".php", ".cs", ".rs", ".dart", ".swift", ".c", ".cc", ".clj", ".cpp", ".ex", ".exs", ".gradle", ".groovy", ".h", ".hpp", ".ino", ".kts", ".lua", ".m", ".pl", ".pm", ".r", ".scala", ".vb", ".vbs",
    "jenkinsfile",
)  # fmt: skip

LANGUAGES = frozenset(
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
IGNORED_ENDINGS = (".d.ts", ".schema.json", ".lock", ".map")
ENVIRONMENT_STARTS = (".env.", ".env-", ".env_", ".dev.vars.", ".dev.vars-", ".dev.vars_", "env.")
PIPELINES = (".gitlab-ci", "azure-pipelines", "bitbucket-pipelines")
IGNORED_FOLDERS = frozenset({
    "node_modules", "vendor", "vendored", "third_party", ".next", ".nuxt", ".output", ".svelte-kit", ".wrangler", "i18n", "l10n", "lang", "langs", "locale",
    "locales", "translations", ".yarn", "dist", "build", "coverage", "__generated__", "generated",
})  # fmt: skip
IGNORED_NAMES = frozenset({
    "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "composer.lock", "bun.lock", "yarn.lock", "package.json", "tsconfig.json",
    "jsconfig.json", "swagger.json", "swagger.yaml", "swagger.yml", "openapi.json", "openapi.yaml", "openapi.yml", "components.json", "deno.lock",
    "worker-configuration.d.ts",
})  # fmt: skip
TEST_FOLDERS = frozenset({
    "test", "tests", "testing", "__tests__", "__test__", "spec", "specs", "e2e", "fixture", "fixtures", "__fixtures__", "mock", "mocks", "__mocks__", "testdata",
    "test-data", "test_data", "cypress", "playwright", "evals", "__snapshots__", "integration-tests", "unit-tests", "e2e-tests", "smoke", "unittest", "unittests",
})  # fmt: skip
TEST_PARTS = frozenset(
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
TEST_TAILS = ("-tests", "_tests", ".tests", "-e2e")
TEST_STARTS = ("test_", "test-", "conftest", "vitest", "jest", "setuptests", "testsetup")
TEST_STEMS = ("_test", "-test", "_tests", "-tests", "_spec", "-spec", "_smoke", "-smoke", "_e2e", "-e2e")
TEST_ENDINGS = ("test.java", "tests.java", "test.kt", "tests.cs", "test.cs", "test.php", "tests.swift")
TEMPLATE_FOLDERS = frozenset({
    "example", "examples", "sample", "samples", "playground", "playgrounds", "demo", "demos", "template", "templates", "starter", "starters", "boilerplate",
    "boilerplates", "skeleton", "tutorial", "tutorials", "cookbook", "recipes", "snippets", "scaffold", "scaffolds",
})  # fmt: skip
TEMPLATE_TAILS = ("-template", "-templates", "-example", "-examples", "-starter", "-boilerplate")
TEMPLATE_PARTS = frozenset(
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
DOCUMENTATION_FOLDERS = frozenset({"doc", "docs", "documentation", "website", "guides", "wiki"})
DOCUMENTATION_ENDINGS = (".md", ".mdx", ".markdown", ".rst", ".adoc", ".txt", ".ipynb")
LOCAL_PARTS = frozenset({"local", "development", "dev", "test", "testing", "ci"})
LOCAL_FOLDERS = frozenset({"dev", "development", "local"})  # what lies there runs on one machine
DATA = (".yml", ".yaml", ".toml", ".json", ".jsonc", ".ini", ".conf")
THROWAWAY_PARTS = frozenset({"dev", "local", "test", "testing", "ci", "e2e", "override", "development", "debug"})
