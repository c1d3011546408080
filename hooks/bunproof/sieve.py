"""Let most files of a large selection go by one pass over their bytes, for the words of all checks at once.

With `bunproof[fast]`, one search for all words costs as much as one for a single word (Aho-Corasick with packed comparisons,
3 GB/s). Without it, one search a word. A commit of a few files would not get back what the import takes, 2 ms.
"""

from __future__ import annotations

from bunproof.check import places
from bunproof.visits import MARKER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from bunproof.check import Check
    from bunproof.hooks import Hook

    Match: TypeAlias = tuple[int, int, int]  # the number of a word, and where it starts and ends
    Search: TypeAlias = "Callable[[bytes], Spotted | None]"
    Asked: TypeAlias = tuple[Search, tuple[tuple[Hook, frozenset[bytes]], ...]]

# What packed comparisons are quick at: words that share a length of at least so many bytes, and not too many of them.
_COMPARED, _SHORTEST, _MOST = 4, 2, 40


class Sieve:
    """Says which checks have nothing to say of a file, because it holds none of the words that they look for."""

    def __init__(self, check_of: Callable[[Hook], Check]) -> None:
        self._check_of = check_of
        self._asked: dict[str, Asked | None] = {}
        self._searches: dict[frozenset[bytes], Search] = {}

    def left(self, hooks: tuple[Hook, ...], ending: str, data: bytes) -> tuple[tuple[Hook, ...], Spotted | None]:
        """Those of the hooks that claim a file for its ending (empty: for its name) which must see its bytes.

        And the words that it holds; None where they were not looked for.
        """
        if not ending:
            return hooks, None
        if ending not in self._asked:
            self._asked[ending] = self._ask(hooks, ending)
        asked = self._asked[ending]
        if asked is None:
            return hooks, None
        search, words_of = asked
        spotted = search(data.lower())
        if spotted is None:
            return (), None
        if MARKER in spotted.words:
            return hooks, spotted
        return tuple([hook for hook, words in words_of if not words.isdisjoint(spotted.words)]), spotted

    def _ask(self, hooks: Sequence[Hook], ending: str) -> Asked | None:
        words_of = []
        for hook in hooks:
            words = self._check_of(hook).words(ending)
            if words is None:
                return None
            words_of.append((hook, frozenset(words)))
        together = frozenset({MARKER}).union(*(words for _, words in words_of))
        if together not in self._searches:
            self._searches[together] = searching(together)
        return self._searches[together], tuple(words_of)


class Spotted:
    """Words that were looked for in a file, of which it holds at least one. `lowered` are its bytes in lower case.

    `words` are those that it holds, and perhaps some that it does not.
    """

    __slots__ = ("_groups", "lowered", "words")

    def __init__(
        self, lowered: bytes, words: frozenset[bytes], groups: Sequence[tuple[_Group, list[Match]]] | None = None
    ) -> None:
        self.lowered = lowered
        self.words = words
        self._groups = groups

    def places(self) -> Iterator[tuple[int, bytes]]:
        """Every offset at which one of the words begins, with the word; in no order."""
        if self._groups is None:
            for word in self.words:
                yield from places(self.lowered, word)
            return
        for group, matches in self._groups:
            for number, start, end in matches:
                yield start, group.words[number]
                for other in group.hidden[number]:
                    yield from places(self.lowered, other, start, end + len(other) - 1)


def searching(words: Iterable[bytes]) -> Search:
    """A function that says which of these words are in the bytes that it is given, or None where none is."""
    try:
        import ahocorasick_rs
    except ImportError:  # there are no wheels of it for musl and for Windows on ARM
        return _one_by_one(frozenset(words))

    def finding(listed: list[bytes]) -> Callable[[bytes], list[Match]]:
        # Leftmost matches are those that the packed search can find.
        automaton = ahocorasick_rs.BytesAhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.LeftmostFirst)
        find: Callable[[bytes], list[Match]] = automaton.find_matches_as_indexes
        return find

    groups = [_Group(listed, finding(listed)) for listed in _grouped(words)]
    return lambda lowered: _search(groups, lowered)


def _grouped(words: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The words in groups that are searched for together, the longest first."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    for shortest, longest in ((_COMPARED, len(listed[0])), (_SHORTEST, _COMPARED - 1), (0, _SHORTEST - 1)):
        fitting = [word for word in listed if shortest <= len(word) <= longest]
        size = -(-len(fitting) // -(-len(fitting) // _MOST)) if fitting else 1
        for start in range(0, len(fitting), size):
            yield fitting[start : start + size]


class _Group:
    """Words that are searched for together. A match of one (in `hidden`, by number) stands for the others that it hides."""

    __slots__ = ("find", "hidden", "meant", "words")

    def __init__(self, words: list[bytes], find: Callable[[bytes], list[Match]]) -> None:
        self.words = words
        self.find = find
        self.hidden = [tuple(other for other in words if other != word and _hides(word, other)) for word in words]
        self.meant = [frozenset((word, *hidden)) for word, hidden in zip(words, self.hidden)]  # noqa: B905 - as many


def _search(groups: Sequence[_Group], lowered: bytes) -> Spotted | None:
    found = [(group, matches) for group in groups if (matches := group.find(lowered))]
    if not found:
        return None
    meant = [group.meant[number] for group, matches in found for number in {match[0] for match in matches}]
    return Spotted(lowered, frozenset[bytes]().union(*meant), found)


def _hides(word: bytes, other: bytes) -> bool:
    """Whether a match of `word` can stand where `other` begins: only the first of two that share bytes is found."""
    inside = any(other.startswith(word[at:]) for at in range(1, len(word)))
    return inside or other in word


def _one_by_one(words: frozenset[bytes]) -> Search:
    def search(lowered: bytes) -> Spotted | None:
        found = frozenset([word for word in words if word in lowered])
        return Spotted(lowered, found) if found else None

    return search
