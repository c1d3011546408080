"""`credentials/vocabulary/asking.py`, the words of all languages that ask for something, where one import tells them.

python -m bunproof_dev.asking_words [--check]
"""

from __future__ import annotations

import sys
import textwrap

from bunproof.credentials.vocabulary import english, germanic, romance, slavic, turkic_and_more
from bunproof_dev.generated import deliver

PATH = "hooks/bunproof/credentials/vocabulary/asking.py"
_FAMILIES = (romance, germanic, slavic, turkic_and_more)
_WIDTH = 112
_HEAD = '''"""The words of all languages here that may ask for something, in one module: what a plain name holds none of.

Written by `python -m bunproof_dev.asking_words` from its neighbours.
"""

from __future__ import annotations

'''


def main() -> int:
    """Write or check the module."""
    words = {"here", "sk", "rk", "pk"}.union(english.ADDRESSED, english.STAND_INS, english.ORDERS)
    for family in _FAMILIES:
        words.update(*family.ASKING.values(), *family.NOUNS.values())
    pairs = sorted(f"{one}-{other}" for one, other in english.ASKING_PAIRS)
    text = _HEAD + _listed("WORDS", sorted(words)) + _listed("PAIRS", pairs)
    return deliver(PATH, text, check="--check" in sys.argv[1:])


def _listed(name: str, words: list[str]) -> str:
    lines = textwrap.wrap(" ".join(words), _WIDTH, break_on_hyphens=False, break_long_words=False)
    return "\n".join([f'_{name} = """', *lines, '"""', f"{name} = frozenset(_{name}.split())", ""])


if __name__ == "__main__":
    sys.exit(main())
