"""Coverage-guided fuzzing on demand: `python tests/fuzz/run.py TARGET [-runs=N] [-max_len=N]`.

Needs `pip install atheris` (CPython 3.11 to 3.13 on Linux; it is in no lock for that reason). What it finds is
written to `crash-*` in the current folder: minimise it, put it into `corpus/TARGET/` under a telling name, fix it. The
corpus that grows while it runs stays outside of the repository (`--corpus FOLDER`, by default a temporary folder).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "hostile"), str(HERE.parent / "wrangler")]


def main(arguments: list[str]) -> None:
    """Fuzz one target."""
    import atheris

    with atheris.instrument_imports(include=["bunproof", "tomli", "json"]):
        from targets import TARGETS

    name = next((each for each in arguments if each in TARGETS), None)
    if name is None:
        sys.exit(f"usage: run.py TARGET [libFuzzer's options]\ntargets: {', '.join(TARGETS)}")
    options = [each for each in arguments if each.startswith("-")]
    folders = [each for each in arguments if each != name and not each.startswith("-")]
    growing = folders[0] if folders else tempfile.mkdtemp(prefix=f"fuzz-{name}-")
    seeds = HERE / "corpus" / name
    atheris.Setup([sys.argv[0], *options, growing, *([str(seeds)] if seeds.is_dir() else [])], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
