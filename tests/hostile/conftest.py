"""How hard the property tests try is said once, in `tests/hostile/profiles.py`."""

from __future__ import annotations

import profiles  # noqa: F401 - importing it chooses
