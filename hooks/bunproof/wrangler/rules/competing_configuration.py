"""A configuration that wrangler never reads, because another one wins.

## Why

wrangler looks for `wrangler.json` in the current folder and in every folder above it, then for `wrangler.jsonc` in all of them,
then for `wrangler.toml`, and reads the first one it finds. A `wrangler.toml` beside a `wrangler.jsonc` is dead, and a
`wrangler.json` at the top of a repository wins over the `wrangler.toml` of every package: the wrong Worker is deployed.
wrangler does not say which file it left out.

Nothing is said of a file that a script or a workflow names with `--config`. A file that loses to one in a folder above is
a warning where no `package.json` beside it calls wrangler.

## Fails

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
```

```jsonc wrangler.jsonc
{"name": "shop", "compatibility_date": "2025-06-01"}
```

```toml apps/api/wrangler.toml
name = "api"
compatibility_date = "2025-01-01"
```

```json apps/api/package.json
{"scripts": {"deploy": "wrangler deploy"}}
```

```json wrangler.json
{"name": "shop", "compatibility_date": "2025-01-01"}
```

## Passes

```toml wrangler.toml
name = "shop"
compatibility_date = "2025-01-01"
```

```toml apps/api/wrangler.toml
name = "api"
compatibility_date = "2025-01-01"
```

## How we know

wrangler 4.164.0 was run in such folders; the order across folders is
[workers-sdk#15663](https://github.com/cloudflare/workers-sdk/issues/15663).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.check import Part
from bunproof.diagnostics import Diagnostic, Label
from bunproof.rules import Rule
from bunproof.source import Span
from bunproof.wrangler.nearby import folders, is_for_tests, read_if_there

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bunproof.check import Found
    from bunproof.diagnostics import Severity
    from bunproof.project import Project
    from bunproof.select import Selection

RULE = Rule("competing-configuration", "wrangler-config", "error", "a configuration that loses to another one")
_ORDER = ("wrangler.json", "wrangler.jsonc", "wrangler.toml")


def check(project: Project, path: str) -> Iterator[Diagnostic]:
    """Judge one configuration by its place."""
    folder, _, name = path.rpartition("/")
    if name not in _ORDER[1:]:
        return
    winner = _winner(project, path, name)
    if winner is None or _is_named(project, path):
        return
    here = winner.rpartition("/")[0] == folder
    severity: Severity = "error" if here or _calls_wrangler(project, path) else "warning"
    if is_for_tests(path):
        severity = "warning"
    top = Span(0, 0)
    words = "beside it" if here else "above it"
    yield Diagnostic(
        RULE, severity, project.source(path).locate(top), f"wrangler never reads this file: `{winner}` {words} wins",
        label="`wrangler.json`, `wrangler.jsonc`, `wrangler.toml`: the first one in any folder upwards is read",
        help="keep one of the two" if here else f"name this file with `wrangler --config {name}`, or rename it to `wrangler.json`",
        related=(Label(project.source(winner).locate(top), "this file wins"),),
    )  # fmt: skip


def check_others(project: Project, selection: Selection, judged: Collection[str]) -> Iterator[Found]:
    """Judge the configurations that were not judged yet and that a selected one wins over."""
    winners = [path for path in selection.paths if path.rpartition("/")[2] in _ORDER[:-1]]
    if not winners:
        return
    above = tuple(path.rpartition("/")[0] + "/" if "/" in path else "" for path in winners)
    for path in project.tree.files():
        if path.rpartition("/")[2] in _ORDER[1:] and path.startswith(above) and path not in judged:
            yield Part(path, check, project, path)


def _winner(project: Project, path: str, name: str) -> str | None:
    for other in _ORDER[: _ORDER.index(name)]:
        for folder in folders(path):
            if project.tree.is_file(folder + other):
                return folder + other
    return None


def _is_named(project: Project, path: str) -> bool:
    """Whether a script or a workflow gives wrangler this very file."""
    name = re.escape(path.rpartition("/")[2].encode())
    option = re.compile(rb"(?:-c|--config|-j|configPath)['\"]?(?:\s*[:=]\s*|\s+)['\"]?(?:[^\s'\"]*/)?" + name + rb"\b")
    texts = [f"{folder}{file}" for folder in folders(path) for file in ("package.json", "vite.config.ts", "Makefile")]
    texts += [each for each in project.tree.files() if each.startswith(".github/workflows/")]
    return any(option.search(read_if_there(project.tree, each)) for each in texts)


def _calls_wrangler(project: Project, path: str) -> bool:
    """Whether the package of this very folder deploys with wrangler."""
    folder = path[: path.rfind("/") + 1]
    scripts = read_if_there(project.tree, f"{folder}package.json").partition(b'"scripts"')[2]
    return re.search(rb"wrangler (?:deploy|publish|dev|versions|pages)", scripts) is not None
