"""What once got past in silence, or might: strange bytes, strange names, and every state that git can have a file in."""

from __future__ import annotations

import os
import subprocess

import pytest
from whole import outcome_of

PIN = b'{"engines": {"bun": "1.1.0"}}'
IMPORT = 'import { SQL } from "bun"; new SQL();'
FOUND = "missing-bun-export"

# Each of these fails with Bun 1.1.0, which has no SQL.
RUN_BY_BUN = {
    "a byte order mark": b"\xef\xbb\xbf" + IMPORT.encode(),
    "CR alone": b"const a = 1; // x\r" + IMPORT.encode() + b"\r",
    "CR alone after a hashbang": b"#!/usr/bin/env bun\r" + IMPORT.encode(),
    "a NUL in a comment": b"/* \0 */ " + IMPORT.encode(),
    "U+2028 ends a comment": f"// c\u2028{IMPORT}".encode(),
    "U+2029 ends a comment": f"// c\u2029// d\u2028{IMPORT} 'x\u2028y'".encode(),
    "U+2028 between statements": 'import { SQL }\u2028from "bun"\u2029new SQL();'.encode(),
    "form feeds": b'\x0cimport\x0c{\x0bSQL }\x0cfrom "bun"; new SQL();',
    "no-break spaces": 'import\u00a0{ SQL }\u202ffrom\u3000"bun"; new\ufeffSQL();'.encode(),
    "bytes that are not UTF-8": b'const a = "\xff"; ' + IMPORT.encode(),
    "a line of three million characters": b'const a = "' + b"a" * 3_000_000 + b'"; ' + IMPORT.encode(),
    "an unterminated template": IMPORT.encode() + b" const a = `",
    "parentheses three thousand deep": b"(" * 3000 + b"1" + b")" * 3000 + b"; " + IMPORT.encode(),
}
NAMES = ["a.ts", "a.TS", "a.Mts", "a.JSX", "A.VUE"]


@pytest.mark.parametrize("case", RUN_BY_BUN)
def test_what_bun_runs_is_judged(case) -> None:
    found = outcome_of({"package.json": PIN, "a.ts": RUN_BY_BUN[case]}).diagnostics
    assert FOUND in {each.rule.id for each in found}


@pytest.mark.parametrize(
    "code",
    [
        "var a = Bun; var a = a; new a.SQL();",
        "var a = Bun; var b = a; var a = b; new a.SQL();",
        'var a = require("bun"), b = a, c = b, a = c, b = c; new b.SQL();',
        "let a = Bun; a = a; new a.SQL();",
    ],
)
def test_bindings_in_a_circle(code) -> None:
    """Found by fuzzing: following them had no end, which was reported as a bug of ours."""
    found = outcome_of({"package.json": PIN, "a.ts": code.encode()}).diagnostics
    assert {each.rule.id for each in found} == {FOUND}


def test_what_stays_in_a_comment_is_none() -> None:
    """U+0085 and U+000B end no line in JavaScript."""
    for separator in ("\x85", "\x0b", "\x0c", "\x1c"):
        assert outcome_of({"package.json": PIN, "a.ts": f"// c{separator}{IMPORT}".encode()}).diagnostics == []


@pytest.mark.parametrize("name", NAMES)
def test_endings_in_any_case(name) -> None:
    text = f"<script>{IMPORT}</script>" if name.endswith("VUE") else IMPORT
    found = outcome_of({"package.json": PIN, name: text.encode()}).diagnostics
    assert [(each.location.path, each.rule.id) for each in found] == [(name, FOUND)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CONFIG.YML", "password: changeme\n"),
        ("Settings.JSON", '{"password": "changeme"}\n'),
        ("PROD.ENV", "API_TOKEN=changeme\n"),
        ("App.PY", 'PASSWORD = "changeme"\n'),
        ("dockerfile", "FROM x\nENV API_TOKEN=changeme\n"),
        ("a.yml", "a: 1\rpassword: changeme\r"),
        (".env.production", "A=1\rAPI_TOKEN=changeme\r"),
    ],
)
def test_credentials_under_any_ending_and_line_end(name, text) -> None:
    found = outcome_of({name: text.encode()}).diagnostics
    assert "placeholder-credential" in {each.rule.id for each in found}


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_and_without_its_mark(codec) -> None:
    found = outcome_of({"a.ts": IMPORT.encode(codec), "config.yaml": "password: changeme\n".encode(codec)}).diagnostics
    assert [(each.location.path, each.rule.id) for each in found] == [
        ("a.ts", "unreadable-file"),
        ("config.yaml", "placeholder-credential"),
    ]


@pytest.fixture
def pinned(repository):
    return repository.write({"package.json": PIN, "a.ts": "export {};\n"}).commit()


def judged(repository, *arguments: str) -> list[str]:
    return [place for place in repository.check(*arguments).found if "package.json" not in place]


