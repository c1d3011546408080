"""Which Bun a file is judged by, and who is said to have said so."""

from __future__ import annotations

import json

import pytest

from bunproof.bun.releases import NAMES, allowed

SETUP = (
    "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: oven-sh/setup-bun@v2\n        with: {{ {} }}\n"
)
USE = 'import { SQL } from "bun";\nnew SQL();\n'


def releases(text: str) -> tuple[str, str, int, bool] | None:
    found = allowed(text)
    return found and (NAMES[found.releases[0]], NAMES[found.releases[-1]], len(found.releases), found.newer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1.2.21", ("1.2.21", "1.2.21", 1, False), id="exact"),
        pytest.param("v1.2.21", ("1.2.21", "1.2.21", 1, False), id="exact-with-v"),
        pytest.param("bun-v1.2.21", ("1.2.21", "1.2.21", 1, False), id="exact-as-tag"),
        pytest.param("1.2.21+c8ab2b9", ("1.2.21", "1.2.21", 1, False), id="exact-with-build"),
        pytest.param("1.2", ("1.2.0", "1.2.23", 24, False), id="partial"),
        pytest.param("1.2.x", ("1.2.0", "1.2.23", 24, False), id="wildcard"),
        pytest.param("1", ("1.0.0", "1.4.5", 127, False), id="major"),
        pytest.param("*", ("1.0.0", "1.4.5", 127, False), id="anything"),
        pytest.param("", ("1.0.0", "1.4.5", 127, False), id="empty"),
        pytest.param("^1.2.20", ("1.2.20", "1.4.5", 25, False), id="caret"),
        pytest.param("~1.2.20", ("1.2.20", "1.2.23", 4, False), id="tilde"),
        pytest.param(">=1.1.0", ("1.1.0", "1.4.5", 90, False), id="at-least"),
        pytest.param(">= 1.1.0 <1.2", ("1.1.0", "1.1.45", 45, False), id="between"),
        pytest.param(">1.3", ("1.4.0", "1.4.5", 6, False), id="above-a-minor"),
        pytest.param("<=1.0.1", ("1.0.0", "1.0.1", 2, False), id="at-most"),
        pytest.param("1.0.0 - 1.0.3", ("1.0.0", "1.0.3", 4, False), id="hyphen"),
        pytest.param("1.0.0 || 1.4.x", ("1.0.0", "1.4.5", 7, False), id="either"),
        pytest.param("latest", ("1.4.5", "1.4.5", 1, False), id="latest"),
        pytest.param("canary", ("1.4.5", "1.4.5", 1, True), id="canary"),
        pytest.param("1.1.23", ("1.1.22", "1.1.22", 1, False), id="never-released"),
        pytest.param("0.8.1", ("1.0.0", "1.0.0", 1, False), id="older-than-all"),
        pytest.param("99.0.0", ("1.4.5", "1.4.5", 1, True), id="newer-than-all"),
        pytest.param(">=1.4.5", ("1.4.5", "1.4.5", 1, False), id="newest-and-later"),
        pytest.param("^0.8", ("1.0.0", "1.0.0", 1, False), id="caret-below-one"),
        pytest.param("workspace:*", None, id="no-version"),
        pytest.param("one.two", None, id="words"),
    ],
)
def test_range(text, expected):
    assert releases(text) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({".bun-version": "1.2.21\n"}, "1.2.21 by .bun-version (line 1)", id="bun-version"),
        pytest.param({".bumrc": "\nv1.0.3\n"}, "v1.0.3 by .bumrc (line 2)", id="bumrc"),
        pytest.param({".tool-versions": "nodejs 22\nbun 1.1.0\n"}, "1.1.0 by .tool-versions `bun` (line 2)", id="asdf"),
        pytest.param({"mise.toml": '[tools]\nbun = "1.2"\n'}, "1.2 by mise.toml `tools.bun` (line 2)", id="mise"),
        pytest.param(
            {".mise.toml": '[tools]\nbun = { version = "1.2.3" }\n'}, "1.2.3 by .mise.toml `tools.bun` (line 2)", id="mise-table"
        ),
        pytest.param(
            {"package.json": '{\n "packageManager": "bun@1.1.8+sha512.a"\n}'}, "1.1.8 by package.json `packageManager` (line 2)", id="manager"
        ),
        pytest.param(
            {"package.json": '{"engines": {"node": "1",\n "bun": "^1.1"}}'}, "^1.1 by package.json `engines.bun` (line 2)", id="engines"
        ),
        pytest.param(
            {"package.json": '{"devEngines": {"runtime": {"name": "bun", "version": "1.1.9"}}}'},
            "1.1.9 by package.json `devEngines.runtime.version` (line 1)", id="runtime",
        ),
        pytest.param(
            {"package.json": '{"devEngines": {"runtime": [{"name": "node", "version": "1"}, {"name": "bun", "version": "1.1.9"}]}}'},
            "1.1.9 by package.json `devEngines.runtime.1.version` (line 1)", id="runtimes",
        ),
        pytest.param(
            {".bun-version": "1.0.3", "package.json": '{"engines": {"bun": ">=1.0"}}'}, "1.0.3 by .bun-version (line 1)", id="file-over-engines"
        ),
        pytest.param(
            {".github/workflows/a.yml": SETUP.format("bun-version: 1.0.9")}, "1.0.9 by .github/workflows/a.yml `bun-version` (line 7)", id="setup-bun"
        ),
        pytest.param(
            {".github/workflows/a.yml": SETUP.format("bun-version-file: ./etc/.bun-version"), "etc/.bun-version": "1.0.2"},
            "1.0.2 by etc/.bun-version (line 1)", id="setup-bun-by-file",
        ),
        pytest.param(
            {".github/workflows/a.yml": "env:\n  V: 1.0.4\n" + SETUP.format("bun-version: '${{ env.V }}'")},
            "1.0.4 by .github/workflows/a.yml `bun-version` (line 2)", id="setup-bun-by-env",
        ),
        pytest.param(
            {"Dockerfile": "FROM --platform=linux/amd64 oven/bun:1.1.3-alpine AS base\n"}, "1.1.3 by Dockerfile `FROM` (line 1)", id="docker"
        ),
        pytest.param(
            {"Dockerfile": "ARG V=1.1.4\nFROM oven/bun:${V}\n"}, "1.1.4 by Dockerfile `FROM` (line 2)", id="docker-argument"
        ),
        pytest.param(
            {"bun.lock": '{"packages": {\n  "@types/bun": ["@types/bun@1.1.14", ""],\n  "bun-types": ["bun-types@1.1.37", ""],\n}}'},
            "1.1.37 by bun.lock `bun-types` (line 3)", id="locked-types",
        ),
        pytest.param(
            {"bun.lock": '{"packages": {\n  "@types/bun": ["@types/bun@1.1.14", ""],\n}}'},
            "1.1.14 by bun.lock `@types/bun` (line 2)", id="locked-types-alone",
        ),
        pytest.param(
            {"mise.toml": '[tools.bun]\nversion = "1.2.3"\n'}, "1.2.3 by mise.toml `tools.bun` (line 2)", id="mise-table-of-its-own"
        ),
        pytest.param(
            {"package.json": '{"devEngines": {"packageManager": {"name": "bun", "version": "1.1.9"}}}'},
            "1.1.9 by package.json `devEngines.packageManager.version` (line 1)", id="engine-of-packages",
        ),
        pytest.param(
            {"package.json": '{"devDependencies": {\n"bun": "^1.1.9"}}'}, "^1.1.9 by package.json `devDependencies.bun` (line 2)", id="bun-from-npm"
        ),
        pytest.param(
            {"Dockerfile": "FROM node:22\nCOPY --from=oven/bun:1.1.3-slim /usr/local/bin/bun /bin/\n"}, "1.1.3 by Dockerfile `COPY` (line 2)",
            id="docker-copy",
        ),
        pytest.param(
            {"Dockerfile": "FROM mirror.gcr.io:443/library/oven/bun:1.1.3\n"}, "1.1.3 by Dockerfile `FROM` (line 1)", id="docker-mirror"
        ),
        pytest.param(
            {"package.json": '{"devDependencies": {"@types/bun": "^1.1.6"}}', "pnpm-lock.yaml": "lockfileVersion: '9.0'\n"},
            "^1.1.6 by package.json `devDependencies.@types/bun` (line 1)", id="asked-for-types",
        ),
        pytest.param(
            {"package.json": '{"devDependencies": {"@types/bun": "^1.1.6"}}', "bun.lock": '{"packages": {\n  "bun-types": ["bun-types@1.1.37", ""],\n}}'},
            "1.1.37 by bun.lock `bun-types` (line 2)", id="locked-types-over-asked-for",
        ),
        pytest.param(
            {"package.json": '{"peerDependencies": {"bun-types": "1.1.6", "bun": "1.1.6"}, "devDependencies": {"bun-types": "*", "bun": "workspace:*"}}'},
            "nothing says which Bun, so every release since 1.0.0 counts", id="peers-and-anything-say-nothing",
        ),
        pytest.param({}, "nothing says which Bun, so every release since 1.0.0 counts", id="nothing"),
    ],
)  # fmt: skip
def test_who_says_so(repository, files, expected):
    repository.write({**files, "src/a.ts": USE.replace("SQL", "WebView")})
    out = repository.bunproof("check", "--only", "bun-imports", "--color", "never", "src/a.ts").out
    assert f"= pinned: {expected}\n" in out


