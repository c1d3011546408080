"""What is fuzzed: every function that takes bytes or text of a stranger, with what must hold of its answer.

A target takes bytes and raises for what must not be: an exception that its function does not promise, a place outside of
the text, two readings of one text that disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from memory import MemoryTree
from plain_configurations import put_together, read_plainly, with_ids_alike
from tree_sitter import Language, Parser
from tree_sitter_typescript import language_typescript
from whole import survive

from bunproof import deciding, masking, settings_file, suppress
from bunproof.bun import acquittal as bun_acquittal
from bunproof.bun import judge as bun_judge
from bunproof.bun import mentions, releases
from bunproof.bun.versions import versions_of
from bunproof.check import all_of
from bunproof.core_rules import unparsable_file
from bunproof.credentials import acquittal as credentials_acquittal
from bunproof.credentials import (
    baseline,
    connection,
    ids,
    inspect,
    judge,
    keys,
    readers,
    references,
    suspicion,
    values,
)
from bunproof.errors import UsageError
from bunproof.lsp.units import Lines, saved
from bunproof.project import Project
from bunproof.report import markdown, owners, safe
from bunproof.report.style import PLAIN
from bunproof.settings import Settings
from bunproof.source import Source, Span
from bunproof.syntax import javascript, jsonc, toml
from bunproof.syntax.document import Document
from bunproof.workflow import existing, quoting
from bunproof.wrangler import acquittal, cron, plain_parts, ranges, versions
from bunproof.wrangler import judge as wrangler_judge

COMPONENTS = ("a.ts", "a.tsx", "a.js", "a.vue", "a.svelte", "a.astro", "a.html", "a.mts")
PAIRED = (
    ".env",
    "a.json",
    "a.json5",
    "a.yml",
    "a.toml",
    "a.sh",
    "a.xml",
    "a.py",
    "a.ts",
    "a.go",
    "Dockerfile",
    "a.ps1",
    "a.tf",
)
WHOLE = (
    "src/index.ts", "package.json", "wrangler.toml", "wrangler.json", "wrangler.jsonc", "bun.lock", "package-lock.json",
    "pnpm-lock.yaml", "yarn.lock", ".bun-version", "mise.toml", "Dockerfile", ".env", ".dev.vars", "tsconfig.json", "a.yml",
    ".github/workflows/ci.yml", ".github/workflows/bunproof.yml", ".pre-commit-config.yaml", "src/a.vue", "CODEOWNERS",
    "prek.toml", ".secrets.baseline", "a.xml", "a.py", "a.sh", ".tool-versions", "pnpm-workspace.yaml", "src/a.tsx",
)  # fmt: skip
LOCKFILES = ("bun.lock", "package-lock.json", "pnpm-lock.yaml", "yarn.lock")


DECIDING = (
    "package.json", "tsconfig.json", "bun.lock", "package-lock.json", "mise.toml", ".bun-version", "Dockerfile", "yarn.lock",
    ".github/workflows/ci.yml", "templates/package.json",
)  # fmt: skip


def target_deciding(data: bytes) -> None:
    """What is let go without a parser, every parser takes; and what is said lies in the file."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:2]:
        return  # UTF-16 is refused before
    for name in DECIDING:
        project = Project(MemoryTree({name: data}), Settings())
        found = list(unparsable_file.check(project, name, data))
        # Of a file of mise's that does not name Bun, nobody asks.
        assert not found or deciding.may_be_broken(name, data) or (name == "mise.toml" and b"bun" not in data)
        for each in found:
            _inside(project.source(name), each.location.span)


