"""Write the rows of `docs/reliability.md`: `python tests/faults/page.py`."""

from __future__ import annotations

from pathlib import Path

from table import FAULTS

PAGE = Path(__file__).parents[2] / "docs/reliability.md"

if __name__ == "__main__":
    head, line, _ = PAGE.read_text(encoding="utf-8").partition("|---|---|---|---|---|\n")
    PAGE.write_text(head + line + "".join(each.row + "\n" for each in FAULTS), encoding="utf-8")
