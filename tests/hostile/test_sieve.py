"""What a large selection lets go unread is what would have had no finding."""

from __future__ import annotations

import builtins

import pytest
from examples import examples
from hypothesis import example, given
from hypothesis import strategies as st
from memory import MemoryTree
from strategies import trees
from whole import verdict

from bunproof.credentials import gate
from bunproof.judgement import Judgement
from bunproof.project import Project
from bunproof.select import Selection
from bunproof.settings import Settings
from bunproof.sieve import Sieve
from bunproof.spotting import searching

WORDS = (
    b"bun",
    b"bunproof: ignore",
    b"secret",
    b"token",
    b"pass",
    b"paste",
    b"ass",
    b"\xd1\x82\xd0\xbe\xd0\xba\xd0\xb5\xd0\xbd",
    b"://",
    b"<",
    *(b"word%d" % number for number in range(90)),  # more than are searched for at once
)


def visited(files: dict[str, bytes], *, sieved: bool) -> tuple[object, ...]:
    """What visits of these files bring, and how many of them were let go."""
    tree = MemoryTree(files)
    selection = Selection(tree.files(), everything=True)
    judgement = Judgement(Project(tree, Settings()), selection)
    if sieved:
        judgement.visits.expect_many()
    judgement.visits.visit(selection.paths)
    found, marked, noted, _ = judgement.seen()
    return sorted(verdict(found)), marked, noted


@pytest.mark.parametrize("each", [pytest.param(each, id=each.id) for each in examples()])
def test_examples_of_the_rules(each) -> None:
    files = {path: text.encode() for path, text in each.files.items()}
    assert visited(files, sieved=True) == visited(files, sieved=False)


@given(trees())
def test_any_repository(files) -> None:
    assert visited(files, sieved=True) == visited(files, sieved=False)


@pytest.mark.parametrize(
    ("path", "text", "left"),
    [
        pytest.param("src/a.ts", "export const answer = 42;", "", id="a script without a word"),
        pytest.param("src/a.ts", "import { file } from 'BUN';", "bun-imports", id="a word in any case"),
        pytest.param("src/a.ts", "// bunproof: ignore", "bun-imports placeholder-credentials", id="a suppression"),
        pytest.param("src/a.ts", "const accessTOKEN = 1;", "placeholder-credentials", id="a credential's name"),
        pytest.param("src/a.ts", "const bunToken = 1;", "bun-imports placeholder-credentials", id="words of both"),
        pytest.param("src/a.ts", "const jwt = 1;", "", id="what only data is asked for"),
        pytest.param("a.json", '{"jwt": 1}', "placeholder-credentials", id="data"),
        pytest.param("a.json", '{"a": 1}', "", id="data without a word"),
        pytest.param("run.sh", "echo", "placeholder-credentials", id="a file that is always read"),
        pytest.param("package.json", "{}", "bun-imports placeholder-credentials wrangler-config ci-workflow", id="a file that is claimed for its name"),
    ],
)  # fmt: skip
def test_who_must_see_it(path, text, left) -> None:
    judgement = Judgement(Project(MemoryTree({path: text.encode()}), Settings()), Selection([path]))
    visits = judgement.visits
    sieve = Sieve(judgement.project.tree, visits.claims, judgement.hooks, judgement.check)
    seen = [hook.id for (_, hooks, _), _ in sieve.left(visits.claimed([path])) for hook in hooks]
    assert " ".join(seen) == left
    assert sieve.let_go == (not seen)


def without_extra(monkeypatch) -> None:
    load = builtins.__import__

    def refuse(name, *more):
        if name == "ahocorasick_rs":
            raise ImportError(name)
        return load(name, *more)

    monkeypatch.setattr(builtins, "__import__", refuse)


def searched(words, data, *, extra):
    with pytest.MonkeyPatch.context() as patch:
        if not extra:
            without_extra(patch)
        return searching(words)(data)


SEARCHES = pytest.mark.parametrize("extra", [True, False], ids=["bunproof[fast]", "bunproof"])


@SEARCHES
@given(
    st.lists(
        st.sampled_from([*WORDS, b"bu", b"n", b"\0", b"\xff", b"tok", b"en", b"secre", b"pas", b"s", b"te", b"<"])
    ).map(b"".join)
)
@example(b"")
@example(b"passsecretoken")
def test_both_searches_are_the_plain_one(extra, data) -> None:
    spotted = searched(WORDS, data, extra=extra)
    held = {(at, word) for word in WORDS for at in range(len(data)) if data.startswith(word, at)}
    assert (spotted is not None) == bool(held)
    if spotted:
        assert {word for _, word in held} <= spotted.words
        assert set(spotted.places()) == held


@SEARCHES
@pytest.mark.parametrize("path", ["src/a.ts", "a.json"])
def test_every_word_of_a_check_is_found(extra, path) -> None:
    words = gate.words_of(path)
    for word in words:
        assert (1, word) in searched(words, b"-" + word + b"-", extra=extra).places(), word
