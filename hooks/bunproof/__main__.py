from __future__ import annotations

from bunproof.cli import run

run()
