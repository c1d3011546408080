from __future__ import annotations

import pytest

from bunproof.wrangler.cron import find_fault


@pytest.mark.parametrize(
    "expression",
    [
        "* * * * *", "*/5 * * * *", "0 0 1 1 *", "0,30 * * * *", "50-10 * * * *", "5/15 * * * *", "0-30/5 * * * *",
        "*/5,*/3 * * * *", "5,* * * * *", "5,*-9 * * * *", "0 */23 * * *", "0 0 L * *", "0 0 LW * *", "0 0 L-3 * *", "0 0 L-30W * *", "0 0 15W * *",
        "0 0 */30 * *", "0 0 1-15/2,20 * *", "0 0 * JAN *", "0 0 * jan-Dec/11 *", "0 0 * */11 *", "0 0 * * SUN",
        "0 0 * * sun-thu", "0 0 * * 1-7", "0 0 * * 7-2", "0 0 * * L", "0 0 * * 6L", "0 0 * * FRIL", "0 0 * * FRI#2",
        "0 0 * * 2#5", "0 0 * * 2#05", "0 0 * * */6", "0 0 * * MON/2", "0 0 * * MON,WED,6", "007 * * * *", "0  0\t* * *",
    ],
)  # fmt: skip
def test_cloudflare_reads(expression: str):
    assert find_fault(expression) is None


@pytest.mark.parametrize(
    ("expression", "marked", "reason", "help_"),
    [
        pytest.param("0 22 * * 0", "0", "weekdays run from 1 (Sunday) to 7 (Saturday)", "write `1` or `SUN` for Sunday", id="weekday-0"),
        pytest.param("0 22 * * 0-6", "0", "weekdays run from 1 (Sunday) to 7 (Saturday)", "write `1` or `SUN` for Sunday", id="weekdays-0-6"),
        pytest.param("0 22 * * 8", "8", "`8` is no weekday: 1 to 7 or SUN to SAT", "", id="weekday-8"),
        pytest.param("0 22 * * monday", "monday", "`monday` is no weekday: 1 to 7 or SUN to SAT", "write `MON`", id="whole-name"),
        pytest.param("60 * * * *", "60", "`60` is no minute: 0 to 59", "", id="minute-60"),
        pytest.param("* 24 * * *", "24", "`24` is no hour: 0 to 23", "", id="hour-24"),
        pytest.param("* * 32 * *", "32", "`32` is no day of the month: 1 to 31", "", id="day-32"),
        pytest.param("* * * 13 *", "13", "`13` is no month: 1 to 12 or JAN to DEC", "", id="month-13"),
        pytest.param(f"{'9' * 5000} * * * *", "9" * 5000, f"`{'9' * 5000}` is no minute: 0 to 59", "", id="more-digits-than-python-reads"),
        pytest.param("*/60 * * * *", "60", "a step of `60` is not possible, minutes take 1 to 59", "write `0` for once in that time, or `*` for always", id="step-60"),
        pytest.param("*/0 * * * *", "0", "a step of `0` is not possible, minutes take 1 to 59", "", id="step-0"),
        pytest.param("0 0 * * MON/7", "7", "a step of `7` is not possible, weekdays take 1 to 6", "", id="step-of-a-week"),
        pytest.param("*,5 * * * *", "*,5", "nothing but a step can follow the first `*` of `*,5`", "write `*` alone", id="list-after-star"),
        pytest.param("*-5 * * * *", "*-5", "nothing but a step can follow the first `*` of `*-5`", "write `*` alone", id="range-after-star"),
        pytest.param("1,,2 * * * *", "", "a minute is missing", "", id="empty-item"),
        pytest.param("0 0 ? * MON", "?", "`?` is not known", "write `*`", id="question-mark"),
        pytest.param("0 0 l * *", "l", "`l` is no day of the month", "write `L`", id="small-l"),
        pytest.param("0 0 32W * *", "32W", "`32W` is no day of the month: 1 to 31", "", id="weekday-near-32"),
        pytest.param("0 0 L-31 * *", "L", "`L` is no day of the month: 1 to 31", "", id="too-far-before-the-last"),
        pytest.param("0 0 L,5 * *", "L", "`L` is no day of the month: 1 to 31", "", id="last-in-a-list"),
        pytest.param("0 0 * * FRI#6", "FRI#6", "`FRI#6` is no weekday", "", id="sixth-friday"),
        pytest.param("0 0 1!2 * *", "1!2", "`1!2` is no day of the month", "", id="nonsense"),
        pytest.param("0 0 12 * * ?", "0 0 12 * * ?", "6 fields where 5 must stand: minute hour day month weekday", "there are no seconds, write `0 12 * * *`", id="quartz"),
        pytest.param("0 0 1 1 * 2026", "0 0 1 1 * 2026", "6 fields where 5 must stand: minute hour day month weekday", "there are no years, write `0 0 1 1 *`", id="year"),
        pytest.param("a b c d e f", "a b c d e f", "6 fields where 5 must stand: minute hour day month weekday", "", id="six-words"),
        pytest.param("every 5 minutes", "every 5 minutes", "3 fields where 5 must stand: minute hour day month weekday", "", id="words"),
        pytest.param("@Daily", "@Daily", "1 field where 5 must stand: minute hour day month weekday", "write `0 0 * * *`", id="nickname"),
        pytest.param("", "", "0 fields where 5 must stand: minute hour day month weekday", "", id="empty"),
        pytest.param(" * * * * *", " * * * * *", "spaces stand around the expression", "remove them", id="space-before"),
    ],
)  # fmt: skip
def test_cloudflare_refuses(expression: str, marked: str, reason: str, help_: str):
    fault = find_fault(expression)
    assert fault is not None
    assert (expression[fault.start : fault.end], fault.reason, fault.help) == (marked, reason, help_)
