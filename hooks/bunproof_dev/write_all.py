"""Write every generated file anew.

python -m bunproof_dev.write_all
"""

from __future__ import annotations

import sys

from bunproof_dev.check_all import GENERATORS


def main() -> int:
    """Run every generator."""
    sys.argv = sys.argv[:1]
    return max(generator() for generator in GENERATORS)


if __name__ == "__main__":
    sys.exit(main())
