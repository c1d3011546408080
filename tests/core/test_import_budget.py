"""What a clean run imports: the cost of imports decides how long every commit takes."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    "argparse", "dataclasses", "typing", "re", "subprocess", "json", "tomli", "tomllib", "tomlkit", "yaml", "tree_sitter",
    "tree_sitter_typescript", "detect_secrets", "requests", "importlib", "functools", "collections", "warnings", "pathlib",
}  # fmt: skip
PROBE = """
import sys
before = set(sys.modules)
from bunproof.cli import main
code = main(sys.argv[1:])
print(code, *sorted(set(sys.modules) - before))
"""
CLEAN = "export const answer = 42;\nexport function ask(question: string): number {\n  return question.length;\n}\n"


def imported(repository, *arguments: str) -> set[str]:
    """The modules that a run imports; the run must find nothing."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", PROBE, "check", *arguments],
        cwd=repository.root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, *modules = done.stdout.split()
    assert code == "0"
    return set(modules)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"src/index.ts": CLEAN}, id="a TypeScript file"),
        pytest.param(
            {"src/bundle.ts": CLEAN + "export const ubundle = 'bundle';\n"}, id="a file with the letters bun in it"
        ),
        pytest.param({"README.md": "import { nope } from 'bun'\n"}, id="a file that no hook claims"),
        pytest.param({"src/App.vue": "<template><p>hi</p></template>\n"}, id="a component"),
        pytest.param(
            {
                "src/a.ts": 'import { answer } from "./lib";\nexport const a = answer;\n',
                "src/lib/index.ts": 'export * from "./answer";\nexport * from "./more";\n',
                "src/lib/answer.ts": CLEAN,
                "src/lib/more.ts": 'export * from ".";\n',
            },
            id="a barrel of files",
        ),
        pytest.param(
            {
                "src/a.ts": 'const tokenType = "Bearer";\nconst keys = { queryKey: ["posts"] };\n'
                "export const headers = (token: string) => ({ Authorization: `Bearer ${token}` });\n"
            },
            id="names that hold a credential's word",
        ),
        pytest.param(
            {"src/a.ts": 'export type Runtime = "bun" | "node";\n// Bun.nope is in no release.\n'},
            id="strings and comments that speak of Bun",
        ),
    ],
)
def test_a_clean_file_imports_nothing_heavy(repository, files) -> None:
    repository.write(files).commit()
    modules = imported(repository, *files)
    assert not modules & HEAVY
    assert not [name for name in modules if name.startswith("bunproof.") and ".rules." in name]
