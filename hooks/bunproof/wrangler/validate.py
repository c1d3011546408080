"""wrangler's verdict on a configuration: the top level and every environment, in one pass.

wrangler judges one environment at a time. Asked for the environment X, it judges the top level, then X, then what only
shows when both are merged: names that two bindings share, the script of a site, a Python module without its flag, and
what Pages does not take. Asked for none, it merges nothing.

So the verdict for X is that of the findings with the environment X together with those of the top level (None) that are
not `merged`: what only shows in the merged whole of the *top level* stands under None too, although wrangler does not
say it when it is asked for X, which may well be free of it.

Where wrangler dies of a value (a TypeError instead of a message), that is an error here, all other errors are still
found, and the warnings of that environment are dropped, which wrangler does not get to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bunproof.wrangler import expect
from bunproof.wrangler.findings import CrashError, Finding
from bunproof.wrangler.releases import find_release
from bunproof.wrangler.scope import NoFiles, Scope
from bunproof.wrangler.sections import development, inheritance, older, registry, silent
from bunproof.wrangler.sections.container_links import check_container_links
from bunproof.wrangler.sections.duplicates import check_unique_names
from bunproof.wrangler.sections.lifecycle import check_lifecycle, check_workflow_names
from bunproof.wrangler.sections.pages import check_pages
from bunproof.wrangler.spot import Book, Spot
from bunproof.wrangler.values import ABSENT, found, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bunproof.wrangler.releases import Release, Version
    from bunproof.wrangler.scope import Files


def validate(
    data: object, version: Version | None = None, files: Files | None = None, *, toml: bool = False
) -> list[Finding]:
    """All that wrangler says of a configuration, as it was read, from TOML or from JSON.

    `version` is the project's wrangler, None for the newest that we know. `files` are those beside the configuration.
    """
    release = find_release(version)
    findings = _Validation(data, release, files or NoFiles(), toml=toml).run()
    # What looks mistyped may be a key that came with a release after our tables.
    return [each for each in findings if not (release.newer and each.kind == "misspelled-wrangler-key")]


class _Validation:
    def __init__(self, data: object, release: Release, files: Files, *, toml: bool) -> None:
        self.data = data
        self.release = release
        self.files = files
        self.toml = toml
        self.top = Scope(Spot(Book(None, release, bare=toml), (), data), None, release, files)

    def run(self) -> Iterator[Finding]:
        """Judge everything; findings of the top level first."""
        root = self.top.root
        if not root.is_object:
            message = f"a configuration must be a table, not {found(self.data)}"
            root.report("wrangler-crash", message, help="write one table")
            yield from root.book.findings
            return
        _check_common(self.top)
        common = list(root.book.findings)
        _check_merged(self.top)
        late = root.book.findings[len(common) :]
        merged = {(each.path, each.message) for each in late}
        environments = root["env"]
        entries = list(environments.entries()) if environments.is_object else []
        judged = [list(self._judge(str(name), environment, common)) for name, environment in entries]
        # What every environment shares with the top level is told once, for all.
        shared = merged.intersection(*({(each.path, each.message) for each in of_one} for of_one in judged))
        root.book.findings[len(common) :] = [
            each._replace(merged=(each.path, each.message) not in shared) for each in late
        ]
        yield from _told(root.book)
        for of_one in judged:
            yield from (each for each in of_one if (each.path, each.message) not in shared)

    def _judge(self, name: str, environment: Spot, common: list[Finding]) -> Iterator[Finding]:
        """One environment, in its own book. It starts from what the top level has already said."""
        book = Book(name, self.release, bare=self.toml)
        scope = Scope(Spot(book, environment.path, environment.value), self.top, self.release, self.files)
        book.findings.extend(common)
        _attempt(scope.root, lambda: _check_environment(scope))
        _check_merged(scope)
        book.crashed |= any(each.kind == "wrangler-crash" for each in common)
        del book.findings[: len(common)]
        known = {(each.path, each.message) for each in common}
        for each in _told(book):
            if (each.path, each.message) not in known:
                yield each


def _told(book: Book) -> list[Finding]:
    """The findings of a book, without the warnings that wrangler did not live to say."""
    if not book.crashed:
        return book.findings
    return [each for each in book.findings if each.level == "error" or each.own]


def _check_common(top: Scope) -> None:
    """What wrangler says of the top level, whatever environment it is asked for."""
    root = top.root
    older.check_legacy_env(root)
    _check_removed(top)
    for key in keys_of(root.value):
        check = registry.TOP.get(str(key))
        if check is not None and key in top.release.known:
            _attempt(root[key], lambda check=check, key=key: check(root[key]))  # type: ignore[misc]
    _attempt(root, lambda: _check_shared(top))
    known = sorted(top.release.known)
    for key in keys_of(root.value):
        if key not in top.release.known and key not in top.dropped:
            expect.unknown(root[key], str(key), known, "at the top level")


def _check_environment(scope: Scope) -> None:
    root, top = scope.root, scope.top
    assert top is not None
    if not root.is_object:
        message = f"`env.{scope.environment}` must be a table, not {found(root.value)}"
        root.report("wrangler-crash", message, help=f"write `[env.{scope.environment}]`")
        return
    _check_removed(scope)
    _check_shared(scope)
    inheritance.check_lacking_keys(scope, top)
    _attempt(root, lambda: inheritance.check_custom_domains(scope, top))
    known = sorted(scope.release.environment)
    for key in keys_of(root.value):
        if key not in scope.release.environment and key not in scope.dropped and not scope.release.open:
            if key in scope.release.known:
                root[key].report(
                    "unknown-wrangler-key", f"`{key}` is for the top level only; wrangler ignores it here",
                    level="warning", part="key", help="move it to the top level",
                )  # fmt: skip
            else:
                expect.unknown(root[key], str(key), known, "in an environment")


def _check_removed(scope: Scope) -> None:
    """Keys that wrangler once knew, and values that count as nothing."""
    root = scope.root
    for key, instead in _REMOVED.items():
        if key in scope.release.removed and key in root and (key != "legacy_env" or scope.top is None):
            scope.dropped.add(key)
            root[key].report("removed-wrangler-key", f"`{key}` is no longer supported", part="key", help=instead)
    for key in ("route", "account_id"):
        if root[key].value == "":
            scope.dropped.add(key)
            root[key].report(
                "deprecated-wrangler-key", f"`{key}` is empty, and wrangler ignores it", level="warning",
                help="remove it, or give it a value",
            )  # fmt: skip
    older.check_former_keys(root, top=scope.top is None)
    experimental = root["unsafe"]
    if not experimental.absent and (scope.top is None or scope.top.root["unsafe"].absent):
        experimental.deprecated("`unsafe` is experimental and may change at any time")


_REMOVED = {
    "legacy_env": "remove it: every environment is a Worker of its own",
    "node_compat": 'remove it, and add "nodejs_compat" to `compatibility_flags`',
}


def _check_shared(scope: Scope) -> None:
    """Keys that stand at the top level and in environments, and how they fit together."""
    top = scope.top
    for key in [str(each) for each in keys_of(scope.root.value)]:
        if key in scope.release.environment:
            _attempt(scope.root[key], lambda key=key: _check_key(key, scope, top))  # type: ignore[misc]
    for check in (check_lifecycle, check_workflow_names):
        _attempt(scope.root, lambda check=check: check(scope))  # type: ignore[misc]
    if scope.root.since(4, 24):  # before, containers were another thing
        _attempt(scope.root, lambda: check_container_links(scope, elsewhere=_has_containers_elsewhere(scope)))


def _check_key(key: str, scope: Scope, top: Scope | None) -> None:
    before = len(scope.book.findings)
    registry.check_key(key, scope)
    silent.check_spelling(key, scope.own(key))
    if top is None:
        return
    own, above = scope.own(key), top.own(key)
    if above.absent or above.value is None:
        return
    if key == "vars":
        older.check_vars_below(own, above)
    if key in inheritance.NAMED:
        # wrangler compares names only where all bindings are right
        inside = (*own.path, "bindings")
        new = scope.book.findings[before:]
        if own.is_record and not any(each.level == "error" and each.path[: len(inside)] == inside for each in new):
            inheritance.check_lacking_members(own, above, key)
    elif key in scope.release.own and not (key == "vars" and inheritance.lacking_keys(scope, top)):
        inheritance.check_lacking_members(own, above, key)


def _has_containers_elsewhere(scope: Scope) -> bool:
    if scope.top is not None:
        return not scope.top.root["containers"].absent
    others = scope.root["env"]
    if not isinstance(others.value, dict):
        return False
    return any(isinstance(each, dict) and "containers" in each for each in others.value.values())


def _check_merged(scope: Scope) -> None:
    """What wrangler says only of the environment that it is asked for."""
    top = scope.top or scope
    if not scope.root.is_object:
        return
    site = scope.above("site")
    if not site.absent:
        _attempt(site, lambda: development.check_site_entry(site, scope.inherited("main")))
    _attempt(scope.root, lambda: check_unique_names(scope))
    _attempt(scope.root, lambda: _check_python(scope))
    if not top.root["pages_build_output_dir"].absent and not scope.book.failed:
        _attempt(scope.root, lambda: check_pages(scope, scope.above("env")))


def _check_python(scope: Scope) -> None:
    main, flags = scope.inherited("main"), scope.inherited("compatibility_flags")
    if not isinstance(main.value, str) or not main.value.endswith(".py"):
        return
    rules = scope.inherited("rules")
    if not rules.absent and not rules.is_array:
        raise CrashError(rules.path, f"`{rules.name}` must be an array, not {found(rules.value)}")
    for rule in rules:
        _ = rule["type"]
    if not isinstance(flags.value, (list, str)) and not flags.absent:
        raise CrashError(flags.path, f"`{flags.name}` must be an array, not {found(flags.value)}")
    if flags.absent or "python_workers" not in flags.value:  # type: ignore[operator]
        main.report(
            "wrangler-crash", f"`{main.name}` is Python, and the flag `python_workers` is not set",
            help='add "python_workers" to `compatibility_flags`',
        )  # fmt: skip


def _attempt(spot: Spot, check: Callable[[], object]) -> None:
    """Run a check; where wrangler would die, say so and go on."""
    try:
        check()
    except CrashError as crash:
        Spot(spot.book, crash.path, ABSENT).report(
            "wrangler-crash", crash.message, part=crash.part, label="wrangler ends with an error of its own here"
        )
