"""Files that decide verdicts on others: may one of them be broken? Asked of every such file, so it loads little.

What is broken declares nothing, and everything that it governs would be judged as if it were not there.
"""

from __future__ import annotations

from bunproof.hooks import BUN_VERSION_FILES, LOCKFILES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH_LIMIT = 1000  # as in `syntax/document.py`, which takes more to import than this may
CONFLICT = b"<<<<<<< "
MISE = ("mise.toml", ".mise.toml")
_SPACES = " \t\r\n"
_BLANKS = _SPACES.encode()
ENDING_IN_A_BRACE = frozenset({"bun.lock", "package-lock.json"})
_NAMES = frozenset({"pnpm-workspace.yaml", *LOCKFILES, *BUN_VERSION_FILES})
_WORKFLOWS = ".github/workflows/"


def may_be_broken(path: str, data: bytes) -> bool:
    """Whether a file that is told by its name may be one that decides, and cannot be parsed. It errs on yes."""
    name = path[path.rfind("/") + 1 :]
    if is_json(name):
        return not _is_strict(data)
    if path.startswith(_WORKFLOWS):
        return b"setup-bun" in data
    if name in MISE and b"bun" in data:
        return True
    if name in ENDING_IN_A_BRACE and not (data.rstrip(_BLANKS) or b"}").endswith(b"}"):
        return True
    return CONFLICT in data and (name in _NAMES or "ockerfile" in name)


def is_json(name: str) -> bool:
    """Whether a file of this name is JSON that decides."""
    return name == "package.json" or (name.startswith(("tsconfig", "jsconfig")) and name.endswith(".json"))


def _is_strict(data: bytes) -> bool:
    """Whether the bytes are JSON without comments and trailing commas; then no other reader need be asked."""
    if data.count(b"[") + data.count(b"{") > DEPTH_LIMIT:
        return False  # perhaps too deep for the others
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").strip(_SPACES)
    try:
        _, end = _scanner()(text, 0)
    except (ValueError, RecursionError, StopIteration):
        return False
    except SystemError:  # Python 3.10 misses `json` to say more
        return False
    return end == len(text)


class _Strict:
    """What the scanner asks its reader for: what JSON itself says, and no constants beside it."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int = float, int

    @staticmethod
    def parse_constant(name: str) -> None:
        """`NaN` and the like are no JSON."""
        raise ValueError(name)


def _scanner() -> Callable[[str, int], tuple[object, int]]:
    """A function that reads a value, and says where it ends. Raises ValueError or StopIteration for what is none."""
    try:
        from _json import make_scanner  # what `json` is made of, which brings `re` along

        made: Callable[[str, int], tuple[object, int]] = make_scanner(_Strict)  # type: ignore[arg-type]
    except (ImportError, AttributeError):  # another Python
        import json

        made = json.JSONDecoder(parse_constant=_Strict.parse_constant).scan_once  # type: ignore[attr-defined]
    return made
