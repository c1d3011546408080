"""Regular expressions that are compiled when they are first used.

Compiling those of one family takes longer than Python takes to start, and most files need a few of them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from typing import Any, AnyStr

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


def expression(pattern: AnyStr) -> re.Pattern[AnyStr]:
    """The expression of a pattern, which sets its flags itself (`(?s)`). It does what `re.compile` would give."""
    return Expression(pattern)  # type: ignore[return-value]


class Expression:
    """Stands for `re.Pattern` and has those of its methods that we use: after the first use of any, its very own."""

    __slots__ = ("pattern", *_METHODS)

    def __init__(self, pattern: str | bytes) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in _METHODS:
            raise AttributeError(name)
        import re

        compiled = re.compile(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        found: Callable[..., Any] = getattr(compiled, name)
        return found
