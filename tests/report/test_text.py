from __future__ import annotations

from textwrap import dedent

import pytest
from samples import SECRET, STALE, finding, fix, label

from bunproof.report import text
from bunproof.report.style import PLAIN, Style

LONG = "a" * 200


def rendered(*findings, **page) -> str:
    return "\n".join(text.full(findings, text.Page(**page)))


def test_a_whole_finding() -> None:
    line = 'import { SQL } from "bun";\n'
    each = finding(
        line, "SQL", message="`SQL` is missing from `bun` in Bun 1.1.0", label="added in Bun 1.2.0",
        notes=(("pinned", ">=1.1.0 by package.json `engines.bun` (line 375)"),),
        help="raise the range to >=1.2.0",
        related=(label('{\n  "bun": ">=1.1.0"\n}\n', '">=1.1.0"', "the range", "package.json"),),
        chain=("wrangler.toml main", "src/index.ts", "src/db.ts"),
    )  # fmt: skip
    assert rendered(each) == dedent(
        """\
        src/db.ts:1:10: error[missing-bun-export] `SQL` is missing from `bun` in Bun 1.1.0
          |
        1 | import { SQL } from "bun";
          |          ^^^ added in Bun 1.2.0
          |
         --> package.json:2:10
          |
        2 |   "bun": ">=1.1.0"
          |          --------- the range
          |
          = bundled: wrangler.toml main > src/index.ts > src/db.ts
          = pinned: >=1.1.0 by package.json `engines.bun` (line 375)
          = help: raise the range to >=1.2.0
          = docs: https://bunproof.github.io/bunproof/rules/missing-bun-export/
        """
    )


@pytest.mark.parametrize(
    ("line", "token", "shown", "caret"),
    [
        pytest.param("\tx = 1", "x", "    x = 1", "    ^", id="a tab is four columns"),
        pytest.param("ab\tx", "x", "ab  x", "    ^", id="a tab ends at the next stop"),
        pytest.param("漢字 x", "x", "漢字 x", "     ^", id="wide characters take two columns"),
        pytest.param("漢字 x", "漢字", "漢字 x", "^^^^", id="carets under wide characters are two each"),
        pytest.param("e\u0301 x", "x", "e\u0301 x", "  ^", id="a combining accent takes none"),
        pytest.param("\u1112\u1161\u11ab x", "x", "\u1112\u1161\u11ab x", "   ^", id="jamo join into a syllable"),
        pytest.param("\U0001f600 x", "x", "\U0001f600 x", "   ^", id="an emoji takes two columns"),
        pytest.param("\x1b[31m x", "x", "␛[31m x", "      ^", id="an escape sequence is shown, not obeyed"),
        pytest.param("a\u202eb x", "x", "a\ufffdb x", "    ^", id="a bidirectional override is shown"),
        pytest.param(f"{SECRET} x", "x", "ghp_" + "*" * 36 + " x", " " * 41 + "^", id="a secret is masked"),
    ],
)
def test_the_caret_stands_under_its_token(line: str, token: str, shown: str, caret: str) -> None:
    lines = rendered(finding(line, token)).splitlines()
    assert lines[2:4] == [f"1 | {shown}", f"  | {caret}"]


@pytest.mark.parametrize(
    ("line", "shown", "caret"),
    [
        pytest.param(f"x {LONG}", "x " + "a" * 38 + "…", "^", id="at the start"),
        pytest.param(f"{LONG} x", "…" + "a" * 38 + " x", " " * 40 + "^", id="at the end"),
        pytest.param(f"{LONG} x {LONG}", "…" + "a" * 12 + " x " + "a" * 25 + "…", " " * 14 + "^", id="in the middle"),
        pytest.param(f"{'漢' * 90} x", "…" + "漢" * 19 + " x", " " * 40 + "^", id="never through a wide character"),
    ],
)
def test_a_long_line_is_cropped_around_the_caret(line: str, shown: str, caret: str) -> None:
    lines = rendered(finding(line, "x"), limit=40).splitlines()
    assert lines[2:4] == [f"1 | {shown}", f"  | {caret}"]


def test_a_long_token_is_underlined_as_far_as_it_is_shown() -> None:
    lines = rendered(finding(f"x = {LONG}", LONG), limit=40).splitlines()
    assert lines[3] == "  | " + " " * 4 + "^" * 36


def test_a_token_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    lines = rendered(finding("a = [\n  1,\n]\n", "[\n  1,\n]")).splitlines()
    assert lines[3] == "  |     ^"


def test_an_empty_place_still_gets_a_caret() -> None:
    lines = rendered(finding("ab\n", "", label="here")).splitlines()
    assert lines[3] == "  | ^ here"


def test_a_related_place_on_the_same_line_shares_the_frame() -> None:
    line = "const SQL = bun.SQL"
    each = finding(line, "bun", related=(label(line, "SQL", "named here"),))
    assert rendered(each).splitlines()[2:5] == ["1 | " + line, "  |             ^^^", "  |       --- named here"]


