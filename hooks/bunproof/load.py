"""Import a module by its name. `importlib` itself brings `warnings` along, which costs a clean run two of our modules."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def load(name: str) -> ModuleType:
    """The module with this full name. Raises ImportError."""
    __import__(name)
    return sys.modules[name]
