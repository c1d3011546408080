"""Large and hostile files: what doubles in size may double in time, no more."""

from __future__ import annotations

import time

import pytest

from bunproof.check import all_of
from bunproof.credentials.hook import Check
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.tree import Tree

_ROOM = 12  # a shared machine stutters; a quadratic reader would need 64 times as long for 8 times the text


def _seconds(folder, path, text):
    check = Check(Project(Tree(str(folder)), Settings()))
    start = time.process_time()
    for _ in all_of(check.visit(path, text.encode())):
        pass
    return time.process_time() - start


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        pytest.param("src/app.js", 'a={key:"x",token:b,secret:c};', id="minified"),
        pytest.param("src/app.js", '"apiKey":"abcdefgh",', id="minified-strings"),
        pytest.param("src/app.js", "token=token=", id="words-without-strings"),
        pytest.param("src/app.js", 'password="', id="quotes-that-never-close"),
        pytest.param("src/app.js", "://a:", id="addresses"),
        pytest.param(".env.production", "API_TOKEN=", id="one-line-of-names"),
        pytest.param(".env.production", "VAR=value\n", id="lines"),
        pytest.param(".env.production", 'A="\n', id="open-quotes"),
        pytest.param(".env.production", "=" * 9 + " ", id="signs"),
        pytest.param("compose.yaml", "a: ${A:-", id="open-defaults"),
        pytest.param("compose.yaml", "- - - ", id="dashes"),
        pytest.param("config.json", '"token": ', id="members-without-values"),
        pytest.param("deploy.sh", "TOKEN=x ", id="assignments"),
        pytest.param("app.ini", "token = ", id="pairs"),
        pytest.param("web.config", "<a>", id="elements"),
    ],
)
def test_time_grows_with_the_size(tmp_path, path, unit):
    small, large = 4_000, 32_000
    _seconds(tmp_path, path, unit * 10)  # what is imported and compiled once
    one = min(_seconds(tmp_path, path, unit * (small // len(unit))) for _ in range(3))
    eight = min(_seconds(tmp_path, path, unit * (large // len(unit))) for _ in range(2))
    assert eight < max(8 * _ROOM / 4 * one, 0.05)
