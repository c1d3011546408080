"""Files that decide verdicts and cannot be parsed: each is said once, and what Bun takes is not said at all."""

from __future__ import annotations

import pytest

CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> other\n"
STEP = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: oven-sh/setup-bun@v2\n"
BROKEN = {
    "cut off": ("package.json", '{"name": "x"'),
    "a comma that is missing": ("package.json", '{"name": "x" "engines": {}}'),
    "a merge conflict": ("package.json", "{\n" + CONFLICT.format('"name": "x",\n', '"name": "y",\n') + '"version": "1"}'),
    "with CRLF": ("package.json", "{\r\n" + CONFLICT.format("", "").replace("\n", "\r\n") + "}"),
    "blanks alone": ("package.json", " \n"),
    "no quotes": ("package.json", "{name: 'x'}"),
    "NaN": ("package.json", '{"a": NaN}'),
    "NUL": ("package.json", '{"name": \0"x"}'),
    "nested too deep": ("package.json", '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}"),
    "a package of a workspace": ("packages/a/package.json", "{"),
    "tsconfig": ("tsconfig.json", '{"extends": "x" "compilerOptions": {}}'),
    "tsconfig of another name": ("tsconfig.build.json", "{"),
    "jsconfig": ("jsconfig.json", "{]"),
    "bun.lock in conflict": ("bun.lock", "{\n" + CONFLICT.format('"a": 1,\n', '"a": 2,\n') + "}\n"),
    "bun.lock that is cut off": ("bun.lock", '{"lockfileVersion": 1, "workspaces": {'),
    "package-lock.json that is cut off": ("package-lock.json", '{"lockfileVersion": 3, "packages": {\n'),
    "pnpm-lock.yaml in conflict": ("pnpm-lock.yaml", CONFLICT.format("a: 1\n", "a: 2\n")),
    "yarn.lock in conflict": ("yarn.lock", CONFLICT.format("a@1:\n", "a@2:\n")),
    "pnpm-workspace.yaml in conflict": ("pnpm-workspace.yaml", CONFLICT.format("a: 1\n", "a: 2\n")),
    ".bun-version in conflict": (".bun-version", CONFLICT.format("1.1.0\n", "1.2.0\n")),
    ".tool-versions in conflict": (".tool-versions", CONFLICT.format("bun 1.1.0\n", "bun 1.2.0\n")),
    "mise.toml": ("mise.toml", "[tools\nbun = '1.1.0'\n"),
    "Dockerfile in conflict": ("Dockerfile", CONFLICT.format("FROM oven/bun:1.1.0\n", "FROM oven/bun:1.2.0\n")),
    "a workflow that installs Bun": (".github/workflows/ci.yml", STEP + "        with: [\n"),
}  # fmt: skip
TAKEN = {
    "comments and trailing commas": ("package.json", '{\n// a\n"name": "x", /* b */\n"engines": {},\n}\n'),
    "a byte order mark": ("package.json", b'\xef\xbb\xbf{"name": "x"}'),
    "an empty package.json": ("package.json", ""),
    "no object": ("package.json", "[]"),
    "bytes that are not UTF-8": ("package.json", b'{"name": "\xff"}'),
    "placeholders in strings": ("package.json", '{"name": "{{name}}", "version": "<%= version %>"}'),
    "a long number": ("package.json", '{"a": ' + "1" * 5000 + "}"),
    "a key twice": ("package.json", '{"name": "x", "name": "y"}'),
    "an empty tsconfig": ("tsconfig.json", "\n"),
    "tsconfig with comments": ("tsconfig.json", '{\n  /* Visit https://aka.ms/tsconfig */\n  "compilerOptions": {},\n}'),
    "an empty lockfile": ("bun.lock", "\n"),
    "bun.lock with trailing commas": ("bun.lock", '{\n  "lockfileVersion": 1,\n}\n\n'),
    "a template's placeholders": ("templates/a/package.json", '{"name": {{name}}}'),
    "a broken fixture": ("tests/fixtures/broken/package.json", "{"),
    "a broken fixture of a compiler": ("fixtures/tsconfig.json", "{"),
    "a here document": ("Dockerfile", "FROM alpine\nRUN <<EOF\necho 1\nEOF\n"),
    "a conflict in prose": (".tool-versions", "# <<<<<<< is how one begins\n"),
    "a workflow of something else": (".github/workflows/ci.yml", "on: [\n"),
    "a file that mise does not read for Bun": ("mise.toml", "[tools\n"),
}  # fmt: skip


def said(repository) -> list[tuple[str, str]]:
    found = repository.check("--only", "bun-imports").diagnostics
    return [(each["path"], each["severity"]) for each in found if each["rule"] == "unparsable-file"]


@pytest.mark.parametrize("case", BROKEN)
def test_what_cannot_be_parsed_is_said(repository, case) -> None:
    name, text = BROKEN[case]
    repository.write({name: text})
    assert said(repository) == [(name, "error")]


@pytest.mark.parametrize("case", TAKEN)
def test_what_bun_takes_or_nobody_asks_is_not(repository, case) -> None:
    name, text = TAKEN[case]
    repository.write({name: text})
    assert said(repository) == []


def test_a_template_that_would_have_counted_is_a_warning(repository) -> None:
    repository.write({"templates/a/package.json": '{"name": {{name}}, "engines": {"bun": ">=1.1.0"}}'})
    assert said(repository) == [("templates/a/package.json", "warning")]


def test_all_hooks_say_it_together_once(repository) -> None:
    repository.write(
        {"package.json": "{}", "bun.lock": "", "wrangler.toml": 'name = "w"\ncompatibility_date = "2025-01-01"\n'}
    )
    repository.commit().bunproof("workflow")
    repository.write({"package.json": '{"devDependencies": {"wrangler": "4.1.0"}'})
    for arguments in ((), ("--only", "wrangler-config"), ("--only", "ci-workflow"), ("package.json",)):
        found = repository.check(*arguments).diagnostics
        assert [each["rule"] for each in found if each["path"] == "package.json"] == ["unparsable-file"], arguments


@pytest.mark.parametrize("key", ["devDependencies", "dependencies"])
def test_a_comment_in_a_manifest_hides_no_version(repository, key) -> None:
    repository.write(
        {"package.json": f'{{ // the gate\n"{key}": {{"wrangler": "4.1.0"}},\n}}', "wrangler.toml": 'name = "w"\n'}
    )
    assert "4.1.0 by package.json" in repository.bunproof("versions").out
