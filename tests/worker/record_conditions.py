"""Ask the esbuild of a wrangler, in one run, which branches of `conditions.py` it drops, and write it down.

    python tests/worker/record_conditions.py FOLDER

FOLDER holds `node_modules/esbuild` (0.28.2, which wrangler 4.164.0 brings).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from conditions import DEFINE, EXPRESSIONS, PLACES, script

RECORD = Path(__file__).with_name("recorded_conditions.json")


def main() -> None:
    esbuild = Path(sys.argv[1]).resolve() / "node_modules/esbuild/bin/esbuild"
    with tempfile.TemporaryDirectory() as folder:
        cases = [(expression, place) for expression in EXPRESSIONS for place in PLACES]
        for index, (expression, place) in enumerate(cases):
            (Path(folder) / f"m{index}.js").write_text(script(expression, place))
        names = [f"m{index}.js" for index in range(len(cases))]
        defined = [f"--define:{name}={value}" for name, value in DEFINE.items()]
        command = [esbuild, *names, "--bundle", "--outdir=out", "--format=esm", "--log-limit=0", *defined]
        said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stderr
    kept = {int(match[1]) for match in re.finditer(r"Could not resolve \"bun\"\s+m(\d+)\.js:", said)}
    table: dict[str, str] = {}
    for index, (expression, _) in enumerate(cases):
        table[expression] = table.get(expression, "") + ("k" if index in kept else "-")
    RECORD.write_text(json.dumps(table, indent=1) + "\n")
    print(len(cases), "places,", len(kept), "kept")


if __name__ == "__main__":
    main()