@pytest.mark.parametrize(
    ("files", "path", "found"),
    [
        pytest.param(
            {"package.json": '{"engines": {"bun": "1.0.0"}}', "app/package.json": '{"engines": {"bun": "1.2.0"}}'}, "app/a.ts", False,
            id="the-nearest-manifest-decides",
        ),
        pytest.param(
            {"package.json": '{"engines": {"bun": "1.0.0"}}', "app/package.json": "{}"}, "app/a.ts", True, id="a-silent-manifest-does-not"
        ),
        pytest.param(
            {".github/workflows/a.yml": "strategy\n" + SETUP.format("bun-version: latest")}, "a.ts", True, id="broken-workflow-says-nothing"
        ),
        pytest.param({".github/workflows/a.yml": SETUP.format("bun-version: latest")}, "a.ts", False, id="latest"),
        pytest.param({"Dockerfile": "FROM oven/bun:alpine\n"}, "a.ts", True, id="a-tag-without-version-says-nothing"),
        pytest.param({"bun.lock": '{"packages": {"@types/bun": ["@types/bun@1.2.0"]}}'}, "a.ts", True, id="a-lockfile-on-one-line"),
        pytest.param({"package.json": '{"engines": {"bun": 1}}'}, "a.ts", True, id="no-string"),
        pytest.param({"package.json": '{"engines": {"bun": "?"}}'}, "a.ts", True, id="no-range"),
        pytest.param({"package.json": "{"}, "a.ts", True, id="broken-manifest"),
        pytest.param({"package.json": '["bun"]'}, "a.ts", True, id="manifest-is-no-table"),
    ],
)  # fmt: skip
def test_what_counts(repository, files, path, found):
    repository.write({**files, path: USE})
    assert repository.check("--only", "bun-imports", path).found == ([f"{path}:1 missing-bun-export"] if found else [])


