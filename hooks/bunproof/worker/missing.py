"""Files that a bundle needs and a fresh clone lacks: is that a mistake, or does a build make them?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bunproof.worker.files import ancestors, folder_of
from bunproof.worker.resolve import EXTENSIONS

if TYPE_CHECKING:
    from bunproof.worker.files import Files

_FOLDERS = frozenset(
    {
        "dist", "build", "out", "output", "generated", "gen", "__generated__", "_generated", "pkg", "target", "tmp",
        "temp", "cache", "styled-system", "paraglide", "codegen", "artifacts", "bundle", "bundled", "release",
    }
)  # fmt: skip
_NAME = re.compile(r"(?:^|[._-])(?:gen|generated|autogen)(?:[._-]|$)")


def is_output(path: str, files: Files) -> bool:
    """Whether a path that no commit holds is where a build or a generator puts what it makes.

    That is a folder of such a name, or one that starts with a dot, without a single file in any commit; or a file whose
    name says so.
    """
    parts = path.split("/")
    if _NAME.search(parts[-1]):
        return True
    for index, part in enumerate(parts[:-1]):
        if part in _FOLDERS or part.startswith("."):
            folder = "/".join(parts[: index + 1]) + "/"
            if not any(name.startswith(folder) for name in files.tracked):
                return True
    return False


def is_made(path: str, files: Files) -> bool:
    """Whether a file that git ignores is made: WebAssembly, or a file that a script of `package.json` mentions."""
    return path.endswith(".wasm") or _is_in_scripts(path, files)


def expected(path: str) -> list[str]:
    """The files that a missing path could have been, as written first."""
    return [
        path,
        *(path + extension for extension in EXTENSIONS),
        *(f"{path}/index{extension}" for extension in EXTENSIONS),
    ]


def _is_in_scripts(path: str, files: Files) -> bool:
    name = path.rpartition("/")[2]
    for folder in ancestors(folder_of(path)):
        manifest = files.manifest(folder)
        if manifest is not None:
            scripts = manifest.get("scripts")
            texts = scripts.values() if isinstance(scripts, dict) else ()
            return any(isinstance(text, str) and name in text for text in texts)
    return False
