from __future__ import annotations

from bunproof import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from bunproof.check import Found
    from bunproof.select import Selection
    from bunproof.spotting import Spotted

_WORKFLOW = ".github/workflows/bunproof.yml"
_FOLDER = ".github/workflows"
_CONFIGS = (".pre-commit-config.yaml", "prek.toml", ".pre-commit-config.yml")


class Check(check.Check):
    """ci-workflow."""

    def visit(self, path: str, data: bytes, found: Spotted | None = None) -> Iterable[Found]:
        """Nothing: the verdict on the workflow takes every file that it follows from."""
        del path, data, found
        return ()

    def finish(self, selection: Selection) -> Iterable[Found]:
        """Compare the workflow with the repository, whichever of the files it follows from was selected."""
        del selection
        yield check.Part(_WORKFLOW, self._compare)

    def _compare(self) -> Iterable[Found]:
        tree = self.project.tree
        if not tree.is_file(_WORKFLOW):
            asked = "ci-workflow" in self.project.asked or self._is_configured()
            if asked or (tree.is_folder(_FOLDER) and self._has_packages()):
                from bunproof.workflow.rules import missing_workflow  # only where there is something to say

                yield missing_workflow.report(_WORKFLOW, asked=asked)
            return
        from bunproof.workflow.comparison import compare  # needs YAML and TOML readers

        found = compare(tree)
        if found.state == "current":
            return
        from bunproof.workflow.rules import drifted_workflow, edited_workflow, foreign_workflow

        if found.state == "foreign":
            yield from foreign_workflow.check(self.project, asked="ci-workflow" in self.project.asked)
        elif found.state == "edited":
            yield from edited_workflow.check(self.project, found)
        elif found.state == "drifted":
            yield from drifted_workflow.check(self.project, found)

    def _is_configured(self) -> bool:
        tree = self.project.tree
        for path in _CONFIGS:
            if tree.is_file(path) and b"ci-workflow" in tree.read(path):
                from bunproof.workflow.facts.runner import gate

                return any(hook.id == "ci-workflow" for hook in gate(tree).hooks)
        return False

    def _has_packages(self) -> bool:
        """Whether there is anything to build: a repository of something else is not told to want this workflow."""
        from bunproof.workflow.facts.listing import Listing
        from bunproof.workflow.facts.workers import is_aside

        names = Listing(self.project.tree, tracked=True).names()
        return any(not is_aside(name) for name in names)
