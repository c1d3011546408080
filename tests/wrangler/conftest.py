"""Judging one configuration by the rules on what wrangler lets pass, without the rest of a run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

from bunproof.diagnostics import Diagnostic
from bunproof.project import Project
from bunproof.settings import Settings
from bunproof.source import Source
from bunproof.tree import Tree
from bunproof.wrangler import extra
from bunproof.wrangler.facts import Facts
from bunproof.wrangler.read import read


class Judged(NamedTuple):
    """The findings on one configuration."""

    source: Source
    diagnostics: list[Diagnostic]

    @property
    def found(self) -> list[str]:
        """`line rule`, then the marked text."""
        return [
            f"{each.location.start.line} {each.rule.id}: {self.source.text[each.location.span.start : each.location.span.end]}"
            for each in self.diagnostics
        ]

    @property
    def fixed(self) -> str:
        """The text after the first fix."""
        text = self.source.text
        fix = next(each.fix for each in self.diagnostics if each.fix)
        for edit in sorted(fix.edits, key=lambda each: each.start, reverse=True):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text


@pytest.fixture
def judge(tmp_path: Path) -> Callable[..., Judged]:
    def run(
        text: str,
        name: str = "wrangler.toml",
        files: dict[str, str] | None = None,
        only: str = "",
        today: str = "2026-11-24",
    ) -> Judged:
        for path, content in {name: text, **(files or {})}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(content)
        document = read(Source(name, text.encode()))
        assert document.problem is None
        if only in {
            "",
            "missing-assets-directory",
            "missing-deploy-setting",
            "unexported-class",
        }:  # what asks git for files
            subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        facts = Facts(document, Project(Tree(str(tmp_path)), Settings()), today)
        modules = extra.TRIGGERS if not only else (only.replace("-", "_"),)
        found = [each for name in modules for each in import_module(f"bunproof.wrangler.rules.{name}").check(facts)]
        return Judged(document.source, sorted(found, key=lambda each: each.sort_key))

    return run
