"""The workflow that should be there beside the one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from bunproof.workflow.existing import PATH, parse
from bunproof.workflow.plan import Choices
from bunproof.workflow.planning import make_plan
from bunproof.workflow.template.page import places, render

if TYPE_CHECKING:
    from bunproof.tree import Tree
    from bunproof.workflow.existing import Existing

State: TypeAlias = Literal["missing", "foreign", "edited", "drifted", "current"]


class Comparison(NamedTuple):
    """What is there (`found`, with line feeds alone), what should be (`wanted`), and the verdict.

    `lost` are the marked places with the user's lines that `wanted` has no more.
    """

    state: State
    found: str
    wanted: str
    existing: Existing | None
    lost: tuple[str, ...] = ()

    def diff(self) -> str:
        """What would change, as a unified diff."""
        import difflib  # of a file that is as it should be, nobody asks

        before, after = (text.splitlines(keepends=True) for text in (self.found, self.wanted))
        return "".join(difflib.unified_diff(before, after, f"a/{PATH}", f"b/{PATH}"))

    def first_difference(self) -> int:
        """The 1-based line of `found` where it begins to differ."""
        pairs = zip(self.found.split("\n"), self.wanted.split("\n"), strict=False)
        lines = [number for number, (a, b) in enumerate(pairs, 1) if a != b and not a.startswith("# digest: ")]
        return lines[0] if lines else min(self.found.count("\n"), self.wanted.count("\n")) + 1


def compare(tree: Tree, branch: str = "main", *, deploy: bool | None = None, sarif: bool | None = None) -> Comparison:
    """Compare the file with what the repository asks for, by the choices that the file records.

    `branch` is used where no file of ours records one; `deploy` and `sarif` override the record. Files that nobody
    has added to git yet may count or not: someone may be about to commit them, or not. Raises Unreadable.
    """
    data = tree.read(PATH) if tree.is_file(PATH) else None
    existing = parse(data) if data is not None else None
    recorded = existing.choices if existing else Choices(branch)
    choices = recorded._replace(
        deploy=recorded.deploy if deploy is None else deploy, sarif=recorded.sarif if sarif is None else sarif
    )
    own = existing.own if existing else {}
    wanted = render(make_plan(tree, choices, own), own)
    if data is None:
        return Comparison("missing", "", wanted, None)
    if existing is None:
        return Comparison("foreign", data.decode("utf-8", "replace"), wanted, None)
    if existing.text != wanted and not tree.staged:
        committed = render(make_plan(tree, choices, own, tracked=True), own)
        wanted = committed if existing.text == committed else wanted
    kept = set(places(wanted))
    lost = tuple(name for name, lines in own.items() if lines.strip() and name not in kept)
    if existing.text == wanted:
        return Comparison("current", existing.text, wanted, existing)
    state: State = "edited" if existing.edited else "drifted"
    return Comparison(state, existing.text, wanted, existing, lost)
