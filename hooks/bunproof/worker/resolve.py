"""From a specifier to what it stands for, as esbuild 0.28 finds it under wrangler 4.164."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from bunproof.worker import nodejs, packages
from bunproof.worker.files import folder_of, is_installed, join, resolve_path
from bunproof.worker.module_rules import ModuleRules
from bunproof.worker.tsconfig import TsConfigs

if TYPE_CHECKING:
    from bunproof.worker.entries import Entry
    from bunproof.worker.files import Files
    from bunproof.worker.packages import Kind
    from bunproof.worker.workspaces import Workspaces

Outcome: TypeAlias = Literal[
    "file",  # `path` is bundled
    "asset",  # `path` is copied beside the bundle
    "outside",  # answered by the runtime, by a stub, or by nothing that can be looked at
    "missing",  # a file that should be in the repository and is not; `path` is where it was expected
    "bun",  # a module of Bun
    "node",  # a module of Node that the bundler does not answer
    "package",  # an npm package that is not installed here
]

EXTENSIONS = (".tsx", ".ts", ".jsx", ".js", ".css", ".json")
_REWRITTEN = {".js": (".ts", ".tsx"), ".jsx": (".ts", ".tsx"), ".mjs": (".mts",), ".cjs": (".cts",)}
_EXTERNAL = ("cloudflare:", "data:", "http:", "https:", "//", "assets:", "__STATIC_CONTENT_MANIFEST")


class Resolution(NamedTuple):
    """What a specifier stands for."""

    outcome: Outcome
    path: str = ""


OUTSIDE = Resolution("outside")


class Resolver:
    """Resolution within the bundle of one entry."""

    def __init__(self, files: Files, entry: Entry, workspaces: Workspaces) -> None:
        self.tsconfigs = TsConfigs(files, entry.tsconfig)
        self._files = files
        self._entry = entry
        self._workspaces = workspaces
        self._alias = dict(entry.alias)
        self._rules = ModuleRules(entry)
        self._known: dict[tuple[str, str, Kind], Resolution] = {}

    def resolve(self, specifier: str, importer: str, kind: Kind) -> Resolution:
        """What `specifier` stands for in the file `importer`: the same for all files of a folder."""
        key = (specifier, folder_of(importer), kind)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._resolve(specifier, importer, kind)
        return known

    def _resolve(self, specifier: str, importer: str, kind: Kind) -> Resolution:
        alias = self._alias.get(specifier)
        if alias:
            return self._aliased(alias)
        additional = self._rules.additional(specifier, importer)
        if additional is not None and self._files.is_file(additional):
            return OUTSIDE
        if self._rules.claim(specifier):
            return self._asset(specifier, importer, kind)
        if nodejs.is_provided(specifier, self._entry.node) or specifier.startswith(_EXTERNAL):
            return OUTSIDE
        return self._by_esbuild(specifier, importer, kind)

    def file_or_folder(self, path: str, kind: Kind, *, folder_only: bool = False) -> str | None:
        """The file that a path without its extension, or a folder, stands for."""
        found = None if folder_only else self._file(path)
        if found is None and self._files.is_folder(path):
            manifest = self._files.manifest(path) or {}
            for main in packages.main_fields(manifest, kind):
                target = resolve_path(path, main)
                found = target and (self._file(target) or self._index(target))
                if found:
                    return found
            found = self._index(path)
        return found

    def _by_esbuild(self, specifier: str, importer: str, kind: Kind) -> Resolution:
        folder = folder_of(importer)
        scope = packages.enclosing(self._files, folder)
        if specifier.startswith("/"):
            return Resolution("package")
        if specifier in {".", ".."} or specifier.startswith(("./", "../")):
            return self._relative(specifier, folder, scope, kind)
        replaced = packages.replacement(self._files, scope, specifier)
        if replaced is False:
            return OUTSIDE
        if isinstance(replaced, str) and scope is not None:
            if replaced.startswith("./"):
                return self._relative(replaced, scope, None, kind)
            specifier = replaced
        return self._bare(specifier, importer, scope, kind)

    def _relative(self, specifier: str, folder: str, scope: str | None, kind: Kind) -> Resolution:
        target = resolve_path(folder, specifier)
        if target is None:
            return OUTSIDE
        only = specifier.endswith(("/", "/.", "/..")) or specifier in {".", ".."}
        found = self.file_or_folder(target, kind, folder_only=only)
        if found is None and ("?" in target or "#" in target):
            target = target.partition("?")[0].partition("#")[0]
            found = self.file_or_folder(target, kind)
        if found is None:
            return Resolution("missing", target)
        return self._in_scope(found, scope, target)

    def _in_scope(self, path: str, scope: str | None, asked: str = "") -> Resolution:
        """A file, unless its package's `browser` table puts something in its place, by its name or as it was asked for."""
        start = f"{scope}/" if scope else ""
        if scope is not None and path.startswith(start):
            names = [f"./{name[len(start) :]}" for name in (path, asked) if name.startswith(start)]
            replaced = packages.replacement(self._files, scope, *names)
            if replaced is False:
                return OUTSIDE
            if isinstance(replaced, str):
                target = resolve_path(scope, replaced)
                found = target and self._file(target)
                return Resolution("file", found) if found else Resolution("missing", target or path)
        return Resolution("file", self._files.real(path))

    def _bare(self, specifier: str, importer: str, scope: str | None, kind: Kind) -> Resolution:
        found, expected = self._mapped(specifier, importer, kind)
        if found is not None:
            return self._in_scope(found, scope)
        if specifier.startswith("#"):
            return self._imported(specifier, scope, kind)
        return self._package(specifier, folder_of(importer), scope, kind) or _unresolved(specifier, expected)

    def _mapped(self, specifier: str, importer: str, kind: Kind) -> tuple[str | None, str]:
        """The file that `paths` or `baseUrl` give for a specifier, and the one that they lead one to expect."""
        tsconfig = self.tsconfigs.of(importer)
        expected = ""
        for target, pattern in tsconfig.candidates(specifier):
            found = self.file_or_folder(target, kind)
            if found and not found.endswith((".d.ts", ".d.mts", ".d.cts")):
                return found, ""
            expected = expected or ("" if pattern.startswith("*") else target)
        if tsconfig.base is not None:
            return self.file_or_folder(join(tsconfig.base, specifier), kind), expected
        return None, expected

    def _imported(self, specifier: str, scope: str | None, kind: Kind) -> Resolution:
        """A name of the package's own `imports`."""
        manifest = self._files.manifest(scope) if scope is not None else None
        if manifest is None or scope is None or not isinstance(manifest.get("imports"), dict):
            return Resolution("package")
        target = packages.conditional(manifest["imports"], specifier, kind)
        if target is None:
            return Resolution("package")
        if target.startswith("./"):
            path = resolve_path(scope, target)
            found = path and self._exact(path)
            return Resolution("file", found) if found else Resolution("missing", path or "")
        found_package = self._package(target, scope, scope, kind)
        return found_package or _unresolved(target, "")

    def _package(self, specifier: str, folder: str, scope: str | None, kind: Kind) -> Resolution | None:
        """A file of a package: of its own, of an installed one, or of another one of the workspace."""
        name, key = packages.split(specifier)
        own = self._files.manifest(scope) if scope is not None else None
        if own is not None and scope is not None and own.get("name") == name and own.get("exports") is not None:
            return self._of_package(scope, key, kind)
        installed = packages.find_installed(self._files, folder, name)
        if installed is None:
            installed = self._workspaces.find(name, folder)
        return None if installed is None else self._of_package(installed, key, kind)

    def _of_package(self, folder: str, key: str, kind: Kind) -> Resolution | None:
        manifest = self._files.manifest(folder) or {}
        if manifest.get("exports") is not None:
            target = packages.conditional(manifest["exports"], key, kind)
            path = resolve_path(folder, target) if target is not None else None
            found = path and self._exact(path)
            return Resolution("file", self._files.real(found)) if found else Resolution("package")
        found = self.file_or_folder(join(folder, key[2:]) if key != "." else folder, kind)
        return self._in_scope(found, folder) if found else None

    def _aliased(self, target: str) -> Resolution:
        """`alias` is resolved as Node requires a file: from the project, and without knowing TypeScript."""
        if not target.startswith(("./", "../")):
            return OUTSIDE
        path = resolve_path(self._entry.folder, target)
        if path is None:
            return OUTSIDE
        names = (path, f"{path}.js", f"{path}.json", join(path, "index.js"), join(path, "index.json"))
        found = next((name for name in names if self._files.is_file(name)), None)
        return Resolution("file", found) if found else Resolution("missing", path)

    def _asset(self, specifier: str, importer: str, kind: Kind) -> Resolution:
        found = self._by_esbuild(specifier.partition("?")[0], importer, kind)
        return Resolution("asset", found.path) if found.outcome == "file" else found

    def _file(self, path: str) -> str | None:
        if self._files.is_file(path):
            return path
        for extension in EXTENSIONS:
            if self._files.is_file(path + extension):
                return path + extension
        return self._rewritten(path)

    def _exact(self, path: str) -> str | None:
        return path if self._files.is_file(path) else self._rewritten(path)

    def _rewritten(self, path: str) -> str | None:
        stem, dot, extension = path.rpartition(".")
        for other in _REWRITTEN.get(dot + extension, ()):
            if self._files.is_file(stem + other) and not is_installed(path):
                return stem + other
        return None

    def _index(self, folder: str) -> str | None:
        return next(
            (name for extension in EXTENSIONS if self._files.is_file(name := f"{folder}/index{extension}")), None
        )


def _unresolved(specifier: str, expected: str) -> Resolution:
    if specifier == "bun" or specifier.startswith("bun:"):
        return Resolution("bun")
    if nodejs.name_of(specifier) is not None:
        return Resolution("node")
    return Resolution("missing", expected) if expected else Resolution("package")
