from __future__ import annotations

import io

import pytest

from bunproof import forks, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watch(monkeypatch: pytest.MonkeyPatch, step: float) -> Terminal:
    """A terminal as stderr, and a clock that takes this many seconds a file."""
    for name in ("CI", "PRE_COMMIT", "TERM"):
        monkeypatch.delenv(name, raising=False)
    stream = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", stream)
    times = iter(number * step for number in range(1000))
    monkeypatch.setattr(progress, "monotonic", lambda: next(times))
    return stream


def test_a_quick_run_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watch(monkeypatch, 0.001)
    assert list(progress.watched(enumerate(["a"] * 100), 100)) == ["a"] * 100
    assert terminal.getvalue() == ""


def test_a_slow_run_draws_a_bar_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watch(monkeypatch, 0.5)
    list(progress.watched(enumerate(["a"] * 4), 4))
    assert terminal.getvalue() == (
        "\r\x1b[Kjudging [######..................] 25 %"
        "\r\x1b[Kjudging [############............] 50 %"
        "\r\x1b[Kjudging [##################......] 75 %"
        "\r\x1b[K"
    )


@pytest.mark.parametrize("variable", [("CI", "true"), ("PRE_COMMIT", "1"), ("TERM", "dumb")])
def test_nobody_watches(monkeypatch: pytest.MonkeyPatch, variable: tuple[str, str]) -> None:
    terminal = watch(monkeypatch, 5)
    monkeypatch.setenv(*variable)
    assert list(progress.watched(enumerate(["a", "b"]), 2)) == ["a", "b"]
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("files", [120, 500], ids=["in one process", "in several"])
def test_a_run_over_many_files_is_watched(repository, monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    from bunproof.cli import main

    repository.write({f"src/{number}.ts": "let x;\n" for number in range(files)})
    monkeypatch.chdir(repository.root)
    monkeypatch.setattr(forks, "_processors", lambda: 1)  # nobody else takes the portion at which the bar is drawn
    terminal = watch(monkeypatch, 0.5)
    assert main(["check"]) == 0
    assert "] 50 %" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
