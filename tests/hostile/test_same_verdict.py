"""The verdict moves only as it should: what is equal to a user must be equal to bunproof. Over all rules' own examples."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest
import tomli
import tomlkit
from strategies import repositories
from whole import outcome_of, verdict

SCRIPTS = (".ts", ".tsx", ".js", ".mts", ".cts", ".mjs", ".cjs", ".jsx")
CASES = [pytest.param(each, id=f"{number} {min(each)}") for number, each in enumerate(repositories()) if each]


def places(files, paths=None) -> Counter[tuple[str, int, int, str]]:
    """Where each rule finds something."""
    return Counter(each[:4] for each in verdict(outcome_of(files, paths).diagnostics))


@pytest.mark.parametrize("files", CASES)
def test_however_the_files_are_split_and_ordered(files) -> None:
    together = set(verdict(outcome_of(files, files).diagnostics))
    apart = {each for path in reversed(files) for each in verdict(outcome_of(files, [path]).diagnostics)}
    assert apart == together


@pytest.mark.parametrize("files", CASES)
def test_all_files_are_every_file(files) -> None:
    """What a run over everything finds, a run over every file by name finds too, but for what takes a whole repository."""
    everything = set(verdict(outcome_of(files).diagnostics))
    named = set(verdict(outcome_of(files, files).diagnostics))
    assert named <= everything


@pytest.mark.parametrize("files", CASES)
def test_line_endings(files) -> None:
    assert places({path: text.replace(b"\n", b"\r\n") for path, text in files.items()}) == places(files)


@pytest.mark.parametrize("files", CASES)
def test_byte_order_mark(files) -> None:
    marked = {
        path: b"\xef\xbb\xbf" + text if path.endswith((*SCRIPTS, ".toml", ".json", ".jsonc")) else text
        for path, text in files.items()
    }
    assert places(marked) == places(files)


@pytest.mark.parametrize("files", CASES)
def test_lines_above_and_blanks_before(files) -> None:
    moved = {
        path: b"\n\n" + text.replace(b"\n", b"\n  ") if path.endswith(SCRIPTS) else text for path, text in files.items()
    }
    expected = Counter()
    for (path, line, column, rule), count in places(files).items():
        if path.endswith(SCRIPTS):
            expected[path, line + 2, column + (2 if line > 1 else 0), rule] += count
        else:
            expected[path, line, column, rule] += count
    assert places(moved) == expected


@pytest.mark.parametrize(
    "files", [each for each in CASES if any(path.endswith((*SCRIPTS, ".toml")) for path in each.values[0])]
)
def test_a_comment_is_silent(files) -> None:
    """All of a script commented out, line by line: nothing is left to say about it."""
    silent = {
        path: b"".join(b"// " + line + b"\n" for line in text.splitlines()) if path.endswith(SCRIPTS) else text
        for path, text in files.items()
    }
    found = [each for each in verdict(outcome_of(silent).diagnostics) if each[0].endswith(SCRIPTS)]
    assert [each[3] for each in found if each[3] not in {"unused-suppression", "malformed-suppression"}] == []


# What only one of the two languages can say, or says elsewhere.
ONE_LANGUAGE = {
    "competing-configuration",
    "cron-table",
    "swallowed-key",
    "unparsable-wrangler-config",
    "duplicate-json-key",
    "shadowed-wrangler-config",
    "missing-workflow",
}


def as_json(files):
    """The same repository with its TOML configuration in JSON; None where there is none to convert."""
    converted = {}
    for path, text in files.items():
        name = path.rpartition("/")[2]
        if name.startswith("wrangler") and name.endswith(".toml"):
            try:
                data = json.dumps(tomli.loads(text.decode()), indent=2)
            except (tomli.TOMLDecodeError, TypeError):
                return None
            converted[path.removesuffix(".toml") + ".jsonc"] = data.encode()
        else:
            converted[path] = text
    return converted if converted.keys() != files.keys() else None


def as_toml(files):
    """And back."""
    converted = {}
    for path, text in files.items():
        if path.endswith("wrangler.jsonc"):
            converted[path.removesuffix(".jsonc") + ".toml"] = tomlkit.dumps(json.loads(text)).encode()
        else:
            converted[path] = text
    return converted


def offences(files) -> Counter[str]:
    """The rules, without places and without what only one language has."""
    found = verdict(outcome_of(files).diagnostics)
    if any(each[3] in ONE_LANGUAGE - {"missing-workflow"} for each in found):
        pytest.skip("about the language itself")
    return Counter(each[3] for each in found if each[3] not in ONE_LANGUAGE)


@pytest.mark.parametrize("files", [each for each in CASES if as_json(each.values[0])])
def test_toml_and_json(files) -> None:
    converted = as_json(files)
    assert offences(converted) == offences(files)
    assert offences(as_toml(converted)) == offences(files)


@pytest.mark.parametrize("files", [each for each in CASES if any(b"src/" in text for text in each.values[0].values())])
def test_a_folder_of_another_name(files) -> None:
    moved = {path.replace("src/", "library/"): text.replace(b"src/", b"library/") for path, text in files.items()}
    rules = Counter(each[3] for each in verdict(outcome_of(files).diagnostics))
    assert Counter(each[3] for each in verdict(outcome_of(moved).diagnostics)) == rules


INCIDENT = {
    "package.json": '{"engines": {"bun": ">=1.1.0"}, "devDependencies": {"wrangler": "^4.1.0"}}\n',
    "app/wrangler.toml": 'name = "w"\nmain = "src/worker.ts"\n\n[vars]\nBOT_TOKEN = "your-telegram-bot-token"\n\n[[triggers.crons]]\ncron = "0 0 * * *"\n',
    "app/src/worker.ts": 'import { SQL } from "bun";\nimport "./gone";\nexport default { fetch: () => new SQL() };\n',
    "app/src/a.tsx": "const ünï = 1;\nimport { S3Client } from 'bun'; new S3Client();\n",
    "app/.env": "PASSWORD=change-in-production\n",
    ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: oven-sh/setup-bun@v2\n        with:\n          bun-version: 1.2.21\n",
}  # fmt: skip


def test_wherever_and_however_it_is_called(repository) -> None:
    repository.git("commit", "-q", "--allow-empty", "-m", "none")
    repository.write(INCIDENT).git("add", "-A")
    expected = repository.check().found
    assert len(expected) > 5
    assert repository.check("--all-files", folder="app/src").found == expected
    assert repository.check("--staged", folder="app").found == expected
    assert repository.check("..", folder="app").found == expected
    repository.commit()
    assert repository.check("--from-ref", "HEAD^1").found == expected
    assert repository.check(*INCIDENT).found == expected
    repository.write(dict.fromkeys(INCIDENT, "")).git("add", "-A")
    repository.write(INCIDENT)
    assert repository.check("--staged").found != expected
    assert repository.check().found == expected


@pytest.mark.skipif(
    "BUNPROOF_PYTHONS" not in os.environ, reason="on demand: interpreters that hold our dependencies, with colons"
)
def test_on_every_python(repository) -> None:
    repository.write(INCIDENT).write(
        {
            f"pages/{number}/{name}": text.decode()
            for number, each in enumerate(repositories())
            for name, text in each.items()
        }
    ).commit()
    expected = repository.check().out
    source = os.path.dirname(os.path.dirname(sys.modules["bunproof"].__file__ or ""))
    for python in os.environ["BUNPROOF_PYTHONS"].split(":"):
        done = subprocess.run(
            [python, "-m", "bunproof", "check", "--format", "json"],
            cwd=repository.root,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": source},
        )
        assert done.stdout.decode() == expected, python
