"""When a graph is built: wherever it could say something of the selection, and hardly anywhere else."""

from __future__ import annotations

import json

import pytest

from bunproof.check import all_of
from bunproof.hooks import is_configuration
from bunproof.index_tree import IndexTree
from bunproof.project import Project
from bunproof.select import Selection
from bunproof.settings import Settings
from bunproof.tree import Tree
from bunproof.worker import gate, plain_bundles, suspicion

TOML = 'name = "api"\nmain = "src/index.ts"\ncompatibility_date = "2024-01-01"\n'
MANIFEST = json.dumps(
    {"dependencies": {"hono": "4", "@scope/lib": "1", "events": "3"}, "devDependencies": {"@acme/db": "workspace:*"}}
)


@pytest.fixture
def clean(repository):
    return repository.write({
        "wrangler.toml": TOML, "package.json": MANIFEST, "src/a.js": "export const a = 1;\n", "src/dir/index.ts": "",
        "src/index.ts": 'import { a } from "./a.js";\nimport "./dir";\nimport { Hono } from "hono";\nexport default a;\n',
    }).commit()  # fmt: skip


def doubtful(project, selection):
    """The selected configurations that `Check.visit` notes."""
    paths = project.tree.files() if selection.everything else selection.paths
    return [path for path in paths if is_configuration(path) and not plain_bundles.is_quiet(project, path)]


def judge(repository, paths, removed=(), *, tree=Tree, everything=False):
    project = Project(tree(str(repository.root)), Settings())
    selection = Selection(paths, removed, everything=everything)
    try:
        found = all_of(gate.judge(project, selection, doubtful(project, selection)))
        return [f"{each.location.path} {each.rule.id}" for each in found]
    finally:
        project.tree.close()


def raised(repository, name="src/index.ts"):
    return suspicion.is_raised(Project(Tree(str(repository.root)), Settings()), [name])


@pytest.mark.parametrize(
    "code",
    [
        pytest.param('import { Hono } from "hono";', id="a dependency"),
        pytest.param('import x from "hono/jsx";\nimport y from "@scope/lib/deep";', id="files of dependencies"),
        pytest.param('import events from "events";', id="a dependency with a name of Node"),
        pytest.param('import { env } from "cloudflare:workers";', id="the runtime"),
        pytest.param('import { a } from "./a";', id="a file without its extension"),
        pytest.param('import { a } from "./a.js";', id="a file"),
        pytest.param('export * from "./dir";\nimport("./dir/index.js");', id="a folder, TypeScript by its output"),
        pytest.param("// nothing is imported from here\nexport const x = 1;", id="the words alone"),
        pytest.param('import "', id="a string without end"),
        pytest.param('const x = "./', id="a path without end"),
    ],
)
def test_no_suspicion(clean, code):
    clean.write({"src/index.ts": code})
    assert not raised(clean)
    assert judge(clean, ["src/index.ts"]) == []


@pytest.mark.parametrize(
    "code",
    [
        pytest.param('import { file } from "bun";', id="Bun"),
        pytest.param("import('bun:sqlite')", id="a module of Bun"),
        pytest.param('import fs from "node:fs";', id="a module of Node"),
        pytest.param('import fs from "fs";', id="a module of Node by its bare name"),
        pytest.param('import { db } from "@/db";', id="an alias"),
        pytest.param('import { db } from "#db";', id="a name of package.json"),
        pytest.param('import { db } from "@acme/db";', id="a package of the workspace"),
        pytest.param('import { a } from "./nowhere";', id="no file"),
        pytest.param('import { a } from "../../../a";', id="outside of the repository"),
        pytest.param('import { a } from "./new";', id="a file that git does not know"),
        pytest.param("import(`./${name}.ts`)", id="a computed path"),
        pytest.param('import { b } from "./b";', id="a file that imports Bun"),
    ],
)
def test_suspicion(clean, code):
    clean.write({"src/b.ts": 'import "bun";\n'}).git("add", "src/b.ts")
    clean.write({"src/index.ts": code, "src/new.ts": ""})
    assert raised(clean)


def test_what_cannot_be_read_is_suspicious(clean):
    assert raised(clean, "src/gone.ts")


def test_a_name_that_ends_like_another_is_not_taken_for_it(clean):
    tree = Tree(str(clean.root))
    for _ in ("by the index", "by git's list"):
        assert tree.surely_holds("src/a.js")
        assert not tree.surely_holds("a.js")
        tree.files()


BAD = {"src/a.js": 'export { file as a } from "bun";\n'}


