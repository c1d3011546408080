"""What generated workflows pin: actions by commit with the tag it had, tools by version.

Every commit is the one that the tag names in the action's own repository, and what other projects pin for that tag
(a commit that is only quoted somewhere may never have existed). Nothing here needs the network.
"""

from __future__ import annotations

from typing import NamedTuple

# When this was last compared.
CAPTURED = "2026-11-24"


class Action(NamedTuple):
    """An action at a commit, and the tag that the commit had when it was read."""

    name: str
    commit: str
    tag: str

    @property
    def uses(self) -> str:
        """What stands behind `uses:`, with the tag as the comment that updaters keep in step."""
        return f"{self.name}@{self.commit} # {self.tag}"


CHECKOUT = Action("actions/checkout", "3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1")
SETUP_PYTHON = Action("actions/setup-python", "5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0")
SETUP_NODE = Action("actions/setup-node", "820762786026740c76f36085b0efc47a31fe5020", "v7.0.0")
SETUP_BUN = Action("oven-sh/setup-bun", "0c5077e51419868618aeaa5fe8019c62421857d6", "v2.2.0")
CACHE = Action("actions/cache", "27d5ce7f107fe9357f9df03efb73ab90386fccae", "v5.0.5")
UPLOAD_SARIF = Action("github/codeql-action/upload-sarif", "8aad20d150bbac5944a9f9d289da16a4b0d87c1e", "v4.36.2")

PYTHON = "3.13"
NODE = "24"
PRE_COMMIT = "4.7.0"
PREK = "0.5.11"
COREPACK = "0.36.0"
# Where the repository itself names no version.
WRANGLER = "4.164.0"
PNPM = "10"
YARN_CLASSIC = "1.22.22"
YARN = "4"
