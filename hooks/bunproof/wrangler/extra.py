"""The rules about what wrangler lets pass: which of them look at a file at all."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bunproof.check import Part
from bunproof.wrangler.facts import Facts
from bunproof.wrangler.nearby import is_for_tests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bunproof.check import Found
    from bunproof.diagnostics import Diagnostic
    from bunproof.project import Project
    from bunproof.syntax.document import Document

# A rule's module, and words of which one must be in the file: most files are spared most imports. A rule without words
# looks at every file. What needs another file than the configuration is judged in `Check.finish`.
TRIGGERS: dict[str, tuple[bytes, ...]] = {
    "swallowed_key": (),
    "malformed_compatibility_date": (b"compatibility_date",),
    "future_compatibility_date": (b"compatibility_date",),
    "unknown_compatibility_flag": (b"compatibility_flags",),
    "contradictory_compatibility_flags": (b"compatibility_flags",),
    "experimental_compatibility_flag": (b"compatibility_flags",),
    "old_nodejs_compat": (b"nodejs_compat",),
    "cron_table": (b"crons",),
    "invalid_cron": (b"crons", b"schedules"),
    "shifted_cron_weekday": (b"1-5",),
    "custom_domain_pattern": (b"custom_domain",),
    "inherited_route": (b"route",),
    "missing_assets_directory": (b"assets",),
    "unusable_assets": (b"assets",),
    "malformed_resource_id": (b"id",),
    "duplicate_binding": (b"ratelimits", b"send_email"),
    "broken_migration": (b"migrations",),
    "class_without_migration": (b"durable_objects",),
    "unexported_class": (b"class_name", b"migrations"),
    "unusable_worker_name": (b"name",),
    "worker_first_rule": (b"run_worker_first",),
    "missing_deploy_setting": (b"main",),
}
# What stops a deploy and nothing else is no more than a warning in a configuration that tests alone use.
_STOPS_DEPLOYS = frozenset({
    "missing_assets_directory", "unusable_assets", "broken_migration", "class_without_migration", "unexported_class",
})  # fmt: skip


def judge(document: Document, project: Project, today: str = "") -> Iterator[Found]:
    """Every finding of the extra rules on one configuration that could be read."""
    data = document.source.data
    facts = Facts(document, project, today)
    tests = is_for_tests(facts.path)
    if (facts.path.rpartition("/")[2]) in {"wrangler.toml", "wrangler.jsonc"}:
        from bunproof.wrangler.rules import competing_configuration

        yield Part(facts.path, competing_configuration.check, project, facts.path)
    for name, words in TRIGGERS.items():
        if not words or any(word in data for word in words):
            yield Part(facts.path, _check, name, facts, tests and name in _STOPS_DEPLOYS)


def _check(name: str, facts: Facts, lenient: bool) -> Iterable[Diagnostic]:  # noqa: FBT001 - a part's arguments have no names
    found: Iterable[Diagnostic] = import_module(f"bunproof.wrangler.rules.{name}").check(facts)
    return _as_warnings(found) if lenient else found


def _as_warnings(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    return (each._replace(severity="warning") for each in diagnostics)
