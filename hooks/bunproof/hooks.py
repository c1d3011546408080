"""The hooks: which files each one claims, and where its check lives.

This table is read on every run, so it is made of string comparisons: importing `re` alone would cost as much as the
rest of a clean run. `.pre-commit-hooks.yaml` is generated from it (`python -m bunproof_dev.manifest --check`), which
is why pre-commit hands us exactly the files that we would pick ourselves.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    # The hooks that claim a path, and the ending (in lower case) that alone tells it; empty where more of the path does.
    Claim: TypeAlias = "tuple[tuple[Hook, ...], str]"

JAVASCRIPT = (".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".vue", ".svelte", ".astro", ".html")
LOCKFILES = ("bun.lock", "bun.lockb", "package-lock.json", "pnpm-lock.yaml", "yarn.lock")
BUN_VERSION_FILES = (".bun-version", ".tool-versions", "mise.toml", ".mise.toml", ".bumrc")
WRANGLER = (("wrangler", ".toml"), ("wrangler", ".json"), ("wrangler", ".jsonc"))
WORKFLOWS = ((".github/workflows/", ".yml"), (".github/workflows/", ".yaml"))
OURS = ("bunproof.toml", ".bunproof.toml")


class Names:
    """A set of paths, told by the file's name: exact names, (start, end) pairs, endings, and (folder, ending) pairs.

    Endings may be in letters of any case, as Bun takes `.TS` for TypeScript; they are given in lower case.
    """

    __slots__ = ("around", "below", "endings", "exact")

    def __init__(
        self,
        exact: tuple[str, ...] = (),
        around: tuple[tuple[str, str], ...] = (),
        endings: tuple[str, ...] = (),
        below: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.exact = frozenset(exact)
        self.around = around
        self.endings = endings
        self.below = below

    def match(self, path: str) -> bool:
        """Whether a path below the repository's root (with `/`) is in the set."""
        name = path[path.rfind("/") + 1 :]
        if name in self.exact or name.lower().endswith(self.endings):
            return True
        for start, end in self.around:
            if name.startswith(start) and name.endswith(end):
                return True
        return any(path.startswith(folder) and path.endswith(end) for folder, end in self.below)


class Hook:
    """A hook of `.pre-commit-hooks.yaml`. `module` holds a class `Check` (see `check.py`), imported when needed."""

    __slots__ = ("description", "id", "module", "name", "names")

    def __init__(self, id: str, name: str, description: str, module: str, names: Names) -> None:  # noqa: A002 - pre-commit's own word
        self.id = id
        self.name = name
        self.description = description
        self.module = module
        self.names = names


HOOKS = (
    Hook(
        "bun-imports",
        "bun imports",
        "names and modules missing from the pinned Bun; Bun modules inside code bundled for a Worker",
        "bunproof.bun.hook",
        Names(
            exact=("package.json", ".gitignore", "pnpm-workspace.yaml", *LOCKFILES, *BUN_VERSION_FILES, *OURS),
            around=(("tsconfig", ".json"), ("jsconfig", ".json"), ("Dockerfile", ""), *WRANGLER),
            endings=(*JAVASCRIPT, ".dockerfile"),
            below=WORKFLOWS,
        ),
    ),
    Hook(
        "placeholder-credentials",
        "placeholder credentials",
        "stand-ins for credentials and resource ids in live configuration and source; real secrets in plain text",
        "bunproof.credentials.hook",
        Names(
            exact=(".secrets.baseline", "Jenkinsfile", "Makefile", "Procfile", "dockerfile", *OURS),
            around=((".env", ""), (".dev.vars", ""), ("Dockerfile", ""), ("Containerfile", ""), *WRANGLER),
            endings=(
                *JAVASCRIPT,
                ".env", ".vars", ".toml", ".json", ".jsonc", ".json5", ".yml", ".yaml", ".ini", ".cfg", ".conf",
                ".properties", ".tfvars", ".tf", ".hcl", ".sh", ".bash", ".zsh", ".fish", ".ps1", ".psm1", ".bat", ".cmd",
                ".py", ".rb", ".go", ".java", ".kt", ".php", ".cs", ".rs", ".dart", ".swift", ".xml",
                ".c", ".cc", ".clj", ".config", ".cpp", ".ex", ".exs", ".gradle", ".groovy", ".h", ".hpp", ".ino", ".kts", ".ksh", ".lua",
                ".m", ".mk", ".nix", ".pl", ".plist", ".pm", ".psd1", ".r", ".scala", ".service", ".vb", ".vbs",
                ".dockerfile",
            ),
        ),
    ),
    Hook(
        "wrangler-config",
        "wrangler configuration",
        "every wrangler.toml, wrangler.json and wrangler.jsonc, in every environment, by wrangler's own rules",
        "bunproof.wrangler.hook",
        Names(exact=("package.json", "pnpm-workspace.yaml", *LOCKFILES, *OURS), around=WRANGLER),
    ),
    Hook(
        "ci-workflow",
        "ci workflow",
        "a workflow of ours that is missing, was edited by hand, or no longer follows from the repository",
        "bunproof.workflow.hook",
        Names(
            exact=(
                ".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml", "lefthook.yml", "package.json", "pnpm-workspace.yaml",
                *LOCKFILES, *BUN_VERSION_FILES, *OURS,
            ),
            around=WRANGLER,
            below=WORKFLOWS,
        ),
    ),
)  # fmt: skip

