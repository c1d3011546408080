"""What is found harmless at a glance is so at a second look."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from memory import MemoryTree

from bunproof.bun import contradictions, plain_declarations
from bunproof.check import all_of
from bunproof.project import Project
from bunproof.settings import Settings


def project(files: dict[str, bytes]) -> Project:
    return Project(MemoryTree(files), Settings())


def said(files: dict[str, bytes]) -> list[str]:
    return [each.message for each in all_of(contradictions.judge(project(files)))]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"package.json": '{"name": "shop"}'}, id="no version"),
        pytest.param({"package.json": '{"packageManager": "bun@1.2.21"}'}, id="one"),
        pytest.param({"package.json": '{"packageManager" : "bun@1.2.21", "scripts": {"test": "bun test"}}'}, id="scripts"),
        pytest.param({"package.json": '{"devDependencies": {"@types/bun": "latest"}}'}, id="types"),
        pytest.param({"a/package.json": '{"packageManager": "bun@1.0.0"}', "b/package.json": '{"packageManager": "bun@1.2.0"}'}, id="two packages"),
        pytest.param({"bun.lock": '"bun-types": ["bun-types@1.2.21"]'}, id="a lockfile"),
        pytest.param({"package.json": '{"engines": {"bun": ">=1.1.0"}}'}, id="engines"),
        pytest.param({"package.json": '{"engines": {"bun": ">=1.1.0"}, "packageManager": "bun@1.2.21"}', "a/package.json": '{"engines": {"bun": ">=1.2.0"}}'}, id="engines that agree"),
        pytest.param({"package.json": '{"packageManager": "bun@1.2.21"}', ".bun-version": "1.2.21\n", ".tool-versions": "bun 1.2.21\n"}, id="the same everywhere"),
        pytest.param({".github/workflows/ci.yml": "uses: oven-sh/setup-bun@v2"}, id="a workflow without a version"),
        pytest.param({".bun-version": "1.2.21", ".github/workflows/ci.yml": "bun-version-file: .bun-version\nbun-version: '1.2.21' # pinned\nbun-version: latest\n"}, id="inputs of workflows"),
        pytest.param({".github/workflows/ci.yml": "on: push", "Dockerfile": "FROM node:22", ".tool-versions": "node 22"}, id="other runtimes"),
    ],
)  # fmt: skip
def test_harmless(files) -> None:
    contents = {path: text.encode() for path, text in files.items()}
    assert plain_declarations.are_harmless(project(contents))
    assert said(contents) == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"package.json": '{"packageManager": "bun@99.0.0"}'}, id="a version to come"),
        pytest.param({"package.json": '{"packageManager": "bun@1.2"}'}, id="a part of a version"),
        pytest.param({"package.json": '{"packageManager": "bun@1.2.0", "packageManager": "bun@1.2.1"}'}, id="twice"),
        pytest.param({"package.json": '{"x": "bun@1.2.0"}'}, id="under another key"),
        pytest.param({"package.json": '{"engines": {"bun": "^1.1.0"}}'}, id="a range of engines"),
        pytest.param(
            {"package.json": '{"engines": {"bun": ">=1.1.0"}, "engines": {"bun": ">=1.2.0"}}'}, id="engines twice"
        ),
        pytest.param(
            {"package.json": '{"engines": {"bun": ">=1.2.0"}, "packageManager": "bun@1.1.0"}'},
            id="engines that ask for more",
        ),
        pytest.param({"package.json": '{"packageManager": "bun@1.2.21"}', ".bun-version": "1.2.0"}, id="two versions"),
        pytest.param(
            {"package.json": '{"packageManager": "bun@1.2.21"}', ".github/workflows/ci.yml": "bun-version: 1.2.0"},
            id="a workflow with another",
        ),
        pytest.param({".bun-version": "1.2"}, id="a version file without an exact one"),
        pytest.param({".tool-versions": "bun 1.2.0 1.1.0"}, id="a tool with two versions"),
        pytest.param({".github/workflows/ci.yml": "bun-version: ${{ matrix.bun }}"}, id="a matrix"),
        pytest.param({".github/workflows/ci.yml": "bun-version-file: apps/web/package.json"}, id="a file elsewhere"),
        pytest.param({".github/workflows/ci.yml": "image: oven/bun:1"}, id="a container"),
        pytest.param({"mise.toml": '[tools]\nbun = "1"'}, id="mise"),
        pytest.param({"Dockerfile": "FROM oven/bun:1"}, id="a Dockerfile"),
        pytest.param({"bun.lock": '"bun-types@latest"'}, id="a lockfile without a version"),
        pytest.param({"package.json": None}, id="a file that cannot be read"),
    ],
)
def test_doubtful(files) -> None:
    contents = {path: text and text.encode() for path, text in files.items()}
    assert not plain_declarations.are_harmless(project(contents))


@pytest.mark.parametrize("each", [pytest.param(each, id=each.id) for each in examples()])
def test_examples_of_the_rules(each) -> None:
    contents = {path: text.encode() for path, text in each.files.items()}
    assert not plain_declarations.are_harmless(project(contents)) or said(contents) == []


PIECES = st.sampled_from([
    b"{", b"}", b'"packageManager"', b'"engines"', b'"bun"', b'"bun@1.2.0"', b'"bun@9.0.0"', b'"@types/bun"', b'"1.2.0"', b'"99"', b":", b",", b" ", b"\n",
    b'">=1.1.0"', b"jobs:\n  a:\n    steps:\n", b"    - uses: oven-sh/setup-bun@v2\n      with:\n", b"        bun-version: 1.2.0\n", b"        bun-version: '1.1.0' # x\n",
    b"        bun-version-file: package.json\n", b"        bun-version: latest\n", b"        bun-version: 1.x\n", b"bun 1.2.0\n", b'"engines": {"bun": ">=1.2.0"}',
    b'{"packageManager": "bun@1.2.0"}', b'"devEngines"', b'"runtime"', b'"name"', b'"version"', b'"dependencies"', b"bun-types@", b"1.2.0", b"latest", b"bun 1.1.0", b"oven/bun:1.0",
])  # fmt: skip
NAMES = [
    "package.json",
    "a/package.json",
    "bun.lock",
    ".bun-version",
    ".tool-versions",
    "mise.toml",
    "Dockerfile",
    ".github/workflows/a.yml",
]


@settings(max_examples=1000)
@given(st.dictionaries(st.sampled_from(NAMES), st.lists(PIECES, max_size=12).map(b"".join), max_size=3))
def test_anything(files) -> None:
    assert not plain_declarations.are_harmless(project(files)) or said(files) == []
