"""How hard the property tests try: `--hypothesis-profile=thorough` for hours, CI's own for seconds."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("quick", max_examples=40, derandomize=True, deadline=None, suppress_health_check=_CHECKS)
settings.register_profile(
    "thorough",
    max_examples=int(os.environ.get("BUNPROOF_EXAMPLES", "20000")),
    deadline=None,
    suppress_health_check=_CHECKS,
    database=None,
    print_blob=True,
)
if settings.get_current_profile_name() == "default":
    settings.load_profile("quick")
