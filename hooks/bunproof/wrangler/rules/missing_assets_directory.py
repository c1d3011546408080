"""An `assets.directory` that is not there and that nothing builds.

## Why

wrangler refuses to deploy a Worker whose assets it cannot find. A folder that a build makes is absent from git as it should
be: nothing is said where the folder is ignored by git, is named like a build's output, or where a build script, a framework
or a `build.command` may make it.

## Fails

```toml wrangler.toml
name = "site"
compatibility_date = "2025-01-01"

[assets]
directory = "./publik"
```

## Passes

```toml wrangler.toml
name = "site"
compatibility_date = "2025-01-01"

[assets]
directory = "./public"
```

```html public/index.html
<h1>Hello</h1>
```
"""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING

from bunproof.rules import Rule
from bunproof.wrangler.builds import has_build, is_output
from bunproof.wrangler.facts import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Diagnostic
    from bunproof.wrangler.facts import Facts

RULE = Rule("missing-assets-directory", "wrangler-config", "error", "an assets directory that is not there")


def check(facts: Facts) -> Iterator[Diagnostic]:
    """Look for every directory of assets, from the folder of the configuration."""
    tree = facts.project.tree
    for view in facts.views():
        directory = table(view.table.get("assets")).get("directory")
        if not isinstance(directory, str) or not directory or directory.startswith("/") or "\\" in directory:
            continue
        folder = normpath(facts.folder + directory)
        if folder == "." or folder.startswith("..") or tree.is_folder(folder):
            continue
        path = (*view.path, "assets", "directory")
        if tree.is_file(folder):
            yield facts.report(
                RULE, path, f"the assets directory `{directory}` is a file", label="a folder must stand here",
                help="name the folder that holds the assets",
            )  # fmt: skip
        elif not is_output(folder) and not has_build(facts) and not tree.ignored([folder, f"{folder}/index.html"]):
            yield facts.report(
                RULE, path, f"the assets directory `{directory}` does not exist",
                label="no file of the repository is in it, and nothing seems to build it",
                help="correct the path, which starts at this file's folder, or commit the folder",
            )  # fmt: skip