def test_a_file_that_is_only_announced(pinned) -> None:
    pinned.write({"b.ts": IMPORT}).git("add", "-N", "b.ts")
    assert judged(pinned) == [f"b.ts:1 {FOUND}"]
    assert judged(pinned, "--staged") == []  # the next commit holds nothing of it
    pinned.git("add", "b.ts")
    assert judged(pinned, "--staged") == [f"b.ts:1 {FOUND}"]


def test_a_file_that_git_is_told_to_take_for_unchanged(pinned) -> None:
    pinned.git("update-index", "--assume-unchanged", "a.ts")
    pinned.write({"a.ts": IMPORT})
    assert judged(pinned) == [f"a.ts:1 {FOUND}"]


def test_a_file_that_is_staged_and_not_there(pinned) -> None:
    pinned.write({"a.ts": IMPORT}).git("add", "a.ts")
    pinned.git("update-index", "--skip-worktree", "a.ts")
    (pinned.root / "a.ts").unlink()
    assert judged(pinned, "--staged") == [f"a.ts:1 {FOUND}"]
    pinned.git("commit", "-q", "-m", "it")
    # The range holds it, and nobody can look: said, not passed. Once the range removes it, there is nothing to look at.
    assert judged(pinned, "--from-ref", "HEAD^1") == ["a.ts:1 unreadable-file"]
    pinned.git("update-index", "--no-skip-worktree", "a.ts")
    pinned.git("rm", "-q", "a.ts")
    pinned.git("commit", "-q", "-m", "gone")
    assert judged(pinned, "--from-ref", "HEAD^1") == []


def test_a_sparse_checkout(pinned) -> None:
    pinned.write({"in/a.ts": IMPORT, "out/a.ts": IMPORT}).commit()
    for arguments in (("set", "in"), ("set", "--cone", "--sparse-index", "in")):
        pinned.git("sparse-checkout", *arguments)
        assert judged(pinned) == [f"in/a.ts:1 {FOUND}"]
        assert judged(pinned, "--from-ref", "HEAD^1") == [f"in/a.ts:1 {FOUND}", "out/a.ts:1 unreadable-file"]
    pinned.write({"in/b.ts": IMPORT}).git("add", "in/b.ts")
    assert judged(pinned, "--staged") == [f"in/b.ts:1 {FOUND}"]


@pytest.mark.parametrize(
    "command", [("update-index", "--index-version", "4"), ("update-index", "--split-index"), ("config", "index.sparse", "true")], ids=" ".join
)  # fmt: skip
def test_an_index_of_another_kind(pinned, command) -> None:
    pinned.git(*command)
    pinned.write({"deep/down/a.ts": IMPORT}).git("add", "-A")
    for arguments in ((), ("--staged",), ("deep",)):
        assert judged(pinned, *arguments) == [f"deep/down/a.ts:1 {FOUND}"]


def test_a_repository_of_long_hashes(make_repository, tmp_path) -> None:
    root = tmp_path / "long"
    root.mkdir()
    subprocess.run(["git", "init", "-q", "--object-format=sha256", "-b", "main"], cwd=root, check=True)
    repository = make_repository(root).write({"package.json": PIN}).commit().write({"a.ts": IMPORT})
    repository.git("add", "-A")
    for arguments in ((), ("--staged",)):
        assert judged(repository, *arguments) == [f"a.ts:1 {FOUND}"]


@pytest.mark.parametrize("theirs", [IMPORT, None], ids=["changed", "removed"])
def test_a_merge_that_has_stopped_is_no_pass(pinned, theirs) -> None:
    pinned.git("checkout", "-q", "-b", "other")
    if theirs is None:
        pinned.git("rm", "-q", "a.ts")
    else:
        pinned.write({"a.ts": theirs})
    pinned.commit()
    pinned.git("checkout", "-q", "main")
    pinned.write({"a.ts": "export const main = 1;\n"}).commit()
    with pytest.raises(subprocess.CalledProcessError):
        pinned.git("merge", "-q", "other")
    assert judged(pinned, "--staged") == ["a.ts:1 unreadable-file"]


@pytest.mark.parametrize(
    "attributes",
    [
        "*.ts binary",
        "*.ts export-ignore -diff -text",
        "*.ts filter=other",
        "*.ts eol=crlf",
        "*.ts ident linguist-generated",
    ],
)
def test_attributes_hide_nothing(pinned, attributes) -> None:
    for name in ("clean", "smudge", "process"):
        pinned.git("config", f"filter.other.{name}", "cat" if name != "process" else "")
    pinned.write({".gitattributes": attributes + "\n", "b.ts": IMPORT}).git("add", "-A")
    for arguments in ((), ("--staged",), ("b.ts",)):
        assert judged(pinned, *arguments) == [f"b.ts:1 {FOUND}"]
    pinned.commit()
    assert judged(pinned, "--from-ref", "HEAD^1") == [f"b.ts:1 {FOUND}"]


