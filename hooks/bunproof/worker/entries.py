"""What is bundled: the entry of every wrangler configuration, in every environment, with what steers its bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.worker import nodejs
from bunproof.worker.files import folder_of, join, resolve_path
from bunproof.wrangler import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.syntax.document import KeyPath
    from bunproof.worker.files import Files
    from bunproof.worker.nodejs import Mode

PAGES = "pages_build_output_dir"
_FUNCTIONS = (".js", ".mjs", ".ts", ".tsx", ".jsx")
_NAVIGATOR = "2022-03-21"


class ModuleRule(NamedTuple):
    """One of `rules`: which specifiers are modules of which type."""

    type: str
    globs: tuple[str, ...]
    fallthrough: bool


class Entry(NamedTuple):
    """One entry as wrangler would bundle it.

    `path` is the entry below the repository's root, `main` what the configuration `config` writes for it at `key`;
    `environment` is None for the top level. `folder` is the project's: `alias` and `tsconfig` count from there.
    """

    config: str
    environment: str | None
    key: KeyPath
    main: str
    path: str
    folder: str
    alias: tuple[tuple[str, str], ...] = ()
    define: tuple[tuple[str, str], ...] = ()
    rules: tuple[ModuleRule, ...] = ()
    bundled: bool = True
    builds_itself: bool = False
    tsconfig: str | None = None
    additional: str | None = None
    node: Mode = "none"

    @property
    def origin(self) -> str:
        """How a chain names it: the configuration and the key."""
        return f"{self.config} {'.'.join(str(step) for step in self.key)}"


def entries(files: Files, config: str) -> list[Entry]:
    """The entries of one configuration, the top level first; environments that change nothing are left out.

    Of a Pages project they are the files of `functions/` that handle requests.
    """
    data = read.read(files.source(config)).data
    if not isinstance(data, dict):
        return []
    if isinstance(data.get(PAGES), str):
        return list(_functions(files, config, data))
    found: list[Entry] = []
    environments = data.get("env")
    named = environments.items() if isinstance(environments, dict) else ()
    for name, settings in ((None, data), *((name, table) for name, table in named if isinstance(table, dict))):
        entry = _entry(config, name, data, settings)
        if entry is not None and not any(_same(entry, other) for other in found):
            found.append(entry)
    return found


def _functions(files: Files, config: str, data: dict[str, object]) -> Iterator[Entry]:
    folder = folder_of(config)
    start = join(folder, "functions/")
    for path in sorted(files.tracked):
        if path.startswith(start) and path.endswith(_FUNCTIONS) and b"onRequest" in files.read(path):
            main = path[len(folder) + 1 :] if folder else path
            yield Entry(
                config, None, (PAGES,), main, path, folder,
                define=_strings(_built_in(None, ["global_navigator"])), node=_node(data),
            )  # fmt: skip


def _same(entry: Entry, other: Entry) -> bool:
    return entry._replace(environment=other.environment, key=other.key, main=other.main) == other


def _entry(config: str, environment: str | None, top: dict[str, object], settings: dict[str, object]) -> Entry | None:
    def inherited(key: str) -> object:
        return settings.get(key, top.get(key))

    main, key = _main(environment, top, settings)
    folder = folder_of(config)
    path = resolve_path(folder, main) if isinstance(main, str) and not main.startswith("/") else None
    if not path or not isinstance(main, str):
        return None
    flags, date = inherited("compatibility_flags"), inherited("compatibility_date")
    build = inherited("build")
    tsconfig = inherited("tsconfig")
    base = inherited("base_dir")
    additional = resolve_path(folder, base) if isinstance(base, str) else folder_of(path)
    return Entry(
        config, environment, key, main, path, folder,
        alias=_strings(top.get("alias")),
        define=_strings(_built_in(date, flags) | _table(settings.get("define"))),
        rules=tuple(_rules(inherited("rules"))),
        bundled=inherited("no_bundle") is not True,
        builds_itself=isinstance(build, dict) and bool(build.get("command")),
        tsconfig=resolve_path(folder, tsconfig) if isinstance(tsconfig, str) else None,
        additional=additional if inherited("find_additional_modules") is True else None,
        node=_node({"compatibility_date": date, "compatibility_flags": flags}),
    )  # fmt: skip


def _node(settings: dict[str, object]) -> Mode:
    date, flags = settings.get("compatibility_date"), settings.get("compatibility_flags")
    return nodejs.mode(date if isinstance(date, str) else None, map(str, flags) if isinstance(flags, list) else ())


def _main(environment: str | None, top: dict[str, object], settings: dict[str, object]) -> tuple[object, KeyPath]:
    if "main" in settings:
        return settings["main"], ("main",) if environment is None else ("env", environment, "main")
    if "main" in top:
        return top["main"], ("main",)
    site = settings.get("site", top.get("site"))
    entry = site.get("entry-point") if isinstance(site, dict) else None
    if isinstance(entry, str) and "." not in entry.rpartition("/")[2]:
        entry = f"{entry}/index.js"
    return entry, ("site", "entry-point")


def _built_in(date: object, flags: object) -> dict[str, object]:
    """What wrangler itself defines for a deploy."""
    found: dict[str, object] = {
        f"{prefix}process.env.NODE_ENV": '"production"' for prefix in ("", "global.", "globalThis.")
    }
    given = flags if isinstance(flags, list) else []
    by_date = isinstance(date, str) and date >= _NAVIGATOR and "no_global_navigator" not in given
    if by_date or "global_navigator" in given:
        found["navigator.userAgent"] = '"Cloudflare-Workers"'
    return found


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _strings(table: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(table, dict):
        return ()
    return tuple(sorted((str(key), value) for key, value in table.items() if isinstance(value, str)))


def _rules(rules: object) -> Iterator[ModuleRule]:
    for rule in rules if isinstance(rules, list) else ():
        globs = rule.get("globs") if isinstance(rule, dict) else None
        if isinstance(globs, list):
            yield ModuleRule(str(rule.get("type")), tuple(map(str, globs)), rule.get("fallthrough") is True)
