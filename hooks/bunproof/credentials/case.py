"""All that a rule needs to speak about one offence: the file, the pair, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.credentials import file_kind
from bunproof.diagnostics import Diagnostic
from bunproof.source import Span

if TYPE_CHECKING:
    from bunproof.credentials.configuration import Setting
    from bunproof.credentials.offence import Offence
    from bunproof.project import Project
    from bunproof.rules import Rule
    from bunproof.source import Source
    from bunproof.syntax.document import Document
    from bunproof.syntax.pairs import Pair


class Case(NamedTuple):
    """One offence in its file. `setting` and `document` are there for wrangler's configuration."""

    project: Project
    source: Source
    kind: str
    pair: Pair
    offence: Offence
    setting: Setting | None = None
    document: Document | None = None

    @property
    def span(self) -> Span:
        """Where the value stands, without its quotes."""
        if self.document is None:
            start = self.pair.start + self.offence.at
            return Span(start, min(start + len(self.offence.text), self.pair.end))
        whole = self.document.locate(self.pair.place, "value")
        text = self.source.text[whole.start : whole.end]
        at = text.find(self.offence.text) if self.offence.text else -1
        if at >= 0:
            return Span(whole.start + at, whole.start + at + len(self.offence.text))
        return whole

    @property
    def environment(self) -> str | None:
        """The wrangler environment, if it is in one."""
        return self.setting.environment if self.setting else None

    @property
    def in_vars(self) -> bool:
        """Whether it is a variable of a Worker, which is deployed in plain text."""
        return self.setting is not None and self.setting.deployed

    @property
    def secrets(self) -> tuple[str, ...]:
        """The texts by which a baseline may know it."""
        return (self.offence.text, self.offence.value.text, self.pair.value)

    @property
    def movable(self) -> bool:
        """Whether it is a stand-in in `vars` whose name belongs into `secrets.required`."""
        return self.offence.rule == "placeholder-credential" and self.setting is not None and self.setting.movable

    @property
    def put_secret(self) -> str:
        """The commands that store the credential where it belongs."""
        environment = f" --env {self.environment}" if self.environment else ""
        return f"delete the line, run `wrangler secret put {self.pair.key}{environment}`, and name it in `secrets.required`"

    def report(self, rule: Rule, message: str, label: str, order: str) -> Diagnostic:
        """The diagnostic of this case, with its evidence."""
        why = f"key word `{self.offence.key.evidence}`" if self.offence.key.evidence else "the value itself"
        evidence = f"{why}; {self.offence.value.evidence}; {file_kind.NAMES[self.kind]}"
        return Diagnostic(
            rule, rule.severity, self.source.locate(self.span), message, label=label,
            notes=(("evidence", evidence),), help=order, environment=self.environment,
        )  # fmt: skip
