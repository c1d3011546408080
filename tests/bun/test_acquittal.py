"""What is let go without a parser is what the parser would have let go."""

from __future__ import annotations

import pytest

from bunproof.bun import acquittal, exports_data, judge
from bunproof.bun.mentions import Mentions
from bunproof.bun.versions import versions_of
from bunproof.check import all_of
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.tree import Tree

GO = [
    pytest.param('import { file } from "bun";', id="a name of every release"),
    pytest.param("import { file, serve as start, } from 'bun'\n", id="aliases and a trailing comma"),
    pytest.param('import {\n  expect,\n  test,\n} from "bun:test";\n', id="several lines"),
    pytest.param('import "bun:sqlite";\n', id="for its effect"),
    pytest.param('// import { file } from "bun";\n', id="in a comment"),
    pytest.param('import { file } from "bun";\nawait Bun.write("a", file("b"));\n', id="the global beside it"),
    pytest.param('import { Glob } from "bun";\n', id="a newer name that the pin has"),
    pytest.param('import {file}from"bun"\n', id="without spaces"),
    pytest.param('import type { Database as Db } from "bun:sqlite";\n', id="for its type"),
    pytest.param('import { type Database, constants } from "bun:sqlite";\n', id="a type among values"),
    pytest.param('export type Runtime = "deno" | "bun" | "node";\n', id="a string of a type"),
    pytest.param('/// <reference types="bun" />\nif (here) return "bun";\nconst all = ["bun"];\n', id="strings"),
    pytest.param(
        'import { file } from "bun";\n// Node lacks Bun.nope, as we know.\n', id="a name in a comment of its own"
    ),
    pytest.param('import { file } from "bun";\n/*\n * Bun.\n */\n', id="the end of a sentence"),
]
LOOK = [
    pytest.param('import { SQL } from "bun";', id="a name that the pin lacks"),
    pytest.param('import { nope } from "bun";', id="a name that no release has"),
    pytest.param('import { Server } from "bun";', id="a type"),
    pytest.param('import { type Server, file } from "bun";', id="a type marked so"),
    pytest.param('import * as bun from "bun";', id="a namespace"),
    pytest.param('import bun from "bun";', id="the default"),
    pytest.param('export { file } from "bun";', id="a re-export"),
    pytest.param('export * from "bun";', id="a star"),
    pytest.param('const { SQL } = require("bun");', id="require"),
    pytest.param('const { SQL } = await import("bun");', id="a dynamic import"),
    pytest.param('import { file /* SQL */ } from "bun";', id="a comment between the braces"),
    pytest.param('import { "SQL" as sql } from "bun";', id="a name in quotes"),
    pytest.param('import { file } from "bun" with { type: "macro" };', id="attributes"),
    pytest.param('import { file } from "bun" /* x */ with { type: "macro" };', id="attributes behind a comment"),
    pytest.param('import { feature } from "bun:bundle";', id="a module that came later"),
    pytest.param('import x from "bun:nope";', id="a module that never was"),
    pytest.param('import { file } from "bun";\nnew Bun.SQL("x");', id="a newer name of the global"),
    pytest.param('import { file } from "bun";\nimport { SQL } from "bun";', id="one good, one bad"),
    pytest.param('import type { SQL } from "bun";', id="a type that the pin lacks"),
    pytest.param('import { type SQL, file } from "bun";', id="a type that the pin lacks, among values"),
    pytest.param('import { file } from "bun";\n// a\u2028Bun.SQL;\n', id="a comment that JavaScript has ended"),
    pytest.param('import { file } from "bun";\n`\n// ${Bun.SQL}`;\n', id="a template that looks like a comment"),
    pytest.param('const { SQL } = load("bun");', id="an argument of anything"),
    pytest.param('const { SQL } = require(("bun"));', id="an argument in parentheses"),
    pytest.param('import { file } from "bun" x;', id="something behind it"),
    pytest.param('con import { file } from "bun";', id="something before it"),
    pytest.param('\xffimport { file } from "bun";', id="a letter before it"),
    pytest.param(" " * 2300 + 'import { file } from "bun";', id="a line too long to look at"),
    pytest.param('import { file } from "bun"\nwith { type: "macro" };', id="attributes on the next line"),
    pytest.param("import { " + "file, " * 500 + '} from "bun";', id="longer than what is looked at"),
]


@pytest.fixture
def project(repository) -> Project:
    repository.write({"package.json": '{ "packageManager": "bun@1.1.45" }'})
    return Project(Tree(str(repository.root)), Settings())


def findings(project: Project, text: str) -> list[str]:
    """What the parser says."""
    return [each.rule.id for each in all_of(judge.judge(project, versions_of(project), "a.ts", text.encode()))]


@pytest.mark.parametrize("text", GO)
def test_it_is_let_go_and_the_parser_agrees(project, text) -> None:
    assert acquittal.is_innocent(project, "a.ts", Mentions(text.encode()))
    assert findings(project, text) == []


@pytest.mark.parametrize("text", LOOK)
def test_it_is_looked_at(project, text) -> None:
    assert not acquittal.is_innocent(project, "a.ts", Mentions(text.encode()))


@pytest.mark.parametrize("release", ["1.0.0", "1.0.36", "1.1.22", "1.2.1", "1.3.14", "1.4.5"])
@pytest.mark.parametrize("module", exports_data.VALUES)
def test_every_name_of_every_module(repository, module, release) -> None:
    settings = Settings()
    settings.bun_version = release
    for number, name in enumerate(exports_data.VALUES[module]):
        text = f'import {{ {name} as value }} from "{module}";\nconsole.log(value);\n'.encode()
        project = Project(Tree(str(repository.root)), settings)
        path = f"{number}.js"
        if acquittal.is_innocent(project, path, Mentions(text)):
            assert list(all_of(judge.judge(project, versions_of(project), path, text))) == [], name
