"""What a rule is, and the list of all of them.

A rule is one file: its docstring is its documentation page and its test, then `RULE`, then `check()`. The file's name
is the rule's id with underscores, so that ids are known without importing anything. To add one, write the file and add
its name to the tuple of its hook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Mirrors, Severity

# hook id -> (the package its rules live in, the rules' modules)
RULES: dict[str, tuple[str, tuple[str, ...]]] = {
    "bun-imports": (
        "bunproof.bun.rules",
        (
            "missing_bun_export",
            "unlinkable_bun_export",
            "type_re_export",
            "type_of_missing_export",
            "missing_bun_module",
            "undocumented_node_alias",
            "unreadable_import",
            "contradictory_bun_versions",
            "bun_newer_than_tables",
            "unknown_bun_version",
            "bun_module_in_worker",
            "missing_worker_import",
            "ignored_worker_import",
            "unavailable_node_module",
        ),
    ),
    "placeholder-credentials": (
        "bunproof.credentials.rules",
        (
            "placeholder_credential",
            "placeholder_resource_id",
            "plain_text_secret",
            "empty_credential_in_vars",
            "secret_in_vars_and_required",
            "malformed_baseline",
            "tracked_secrets_file",
        ),
    ),
    "wrangler-config": (
        "bunproof.wrangler.rules",
        (
            "unparsable_wrangler_config",
            "duplicate_json_key",
            "unknown_wrangler_key",
            "misspelled_wrangler_key",
            "invalid_wrangler_value",
            "missing_wrangler_key",
            "conflicting_wrangler_keys",
            "removed_wrangler_key",
            "deprecated_wrangler_key",
            "duplicate_wrangler_name",
            "uninherited_wrangler_key",
            "inherited_custom_domain",
            "unmigrated_durable_object",
            "unsupported_pages_key",
            "wrangler_crash",
            "swallowed_key",
            "malformed_compatibility_date",
            "future_compatibility_date",
            "unknown_compatibility_flag",
            "contradictory_compatibility_flags",
            "experimental_compatibility_flag",
            "old_nodejs_compat",
            "cron_table",
            "invalid_cron",
            "shifted_cron_weekday",
            "custom_domain_pattern",
            "inherited_route",
            "missing_assets_directory",
            "unusable_assets",
            "malformed_resource_id",
            "duplicate_binding",
            "broken_migration",
            "class_without_migration",
            "unexported_class",
            "unusable_worker_name",
            "worker_first_rule",
            "missing_deploy_setting",
            "competing_configuration",
            "wrangler_newer_than_tables",
        ),
    ),
    "ci-workflow": (
        "bunproof.workflow.rules",
        ("missing_workflow", "foreign_workflow", "edited_workflow", "drifted_workflow"),
    ),
    "bunproof": (
        "bunproof.core_rules",
        ("unreadable_file", "unparsable_file", "internal_error", "unused_suppression", "malformed_suppression"),
    ),
}


class Rule(NamedTuple):
    """One kind of finding. `title` says what it finds in one line; `severity` is the usual one."""

    id: str
    hook: str
    severity: Severity
    title: str
    mirrors: Mirrors | None = None


def rule_ids() -> dict[str, str]:
    """Every rule's id with its hook's id; imports nothing."""
    return {name.replace("_", "-"): hook for hook, (_, names) in RULES.items() for name in names}


def load_rule(rule_id: str) -> Rule:
    """The rule of an id. Raises KeyError for an id that is not in `rule_ids()`."""
    rule: Rule = load(rule_module(rule_id)).RULE
    return rule


def rule_module(rule_id: str) -> str:
    """The full name of the module of a rule. Raises KeyError for an id that is not in `rule_ids()`."""
    return f"{RULES[rule_ids()[rule_id]][0]}.{rule_id.replace('-', '_')}"


def all_rules() -> Iterator[Rule]:
    """All rules, in the order of the tuples. Imports every one of them: for documentation, not for a run."""
    for rule_id in rule_ids():
        yield load_rule(rule_id)