ALL_IN_ONE = "bunproof"


class Claims:
    """Which of some hooks claim a path. Nearly all paths are told by their ending, which is asked once for each."""

    def __init__(self, hooks: tuple[Hook, ...]) -> None:
        self._hooks = hooks
        self._told: dict[str, Claim] = {}  # by ending
        self._by_ending: dict[str, Claim] = {}  # where it tells enough; without its full stop
        self._by_name: dict[str, Claim] = {}
        self._exact = frozenset[str]().union(*(hook.names.exact for hook in hooks))
        self._starts = tuple({start for hook in hooks for start, _ in hook.names.around})
        self._beginnings = frozenset({name[:2] for name in (*self._exact, *self._starts)})
        below = {each for hook in hooks for each in hook.names.below}
        self._below = tuple({folder for folder, _ in below})
        self._elsewhere = frozenset({ending for _, ending in below})  # these say more in a certain folder

    def of(self, path: str) -> tuple[Hook, ...]:
        """The hooks whose `names` match the path."""
        return self.find(path)[0]

    def find(self, path: str) -> Claim:
        """Who claims a path."""
        return next((found[1:] for found in self.among((path,))), ((), ""))

    def among(self, paths: Iterable[str]) -> Iterator[tuple[str, tuple[Hook, ...], str]]:
        """Those of the paths that any hook claims, each with what `find` says of it."""
        beginnings, by_ending = self._beginnings, self._by_ending
        for path in paths:  # every path of a repository comes here
            name = path.rpartition("/")[2]
            _, dot, ending = name.rpartition(".")
            known = by_ending.get(ending) if dot else None
            if known is None or name[:2] in beginnings:
                known = self._look(path, name, dot + ending if dot else "")
            if known[0]:
                yield path, known[0], known[1]

    def _look(self, path: str, name: str, ending: str) -> Claim:
        """What `find` says of a path, remembered where its name, or the ending of that, alone tells it."""
        if path.startswith(self._below):
            return self._matching(path), ""
        if name in self._exact or name.startswith(self._starts):
            known = self._by_name.get(name)
            if known is None:
                known = self._by_name[name] = self._matching(path), ""
            return known
        known = self._told.get(ending)
        if known is None:
            lowered = name.lower()
            known = tuple([hook for hook in self._hooks if lowered.endswith(hook.names.endings)]), ending.lower()
            self._told[ending] = known
            if ending and ending not in self._elsewhere:
                self._by_ending[ending[1:]] = known
        return known

    def _matching(self, path: str) -> tuple[Hook, ...]:
        return tuple([hook for hook in self._hooks if hook.names.match(path)])


def is_configuration(path: str) -> bool:
    """Whether a path is that of a configuration of wrangler."""
    name = path[path.rfind("/") + 1 :]
    return name.startswith("wrangler") and name.endswith((".toml", ".json", ".jsonc"))


def hook_ids() -> tuple[str, ...]:
    """The ids of the hooks, without the one that runs them all."""
    return tuple(hook.id for hook in HOOKS)
