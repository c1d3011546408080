"""Hold every generated file to its generator.

python -m bunproof_dev.check_all
"""

from __future__ import annotations

import sys

from bunproof_dev import asking_words, bun_tables, compatibility_flags, docs_blocks, docs_schema, manifest, snapshots

# Each is called with `--check` in sys.argv, and returns 0 where its files are up to date.
GENERATORS = (
    manifest.main,
    bun_tables.main,
    compatibility_flags.main,
    asking_words.main,
    snapshots.main,
    docs_schema.main,
    docs_blocks.main,
)


def main() -> int:
    """Run every generator with `--check`."""
    sys.argv = [sys.argv[0], "--check"]
    return max(generator() for generator in GENERATORS)


if __name__ == "__main__":
    sys.exit(main())
