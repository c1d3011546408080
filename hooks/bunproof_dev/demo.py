"""Real output for pages and tests: files, put into a repository of their own and judged."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest import mock

from bunproof.arguments import parse
from bunproof.report import text
from bunproof.run import run
from bunproof.wrangler import facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Some messages tell the date. On pages it stands still, or what is generated would be out of date every midnight.
DAY = "2026-11-24"

# The incident in small: each line of it passed every check that the project had.
INCIDENT = {
    "package.json": '{\n  "name": "dashboard",\n  "engines": { "bun": ">=1.1.0" }\n}\n',
    "src/tasks.ts": 'import { SQL } from "bun";\n\nexport const tasks = new SQL(process.env.DATABASE_URL);\n',
    "wrangler.toml": (
        'name = "dashboard"\nmain = "src/index.ts"\ncompatibility_date = "2025-08-01"\n\n'
        '[vars]\nJWT_SECRET = "your-jwt-secret-min-32-chars"\n\n[[triggers.crons]]\ncron = "0 9 * * *"\n'
    ),
    "src/index.ts": (
        'import { tasks } from "./tasks";\n\n'
        "export default { fetch: async () => Response.json(await tasks`select * from task`) };\n"
    ),
}


def output(files: Mapping[str, str], *arguments: str) -> str:
    """What `bunproof check` with these arguments prints about a repository of these files, all of them committed."""
    with _repository(files), mock.patch.object(facts, "utc_day", return_value=DAY):
        outcome = run(parse(["check", *arguments]))
    blocks = [block + "\n" for block in text.full(outcome.diagnostics)]
    return "".join(blocks) + text.summary(outcome.diagnostics, outcome.files) + "\n"


@contextmanager
def _repository(files: Mapping[str, str]) -> Iterator[None]:
    """A repository as the current folder."""
    before = os.getcwd()
    with TemporaryDirectory(prefix="bunproof-") as folder:
        try:
            os.chdir(folder)
            _git("init", "-q")
            for path, content in files.items():
                os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
                with open(path, "w", encoding="utf-8", newline="") as file:
                    file.write(content)
            _git("add", "-A")
            yield
        finally:
            os.chdir(before)


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)
