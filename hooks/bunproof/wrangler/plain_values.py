"""The forms of plain values: each function says whether a value is certainly right, and errs on no."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Table = dict[str, object]
    Form = Callable[[object], object]

_DIGITS = "0123456789"
_HEXADECIMAL = f"{_DIGITS}abcdef"
_SMALL = f"{_DIGITS}abcdefghijklmnopqrstuvwxyz-"
_CAPITALS = f"{_DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
_LONGEST_NAME = 30  # two of them, with a dash between, still make a host name
_BUILT_IN = frozenset({"ASSETS"})
_DATES: set[str] = set()  # a date that has come will not be to come again
_SCRIPTS = (".ts", ".tsx", ".js", ".jsx", ".mjs", ".mts")
_LAST_DAY = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}
_FIELDS = (("minute", 0, 59), ("hour", 0, 23), ("day", 1, 28), ("month", 1, 12), ("weekday", 0, -1))


def text(value: object) -> bool:
    """A string that is not empty."""
    return isinstance(value, str) and value != ""


def flag(value: object) -> bool:
    """True or false."""
    return value is True or value is False


def count(value: object) -> bool:
    """A whole number from 1 on, as people count."""
    return type(value) is int and 0 < value < 1_000_000  # noqa: PLR2004 - no setting is larger


def share(value: object) -> bool:
    """A part of the whole."""
    return type(value) in {int, float} and 0 <= value <= 1  # type: ignore[operator]


def protocol(value: object) -> bool:
    """HTTP, with or without encryption."""
    return isinstance(value, str) and value in {"http", "https"}


def name(value: object) -> bool:
    """The name of a Worker or of an environment."""
    return isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME and not value.strip(_SMALL) and _is_word(value)


def variable(value: object) -> bool:
    """The name of a binding or of a variable, in capitals."""
    return isinstance(value, str) and not value.strip(_CAPITALS) and value[:1].isalpha() and value not in _BUILT_IN


def script(value: object) -> bool:
    """The path of an entry below the configuration's folder."""
    return isinstance(value, str) and value.endswith(_SCRIPTS) and not value.startswith("/") and "\\" not in value


def date(value: object) -> bool:
    """A compatibility date that has come."""
    if not isinstance(value, str) or len(value) != 10 or value[4] + value[7] != "--":  # noqa: PLR2004 - YYYY-MM-DD
        return False
    if value in _DATES:
        return True
    year, month, day = value[:4], value[5:7], value[8:]
    if (
        (year + month + day).strip(_DIGITS)
        or not "01" <= month <= "12"
        or not "01" <= day <= _LAST_DAY.get(month, "31")
    ):
        return False
    from time import gmtime, strftime  # built in

    has_come = "2021-11-02" <= value <= strftime("%Y-%m-%d", gmtime())
    if has_come:
        _DATES.add(value)
    return has_come


def id_(value: object) -> bool:
    """An id of 32 hexadecimal digits."""
    return isinstance(value, str) and len(value) == 32 and not value.strip(_HEXADECIMAL)  # noqa: PLR2004


def uuid(value: object) -> bool:
    """A UUID."""
    return (
        isinstance(value, str)
        and len(value) == 36  # noqa: PLR2004 - 8-4-4-4-12
        and value[8] + value[13] + value[18] + value[23] == "----"
        and id_(value.replace("-", ""))
    )


def bucket(value: object) -> bool:
    """The name of an R2 bucket."""
    return isinstance(value, str) and 3 <= len(value) <= 63 and not value.strip(_SMALL) and _is_word(value)  # noqa: PLR2004


def cron(value: object) -> bool:
    """A cron expression of numbers, steps and stars, without days of the week, which Cloudflare counts its own way."""
    if not isinstance(value, str):
        return False
    parts = value.split(" ")
    return len(parts) == len(_FIELDS) and all(
        part == "*" or _is_between(part.removeprefix("*/"), max(low, 1) if part[:1] == "*" else low, high)
        for part, (_, low, high) in zip(parts, _FIELDS)  # noqa: B905 - as many
    )


def variables(value: object) -> bool:
    """Plain variables, in capitals."""
    return isinstance(value, dict) and all(
        variable(key) and isinstance(each, (str, bool, int, float)) for key, each in value.items()
    )


def array(form: Form) -> Form:
    """An array whose elements all have this form."""
    return lambda value: isinstance(value, list) and all(map(form, value))


def table(needed: dict[str, Form], allowed: dict[str, Form] | None = None) -> Form:
    """A table with all the keys of `needed`, any of `allowed`, and no other, each in its form."""
    forms = needed | (allowed or {})

    def fits(value: object) -> bool:
        if not isinstance(value, dict) or not needed.keys() <= value.keys():
            return False
        for key, member in value.items():
            form = forms.get(key)
            if form is None or not form(member):
                return False
        return True

    return fits


def _is_word(value: str) -> bool:
    return value[0] != "-" and value[-1] != "-"


def _host(value: object) -> bool:
    return isinstance(value, str) and value != "" and not value.strip(f"{_SMALL}.")


def _is_between(value: str, low: int, high: int) -> bool:
    return 0 < len(value) <= 2 and not value.strip(_DIGITS) and low <= int(value) <= high  # noqa: PLR2004 - two digits


_ROUTES = (
    table({"pattern": text, "zone_name": text}),
    table({"pattern": text, "zone_id": id_}),
    table({"pattern": _host, "custom_domain": lambda value: value is True}),
)


def route(value: object) -> bool:
    """A pattern, a pattern with its zone, or a custom domain."""
    return value != "" if isinstance(value, str) else any(form(value) for form in _ROUTES)