@pytest.mark.parametrize(
    "selected",
    ["src/a.js", "src/index.ts", "wrangler.toml", "package.json", ".gitignore", "tsconfig.json", "pnpm-workspace.yaml"],
)
@pytest.mark.parametrize("tree", [Tree, IndexTree])
def test_every_selection_that_concerns_a_file_judges_it(clean, selected, tree):
    clean.write({".gitignore": "", "tsconfig.json": "{}", "pnpm-workspace.yaml": "", **BAD}).commit()
    assert judge(clean, [selected], tree=tree) == ["src/a.js bun-module-in-worker"]


def test_other_selections_do_not(clean):
    clean.write({"src/other.ts": 'import "bun";\n', "README.md": "", **BAD}).commit()
    assert judge(clean, ["src/other.ts"]) == []
    assert judge(clean, ["README.md"]) == []
    assert judge(clean, ["src/dir/index.ts"]) == []


def test_what_is_removed_can_break_anything(clean):
    (clean.root / "src/a.js").unlink()
    assert judge(clean, [], ["src/a.js"]) == ["src/index.ts missing-worker-import"]
    assert judge(clean, [], ["README.md"]) == []


def test_without_a_configuration_nothing_is_looked_at(repository):
    repository.write({"src/index.ts": 'import "bun";\n'})
    assert judge(repository, ["src/index.ts"]) == []  # there is no index yet
    repository.commit()
    assert judge(repository, ["src/index.ts"]) == []
    assert judge(repository, ["src/index.ts"], everything=True) == []


def test_a_configuration_that_git_does_not_know_yet_is_found_above(repository):
    repository.write({"app/src/index.ts": 'import "bun";\n'}).commit()
    repository.write({"app/wrangler.toml": TOML})
    assert judge(repository, ["app/src/index.ts"]) == ["app/src/index.ts bun-module-in-worker"]


def test_very_many_files_are_not_looked_at_one_by_one(clean):
    clean.write({f"src/many/{index}.ts": "" for index in range(250)})
    clean.write(BAD)
    names = [f"src/many/{index}.ts" for index in range(250)]
    assert judge(clean, [*names, "src/a.js"]) == ["src/a.js bun-module-in-worker"]


@pytest.mark.parametrize(
    ("code", "help_"),
    [
        pytest.param('import { SQL } from "bun"; new SQL();', "D1", id="SQL"),
        pytest.param('import { S3Client } from "bun"; new S3Client();', "R2", id="S3"),
        pytest.param('import { redis } from "bun"; redis.get("x");', "KV", id="Redis"),
        pytest.param('import { serve } from "bun"; serve({});', "default { fetch }", id="a server"),
        pytest.param('import { test } from "bun:test"; test("x", () => {});', "tests out of", id="tests"),
        pytest.param('import { dlopen } from "bun:ffi"; dlopen("x");', "conditional export", id="anything else"),
    ],
)
def test_the_help_names_what_a_worker_has(clean, code, help_):
    clean.write({"src/index.ts": code})
    project = Project(Tree(str(clean.root)), Settings())
    (found,) = all_of(gate.judge(project, Selection(["src/index.ts"]), ()))
    assert help_ in found.help
    assert "alias" in found.help or "tests" in found.help
    assert "bun:sqlite" not in found.help


@pytest.mark.parametrize(
    ("toml", "code", "expected"),
    [
        pytest.param(TOML, 'import fs from "fs"; fs;', ("error", "2024-09-23"), id="bare, without the flag"),
        pytest.param(
            TOML, 'import fs from "node:fs"; fs;', ("warning", "nodejs_compat"), id="prefixed, without the flag"
        ),
        pytest.param(
            TOML.replace("2024-01", "2026-09"),
            'import t from "node:test"; t;',
            ("error", "keep it out"),
            id="no such module",
        ),
    ],
)
def test_modules_of_node(clean, toml, code, expected):
    clean.write({"wrangler.toml": toml, "src/index.ts": code})
    project = Project(Tree(str(clean.root)), Settings())
    (found,) = all_of(gate.judge(project, Selection(["src/index.ts"]), ()))
    assert found.severity == expected[0]
    assert expected[1] in found.help


def test_a_mistyped_path_is_corrected(clean):
    clean.write({"src/database.ts": "", "src/index.ts": 'import "./databse";\n'})
    project = Project(Tree(str(clean.root)), Settings())
    (found,) = all_of(gate.judge(project, Selection(["src/index.ts"]), ()))
    assert found.help == "did you mean `database.ts`?"
