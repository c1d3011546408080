"""Files as nobody would write them: bytes, words of a language in any order, and rules' own examples, mangled."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from bunproof.report.pages import examples, load_page
from bunproof.rules import rule_ids

_WORDS = Path(__file__).parents[1] / "fuzz/words"
NAMES = (
    "src/index.ts", "src/a.tsx", "src/b.js", "src/c.mts", "src/App.vue", "src/App.svelte", "src/p.astro", "src/i.html",
    "package.json", "packages/w/package.json", "tsconfig.json", "packages/w/tsconfig.json", ".gitignore",
    "wrangler.toml", "wrangler.json", "wrangler.jsonc", "packages/w/wrangler.toml", "src/wrangler-auth.toml",
    "bun.lock", "bun.lockb", "package-lock.json", "pnpm-lock.yaml", "yarn.lock", "pnpm-workspace.yaml",
    ".bun-version", ".tool-versions", "mise.toml", ".bumrc", "Dockerfile", "api.Dockerfile",
    ".env", ".env.production", ".dev.vars", "config/app.yaml", "config/app.ini", "run.sh", "main.tf", "app.properties",
    "settings.py", "Main.java", "main.go", "a.xml", "a.ps1", "config.json5", ".secrets.baseline",
    ".github/workflows/ci.yml", ".github/workflows/bunproof.yml", ".pre-commit-config.yaml", "prek.toml", "lefthook.yml",
    "CODEOWNERS",
)  # fmt: skip


def words(name: str) -> list[bytes]:
    """The dictionary of a fuzz target."""
    path = _WORDS / f"{name}.dict"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [
        line[1:-1].encode("latin-1", "replace").decode("unicode_escape").encode("latin-1", "replace") for line in lines
    ]


@cache
def all_words() -> list[bytes]:
    """The dictionaries of all targets."""
    return sorted({word for path in sorted(_WORDS.glob("*.dict")) for word in words(path.stem)})


@cache
def repositories() -> list[dict[str, bytes]]:
    """The repositories of all rules' pages, the failing and the passing."""
    return [
        {block.path: block.text.encode() for block in example if block.path}
        for rule_id in rule_ids()
        for title in ("Fails", "Passes")
        for example in examples(load_page(rule_id).section(title))
    ]


@cache
def texts() -> list[bytes]:
    """The files of those repositories."""
    return sorted({text for repository in repositories() for text in repository.values()})


def soup(vocabulary: list[bytes]) -> st.SearchStrategy[bytes]:
    """Words in any order, with blanks and noise between them."""
    noise = st.sampled_from(
        [b" ", b"\n", b"\r\n", b"\t", b"", b"\0", b"\xff", b"\xc3\xbc", b"\xe2\x80\xae", b"\\", b'"', b"'", b"a", b"0"]
    )
    return st.lists(st.one_of(st.sampled_from(vocabulary or [b"x"]), noise), max_size=40).map(b"".join)


@st.composite
def mangled(draw: st.DrawFn, text: bytes) -> bytes:
    """A text after a few cuts, repetitions and insertions."""
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(len(text), at + 60)))
        how = draw(st.integers(0, 5))
        if how == 0:
            text = text[:at] + text[end:]
        elif how == 1:
            text = text[:end] + text[at:]
        elif how == 2:
            text = text[:at] + draw(st.sampled_from(all_words())) + text[at:]
        elif how == 3:
            text = text[:at] + draw(st.binary(max_size=6)) + text[end:]
        elif how == 4:
            text = text.replace(b"\n", draw(st.sampled_from([b"\r\n", b"\r", b"\n\n", b"", b"\n\0"])))
        else:
            text = text[:at] + text[at:end] * draw(st.integers(2, 40)) + text[end:]
    return text


def contents() -> st.SearchStrategy[bytes]:
    """The bytes of a file."""
    return st.one_of(
        st.sampled_from(texts()).flatmap(mangled),
        soup(all_words()),
        st.binary(max_size=200),
        st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )


@st.composite
def trees(draw: st.DrawFn) -> dict[str, bytes | None]:
    """A repository: a rule's example with a file or two mangled or added, or files that nobody ever saw."""
    files: dict[str, bytes | None] = {}
    if draw(st.booleans()):
        files.update(draw(st.sampled_from(repositories())))
        for name in list(files):
            if draw(st.booleans()):
                files[name] = draw(mangled(files[name] or b""))
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)):
        files[name] = draw(contents()) if draw(st.integers(0, 15)) else None
    return files
