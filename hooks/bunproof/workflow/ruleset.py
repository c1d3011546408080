"""What is left to do on GitHub, as text: nothing here talks to anyone."""

from __future__ import annotations

import json

# GitHub Actions itself: as the expected source, no other app can post a check of this name.
_GITHUB_ACTIONS = 15368
_RULESET = {
    "name": "bunproof",
    "target": "branch",
    "enforcement": "active",
    "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
    "rules": [
        {
            "type": "required_status_checks",
            "parameters": {
                "strict_required_status_checks_policy": False,
                "do_not_enforce_on_create": True,
                "required_status_checks": [{"context": "required", "integration_id": _GITHUB_ACTIONS}],
            },
        }
    ],
}


def command() -> str:
    """The call that requires the check; `gh` fills in owner and repository."""
    body = json.dumps(_RULESET, indent=2)
    return f"gh api --method POST 'repos/{{owner}}/{{repo}}/rulesets' --input - <<'JSON'\n{body}\nJSON\n"
