"""What a rule about one configuration may ask: its data by environment, and the place of any key path."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.diagnostics import Diagnostic, Label
from bunproof.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.diagnostics import Fix, Severity
    from bunproof.project import Project
    from bunproof.rules import Rule
    from bunproof.source import Source
    from bunproof.syntax.document import Document, KeyPath, Part


class View(NamedTuple):
    """One environment as it is written: `name` is None and `path` empty for the top level."""

    name: str | None
    path: KeyPath
    table: dict[str, object]


class Facts:
    """One configuration that could be read. `today` is the date in UTC as YYYY-MM-DD."""

    def __init__(self, document: Document, project: Project, today: str = "") -> None:
        self.document = document
        self.project = project
        self.today = today or utc_day()
        self.data: dict[str, object] = document.data if isinstance(document.data, dict) else {}

    @property
    def source(self) -> Source:
        """The file."""
        return self.document.source

    @property
    def path(self) -> str:
        """The file's path below the repository's root."""
        return self.source.path

    @property
    def folder(self) -> str:
        """The folder of the file, empty or with a trailing slash."""
        return self.path[: self.path.rfind("/") + 1]

    @property
    def is_toml(self) -> bool:
        """Whether the file is TOML, not JSON."""
        return self.path.endswith(".toml")

    @property
    def is_pages(self) -> bool:
        """Whether this is a Pages project's configuration."""
        return "pages_build_output_dir" in self.data

    def views(self) -> Iterator[View]:
        """The top level, then every environment that is a table."""
        yield View(None, (), self.data)
        environments = self.data.get("env")
        for name, table in environments.items() if isinstance(environments, dict) else ():
            if isinstance(table, dict):
                yield View(name, ("env", name), table)

    def inherited(self, view: View, key: str) -> tuple[object, KeyPath]:
        """An inheritable key's value for an environment, and where it is written. None where it is not."""
        if key in view.table:
            return view.table[key], (*view.path, key)
        return self.data.get(key), (key,)

    def is_own(self, script: object, view: View) -> bool:
        """Whether a `script_name`, or its absence, means this very Worker in an environment."""
        if script is None:
            return True
        top, own = self.data.get("name"), view.table.get("name")
        names = [own] if isinstance(own, str) else [top] if isinstance(top, str) else []
        if view.name and not isinstance(own, str) and isinstance(top, str):
            names.append(f"{top}-{view.name}")
        return script in names

    def report(  # noqa: PLR0913 - the parts of a diagnostic, each of them named
        self, rule: Rule, path: KeyPath, message: str, *, part: Part = "value", label: str = "", help: str = "",  # noqa: A002 - the diagnostic's own word
        severity: Severity | None = None, related: tuple[tuple[KeyPath, str], ...] = (), fix: Fix | None = None,
        environment: str | None = None, within: tuple[int, int] | None = None,
    ) -> Diagnostic:  # fmt: skip
        """A finding at a key path.

        `related` holds further key paths with what to say of each, `within` the offsets of the part of a string to mark,
        which is done where the string is written plainly.
        """
        locate = self.source.locate
        span = self.document.locate(path, part)
        if within is not None and within[0] < within[1] and self._is_plain(path, span):
            span = Span(span.start + 1 + within[0], span.start + 1 + within[1])
        if environment is None and len(path) > 1 and path[0] == "env":
            environment = str(path[1])
        return Diagnostic(
            rule, severity or rule.severity, locate(span), message, label=label, help=help,
            related=tuple(Label(locate(self.document.locate(other)), words) for other, words in related),
            environment=environment, fix=fix,
        )  # fmt: skip

    def _is_plain(self, path: KeyPath, span: Span) -> bool:
        """Whether the text of a string is its value between two quotes."""
        node = self.document.node(path)
        return node is not None and self.source.text[span.start + 1 : span.end - 1] == node.data


def dotted(path: KeyPath) -> str:
    """A key path as people write it: `env.staging.kv_namespaces[0].id`."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def tables(value: object) -> Iterator[tuple[int, dict[str, object]]]:
    """The tables in an array, with their indices; nothing for what is no array."""
    for index, each in enumerate(value if isinstance(value, list) else ()):
        if isinstance(each, dict):
            yield index, each


def table(value: object) -> dict[str, object]:
    """The value if it is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def utc_day() -> str:
    """Today as YYYY-MM-DD."""
    from time import gmtime, strftime  # Cloudflare compares with the date in UTC

    return strftime("%Y-%m-%d", gmtime())