@pytest.mark.parametrize(
    ("pin", "source", "found"),
    [
        pytest.param("99.0.0", 'import { Nope } from "bun"; Nope();', ["bun-newer-than-tables"], id="unknown-name"),
        pytest.param("99.0.0", 'import { Nope } from "bun:sqlite"; Nope();', ["bun-newer-than-tables"], id="unknown-link"),
        pytest.param("99.0.0", 'import x from "bun:nope"; x();', ["bun-newer-than-tables"], id="unknown-module"),
        pytest.param("99.0.0", 'import { _Os } from "bun"; _Os();', ["bun-newer-than-tables", "missing-bun-export"], id="removed-name"),
        pytest.param("1.4.5", 'import { Nope } from "bun"; Nope();', ["missing-bun-export"], id="within-the-tables"),
    ],
)  # fmt: skip
def test_newer_than_the_tables(repository, pin, source, found):
    repository.write({".bun-version": pin, "a.ts": source})
    assert [each["rule"] for each in repository.check("--only", "bun-imports").diagnostics] == found


@pytest.mark.parametrize(
    ("arguments", "settings", "found"),
    [
        pytest.param(["--bun-version", "1.2.0"], "", [], id="argument"),
        pytest.param([], 'bun-version = "1.2.0"\n', [], id="settings"),
        pytest.param(["--bun-version", "1.1.0"], 'bun-version = "1.2.0"\n', ["a.ts:1 missing-bun-export"], id="argument-over-settings"),
    ],
)  # fmt: skip
def test_overrides(repository, arguments, settings, found):
    repository.write({".bun-version": "1.0.0", "a.ts": USE, "bunproof.toml": settings})
    assert repository.check("--only", "bun-imports", *arguments).found == found


def test_an_override_that_is_no_version_is_a_usage_error(repository):
    repository.write({"a.ts": USE})
    run = repository.check("--only", "bun-imports", "--bun-version", "soon")
    assert (run.code, run.err) == (2, "bunproof: `soon` is no version, range or tag of Bun\n")


def test_contradictions_name_everything(repository):
    repository.write(
        {
            "package.json": '{\n "packageManager": "bun@1.1.0",\n "engines": {"bun": ">=1.3"}\n}',
            ".github/workflows/ci.yml": SETUP.format("bun-version: 1.2.21"),
            "Dockerfile": "FROM oven/bun:1.2.21\n",
            "old/package.json": '{"engines": {"bun": "1.0.0"}}',
        }
    )
    [found] = repository.check("--only", "bun-imports").diagnostics
    assert found["rule"] == "contradictory-bun-versions"
    assert found["severity"] == "warning"
    places = [(found["path"], found["line"]), *((each["path"], each["line"]) for each in found["related"])]
    assert sorted(places) == [
        (".github/workflows/ci.yml", 7),
        ("Dockerfile", 1),
        ("package.json", 2),
        ("package.json", 3),
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"package.json": '{"packageManager": "bun@1.2.21", "engines": {"bun": ">=1.1"}}'}, id="pin-within-range"
        ),
        pytest.param(
            {
                ".bun-version": "1.2.21",
                ".github/workflows/a.yml": SETUP.format("bun-version: '${{ matrix.bun }}'").replace(
                    "    steps", "    strategy:\n      matrix:\n        bun: [1.1.0, latest]\n    steps"
                ),
            },
            id="matrix",
        ),
        pytest.param({"a/.bun-version": "1.0.0", "b/.bun-version": "1.2.0"}, id="siblings"),
    ],
)
def test_no_contradiction(repository, files):
    repository.write(files)
    assert repository.check("--only", "bun-imports").found == []


