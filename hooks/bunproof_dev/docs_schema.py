"""`docs/schema/bunproof-toml.json`, by which editors complete and check `bunproof.toml`.

python -m bunproof_dev.docs_schema [--check]
"""

from __future__ import annotations

import json
import sys

from bunproof.about import DOCUMENTATION
from bunproof.rules import all_rules
from bunproof.settings_file import FILE_KINDS, LEVELS
from bunproof_dev.generated import deliver

PATH = "docs/schema/bunproof-toml.json"
_STRINGS = {"type": "array", "items": {"type": "string"}}
_PATTERNS = "Patterns over paths below the repository's root; `*` crosses folders."


def main() -> int:
    """Write or check the schema."""
    return deliver(PATH, json.dumps(schema(), indent=2) + "\n", check="--check" in sys.argv[1:])


def schema() -> dict[str, object]:
    """The schema. A key that `settings_file` reads and that is missing here is a failed test."""
    rules = {
        rule.id: {"enum": list(LEVELS), "default": rule.severity, "description": rule.title} for rule in all_rules()
    }
    properties = {
        "bun-version": {"type": "string", "description": "The Bun releases to judge by: a version or a range."},
        "wrangler-version": {"type": "string", "description": "The wrangler to judge by."},
        "strict": {"type": "boolean", "default": False, "description": "Whether warnings block too."},
        "exclude": {**_STRINGS, "description": f"Files to leave alone. {_PATTERNS}"},
        "rules": {
            "type": "object",
            "description": "The level of a rule, where it is not the usual one.",
            "properties": rules,
            "additionalProperties": False,
        },
        "files": {
            "type": "object",
            "description": f"What kind of file a path is, where its name does not say. {_PATTERNS}",
            "properties": dict.fromkeys(FILE_KINDS, _STRINGS),
            "additionalProperties": False,
        },
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",  # what the editors' TOML extensions read
        "$id": f"{DOCUMENTATION}schema/bunproof-toml.json",
        "title": "bunproof.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


if __name__ == "__main__":
    sys.exit(main())
