"""Let most files of a large selection go by one pass over their bytes, for the words of all checks at once.

With `bunproof[fast]`, one search for all words costs half of one for a single word (Aho-Corasick with packed comparisons,
2 GB/s). Without it, one search a word. A commit of a few files would not get back what the import takes, 2 ms.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bunproof.check import Check
    from bunproof.hooks import Hook

    Search = Callable[[bytes], frozenset[bytes]]
    Asked = tuple[Search, tuple[tuple[Hook, frozenset[bytes]], ...]]

_MARKER = b"bunproof: ignore"


class Sieve:
    """Says which checks have nothing to say of a file, because it holds none of the words that they look for."""

    def __init__(self, check_of: Callable[[Hook], Check]) -> None:
        self._check_of = check_of
        self._asked: dict[str, Asked | None] = {}
        self._searches: dict[frozenset[bytes], Search] = {}

    def left(
        self, hooks: tuple[Hook, ...], ending: str, data: bytes
    ) -> tuple[tuple[Hook, ...], frozenset[bytes] | None]:
        """Those of the hooks that claim a file for its ending (empty: for its name) which must see its bytes.

        And the words that it may hold; None where they were not looked for.
        """
        if not ending:
            return hooks, None
        if ending not in self._asked:
            self._asked[ending] = self._ask(hooks, ending)
        asked = self._asked[ending]
        if asked is None:
            return hooks, None
        search, words_of = asked
        found = search(data.lower())
        if not found or _MARKER in found:
            return (hooks if found else ()), found
        return tuple([hook for hook, words in words_of if not words.isdisjoint(found)]), found

    def _ask(self, hooks: Sequence[Hook], ending: str) -> Asked | None:
        words_of = []
        for hook in hooks:
            words = self._check_of(hook).words(ending)
            if words is None:
                return None
            words_of.append((hook, frozenset(words)))
        together = frozenset({_MARKER}).union(*(words for _, words in words_of))
        if together not in self._searches:
            self._searches[together] = searching(together)
        return self._searches[together], tuple(words_of)


def searching(words: Iterable[bytes]) -> Search:
    """A function that says which of these words are in the bytes that it is given."""
    try:
        import ahocorasick_rs
    except ImportError:  # there are no wheels of it for musl and for Windows on ARM
        return _one_by_one(frozenset(words))
    # Leftmost matches are those that the packed search can find. One of them can hide others, which begin within it.
    listed = sorted(words, key=len, reverse=True)
    find = ahocorasick_rs.BytesAhoCorasick(
        listed, matchkind=ahocorasick_rs.MatchKind.LeftmostFirst
    ).find_matches_as_indexes
    meant: dict[int, frozenset[bytes]] = {}
    nothing: frozenset[bytes] = frozenset()

    def search(data: bytes) -> frozenset[bytes]:
        found = find(data)
        if not found:
            return nothing
        numbers = {match[0] for match in found}
        for number in numbers - meant.keys():
            meant[number] = frozenset(other for other in listed if _hides(listed[number], other))
        return nothing.union(*[meant[number] for number in numbers])

    return search


def _hides(word: bytes, other: bytes) -> bool:
    """Whether a match of `word` stands for one of `other`: it is the same, or can begin before the end of `word`."""
    inside = any(other.startswith(word[at:]) for at in range(1, len(word)))
    return inside or other in word


def _one_by_one(words: frozenset[bytes]) -> Search:
    return lambda data: frozenset(word for word in words if word in data)
