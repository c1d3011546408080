"""Detectors for detect-secrets itself: `detect-secrets scan -p .../bunproof/credentials/plugin.py` finds what our hook finds.

detect-secrets shows a plugin one line at a time, so what takes more than a line (the environment of a variable, an empty variable)
stays with the hook. Its own filters also run: `--disable-filter` for `detect_secrets.filters.heuristic.is_templated_secret` and
`.is_likely_id_string` lets `database_id = "<D1_ID>"` through.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins import base as _base

from bunproof.credentials.recording import TYPES as _TYPES

if TYPE_CHECKING:
    from collections.abc import Generator


class _LineDetector(_base.BasePlugin):
    secret_type = ""

    def analyze_string(self, string: str) -> Generator[str, None, None]:
        """The values of this kind in a line of a `.env` file."""
        yield from self._values(".env", string)

    def analyze_line(
        self, filename: str, line: str, line_number: int = 0, context: Any = None, **_: Any
    ) -> set[PotentialSecret]:
        """The values of this kind in a line of a file."""
        del context
        if os.path.isabs(filename):
            filename = os.path.relpath(filename)
        path = filename.replace(os.sep, "/").removeprefix("./")
        return {
            PotentialSecret(type=self.secret_type, filename=filename, secret=value, line_number=line_number)
            for value in self._values(path, line)
        }

    def _values(self, path: str, line: str) -> Generator[str, None, None]:
        from bunproof.credentials.lines import offences

        for offence in offences(path, line):
            if _TYPES[offence.rule] == self.secret_type:
                yield offence.text


class PlaceholderCredentialDetector(_LineDetector):
    """Stand-ins where credentials must be."""

    secret_type = _TYPES["placeholder-credential"]


class PlainTextCredentialDetector(_LineDetector):
    """Real credentials in plain text."""

    secret_type = _TYPES["plain-text-secret"]


class PlaceholderResourceIdDetector(_LineDetector):
    """Stand-ins where ids of Cloudflare resources must be."""

    secret_type = _TYPES["placeholder-resource-id"]
