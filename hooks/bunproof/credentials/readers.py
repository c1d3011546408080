"""Which reader takes a file, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.syntax.pairs import Pair

_SHELL = (".sh", ".bash", ".zsh", ".fish", ".ps1", ".psm1", ".bat", ".cmd", ".dockerfile", ".command", ".ksh")
_TABLES = (".toml", ".ini", ".cfg", ".conf", ".properties", ".tfvars", ".tf", ".hcl", ".service", ".npmrc", ".pypirc")
_JSON = (".json", ".jsonc", ".json5")


def pairs(name: str, text: str) -> Iterator[Pair]:
    """The assignments of a file's text; `name` is its path."""
    name = name[name.rfind("/") + 1 :].lower()
    if name.startswith((".env", ".dev.vars", "env.")) or name.endswith((".env", ".vars")):
        from bunproof.syntax import dotenv

        return dotenv.pairs(text)
    if name.endswith(_JSON):
        from bunproof.syntax import members

        return members.pairs(text, relaxed=name.endswith("5"))
    if name.endswith((".yml", ".yaml")):
        from bunproof.syntax import yaml_lines

        return yaml_lines.pairs(text)
    if name.endswith(_TABLES):
        from bunproof.syntax import tables

        return tables.pairs(text)
    if name.endswith(_SHELL) or "dockerfile" in name or "containerfile" in name:
        from bunproof.syntax import shell

        return shell.pairs(text)
    if name.endswith((".xml", ".config", ".plist", ".csproj")):
        from bunproof.syntax import markup

        return markup.pairs(text)
    from bunproof.syntax import literals

    return literals.pairs(text, hash_comments=name.endswith((".py", ".rb", ".php", ".ex", ".exs", ".pl")))
