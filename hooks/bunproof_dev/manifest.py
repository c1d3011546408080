"""`.pre-commit-hooks.yaml`, from the table of hooks that the product itself selects files by.

    python -m bunproof_dev.manifest [--check]

`identify`, which pre-commit takes file types from, knows no `.mts`, `.cts`, `.jsonc`, `.dev.vars` or `bun.lock`, so the
hooks are told by `files:` and never by `types:`.
"""

from __future__ import annotations

import sys

from bunproof.hooks import ALL_IN_ONE, HOOKS, Names
from bunproof_dev.generated import deliver

PATH = ".pre-commit-hooks.yaml"
_HEADER = """\
# Generated from hooks/bunproof/hooks.py: python -m bunproof_dev.manifest
#
# require_serial: what crosses files (versions, a Worker's bundle) must be seen whole, and totals printed once.
"""


def main() -> int:
    """Write or check the manifest."""
    return deliver(PATH, manifest(), check="--check" in sys.argv[1:])


def manifest() -> str:
    """The text of the manifest."""
    entries = [
        _entry(hook.id, hook.name, hook.description, f"bunproof check --only {hook.id}", pattern(hook.names))
        for hook in HOOKS
    ]
    everything = dict.fromkeys(part for hook in HOOKS for part in _parts(hook.names))
    entries.append(
        _entry(
            ALL_IN_ONE, "bunproof", "all of the checks above, in one process", "bunproof check", _regex([*everything])
        )
    )
    return _HEADER + "\n".join(entries)


def pattern(names: Names) -> str:
    """The `files:` regex of a hook: it finds exactly the paths that `Names.match` does."""
    return _regex(_parts(names))


def _regex(alternatives: list[str]) -> str:
    return (
        "(?x)(\n"
        + "".join(f"      | {part}\n" if at else f"        {part}\n" for at, part in enumerate(alternatives))
        + "    )$"
    )


def _parts(names: Names) -> list[str]:
    """Alternatives, each from its own anchor to the end of the path."""
    parts = [rf"(^|/){_escape(name)}" for name in sorted(names.exact)]
    parts += [rf"(^|/){_escape(start)}[^/]*{_escape(end)}" for start, end in names.around]
    parts += [rf"(?i:{_escape(ending)})" for ending in names.endings]
    parts += [rf"^{_escape(folder)}.*{_escape(end)}" for folder, end in names.below]
    return parts


def _escape(literal: str) -> str:
    """`re.escape` for names of letters, digits, `-`, `_` and `/`, without its noise."""
    return literal.replace(".", r"\.")


def _entry(hook_id: str, name: str, description: str, entry: str, files: str) -> str:
    return (
        f"- id: {hook_id}\n"
        f"  name: {name}\n"
        f"  description: {description}\n"
        f"  entry: {entry}\n"
        f"  language: python\n"
        f"  files: |-\n    {files}\n"
        f"  require_serial: true\n"
        f"  minimum_pre_commit_version: 3.2.0\n"
    )


if __name__ == "__main__":
    sys.exit(main())
