from __future__ import annotations

import io

import pytest

from bunproof.report import style


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


VARIABLES = (
    "NO_COLOR", "FORCE_COLOR", "TERM", "CI", "TERM_PROGRAM", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "VTE_VERSION",
    "ANSICON", "ConEmuANSI",
)  # fmt: skip


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(style.sys, "platform", "linux")
    return monkeypatch


@pytest.mark.parametrize(
    ("when", "terminal", "variables", "colour"),
    [
        pytest.param("auto", True, {}, True, id="a terminal"),
        pytest.param("auto", False, {}, False, id="a pipe"),
        pytest.param("always", False, {"NO_COLOR": "1"}, True, id="the option beats the environment"),
        pytest.param("never", True, {"FORCE_COLOR": "1"}, False, id="the option beats the environment, off"),
        pytest.param("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, id="NO_COLOR comes first"),
        pytest.param("auto", True, {"NO_COLOR": ""}, True, id="an empty NO_COLOR says nothing"),
        pytest.param("auto", False, {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR colours a pipe"),
        pytest.param("auto", False, {"FORCE_COLOR": "0"}, False, id="FORCE_COLOR=0 forces nothing"),
        pytest.param("auto", True, {"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colour(
    environment: pytest.MonkeyPatch, when: str, terminal: bool, variables: dict[str, str], colour: bool
) -> None:
    for name, value in variables.items():
        environment.setenv(name, value)
    assert style.choose(when, Terminal() if terminal else io.StringIO()).colour is colour


@pytest.mark.parametrize(("variables", "colour"), [({}, False), ({"WT_SESSION": "x"}, True)])
def test_colour_on_windows(environment: pytest.MonkeyPatch, variables: dict[str, str], colour: bool) -> None:
    environment.setattr(style.sys, "platform", "win32")
    for name, value in variables.items():
        environment.setenv(name, value)
    assert style.choose("auto", Terminal()).colour is colour


@pytest.mark.parametrize(
    ("variables", "links"),
    [
        pytest.param({}, False, id="an unknown terminal"),
        pytest.param({"TERM_PROGRAM": "vscode"}, True, id="by its program"),
        pytest.param({"TERM": "xterm-kitty"}, True, id="by its type"),
        pytest.param({"KONSOLE_VERSION": "220401"}, True, id="by a variable of its own"),
        pytest.param({"VTE_VERSION": "7200"}, True, id="by a version that has them"),
        pytest.param({"VTE_VERSION": "4900"}, False, id="by a version before them"),
        pytest.param({"TERM_PROGRAM": "vscode", "CI": "true"}, False, id="never in CI"),
    ],
)
def test_links(environment: pytest.MonkeyPatch, variables: dict[str, str], links: bool) -> None:
    for name, value in variables.items():
        environment.setenv(name, value)
    assert style.choose("auto", Terminal()).links is links
