"""Many words, looked for in the bytes of a file at once.

With `bunproof[fast]`, one search for all words costs as much as one for a single word (Aho-Corasick with packed comparisons,
3 GB/s). Without it, one search a word. A commit of a few files would not get back what the import takes, 2 ms.
"""

from __future__ import annotations

from bunproof.check import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from typing import TypeAlias

    Match: TypeAlias = tuple[int, int, int]  # the number of a word, and where it starts and ends
    # Takes the bytes of a file in lower case, and says which of the words they hold; None where none.
    Search: TypeAlias = "Callable[[bytes], Spotted | None]"

# What packed comparisons are quick at: words that share a length of at least so many bytes, and not too many of them.
_COMPARED, _SHORTEST, _MOST = 4, 2, 40


class Spotted:
    """Words that were looked for in a file, of which it holds at least one. `lowered` are its bytes in lower case.

    `words` are those that it holds, and perhaps some that it does not.
    """

    __slots__ = ("_groups", "lowered", "words")

    def __init__(
        self, lowered: bytes, words: AbstractSet[bytes], groups: Sequence[tuple[_Group, list[Match]]] | None = None
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
                for other in group.hidden(number):
                    yield from places(self.lowered, other, start, end + len(other) - 1)


def searching(words: Iterable[bytes]) -> Search:
    """A function that says which of these words are in the bytes that it is given, or None where none is."""
    try:
        import ahocorasick_rs
    except ImportError:  # there are no wheels of it for musl and for Windows on ARM
        return _one_by_one(frozenset(words))

    def finding(listed: list[bytes]) -> Callable[[bytes], list[Match]]:
        # Leftmost matches are those that the packed search can find; behind it, what is built soonest is as quick as any.
        automaton = ahocorasick_rs.BytesAhoCorasick(
            listed,
            matchkind=ahocorasick_rs.MatchKind.LeftmostFirst,
            implementation=ahocorasick_rs.Implementation.NoncontiguousNFA,
        )
        find: Callable[[bytes], list[Match]] = automaton.find_matches_as_indexes
        return find

    return _searching([_Group(listed, finding(listed)) for listed in _grouped(words)])


def _grouped(words: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The words in groups that are searched for together, the longest first."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    for shortest, longest in ((_COMPARED, len(listed[0])), (_SHORTEST, _COMPARED - 1), (0, _SHORTEST - 1)):
        fitting = [word for word in listed if shortest <= len(word) <= longest]
        size = -(-len(fitting) // -(-len(fitting) // _MOST)) if fitting else 1
        for start in range(0, len(fitting), size):
            yield fitting[start : start + size]


class _Group:
    """Words that are searched for together."""

    __slots__ = ("_hidden", "find", "words")

    def __init__(self, words: list[bytes], find: Callable[[bytes], list[Match]]) -> None:
        self.words = words
        self.find = find
        self._hidden: dict[int, tuple[bytes, ...]] = {}

    def hidden(self, number: int) -> tuple[bytes, ...]:
        """The other words that a match of this one may hide. Most of the words are never found: asked for when one is."""
        known = self._hidden.get(number)
        if known is None:
            word = self.words[number]
            known = tuple([other for other in self.words if other != word and _hides(word, other)])
            self._hidden[number] = known
        return known


def _searching(groups: Sequence[_Group]) -> Search:
    finds = [(group.find, group) for group in groups]

    def search(lowered: bytes) -> Spotted | None:
        found = []
        for find, group in finds:  # every file of a repository comes here
            matches = find(lowered)
            if matches:
                found.append((group, matches))
        return _spotted(lowered, found) if found else None

    return search


def _spotted(lowered: bytes, found: Sequence[tuple[_Group, list[Match]]]) -> Spotted:
    words: set[bytes] = set()
    for group, matches in found:
        for number in {match[0] for match in matches}:
            words.add(group.words[number])
            words.update(group.hidden(number))
    return Spotted(lowered, words, found)


def _hides(word: bytes, other: bytes) -> bool:
    """Whether a match of `word` can stand where `other` begins: only the first of two that share bytes is found."""
    inside = any(other.startswith(word[at:]) for at in range(1, len(word)))
    return inside or other in word


def _one_by_one(words: frozenset[bytes]) -> Search:
    def search(lowered: bytes) -> Spotted | None:
        found = frozenset([word for word in words if word in lowered])
        return Spotted(lowered, found) if found else None

    return search
