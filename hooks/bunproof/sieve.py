"""Let most files of a large selection go by one pass over their bytes, for the words of all checks at once."""

from __future__ import annotations

from bunproof.spotting import searching
from bunproof.visits import MARKER, may_be_foreign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from bunproof.check import Check
    from bunproof.hooks import Claims, Hook
    from bunproof.spotting import Spotted
    from bunproof.tree import Tree

    Claimed: TypeAlias = tuple[str, tuple[Hook, ...], str]  # as `Claims.among` tells it
    # The bytes of a file that has been looked into, and the words in them.
    Seen: TypeAlias = tuple[bytes, Spotted]

# Bytes of files that wait until others have been searched, too: a processor is quicker at one thing than at two in turn.
_HELD = 1 << 20


class Sieve:
    """Lets files of a working tree go that hold none of the words which the checks that claim them look for.

    `let_go` counts them.
    """

    def __init__(self, tree: Tree, claims: Claims, hooks: Iterable[Hook], check_of: Callable[[Hook], Check]) -> None:
        self.let_go = 0
        self._tree = tree
        self._asked: dict[str, _Asked] = {}  # by ending; without those all of whose files some check must see
        known: dict[object, _Asked] = {}  # most endings are asked the same
        for written in {ending for hook in hooks for ending in hook.names.endings}:
            claiming, ending = claims.find(f"a{written}")
            words = tuple([check_of(hook).words(ending) for hook in claiming])
            told = [frozenset(each) for each in words if each is not None]
            if len(told) == len(words):
                key = claiming, words
                known[key] = self._asked[ending] = known.get(key) or _Asked(claiming, told)

    def left(self, claimed: Iterable[Claimed]) -> Iterator[tuple[Claimed, Seen | None]]:
        """The claimed files that are not let go, each with the hooks that must see it."""
        asked_of, read = self._asked.get, self._tree.read_plain
        left: list[tuple[Claimed, Seen | None]] = []
        held = 0  # bytes
        for each in claimed:  # every file that anybody claims comes here
            path, _, ending = each
            asked = asked_of(ending)
            data = read(path) if asked else b""
            if asked is None or not data or may_be_foreign(data):
                left.append((each, None))
                continue
            spotted = asked.search(data.lower())
            if not spotted:
                self.let_go += 1
                continue
            left.append(((path, asked.left(spotted), ending), (data, spotted)))
            held += len(data)
            if held > _HELD:
                yield from left
                left.clear()
                held = 0
        yield from left


class _Asked:
    """What several hooks look for in files of one ending, by `search`."""

    __slots__ = ("_words_of", "search")

    def __init__(self, hooks: Sequence[Hook], words: Sequence[frozenset[bytes]]) -> None:
        self.search = searching(frozenset({MARKER}).union(*words))
        self._words_of = tuple(zip(hooks, words))  # noqa: B905 - as many

    def left(self, spotted: Spotted) -> tuple[Hook, ...]:
        """The hooks that must see a file which holds these words."""
        found = spotted.words
        return tuple([hook for hook, words in self._words_of if MARKER in found or not words.isdisjoint(found)])
