"""A `bun:` module that the project's Bun does not have. Up to Bun 1.4.3 that may run a stranger's package.

## Why

Bun up to 1.4.3 drops the prefix of a `bun:` specifier that it does not know and looks for a package of that name. Where
there is no `node_modules` folder, it downloads that package from npm and runs it: `import "bun:nope"` executes whatever
somebody has published as `nope`. Later releases refuse the import. Neither is what was meant.

## Fails

```json package.json
{ "engines": { "bun": ">=1.2.0" } }
```
```ts src/settings.ts
import YAML from "bun:yaml";
export const settings = YAML.parse("a: 1");
```

## Passes

```json package.json
{ "engines": { "bun": ">=1.2.21" } }
```
```ts src/settings.ts
import { YAML } from "bun";
import { Database } from "bun:sqlite";
export const settings = YAML.parse("a: 1");
export const db = new Database();
```

## How we know

By importing every candidate in every release from 1.0.0 on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.bun import advice, exports, packages
from bunproof.bun.judged import history, release_names
from bunproof.bun.releases import NAMES
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.bun.judged import Judged
    from bunproof.syntax.javascript_facts import Import

RULE = Rule("missing-bun-module", "bun-imports", "error", "a module that the project's Bun does not have", "bun")

_LAST_THAT_STRIPS = NAMES.index("1.4.3")


def check(file: Judged) -> Iterator[Diagnostic]:
    """Judge every `bun:` specifier that is loaded at run time."""
    for each in file.imports():
        if each.specifier.startswith("bun:") and _is_loaded(file, each):
            yield from _judge(file, each)


def _is_loaded(file: Judged, each: Import) -> bool:
    """Whether Bun gets to the module: an `import x = require()` it keeps where every other compiler drops it unused."""
    return not each.type_only and (each.kind == "import-equals" or each.survives(verbatim=file.verbatim))


def _judge(file: Judged, each: Import) -> Iterator[Diagnostic]:
    rest = each.specifier.removeprefix("bun:")
    present = exports.with_module(each.specifier) | exports.with_alias(rest)
    if each.kind not in {"import", "side-effect"}:
        present -= exports.static_only(each.specifier)
    missing = file.missing_in(present)
    if not missing or packages.provides(file.project, file.source.path, each.specifier, missing):
        return
    package = packages.package_name(rest)
    if missing[0] <= _LAST_THAT_STRIPS and package:
        fate = f"Bun up to 1.4.3 then loads the npm package `{package}`, and installs it if it can"
    else:
        fate = "this file does not load"
    yield Diagnostic(
        RULE, RULE.severity, file.source.locate(each.span),
        f"there is no module `{each.specifier}` in Bun {release_names(missing)}",
        label=f"{history(present, missing)}; {fate}", notes=file.bun.notes,
        help=advice.help_for_module(file, rest, missing), mirrors="bun",
    )  # fmt: skip
