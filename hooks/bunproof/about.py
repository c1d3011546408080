"""Who we are: the version, and the addresses that links are derived from.

The addresses stand in `pyproject.toml` (`project.urls`); `tests/test_about.py` holds these copies to them. They are
copied because asking the installed metadata costs every run 65 ms.
"""

from __future__ import annotations

__version__ = "0.1.0"
REPOSITORY = "https://github.com/bunproof/bunproof"
DOCUMENTATION = "https://bunproof.github.io/bunproof/"


def rule_url(rule_id: str) -> str:
    """The documentation page of a rule, by its id (`missing-bun-export`)."""
    return f"{DOCUMENTATION}rules/{rule_id}/"