def target_places(data: bytes) -> None:
    """An editor's line and column lead back to where they come from."""
    text = data.decode("utf-16-le", "surrogatepass") if len(data) % 2 == 0 else data.decode("utf-8", "replace")
    saved(text).decode()
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for encoding, width in (("utf-8", 1), ("utf-16-le", 2), ("utf-32-le", 4)):
        lines = Lines(text, encoding.removesuffix("-le"))
        for offset in {0, len(text), len(text) // 2}:
            line, column = lines.position(offset)
            rest = text[starts[line] :].encode(encoding, "surrogatepass")[: column * width]
            reached = starts[line] + len(rest.decode(encoding, "surrogatepass"))
            assert offset - reached == (text[max(offset - 1, 0) : offset + 1] == "\r\n")


def target_source(data: bytes) -> None:
    source = Source("a.txt", data)
    assert source.line_count() >= 0
    for line in range(1, source.line_count() + 1):
        span = source.line_span(line)
        _inside(source, span)
        assert "\n" not in source.text[span.start : span.end]
    for offset in range(0, len(source.text) + 1, max(1, len(source.text) // 8)):
        line, column = source.position(offset)
        assert source.line_span(line).start + column - 1 == offset
    source.locate(Span(-5, len(source.text) + 9))


def target_javascript(data: bytes) -> None:
    source = Source(COMPONENTS[data[0] % len(COMPONENTS)] if data else "a.ts", data[1:])
    module = javascript.read(source)
    for each in module.imports:
        _inside(source, each.span)
        _inside(source, each.statement)
        each.survives()
        each.survives(verbatim=True)
        if "\\" not in source.text and "\ufffd" not in source.text:
            assert source.text[each.span.start : each.span.end] == each.specifier
        for name in each.names:
            _inside(source, name.span)
            for use in (*name.uses, *name.tested):
                _inside(source, use)
    for export in module.exports:
        _inside(source, export.span)
    for member in module.members:
        _inside(source, member.span)
    for problem in module.problems:
        _inside(source, problem.span)


def target_jsonc(data: bytes) -> None:
    _document(Source("wrangler.jsonc", data), jsonc.read)


def target_toml(data: bytes) -> None:
    _document(Source("wrangler.toml", data), toml.read)


def target_plain(data: bytes) -> None:
    """What is let go is right: the plain reader agrees with the real one, and so do the acquittals with the judges."""
    table = read_plainly(data)
    document = toml.read(Source("wrangler.toml", data))
    parts = plain_parts.read(data)
    if parts is not None:
        assert document.problem is None
        assert put_together(parts) == with_ids_alike(document.data)
    if table is None:
        return
    assert document.problem is None
    assert repr(document.data) == repr(table)
    project = Project(MemoryTree({"wrangler.toml": data}), Settings())
    if acquittal.is_innocent(project, "wrangler.toml", data):
        assert list(all_of(wrangler_judge.judge(project, "wrangler.toml", data))) == []
    if parts is not None and credentials_acquittal.is_innocent(parts):
        kept = inspect.inspect(
            "wrangler.toml",
            inspect.cases(project, "wrangler.toml", data, "live"),
            lambda: baseline.load(project.tree),
        )
        assert list(all_of(kept)) == []


NAME = re.compile("|".join(name.decode() for name in suspicion.NAMES))
BLANK = re.compile(r"[^\w$.\-]")


def target_gates(data: bytes) -> None:
    """What ends at a cheap look is nothing for the search behind it."""
    project = Project(MemoryTree({"a.ts": data, "package.json": b"{}"}), Settings())
    # Beside a name that is given a string, all others on its line are read: what they hold is not found without it.
    if len(list(suspicion.places(data.lower()))) == 1 and not suspicion.is_raised(data, data.lower()):
        keys = [case.pair.key.lower() for case in inspect.cases(project, "a.ts", data, "source")]
        assert not [key for key in keys if NAME.search(key) and not BLANK.search(key)]
    mentioned = mentions.Mentions(data)
    if not mentioned.matter() or not bun_acquittal.is_innocent(project, "a.ts", mentioned):
        return
    if not Parser(Language(language_typescript())).parse(data).root_node.has_error:  # what else is read from ruins
        found = all_of(bun_judge.judge(project, versions_of(project), "a.ts", data))
        assert list(found) == []


def target_settings(data: bytes) -> None:
    try:
        settings_file.apply(Settings(), data)
    except UsageError as error:
        assert safe.words(str(error)).isprintable()  # noqa: PT017 - an error is one line


def target_suppress(data: bytes) -> None:
    source = Source("a.ts", data)
    for each in suppress.suppressions(source):
        _inside(source, each.span)
    hooks = frozenset({"bunproof", "bun-imports"})
    for finding in suppress.apply(source, [], hooks, hooks):
        _inside(source, finding.location.span)


def target_pairs(data: bytes) -> None:
    """The readers of assignments; the first byte chooses the kind of file."""
    source = Source(PAIRED[data[0] % len(PAIRED)] if data else PAIRED[0], data[1:])
    for pair in readers.pairs(source):
        assert 0 <= pair.start <= pair.end <= len(source.text), pair
        judge.judge(pair, "live")


def target_credentials(data: bytes) -> None:
    """A name, a NUL, and a value."""
    name, _, value = data.decode("utf-8", "replace").partition("\0")
    keys.classify(name)
    values.classify(value)
    connection.parse(value)
    references.is_reference(value)
    references.default(value)
    ids.evidence(name, value, local=False)
    assert len(masking.mask_value(value)) == len(value)


def target_bun_ranges(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    releases.allowed(text)
    for low, high in releases.intervals(text) or ():
        assert len(low) == len(high)


def target_cron(data: bytes) -> None:
    cron.find_fault(data.decode("utf-8", "replace"))


def target_workflow(data: bytes) -> None:
    existing.parse(data)
    text = data.decode("utf-8", "replace")
    existing.digest(text)
    assert yaml.safe_load(f"a: {quoting.quote(text)}\n") == {"a": text}


def target_owners(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    owners.owners(owners.parse(text), "src/a.ts")
    list(markdown.render(text, PLAIN, 60))


def target_whole_run(data: bytes) -> None:
    """Up to four files, separated by two NULs; the first byte of each chooses its name."""
    files = {WHOLE[part[0] % len(WHOLE)]: bytes(part[1:]) for part in data.split(b"\0\0")[:4] if part}
    survive(files)


def target_masking(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    assert len(masking.mask(text)) == len(text)
    line = safe.line(text)
    assert len(line) == len(text)
    assert "\x1b" not in line
    assert "\n" not in safe.words(text)
    assert safe.path(data.decode("utf-8", "surrogateescape")).isprintable()


def target_ranges(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    exact = ranges.exact(text)
    newest = ranges.newest(text)
    for release in (exact, newest):
        assert release is None or (len(release) == 3 and all(number >= 0 for number in release))


def target_wrangler_versions(data: bytes) -> None:
    """Two files: a manifest, and after a NUL a lockfile of a kind that the first byte chooses."""
    kind = LOCKFILES[data[0] % len(LOCKFILES)] if data else LOCKFILES[0]
    manifest, _, lock = data[1:].partition(b"\0")
    files = {"package.json": manifest, kind: lock, "pnpm-workspace.yaml": lock, "wrangler.toml": b""}
    pinned = versions.find_version(Project(MemoryTree(files), Settings()), "wrangler.toml")
    if pinned is not None:
        assert pinned.line >= 1
        assert pinned.path in files
        assert pinned.words


def _inside(source: Source, span: Span) -> None:
    assert 0 <= span[0] <= span[1] <= len(source.text), (span, len(source.text))


def _document(source: Source, read: Callable[[Source], Document]) -> None:
    document = read(source)
    scanned = document.scanned
    if document.problem is not None:
        assert document.data is None
        assert 0 <= document.problem.span.start <= len(source.text)
        return
    assert scanned.problem is None, f"the quick reading accepts what the slow one does not: {scanned.problem}"
    for entry in document.entries():
        _inside(source, entry.key)
        _inside(source, entry.value)
        value = document.data
        for step in entry.path:
            value = value[step]  # type: ignore[index]
        if entry.scalar:
            assert value == entry.data or value != value, (entry.path, value, entry.data)  # noqa: PLR0124 - not a number
        else:
            assert isinstance(value, (dict, list)), entry.path
    for duplicate in document.duplicates:
        _inside(source, duplicate.key)


TARGETS: dict[str, Callable[[bytes], None]] = {
    name.removeprefix("target_"): value for name, value in sorted(globals().items()) if name.startswith("target_")
}
