"""A file that decides verdicts on others, and that cannot be parsed.

## Why

Which Bun runs a script, which wrangler deploys a Worker and where an import leads is said by `package.json`, by a
`tsconfig.json`, by a lockfile, by a version file. One of these that cannot be parsed says nothing, and everything below it
would be judged as if it were not there. Most often it holds a merge conflict that was committed.

`bun install`, npm and the bundler of wrangler refuse such a `package.json`; Bun runs scripts beside a broken
`tsconfig.json` without its `paths`. Comments and trailing commas pass, as they do in Bun. In a folder of tests or
templates this is a warning, and only where the file holds something that would have counted.

## Fails

```json package.json
{
  "name": "shop",
<<<<<<< HEAD
  "engines": { "bun": ">=1.2.0" }
=======
  "engines": { "bun": ">=1.1.0" }
>>>>>>> upgrade
}
```

Another one:

```json tsconfig.json
{ "extends": "./base.json" "compilerOptions": {} }
```

## Passes

```json package.json
{
  // comments pass
  "name": "shop",
  "engines": { "bun": ">=1.2.0" },
}
```

## How we know

Bun 1.3.0 and wrangler 4.86.0 were run beside such files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof import deciding
from bunproof.diagnostics import Diagnostic
from bunproof.rules import Rule
from bunproof.source import Span
from bunproof.syntax.document import Problem
from bunproof.wrangler.nearby import is_for_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.project import Project
    from bunproof.source import Source

RULE = Rule("unparsable-file", "bunproof", "error", "a file that decides verdicts on others and cannot be parsed")
# What counts in such a file: a template without any of these decides nothing.
_COUNTS = (b'"bun', b"wrangler", b'"workspaces"', b'"imports"', b'"exports"', b'"paths"', b"bun@")


def check(project: Project, path: str, data: bytes) -> Iterator[Diagnostic]:
    """Parse a file that may be broken."""
    source = project.source(path, data)
    problem = _problem(source)
    if problem is not None and not (is_for_tests(path) and not any(word in data for word in _COUNTS)):
        yield report(source, problem)


def report(source: Source, problem: Problem) -> Diagnostic:
    """The finding for what ended the reading."""
    return Diagnostic(
        RULE, "warning" if is_for_tests(source.path) else RULE.severity, source.locate(problem.span),
        f"this file cannot be parsed: {problem.message}", help=problem.help,
        label="what it says does not count, so what depends on it was not judged by it",
    )  # fmt: skip


def _problem(source: Source) -> Problem | None:
    conflict = _conflict(source)
    if conflict is not None:
        return conflict
    name = source.path.rpartition("/")[2]
    if deciding.is_json(name):
        return _json_problem(source, name)
    if name in deciding.MISE:
        from bunproof.syntax import toml

        return toml.read(source).problem
    if source.path.endswith((".yml", ".yaml")):
        return _yaml_problem(source) if b"setup-bun" in source.data else None
    end = len(source.text.rstrip())
    if name in deciding.ENDING_IN_A_BRACE and end and source.text[end - 1] != "}":
        return Problem("it ends before its last `}`", Span(max(end - 1, 0), end), "install again")
    return None


def _json_problem(source: Source, name: str) -> Problem | None:
    # Nothing is said by an empty file, and nothing lost: Bun takes it for `{}`, as TypeScript takes one of blanks.
    if not (source.text if name == "package.json" else source.text.strip()):
        return None
    from bunproof.syntax import jsonc

    return jsonc.read(source).problem


def _conflict(source: Source) -> Problem | None:
    """The first marker of a merge conflict, if all three of one begin lines."""
    text = "\n" + source.text.replace("\r", "\n")
    at = text.find("\n<<<<<<< ")
    middle = text.find("\n=======\n", at)
    if at < 0 or middle < 0 or text.find("\n>>>>>>> ", middle) < 0:
        return None
    return Problem("it holds a merge conflict", Span(at, at + 7), "resolve it")


def _yaml_problem(source: Source) -> Problem | None:
    import yaml  # only workflows that install Bun

    try:
        yaml.compose(source.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = mark.index if mark is not None else 0
        return Problem(f"{error.problem or 'no YAML'}", Span(at, at + 1))
    except (yaml.YAMLError, RecursionError):
        return Problem("it is not YAML", Span(0, 0))
    return None