def test_a_filter_of_the_user_s_is_not_run(pinned) -> None:
    pinned.git("config", "filter.evil.smudge", "touch ran; cat")
    pinned.git("config", "filter.evil.clean", "cat")
    pinned.git("config", "diff.evil.textconv", "touch ran; cat")
    pinned.write({".gitattributes": "*.ts filter=evil diff=evil\n", "b.ts": IMPORT}).git("add", "-A")
    pinned.commit()
    for arguments in ((), ("--staged",), ("--from-ref", "HEAD^1"), ("--diff",)):
        pinned.check(*arguments)
    assert not (pinned.root / "ran").exists()


def test_a_link_to_a_folder(pinned) -> None:
    pinned.write({"real/b.ts": IMPORT})
    (pinned.root / "link").symlink_to("real")
    (pinned.root / "top").symlink_to(".")
    (pinned.root / "outside").symlink_to("/etc")
    pinned.git("add", "-A")
    for arguments in ((), ("link",), ("link/b.ts",), ("top",), ("top/real",)):
        assert judged(pinned, *arguments) == [f"real/b.ts:1 {FOUND}"], arguments
    assert pinned.check("outside").code == 2


def test_a_link_under_a_name_that_another_tool_reads(pinned) -> None:
    """The file behind it has a name that says nothing; wrangler and Bun read it by the link's."""
    pinned.write(
        {
            "shared/worker.txt": 'nmae = "w"\n',
            "shared/env.txt": "API_TOKEN=changeme\n",
            "wrangler.other.toml": 'nmae = "w"\n',
        }
    )
    for name, target in (
        ("wrangler.toml", "shared/worker.txt"), (".env.production", "shared/env.txt"), ("w/wrangler.toml", "../wrangler.other.toml"),
        ("x/wrangler.toml", "nothing.txt"), ("y/wrangler.toml", "/etc/hosts"), ("z/.env", "."),
    ):  # fmt: skip
        (pinned.root / name).parent.mkdir(exist_ok=True)
        (pinned.root / name).symlink_to(target)
    pinned.git("add", "-A")
    found = [
        each
        for each in judged(pinned, "--only", "wrangler-config", "--only", "placeholder-credentials")
        if "tracked" not in each
    ]
    assert found == [
        ".env.production:1 placeholder-credential",
        "wrangler.other.toml:1 misspelled-wrangler-key",
        "wrangler.other.toml:1 unknown-wrangler-key",
        "wrangler.toml:1 misspelled-wrangler-key",
        "wrangler.toml:1 unknown-wrangler-key",
    ]


def test_an_object_in_another_s_place(pinned) -> None:
    """`git replace` shows its own repository something else than what is committed and pushed."""
    pinned.write({"b.ts": IMPORT, "clean.ts": "export {};\n"}).git("add", "-A")
    pinned.git("replace", pinned.git("rev-parse", ":b.ts").strip(), pinned.git("rev-parse", ":clean.ts").strip())
    assert judged(pinned, "--staged") == [f"b.ts:1 {FOUND}"]


@pytest.mark.parametrize(
    "setting",
    [
        ("color.ui", "always"),
        ("color.grep", "always"),
        ("submodule.recurse", "true"),
        ("grep.lineNumber", "true"),
        ("grep.patternType", "perl"),
    ],
    ids=" ".join,
)
def test_a_search_by_git_is_not_led_astray(pinned, setting) -> None:
    """Of many scripts, git says which pass on a Bun module; what it prints for people is not for us."""
    pinned.write({f"src/{number}.ts": "export {};\n" for number in range(210)})
    pinned.write(
        {"src/star.ts": 'export * from "bun";\n', "src/user.ts": 'import { Nope } from "./star"; Nope();\n'}
    ).commit()
    pinned.write({f"src/{number}.ts": "export { };\n" for number in range(210)})
    pinned.write({"src/user.ts": 'import { Nope } from "./star"; Nope(1);\n'}).git("add", "-A")
    pinned.git("config", *setting)
    assert judged(pinned, "--staged") == ["src/user.ts:1 unlinkable-bun-export"]
    pinned.git("-c", "color.ui=never", "commit", "-q", "-m", "it")
    assert judged(pinned, "--from-ref", "HEAD^1") == ["src/user.ts:1 unlinkable-bun-export"]


def test_pathspecs_that_the_environment_bends(pinned) -> None:
    pinned.write({"bun.lock": "{}", "wrangler.toml": 'name = "w"\ncompatibility_date = "2025-01-01"\n'}).commit()
    pinned.bunproof("workflow")
    for name in ("GIT_LITERAL_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"):
        run = pinned.bunproof("workflow", "--check", env={**os.environ, name: "1"})
        assert run.code == 0, run.out
