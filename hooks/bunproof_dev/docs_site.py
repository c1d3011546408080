"""The documentation site: docs/ and the generated pages, put together and built.

    python -m bunproof_dev.docs_site [FOLDER]

What follows from the program (rules, version tables, the changelog) is generated here, so it cannot drift. The build is
strict: a link to nothing ends it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import yaml

from bunproof.rules import rule_ids
from bunproof_dev import docs_rules, docs_versions
from bunproof_dev.generated import ROOT

CONFIG = ".mkdocs.yml"
_WORK = "build/site"


def main() -> int:
    """Build the site into the given folder, or into site/. Returns the builder's exit code."""
    target = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else os.path.join(ROOT, "site")
    work = os.path.join(ROOT, _WORK)
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(os.path.join(ROOT, "docs"), os.path.join(work, "docs"))
    for path, text in generated_pages():
        _write(os.path.join(work, "docs", path), text)
    _write(os.path.join(work, "mkdocs.yml"), yaml.safe_dump({**_config(), "site_dir": "site"}, sort_keys=False))
    done = subprocess.run([sys.executable, "-m", "zensical", "build", "--strict", "--clean"], cwd=work, check=False)
    if done.returncode == 0:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(os.path.join(work, "site"), target)
    return done.returncode


def generated_pages() -> list[tuple[str, str]]:
    """(path below docs/, Markdown) of every page that is not written by hand."""
    with open(os.path.join(ROOT, "CHANGELOG.md"), encoding="utf-8") as file:
        changelog = file.read()
    return [*docs_rules.pages(), *docs_versions.pages(), ("changelog.md", changelog)]


def _config() -> dict[str, object]:
    """The committed configuration, with the generated pages at the entries that name their folder."""
    with open(os.path.join(ROOT, CONFIG), encoding="utf-8") as file:
        config: dict[str, object] = yaml.safe_load(file)
    entries = config["nav"]
    assert isinstance(entries, list)
    config["nav"] = [_expanded(entry) for entry in entries]
    return config


def _expanded(entry: object) -> object:
    match entry:
        case {"Rules": first}:
            return {"Rules": [first, *_rules()]}
        case {"Since when?": first}:
            return {"Since when?": [first, *({title: path} for title, path in docs_versions.titles())]}
        case _:
            return entry


def _rules() -> list[dict[str, list[str]]]:
    hooks: dict[str, list[str]] = {}
    for rule_id, hook in rule_ids().items():
        hooks.setdefault(hook, []).append(f"rules/{rule_id}.md")
    return [{hook: paths} for hook, paths in hooks.items()]


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
