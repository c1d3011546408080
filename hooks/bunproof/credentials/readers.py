"""Which reader takes a file, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.credentials import file_kind
from bunproof.credentials.vocabulary import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.source import Source
    from bunproof.spotting import Spotted
    from bunproof.syntax.pairs import Pair

_SHELL = (".sh", ".bash", ".zsh", ".fish", ".ps1", ".psm1", ".bat", ".cmd", ".dockerfile", ".command", ".ksh")
_TABLES = (
    ".toml",
    ".ini",
    ".cfg",
    ".conf",
    ".properties",
    ".tfvars",
    ".tf",
    ".hcl",
    ".service",
    ".npmrc",
    ".pypirc",
    ".mk",
    "makefile",
    "procfile",
)
_JSON = (".json", ".jsonc", ".json5")


def pairs(source: Source, found: Spotted | None = None) -> Iterator[Pair]:
    """The assignments of a file. `found` is as in `Check.visit`."""
    name = source.path.lower()
    if name.endswith(paths.CODE):
        return _literals(source, found)
    text = source.text
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")  # lines of the old Macintosh, which YAML and shells' own readers know
    name = name[name.rfind("/") + 1 :]
    if file_kind.is_environment(name):
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
    if name.endswith(_SHELL) or name == ".envrc" or "dockerfile" in name or "containerfile" in name:
        from bunproof.syntax import shell

        return shell.pairs(text)
    if name.endswith((".xml", ".config", ".plist", ".csproj")):
        from bunproof.syntax import markup

        return markup.pairs(text)
    return _literals(source, found)


def _literals(source: Source, found: Spotted | None) -> Iterator[Pair]:
    from bunproof.credentials import candidates
    from bunproof.syntax import literals

    data, name = source.utf8, source.path.lower()
    return literals.pairs(
        data,
        candidates.windows(data, found),
        hash_comments=name.endswith((".py", ".rb", ".php", ".ex", ".exs", ".pl")),
        markup=name.endswith((".astro", ".html", ".jsx", ".svelte", ".tsx", ".vue")),
    )
