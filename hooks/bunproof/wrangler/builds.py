"""What else in a repository makes the files and the settings that a configuration lacks: frameworks and build steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler.facts import table
from bunproof.wrangler.nearby import folders, read_if_there

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.wrangler.facts import Facts

_ENDINGS = ("js", "ts", "mjs", "mts", "cjs", "cts")
_FRAMEWORKS = (
    "vite.config", "astro.config", "next.config", "nuxt.config", "svelte.config", "react-router.config", "remix.config",
    "open-next.config", "solid-start.config", "app.config", "qwik.config", "gatsby-config", "docusaurus.config",
    "vitepress.config", "rsbuild.config", "rspack.config", "webpack.config", "waku.config", "analog.config",
)  # fmt: skip
_OTHERS = (
    "angular.json", "hugo.toml", "hugo.yaml", "_config.yml", "mkdocs.yml", "book.toml", "Makefile", "justfile", "Cargo.toml",
    "deno.json", "turbo.json", "nx.json", "elm.json", "config.toml",
)  # fmt: skip
_OUTPUTS = frozenset({
    "dist", "build", "out", "output", "www", "_site", "target", "release", "bin", "lib", "bundle", "generated",
})  # fmt: skip


def has_framework(facts: Facts) -> bool:
    """Whether a bundler or framework with settings of its own lies beside the configuration, or at its package."""
    is_file = facts.project.tree.is_file
    return any(
        is_file(f"{folder}{name}.{ending}")
        for folder in _package_folders(facts) for name in _FRAMEWORKS for ending in _ENDINGS
    )  # fmt: skip


def has_build(facts: Facts) -> bool:
    """Whether anything may build files before a deploy: a framework, a `build` of wrangler's, a script, another tool."""
    if any(table(view.table.get("build")).get("command") for view in facts.views()) or has_framework(facts):
        return True
    tree = facts.project.tree
    for folder in _package_folders(facts):
        if any(tree.is_file(folder + name) for name in _OTHERS):
            return True
        scripts = read_if_there(tree, f"{folder}package.json").partition(b'"scripts"')[2]
        if any(word in scripts for word in (b"build", b"generate", b"export", b"compile", b"bundle", b"static")):
            return True
    return False


def is_output(path: str) -> bool:
    """Whether a path reads like one that a build makes."""
    parts = path.split("/")
    return any(part in _OUTPUTS or (part.startswith(".") and part not in {".", ".."}) for part in parts)


def is_told(facts: Facts, *options: bytes) -> bool:
    """Whether a `package.json` beside or above the configuration, or a workflow, gives wrangler one of these options."""
    tree = facts.project.tree
    texts = [f"{folder}package.json" for folder in folders(facts.path)]
    texts += [name for name in tree.files() if name.startswith(".github/workflows/")]
    return any(any(option in text for option in options) for text in (read_if_there(tree, name) for name in texts))


def _package_folders(facts: Facts) -> Iterator[str]:
    """The configuration's folder and those above it, up to the first that holds a `package.json`."""
    for folder in folders(facts.path):
        yield folder
        if facts.project.tree.is_file(f"{folder}package.json"):
            return
