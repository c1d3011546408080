"""A configuration that is taken apart says what the real reader reads, with all ids the same."""

from __future__ import annotations

import random

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_configurations import configuration, put_together, with_ids_alike

from bunproof.wrangler import plain_parts

PIECES = st.sampled_from([
    'name = "a"\n', "[vars]\n", "[[kv]]\n", "[env.a]\n", "[env.a.vars]\n", "[[env.a.kv]]\n", "[env.b]\n", "[env.b.x.y]\n", "[env]\n", "[[env.a]]\n", "[env.a.x]\n",
    "[x.y]\n", "[x]\n", "[[x.z]]\n", 'A = "1"\n', 'B = "2"\n', "vars = {}\n", "env = {}\n", "routes = [\n", "[1],\n", "]\n", "]", "[", "\n", " ", "# [x]\n", '"', "'", "] # c\n", "] A = 1\n",
    'id = "07e1c94ab2d85f3609c4e17b5ad2f884"\n', 'u_id = "17e1c94a-b2d8-4f36-89c4-e17b5ad2f883"\n', "i = '07e1c94ab2d85f3609c4e17b5ad2f884'\n", "[ vars ]\n", "  [vars]\n", "[vars]\r\n",
])  # fmt: skip
ID, OTHER = "07e1c94ab2d85f3609c4e17b5ad2f884", "3f7ac1d0-9e24-4b6f-a815-0c2d4e6f8a93"


@pytest.mark.parametrize(
    ("text", "workers"),
    [
        pytest.param("", {"": {"": {}}}, id="nothing"),
        pytest.param('name = "a"\n', {"": {"": {"name": "a"}}}, id="settings alone"),
        pytest.param("[vars]\nA = 1\n", {"": {"": {}, "vars": {"vars": {"A": 1}}}}, id="a table"),
        pytest.param("[[kv]]\na = 1\n[vars]\n[[kv]]\na = 2\n", {"": {"": {}, "kv": {"kv": [{"a": 1}, {"a": 2}]}, "vars": {"vars": {}}}}, id="an array with a table between"),
        pytest.param("[a.b]\n[a.c]\n", {"": {"": {}, "a": {"a": {"b": {}, "c": {}}}}}, id="tables of one key"),
        pytest.param("[env.x]\nA = 1\n[env.x.vars]\nB = 2\n", {"": {"": {}}, "x": {"": {"A": 1}, "vars": {"vars": {"B": 2}}}}, id="an environment"),
        pytest.param("[env.x.vars]\n[env.x]\nA = 1\n", {"": {"": {}}, "x": {"": {"A": 1}, "vars": {"vars": {}}}}, id="an environment after its tables"),
        pytest.param("[env.x]\n[env.y]\n", {"": {"": {}}, "x": {"": {}}, "y": {"": {}}}, id="two environments"),
    ],
)  # fmt: skip
def test_parts(text, workers) -> None:
    parts = plain_parts.read(text.encode())
    assert parts is not None
    assert {name: {key: part.table for key, part in of.items()} for name, of in parts.workers.items()} == workers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[env.x]\n[env.x]\n", id="an environment twice"),
        pytest.param("[vars]\n[vars]\n", id="a table twice"),
        pytest.param("vars = {}\n[vars]\n", id="a key that is also a table"),
        pytest.param("[env.x]\nvars = {}\n[env.x.vars]\n", id="the same in an environment"),
        pytest.param("[[env.x]]\n", id="an array of environments"),
        pytest.param("[env]\n", id="no environment"),
        pytest.param("env = {}\n", id="environments on a line"),
        pytest.param("[env.x] A = 1\n", id="a key behind a header"),
        pytest.param("[env.x] # c\nA = 1\n", id="a comment behind the header of an environment"),
        pytest.param("routes = [\n[1],\n]\n", id="an array within an array"),
        pytest.param("[a]\n  [b]\n", id="a header that is moved in"),
        pytest.param("[env.x.y", id="no end of a header"),
        pytest.param("[ vars ]\n", id="blanks in a header"),
        pytest.param('["vars"]\n', id="quotes in a header"),
        pytest.param('a = """\n[b]\n"""\n', id="a string over lines"),
    ],
)
def test_it_is_left_to_the_real_reader(text) -> None:
    assert plain_parts.read(text.encode()) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param(f'id = "{ID}"\n', [ID], id="an id"),
        pytest.param(
            f'[[kv]]\nid = "{ID}"\n[env.x]\ndatabase_id = "{OTHER}"\n', [ID, OTHER.replace("-", "")], id="ids in parts"
        ),
        pytest.param(f"id = '{ID}'\n", [], id="in other quotes it is read as any string"),
        pytest.param(f'id="{ID}"\n', [], id="and without blanks"),
        pytest.param(f'id = "{ID.upper()}"\n', [], id="in capitals"),
        pytest.param(f'id = "{ID[1:]}g"\n', [], id="another letter"),
        pytest.param(f'a_id = "{ID}"\nb_id = "{ID}"\n', [ID, ID], id="twice"),
    ],
)
def test_ids(text, ids) -> None:
    parts = plain_parts.read(text.encode())
    assert parts is not None
    assert parts.ids == ids


def agrees(text: str) -> bool:
    parts = plain_parts.read(text.encode())
    return parts is None or put_together(parts) == with_ids_alike(tomli.loads(text))


@settings(max_examples=2_000)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_is_taken_apart_the_real_reader_reads_alike(text) -> None:
    assert agrees(text)


@pytest.mark.parametrize("seed", range(20))
def test_any_configuration(seed) -> None:
    taken_apart = 0
    for number in range(20):
        text = configuration(random.Random(f"{seed} {number}"))  # noqa: S311 - cases, no keys
        assert agrees(text), text
        taken_apart += plain_parts.read(text.encode()) is not None
    assert taken_apart