def test_engines_said_twice(repository):
    repository.write(
        {"package.json": '{\n"engines": {"bun": ">=1.2.0"},\n"engines": {"bun": ">=1.1.0"}\n}', "a.ts": USE}
    )
    run = repository.bunproof("check", "--only", "bun-imports", "--color", "never")
    assert "`>=1.1.0` and `>=1.2.0` cannot all be this project's Bun" in run.out
    assert "pinned: >=1.1.0 by package.json `engines.bun` (line 3)" in run.out
    assert ">=1.2.0 by package.json `engines.bun` (line 2)" in run.out


@pytest.mark.parametrize(
    "changed",
    [
        "package.json",
        ".bun-version",
        "bun.lock",
        "Dockerfile",
        ".github/workflows/a.yml",
        "tsconfig.json",
        "bunproof.toml",
    ],
)
def test_a_changed_declaration_rejudges_what_it_governs(repository, changed):
    content = {"bunproof.toml": "", ".bun-version": "1.1.0\n", "tsconfig.json": "{}", "package.json": "{}"}.get(
        changed, "# changed\n"
    )
    repository.write({"src/a.ts": USE, changed: content})
    assert "src/a.ts:1 missing-bun-export" in repository.check("--only", "bun-imports", changed).found


def test_a_changed_declaration_rejudges_many_files(repository):
    repository.write(
        {f"src/{number}.ts": USE if number % 100 == 7 else f"export const a = {number};\n" for number in range(400)}
    )
    repository.write({".bun-version": "1.1.0\n", "src/8.ts": "const a = Bun.newer;\n"})
    found = repository.check("--only", "bun-imports", ".bun-version").found
    assert [each for each in found if each.startswith("src/")] == [
        "src/107.ts:1 missing-bun-export",
        "src/207.ts:1 missing-bun-export",
        "src/307.ts:1 missing-bun-export",
        "src/7.ts:1 missing-bun-export",
        "src/8.ts:1 missing-bun-export",
    ]


def test_a_removed_declaration_rejudges_what_it_governed(repository):
    repository.write({"src/a.ts": USE, ".bun-version": "1.2.0\n"}).commit()
    (repository.root / ".bun-version").unlink()
    repository.git("add", "-A")
    assert repository.check("--only", "bun-imports", "--staged").found == ["src/a.ts:1 missing-bun-export"]


def test_versions_says_what_counts(repository):
    repository.write(
        {
            "package.json": '{"engines": {"bun": ">=1.4.3"}}',
            ".github/workflows/a.yml": SETUP.format("bun-version: 1.4.4") * 1,
            "new/.bun-version": "99.0.0",
            "wrangler.toml": 'name = "a"\n',
        }
    )
    out = repository.bunproof("versions").out
    assert out.splitlines() == [
        "Bun (known: 1.0.0 to 1.4.5)",
        "  .: judged by 3 releases, 1.4.3 to 1.4.5",
        "    >=1.4.3 by package.json `engines.bun` (line 1)",
        "    not counted here: 1.4.4 by .github/workflows/a.yml `bun-version` (line 7)",
        "  new: newer than 1.4.5: names that no known release has are not reported",
        "    99.0.0 by new/.bun-version (line 1)",
        "    not counted here: 1.4.4 by .github/workflows/a.yml `bun-version` (line 7)",
        "wrangler (known: up to 4.164.0)",
        "  wrangler.toml: nothing names a version",
    ]
    report = json.loads(repository.bunproof("versions", "--format", "json").out)
    assert report["bun"]["folders"][0]["pins"] == [
        {"version": ">=1.4.3", "by": "package.json", "line": 1, "key": "engines.bun"}
    ]
    assert report["wrangler"] == [{"path": "wrangler.toml", "pinned": None}]


def test_versions_where_nothing_is_said(repository):
    repository.write({"a.ts": ""})
    assert repository.bunproof("versions").out.splitlines()[1:] == [
        "  .: nothing says which Bun, so every release since 1.0.0 counts",
        "wrangler (known: up to 4.164.0)",
        "  no configuration",
    ]
