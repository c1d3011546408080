from __future__ import annotations

import pytest

from bunproof.wrangler.flags import nearest_flag

DATE = 'name = "shop"\ncompatibility_date = "{}"\n'
FLAGS = 'name = "shop"\ncompatibility_date = "2025-01-01"\ncompatibility_flags = {}\n'


@pytest.mark.parametrize(
    ("date", "found", "fix"),
    [
        pytest.param("2026-11-24", [], None, id="today"),
        pytest.param("2021-11-02", [], None, id="long-ago"),
        pytest.param("2024-02-29", [], None, id="leap-day"),
        pytest.param("2026-11-25", ["2 future-compatibility-date"], None, id="tomorrow"),
        pytest.param("2999-12-31", ["2 future-compatibility-date"], None, id="far-away"),
        pytest.param("2025-1-1", ["2 malformed-compatibility-date"], "2025-01-01", id="one-digit"),
        pytest.param("2025/01/31", ["2 malformed-compatibility-date"], "2025-01-31", id="slashes"),
        pytest.param("2025-01-31T00:00:00Z", ["2 malformed-compatibility-date"], "2025-01-31", id="with-time"),
        pytest.param(" 2025-01-31 ", ["2 malformed-compatibility-date"], "2025-01-31", id="padded"),
        pytest.param("Jan 1 2025", ["2 malformed-compatibility-date"], None, id="words"),
        pytest.param("01/02/2025", ["2 malformed-compatibility-date"], None, id="either-of-two-days"),
        pytest.param("2025-02-30", ["2 malformed-compatibility-date"], None, id="no-such-day"),
        pytest.param("2025-13-01", [], None, id="no-such-month-is-left-to-wrangler"),
        pytest.param("<DATE>", [], None, id="a-placeholder-is-left-to-wrangler"),
        pytest.param("1999-01-01", ["2 malformed-compatibility-date"], None, id="before-2000"),
        pytest.param("2025", ["2 malformed-compatibility-date"], None, id="year"),
    ],
)
def test_dates(judge, date: str, found: list[str], fix: str | None):
    judged = judge(DATE.format(date), only=found[0][2:] if found else "malformed-compatibility-date")
    assert [each.partition(":")[0] for each in judged.found] == found
    if fix:
        assert judged.fixed == DATE.format(fix)


def test_dates_that_are_no_strings_are_left_to_wrangler(judge):
    assert (
        judge('name = "a"\ncompatibility_date = 2099-01-01\n[env.a]\ncompatibility_date = 5\n[env]\nb = 5\n').found
        == []
    )


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        pytest.param('["nodejs_compat", "global_fetch_strictly_public", "no_nodejs_compat_v2"]', [], id="known"),
        pytest.param('["nodejs-compat"]', ["error: did you mean `nodejs_compat`?"], id="dash"),
        pytest.param('["NODEJS_COMPAT"]', ["error: did you mean `nodejs_compat`?"], id="capitals"),
        pytest.param('["node_compat"]', ["error: did you mean `nodejs_compat`?"], id="the-old-setting"),
        pytest.param('["experimental:nodejs_compat_v2"]', ["error: did you mean `nodejs_compat_v2`?"], id="old-prefix"),
        pytest.param('["nodejs_compat_v3"]', ["warning: check its spelling, or remove it"], id="may-be-newer"),
        pytest.param('["enable_nodejs_vx_module"]', ["warning: check its spelling, or remove it"], id="may-be-another-module"),
        pytest.param('[5, "nodejs_compat"]', [], id="a-number-is-left-to-wrangler"),
        pytest.param('"nodejs_compact"', [], id="a-string-is-left-to-wrangler"),
    ],
)  # fmt: skip
def test_unknown_flags(judge, flags: str, found: list[str]):
    said = judge(FLAGS.format(flags)).diagnostics
    assert [f"{each.severity}: {each.help}" for each in said] == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nodejs_compact", "nodejs_compat"), ("nodejs_compat", "nodejs_compat"), ("nodejscompat", "nodejs_compat"),
        ("stream_enable_constructors", "streams_enable_constructors"), ("enable_request_signals", "enable_request_signal"),
        ("url_orginal", "url_original"), ("enable_nodejs_vm_modul", "enable_nodejs_vm_module"), ("something_else", None), ("nodejs_compat_populate", None),
    ],
)  # fmt: skip
def test_nearest_flag(typed: str, meant: str | None):
    assert nearest_flag(typed) == meant


def test_flag_is_corrected(judge):
    assert judge(FLAGS.format('["a_b", "nodejs-compat"] # x')).diagnostics[1].fix is not None
    assert judge(FLAGS.format('["nodejs-compat"] # x')).fixed == FLAGS.format('["nodejs_compat"] # x')


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        pytest.param('["nodejs_compat", "no_nodejs_compat"]', "`no_nodejs_compat` contradicts `nodejs_compat`", id="on-and-off"),
        pytest.param('["nodejs_compat_v2", "nodejs_compat"]', "`nodejs_compat` contradicts `nodejs_compat_v2`", id="old-and-new"),
        pytest.param('["url_standard", "url_standard"]', "`url_standard` is given twice", id="twice"),
    ],
)  # fmt: skip
def test_contradictions(judge, flags: str, found: str):
    (said,) = judge(FLAGS.format(flags)).diagnostics
    assert (said.rule.id, said.message, said.severity) == ("contradictory-compatibility-flags", found, "error")


def test_experimental_flags_are_for_local_use(judge):
    assert judge(FLAGS.format('["experimental"]')).found == ['3 experimental-compatibility-flag: "experimental"']


def test_old_nodejs_compat_is_said_once_a_pair(judge):
    text = 'compatibility_date = "2024-01-01"\ncompatibility_flags = ["nodejs_compat"]\n[env.a]\n[env.b]\ncompatibility_date = "2024-09-23"\n[env.c]\ncompatibility_date = "2023-01-01"\n[env.d]\ncompatibility_flags = ["nodejs_compat_v2"]\n'
    said = sorted(judge(text).diagnostics, key=lambda each: each.environment or "")
    assert [(each.rule.id, each.severity, each.environment) for each in said] == [
        ("old-nodejs-compat", "warning", None),
        ("old-nodejs-compat", "warning", "c"),
    ]