def test_line_numbers_of_one_finding_share_a_gutter() -> None:
    each = finding("x\n", "x", related=(label("\n" * 99 + "y", "y", "there"),))
    assert "  1 | x" in rendered(each)
    assert "100 | y" in rendered(each)


def test_a_finding_about_a_whole_file_has_no_frame() -> None:
    each = finding("", "", message="not judged", label="it is a device", related=(label("", "", "see here"),))
    assert rendered(each).splitlines()[1:3] == [" --> src/db.ts:1:1 see here", "  = note: it is a device"]


def test_docs_are_linked_once_a_rule() -> None:
    each = finding("x", "x")
    assert rendered(each, finding("y", "y"), finding("z", "z", rule=STALE)).count("= docs:") == 2


def test_without_notes_the_frame_ends_with_the_caret() -> None:
    assert rendered(finding("x", "x"), finding("y", "y")).splitlines()[-1] == "  | ^"


def test_a_long_chain_is_shortened_in_its_middle() -> None:
    assert "= bundled: a > b > c > d > (2 more) > g > h > i > j" in rendered(
        finding("x", "x", chain=tuple("abcdefghij"))
    )


@pytest.mark.parametrize(
    ("message", "shown"),
    [("`vars` differ", True), ("`env.staging.vars` differ", False)],
    ids=["said", "not repeated"],
)
def test_the_environment_is_named(message: str, shown: bool) -> None:
    each = finding("x", "x", message=message, environment="staging")
    assert ("= environment: staging" in rendered(each)) is shown


@pytest.mark.parametrize(("safe", "flags"), [(True, "`--fix`"), (False, "`--fix --unsafe-fixes`")])
def test_a_fix_is_offered(safe: bool, flags: str) -> None:
    assert f"= fix: write `y`, with {flags}" in rendered(finding("x", "x", fix=fix(0, 1, "y", safe=safe)))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("src/a\nb.ts", "src/a\\nb.ts:1:1:", id="a line feed"),
        pytest.param("a\udcff.ts", "a\\xff.ts:1:1:", id="a byte that is not UTF-8"),
        pytest.param("::error::x.ts", "./::error::x.ts:1:1:", id="a workflow command"),
        pytest.param("\x1b[2Jx.ts", "\\x1b[2Jx.ts:1:1:", id="an escape sequence"),
    ],
)
def test_a_hostile_name_stays_on_its_line(path: str, shown: str) -> None:
    assert text.concise(finding("x", "x", path=path)).startswith(shown)


def test_a_hostile_message_stays_on_its_line() -> None:
    assert "\n" not in text.concise(finding("x", "x", message="no key `a\n::error::b`"))


def test_paths_read_from_the_folder_the_user_is_in() -> None:
    page = text.Page(root="/repository", folder="/repository/src")
    assert text.concise(finding("x", "x"), page).startswith("db.ts:1:1:")


def test_colour_and_links_mark_but_never_change_the_words() -> None:
    import re

    each = finding("x", "x", help="write `y`", label="why", related=(label("y", "y", "z", "b.ts"),))
    marked = rendered(each, style=Style(colour=True, links=True))
    assert "\x1b[1;31merror[\x1b]8;;https://bunproof.github.io/bunproof/rules/missing-bun-export/\x1b\\" in marked
    assert re.sub(r"\x1b\[[\d;]*m|\x1b]8;;[^\x1b]*\x1b\\", "", marked) == rendered(each)


def test_an_odd_backtick_is_left_alone() -> None:
    assert Style(colour=True).code("a ` b") == "a ` b"
    assert PLAIN.code("a `b`") == "a `b`"


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        pytest.param([], "nothing to block in 3 files", id="nothing"),
        pytest.param([finding("x", "x")], "1 error in 1 file", id="one"),
        pytest.param(
            [finding("x", "x"), finding("x", "x", rule=STALE, path="b.ts")],
            "1 error and 1 warning in 2 files", id="of each",
        ),
        pytest.param(
            [finding("x", "x", fix=fix(0, 1, "y"))], "1 error in 1 file (1 fixable with `--fix`)", id="safe fix",
        ),
        pytest.param(
            [finding("x", "x", fix=fix(0, 1, "y", safe=False))],
            "1 error in 1 file (1 fixable with `--fix --unsafe-fixes`)", id="unsafe fix",
        ),
        pytest.param(
            [finding("x", "x", fix=fix(0, 1, "y")), finding("x", "x", fix=fix(0, 1, "y", safe=False))],
            "2 errors in 1 file (1 fixable with `--fix`, 1 more with `--fix --unsafe-fixes`)", id="both fixes",
        ),
    ],
)  # fmt: skip
def test_summary(findings: list, line: str) -> None:
    assert text.summary(findings, 3) == line
