"""Let most files of a large selection go by one pass over their bytes, for the words of all checks at once."""

from __future__ import annotations

from bunproof.spotting import searching
from bunproof.visits import FOREIGN, MARKER, may_be_foreign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from bunproof.check import Check
    from bunproof.hooks import Claims, Hook
    from bunproof.spotting import Spotted
    from bunproof.tree import Tree

    Words: TypeAlias = tuple[tuple[bytes, ...] | None, ...]  # what each of some hooks looks for
    # The hooks that must see a file, its bytes, and the words in them; None where that is still to be found out.
    Look: TypeAlias = tuple[tuple[Hook, ...], bytes, Spotted] | None


class Sieve:
    """Lets files of a working tree go that hold none of the words which the checks that claim them look for.

    `let_go` counts them.
    """

    def __init__(self, tree: Tree, claims: Claims, hooks: Iterable[Hook], check_of: Callable[[Hook], Check]) -> None:
        self.let_go = 0
        self._tree = tree
        self._claims = claims
        self._check_of = check_of
        self._known: dict[tuple[tuple[Hook, ...], Words], _Asked] = {}  # most endings are asked the same
        # By ending, as it is written: what is looked for; None where nobody claims it.
        self._asked: dict[str, _Asked | None] = {}
        for hook in hooks:
            for ending in hook.names.endings:
                self._ask(ending)

    def left(self, paths: Iterable[str]) -> Iterator[tuple[str, Look]]:
        """The files that are not let go."""
        is_special, below, beginnings = self._claims.is_special, self._claims.below, self._claims.beginnings
        asked_of, read = self._asked, self._tree.read_plain
        for path in paths:  # every file of a repository comes here: a call costs a fiftieth of all that is done for it
            name = path[path.rfind("/") + 1 :]
            if (name[:2] in beginnings and is_special(name)) or path.startswith(below):
                yield path, None
                continue
            ending = name[name.rfind(".") :]
            asked = asked_of[ending] if ending in asked_of else self._ask(ending)
            if asked is None:
                continue
            search = asked.search
            data = read(path) if search else b""
            start = data[:2]
            if not data or search is None or ((start in FOREIGN or b"\0" in start) and may_be_foreign(data)):
                yield path, None
                continue
            spotted = search(data.lower())
            if spotted:
                yield path, (asked.left(spotted), data, spotted)
            else:
                self.let_go += 1

    def _ask(self, ending: str) -> _Asked | None:
        hooks, lowered = self._claims.find(f"a{ending}")
        if not hooks:
            self._asked[ending] = None
            return None
        words = tuple([self._check_of(hook).words(lowered) for hook in hooks])
        asked = self._asked[ending] = self._known.get((hooks, words)) or _Asked(hooks, words)
        self._known[hooks, words] = asked
        return asked


class _Asked:
    """What several hooks look for in files of one ending, by `search`; None where one of them must see all of these."""

    __slots__ = ("_words_of", "search")

    def __init__(self, hooks: Sequence[Hook], words: Words) -> None:
        known = [frozenset(each) for each in words if each is not None]
        self.search = searching(frozenset({MARKER}).union(*known)) if len(known) == len(hooks) else None
        self._words_of = tuple(zip(hooks, known))  # noqa: B905 - as many, where they are asked for

    def left(self, spotted: Spotted) -> tuple[Hook, ...]:
        """The hooks that must see a file which holds these words."""
        found = spotted.words
        return tuple([hook for hook, words in self._words_of if MARKER in found or not words.isdisjoint(found)])
