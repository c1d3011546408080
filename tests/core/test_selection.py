"""Which files a run judges. A malformed suppression is the finding that needs no check to be found."""

from __future__ import annotations

import pytest

BAD = "// bunproof: ignore\n"
GOOD = "export {};\n"
RULE = "malformed-suppression"


@pytest.fixture
def populated(repository):
    files = {"a.ts": BAD, "src/b.ts": BAD, "src/deep/c.ts": BAD, "ignored.ts": BAD, ".gitignore": "ignored.ts\n"}
    return repository.write(files)


def found(run) -> list[str]:
    return [place.split(":")[0] for place in run.found]


@pytest.mark.parametrize(
    ("arguments", "folder", "expected"),
    [
        pytest.param([], ".", ["a.ts", "src/b.ts", "src/deep/c.ts"], id="nothing: all that git tracks or would track"),
        pytest.param(["--all-files"], "src", ["a.ts", "src/b.ts", "src/deep/c.ts"], id="all files, from a subfolder"),
        pytest.param(["src"], ".", ["src/b.ts", "src/deep/c.ts"], id="a folder"),
        pytest.param(["."], ".", ["a.ts", "src/b.ts", "src/deep/c.ts"], id="the root"),
        pytest.param([".."], "src", ["a.ts", "src/b.ts", "src/deep/c.ts"], id="the root, from below"),
        pytest.param(["b.ts", "../a.ts"], "src", ["a.ts", "src/b.ts"], id="paths are relative to the current folder"),
        pytest.param(["a.ts", "./a.ts", "src/../a.ts"], ".", ["a.ts"], id="a file named thrice is judged once"),
        pytest.param(["ignored.ts"], ".", ["ignored.ts"], id="an ignored file that is named"),
        pytest.param(["--", "a.ts"], ".", ["a.ts"], id="after a double dash"),
    ],
)
def test_named_and_all(populated, arguments, folder, expected) -> None:
    assert found(populated.check(*arguments, folder=folder)) == expected


def test_staged_content_is_judged_not_the_working_tree(repository) -> None:
    repository.write({"a.ts": BAD, "b.ts": GOOD, "c.ts": BAD})
    repository.git("add", "a.ts", "b.ts")
    repository.write({"a.ts": GOOD, "b.ts": BAD})
    assert found(repository.check("--staged")) == ["a.ts"]


def test_staged_after_a_commit_is_what_changed(repository) -> None:
    repository.write({"a.ts": BAD, "b.ts": BAD}).commit()
    repository.write({"b.ts": BAD + GOOD})
    repository.git("add", "-A")
    assert found(repository.check("--staged")) == ["b.ts"]


def test_a_range_is_what_the_branch_changed_since_it_left(repository) -> None:
    repository.write({"a.ts": BAD}).commit()
    repository.git("checkout", "-q", "-b", "feature")
    repository.write({"b.ts": BAD}).commit()
    repository.git("checkout", "-q", "main")
    repository.write({"c.ts": BAD}).commit()
    repository.git("checkout", "-q", "feature")
    assert found(repository.check("--from-ref", "main", "--to-ref", "feature")) == ["b.ts"]


def test_a_removed_file_is_not_judged(repository) -> None:
    repository.write({"a.ts": BAD, "b.ts": GOOD}).commit()
    repository.git("rm", "-q", "a.ts")
    assert repository.check("--staged").found == []


@pytest.mark.parametrize("name", ["with space.ts", "quote'.ts", "größe.ts", "大きさ.ts", "-dash.ts", "[brackets].ts"])
def test_any_name(repository, name) -> None:
    repository.write({name: BAD})
    assert repository.check().found == [f"{name}:1 {RULE}"]
    repository.git("add", "-A")
    assert repository.check("--staged").found == [f"{name}:1 {RULE}"]
    assert repository.check("--", name).found == [f"{name}:1 {RULE}"]


def test_a_submodule_is_not_entered(repository, make_repository, tmp_path) -> None:
    other = make_repository(tmp_path / "other").write({"x.ts": BAD}).commit()
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.root), "sub")
    assert repository.check().found == []
    assert repository.check("--staged").found == []


def test_exclude_in_the_settings(populated) -> None:
    populated.write({"bunproof.toml": 'exclude = ["src/*"]\n'})
    assert found(populated.check()) == ["a.ts"]
    assert found(populated.check("src/b.ts")) == []


def test_what_is_judged_again_may_be_gone(repository) -> None:
    """A declaration changes the verdict on files that were not selected; one that was deleted hides no other."""
    files = {
        "a.ts": 'import { SQL } from "bun"; new SQL();\n',
        "z.ts": 'import { SQL } from "bun"; new SQL();\n',
        "wrangler.toml": 'name = "w"\n',
        "z/wrangler.toml": 'nmae = "w"\n',
        "a.env": "API_TOKEN=changeme\n",
        "z.env": "API_TOKEN=changeme\n",
        "package.json": '{"engines": {"bun": "1.1.0"}}\n',
        "bunproof.toml": "",
    }
    repository.write(files).commit()
    for gone in ("a.ts", "wrangler.toml", "a.env"):
        (repository.root / gone).unlink()
    assert repository.check("package.json", "bunproof.toml").found == [
        "z.env:1 placeholder-credential",
        "z.ts:1 missing-bun-export",
        "z/wrangler.toml:1 misspelled-wrangler-key",
        "z/wrangler.toml:1 unknown-wrangler-key",
    ]
