"""What a `tsconfig.json` tells esbuild: where paths lead, and whether unused imports are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bunproof.worker.files import ancestors, folder_of, is_installed, join, resolve_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bunproof.worker.files import Files

_DEPTH = 20
_KEEPING = ("verbatimModuleSyntax", "importsNotUsedAsValues", "preserveValueImports")


class TsConfig(NamedTuple):
    """The options that matter, after `extends`. `base` is the folder of `baseUrl`, `paths` hold full patterns.

    `keeps` says which unused imports of TypeScript stay: "" none, "names" those with a name that is no type, "all".
    """

    base: str | None = None
    paths: tuple[tuple[str, tuple[str, ...]], ...] = ()
    keeps: str | None = None

    def candidates(self, specifier: str) -> Iterator[tuple[str, str]]:
        """The paths that stand for a specifier, each with the pattern that says so: the longest match alone counts."""
        best: tuple[str, tuple[str, ...]] | None = None
        matched = ""
        for pattern, targets in self.paths:
            prefix, star, suffix = pattern.partition("*")
            if not star and pattern == specifier:
                yield from ((target, pattern) for target in targets)
                return
            fits = len(specifier) >= len(prefix) + len(suffix) and specifier.startswith(prefix)
            longer = best is None or len(prefix) > len(best[0].partition("*")[0])
            if star and fits and longer and specifier.endswith(suffix):
                best = (pattern, targets)
                matched = specifier[len(prefix) : len(specifier) - len(suffix)]
        if best is not None:
            yield from ((target.replace("*", matched, 1), best[0]) for target in best[1])


class TsConfigs:
    """The configuration that holds for each folder: the nearest one upward, or the one that wrangler is told to use."""

    def __init__(self, files: Files, override: str | None = None) -> None:
        self._files = files
        self._override = override
        self._by_folder: dict[str, TsConfig] = {}
        self._by_path: dict[str, TsConfig] = {}

    def of(self, path: str) -> TsConfig:
        """What holds for a file. What is installed has none."""
        if is_installed(path):
            return TsConfig()
        if self._override is not None:
            return self._at(self._override)
        folder = folder_of(path)
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._nearest(folder)
        return known

    def _nearest(self, folder: str) -> TsConfig:
        for each in ancestors(folder):
            for name in ("tsconfig.json", "jsconfig.json"):
                path = join(each, name)
                if self._files.is_file(path):
                    return self._at(path)
        return TsConfig()

    def _at(self, path: str) -> TsConfig:
        known = self._by_path.get(path)
        if known is None:
            known = self._by_path[path] = self._read(path, folder_of(path), _DEPTH)
        return known

    def _read(self, path: str, root: str, depth: int) -> TsConfig:
        data = self._files.json(path) or {}
        found = TsConfig()
        extends = data.get("extends")
        for each in [extends] if isinstance(extends, str) else extends if isinstance(extends, list) else []:
            base = self._extended(folder_of(path), str(each)) if depth else None
            if base is not None:
                found = _over(self._read(base, root, depth - 1), found)
        options = data.get("compilerOptions")
        return _over(_own(options, folder_of(path), root), found) if isinstance(options, dict) else found

    def _extended(self, folder: str, name: str) -> str | None:
        if name.startswith("."):
            target = resolve_path(folder, name)
            return None if target is None else self._existing(target)
        for each in ancestors(folder):
            found = self._existing(join(each, f"node_modules/{name}"))
            if found is not None:
                return found
        return None

    def _existing(self, path: str) -> str | None:
        for candidate in (path, f"{path}.json", join(path, "tsconfig.json")):
            if self._files.is_file(candidate):
                return self._files.real(candidate)
        return None


def _own(options: dict[str, object], folder: str, root: str) -> TsConfig:
    written = options.get("baseUrl")
    base = resolve_path(*_placed(written, folder, root)) if isinstance(written, str) else None
    paths: list[tuple[str, tuple[str, ...]]] = []
    table = options.get("paths")
    for pattern, targets in table.items() if isinstance(table, dict) else ():
        # Without `baseUrl`, esbuild refuses a target that does not start with a dot.
        found = [
            resolve_path(*_placed(str(target), folder if base is None else base, root))
            for target in (targets if isinstance(targets, list) else ())
            if base is not None or str(target).startswith((".", "${configDir}"))
        ]
        paths.append((pattern, tuple(target for target in found if target is not None)))
    keeps = "" if any(key in options for key in _KEEPING) else None
    if options.get("verbatimModuleSyntax") is True or options.get("importsNotUsedAsValues") in {"preserve", "error"}:
        keeps = "all"
    elif options.get("preserveValueImports") is True:
        keeps = "names"
    return TsConfig(base, tuple(paths), keeps)


def _placed(written: str, folder: str, root: str) -> tuple[str, str]:
    variable = "${configDir}"
    return (root, f".{written[len(variable) :]}") if written.startswith(variable) else (folder, written)


def _over(upper: TsConfig, lower: TsConfig) -> TsConfig:
    return TsConfig(
        lower.base if upper.base is None else upper.base,
        upper.paths or lower.paths,
        lower.keeps if upper.keeps is None else upper.keeps,
    )
