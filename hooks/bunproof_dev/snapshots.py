"""What each rule's failing examples print, kept in `tests/report/snapshots/`: a change of wording shows in review.

python -m bunproof_dev.snapshots [--check]
"""

from __future__ import annotations

import os
import sys

from bunproof.report.pages import examples, load_page
from bunproof.rules import rule_ids
from bunproof_dev.demo import output
from bunproof_dev.generated import ROOT, deliver

FOLDER = "tests/report/snapshots"


def main() -> int:
    """Write or check the snapshots; those of rules that are gone are removed, or reported."""
    check = "--check" in sys.argv[1:]
    texts = {f"{rule_id}.txt": text for rule_id in rule_ids() if (text := snapshot(rule_id))}
    codes = [deliver(f"{FOLDER}/{name}", text, check=check) for name, text in texts.items()]
    folder = os.path.join(ROOT, FOLDER)
    codes += [_remove(os.path.join(folder, name), check=check) for name in os.listdir(folder) if name not in texts]
    return max(codes, default=0)


def snapshot(rule_id: str) -> str:
    """The output for all failing examples of a rule, each under its number; empty for a rule that shows none."""
    page = load_page(rule_id)
    only = [] if page.rule.hook == "bunproof" else ["--only", page.rule.hook]
    shown = [
        f"# example {number}\n\n{output({block.path: block.text for block in example}, *only)}"
        for number, example in enumerate(examples(page.section("Fails")), 1)
    ]
    return "\n".join(shown)


def _remove(path: str, *, check: bool) -> int:
    if check:
        sys.stdout.write(f"{path} is of no rule: run `python -m bunproof_dev.snapshots`\n")
        return 1
    os.unlink(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
