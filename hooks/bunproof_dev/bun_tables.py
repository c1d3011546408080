"""Extend the tables of Bun's exports by a release: `hooks/bunproof/bun/exports_data.py`.

    python -m bunproof_dev.bun_tables VERSION          fetch that release with npm, run it, extend the tables by it
    python -m bunproof_dev.bun_tables new              the same for every release on npm that is newer than the tables
    python -m bunproof_dev.bun_tables --check VERSION  compare: the tables must already say what that release shows
    python -m bunproof_dev.bun_tables --check          the file is as it would be written
    --from FOLDER                                      instead of npm: FOLDER/bun, FOLDER/bun-types, FOLDER/typescript

Releases are added in their order.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from bunproof_dev import bun_tables_text
from bunproof_dev.bun_declared import type_only
from bunproof_dev.bun_extend import extended
from bunproof_dev.bun_observe import observe
from bunproof_dev.generated import deliver

BINARY = "@oven/bun-linux-x64"
TYPESCRIPT = "typescript@5.9.3"  # the last that is a JavaScript library


def main() -> int:
    """Generate or compare. Returns the exit code."""
    arguments = sys.argv[1:]
    check = "--check" in arguments
    arguments = [each for each in arguments if each != "--check"]
    source = ""
    if "--from" in arguments:
        at = arguments.index("--from")
        source = arguments[at + 1]
        del arguments[at : at + 2]
    tables = bun_tables_text.load()
    versions = newer_than(tables.releases[-1]) if arguments == ["new"] else arguments
    for version in versions:
        with tempfile.TemporaryDirectory() as folder:
            found = source or fetched(version, folder)
            binary = f"{found}/bun"
            types = type_only(binary, f"{found}/bun-types", f"{found}/typescript")
            tables = extended(tables, observe(os.path.abspath(binary), version), types)
    return deliver(bun_tables_text.PATH, bun_tables_text.render(tables), check=check)


def newer_than(release: str) -> list[str]:
    """The stable releases on npm that are newer than one, oldest first."""
    found: list[str] = json.loads(_npm("view", BINARY, "versions", "--json"))
    stable = [version for version in found if version.replace(".", "").isdigit()]
    return sorted((version for version in stable if _numbers(version) > _numbers(release)), key=_numbers)


def fetched(version: str, folder: str) -> str:
    """Download a release, its types and a compiler with npm; returns the folder that holds them."""
    for package, name in (
        (f"{BINARY}@{version}", "binary"),
        (f"bun-types@{version}", "bun-types"),
        (TYPESCRIPT, "typescript"),
    ):
        os.mkdir(f"{folder}/{name}")
        archive = json.loads(_npm("pack", package, "--json", "--pack-destination", folder))[0]["filename"]
        command = ["tar", "-xzf", f"{folder}/{archive}", "-C", f"{folder}/{name}", "--strip-components=1"]
        subprocess.run(command, check=True, timeout=300)
    os.rename(f"{folder}/binary/bin/bun", f"{folder}/bun")
    return folder


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _npm(*arguments: str) -> bytes:
    return subprocess.run(["npm", *arguments], check=True, capture_output=True, timeout=600).stdout


if __name__ == "__main__":
    sys.exit(main())
